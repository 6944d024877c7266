import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReportFormat } from '../../report/formats.ts';
import { closedSignal } from '../http/closed-signal.ts';
import { badRequest, invalidRequest, notAcceptable } from '../http/problems.ts';
import { validate } from '../http/validate.ts';
import { need } from '../services.ts';
import type { CheckTask } from '../work/check-task.ts';
import type { Operation, OperationContext } from './operation.ts';
import { reportPolicy } from './report-policy.ts';
import { checkQuery, checkRequest } from './requests.ts';
import { documentResult } from './result-schemas.ts';

/** The reports by the media type that asks for them, in the order of preference where the client has none. */
const MEDIA_TYPES: Readonly<Record<string, ReportFormat>> = {
  'application/json': 'json',
  'application/sarif+json': 'sarif',
  'text/html': 'html',
  'application/ld+json': 'claimreview',
  'text/markdown': 'markdown',
  'text/plain': 'text',
  'application/x-ndjson': 'jsonl',
};
const OFFERED = Object.keys(MEDIA_TYPES);
const TEXT_TYPES = ['text/plain', 'text/markdown', 'text/html', 'application/octet-stream'] as const;

/** `POST /check`: what a document gets wrong, as a report of the client's choice. */
export function checkOperation({ services, settings }: OperationContext): Operation {
  const request = checkRequest(settings);
  return {
    method: 'POST',
    path: '/check',
    id: 'check',
    summary: 'What a document gets wrong, with the right value, its source and the place',
    description:
      'Send the document as JSON (`{text, name?, format?}`), as it is (with its Content-Type), or as an uploaded file (`multipart/form-data`, field `file`). UTF-8, UTF-16 with a byte order mark and GB18030 are read. Accept, or `?format=`, chooses the report.',
    query: checkQuery,
    body: {
      'application/json': request,
      'text/plain': 'text',
      'text/markdown': 'text',
      'text/html': 'text',
      'application/octet-stream': 'binary',
      'multipart/form-data': 'binary',
    },
    answers: Object.fromEntries(OFFERED.map((type) => [type, type === 'application/json' ? documentResult : 'text'])),
    bodyLimit: settings.maxDocument,
    errors: [406, 422],
    async handle(input, reply) {
      need(services, 'verifier');
      const { format, language, only, name } = validate(checkQuery, input.query, 'query');
      const type = mediaType(input, format);
      const task = await readTask(input, request);
      const report = MEDIA_TYPES[type] ?? 'json';
      const finished = await services.checks.report(
        { ...task, name: name ?? task.name, report, language, ...(only ? { only } : {}) },
        closedSignal(reply),
      );
      for (const [verdict, count] of Object.entries(finished.verdicts)) {
        services.metrics.verdict('check', verdict as keyof typeof finished.verdicts, count);
      }
      return sendReport(reply, type, finished.content);
    },
  };
}

function mediaType(request: FastifyRequest, format: ReportFormat | undefined): string {
  if (format) return OFFERED.find((type) => MEDIA_TYPES[type] === format) ?? 'application/json';
  const accepted = request.accepts().type(OFFERED);
  if (typeof accepted !== 'string') throw notAcceptable(OFFERED);
  return accepted;
}

function sendReport(reply: FastifyReply, type: string, content: string): FastifyReply {
  if (type === 'text/html') reply.header('content-security-policy', reportPolicy(content));
  return reply.type(`${type}; charset=utf-8`).header('vary', 'accept').send(content);
}

async function readTask(request: FastifyRequest, schema: ReturnType<typeof checkRequest>): Promise<CheckTask> {
  if (request.isMultipart()) return await readUpload(request);
  if (Buffer.isBuffer(request.body)) return readRaw(request.body, request);
  const { text, name = 'document', format } = validate(schema, request.body);
  return { name, content: text, ...(format ? { format } : {}) };
}

/** A body that is the document itself. */
function readRaw(content: Buffer, request: FastifyRequest): CheckTask {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const format = type === 'text/html' ? 'html' : type === 'text/markdown' ? 'markdown' : undefined;
  return { name: 'document', content, ...(format ? { format } : {}) };
}

async function readUpload(request: FastifyRequest): Promise<CheckTask> {
  const file = await readPart(request);
  if (!file) {
    const detail = { en: 'needs the document as a file', zh: '须以文件形式上传文档' };
    throw invalidRequest([{ pointer: '/file', detail }]);
  }
  return { name: file.filename.slice(0, 500) || 'document', content: file.content };
}

/** The first file of an upload. @throws Problem where the upload is cut off or no upload at all */
async function readPart(request: FastifyRequest): Promise<{ filename: string; content: Buffer } | undefined> {
  try {
    const file = await request.file();
    return file ? { filename: file.filename, content: await file.toBuffer() } : undefined;
  } catch (error) {
    // The parser's own complaints have no status; limits have one.
    if (error instanceof Error && !('statusCode' in error)) throw badRequest(`the upload is broken (${error.message})`);
    throw error;
  }
}

/** The media types of bodies that are handed on as bytes. */
export const RAW_TYPES: readonly string[] = TEXT_TYPES;
