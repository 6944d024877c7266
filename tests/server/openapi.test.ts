import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, FALSE_CLAIM, json, startService, TRUE_CLAIM } from './support.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, object> }> }>>;
}

async function describeService(app: FastifyInstance): Promise<Described> {
  return (await app.inject('/openapi.json')).json<Described>();
}

/** Whether an answer is what the description says of its operation, status and media type. */
function matches(
  document: Described,
  operation: string,
  answer: { statusCode: number; headers: object; body: string },
) {
  const type = String((answer.headers as Record<string, unknown>)['content-type']).split(';')[0] ?? '';
  const [method = '', path = ''] = operation.split(' ');
  const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
  const pointer = ['paths', path, method, 'responses', String(answer.statusCode), 'content', type, 'schema'].map(
    escaped,
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(document, 'service');
  const validate = ajv.getSchema(`service#/${pointer.join('/')}`);
  if (!validate) return `nothing is said about ${operation} ${answer.statusCode} ${type}`;
  return validate(JSON.parse(answer.body)) ? 'as described' : ajv.errorsText(validate.errors);
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and lists every operation that the service has', async () => {
    const { app } = await startService();
    const document = await describeService(app);
    expect(document.openapi).toMatch(/^3\.1\./u);
    expect(Object.keys(document.paths).sort()).toMatchInlineSnapshot(`
      [
        "/ask",
        "/check",
        "/document",
        "/healthz",
        "/metrics",
        "/readyz",
        "/verify",
      ]
    `);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const method of Object.keys(methods)) {
        expect(app.hasRoute({ url: path, method: method.toUpperCase() as 'GET' }), `${method} ${path}`).toBe(true);
      }
    }
  });

  it.each([
    ['post /verify', { url: '/verify', ...json({ claim: FALSE_CLAIM }) }],
    [
      'post /verify',
      { url: '/verify', ...json({ claims: [TRUE_CLAIM, FALSE_CLAIM, 'Xyzzy invented the Frobnicator.'] }) },
    ],
    ['post /verify', { url: '/verify', ...json({ text: `${TRUE_CLAIM} ${FALSE_CLAIM}` }) }],
    ['post /verify', { url: '/verify', ...json({}) }],
    ['post /verify', { url: '/verify', ...json('x'.repeat(4_100_000)) }],
    ['post /check', { url: '/check', ...json({ text: `# Torchlet\n${FALSE_CLAIM}` }) }],
    ['post /check', { url: '/check', ...json({ text: 'x' }, { accept: 'image/png' }) }],
    ['post /check', { url: '/check', method: 'POST' as const, payload: 'x', headers: { 'content-type': 'image/png' } }],
    ['post /ask', { url: '/ask', ...json({ question: 'When was Ada Byte born?' }) }],
    ['post /ask', { url: '/ask', ...json({ question: 'Who is Nobody Special?' }) }],
    ['get /document', { url: `/document?name=${DOCUMENT.name}` }],
    ['get /document', { url: '/document?name=none.md' }],
    ['get /document', { url: '/document' }],
    ['get /healthz', { url: '/healthz' }],
    ['get /readyz', { url: '/readyz' }],
  ])('%s answers as described (%#)', async (operation, request) => {
    const { app } = await startService({ graph: true });
    const document = await describeService(app);
    expect(matches(document, operation, await app.inject(request))).toBe('as described');
  });

  it('describes the answer of a service that is not ready', async () => {
    const { app } = await startService({ unloaded: true });
    const document = await describeService(app);
    const answer = await app.inject({ url: '/verify', ...json({ claim: TRUE_CLAIM }) });
    expect(matches(document, 'post /verify', answer)).toBe('as described');
  });
});
