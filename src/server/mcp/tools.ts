import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { REPORTERS } from '../../report/formats.ts';
import { knowledgeNames } from '../../report/names.ts';
import { FLAGS } from '../../report/select.ts';
import { renderVerification } from '../../report/verification.ts';
import { packageVersion } from '../../settings.ts';
import { answerSchema } from '../rest/answer-schema.ts';
import type { OperationContext } from '../rest/operation.ts';
import { checkRequest, claimText, questionText } from '../rest/requests.ts';
import { documentResult, verification } from '../rest/result-schemas.ts';
import { need } from '../services.ts';
import { answerText } from './answer-text.ts';
import { safely } from './safely.ts';

/** Nothing is changed, nothing outside is asked, and the same question has the same answer. */
export const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

/** Adds the tools that check and answer. */
export function addTools(server: McpServer, context: OperationContext): void {
  addVerify(server, context);
  addCheck(server, context);
  addAsk(server, context);
}

function addVerify(server: McpServer, context: OperationContext): void {
  const { services, settings } = context;
  server.registerTool(
    'verify_claim',
    {
      title: 'Verify a claim',
      description:
        'Says whether a statement about AI people, organisations, software, models, techniques, papers, datasets, courses or books is true (SUPPORTED), wrong (REFUTED, with the correction), disputed (CONFLICTING) or undecided (NOT_ENOUGH_INFO), with sourced facts. Chinese or English, one or a few sentences.',
      inputSchema: z.object({ claim: claimText(settings).describe('The statement.') }),
      outputSchema: verification,
      annotations: { ...READ_ONLY, title: 'Verify a claim' },
    },
    async ({ claim }) => {
      const result = await safely(context, () => need(services, 'verifier').verify(claim));
      return answer(renderVerification(result, { language: 'auto', color: false }), result);
    },
  );
}

function addCheck(server: McpServer, context: OperationContext): void {
  const { services, settings } = context;
  server.registerTool(
    'check_document',
    {
      title: 'Check a document',
      description:
        'Lists every checkable claim of a document (Markdown, plain text or HTML; Chinese or English) with its place, verdict, correction and sources, and where the document contradicts itself.',
      inputSchema: checkRequest(settings),
      outputSchema: documentResult,
      annotations: { ...READ_ONLY, title: 'Check a document' },
    },
    async ({ text, name = 'document', format }) => {
      const { engine } = need(services, 'verifier');
      const task = { name, content: text, ...(format ? { format } : {}) };
      const checked = await safely(context, () => services.checks.check(task));
      for (const { verdict } of checked.result.claims) services.metrics.verdict('check', verdict);
      const report = REPORTERS.markdown([checked], {
        language: 'auto',
        only: FLAGS,
        color: false,
        version: packageVersion(),
        names: knowledgeNames(engine.knowledge),
        failures: [],
      });
      return answer(report, checked.result);
    },
  );
}

function addAsk(server: McpServer, context: OperationContext): void {
  const { services, settings } = context;
  server.registerTool(
    'ask',
    {
      title: 'Ask a question',
      description:
        'Answers a question (Chinese or English) about AI people, organisations, software, models, techniques, papers and the like from sourced facts, warns where documents say otherwise, and abstains where the knowledge does not decide.',
      inputSchema: z.object({ question: questionText(settings).describe('The question.') }),
      outputSchema: answerSchema,
      annotations: { ...READ_ONLY, title: 'Ask a question' },
    },
    async ({ question }) => {
      const result = await safely(context, () => need(services, 'answerer').ask(question));
      return answer(answerText(result), result);
    },
  );
}

/** A tool's answer: words for the model, and the data as promised. */
export function answer(text: string, data: object): CallToolResult {
  return { content: [{ type: 'text', text }], structuredContent: { ...data } };
}
