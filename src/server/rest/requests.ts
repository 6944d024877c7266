import { z } from 'zod';
import type { ServerSettings } from '../settings.ts';

/** One claim. */
export function claimText({ maxClaim }: ServerSettings) {
  return z
    .string()
    .max(maxClaim)
    .regex(/\S/u, 'is empty: give a sentence | 内容为空：请给出一个句子')
    .meta({ example: 'PyTorch was developed by Google.' });
}

/** What POST /verify takes: one claim, several, or a text. */
export function verifyRequest(settings: ServerSettings) {
  const { maxBatch, maxText } = settings;
  const claim = claimText(settings);
  const text = z
    .string()
    .max(maxText)
    .regex(/\S/u, 'is empty: give a text | 内容为空：请给出一段文字')
    .meta({ description: 'Several sentences; answered like a document.', example: 'GPT-3由OpenAI于2020年发布。' });
  return z
    .strictObject({
      claim: claim.optional(),
      claims: z.array(claim).min(1).max(maxBatch).optional(),
      text: text.optional(),
    })
    .refine(
      (body) => [body.claim, body.claims, body.text].filter((part) => part !== undefined).length === 1,
      'needs exactly one of claim, claims, text | 须且只能给出 claim、claims、text 之一',
    )
    .meta({ id: 'VerifyRequest', description: 'Exactly one of `claim`, `claims` and `text`.' });
}

/** A question. */
export function questionText({ maxClaim }: ServerSettings) {
  return z
    .string()
    .max(maxClaim)
    .regex(/\S/u, 'is empty: ask a question | 内容为空：请提出一个问题')
    .meta({ example: 'PyTorch是谁开发的？' });
}

/** What POST /ask takes. */
export function askRequest(settings: ServerSettings) {
  return z.strictObject({ question: questionText(settings) }).meta({ id: 'AskRequest' });
}

/** Names that documents go by; no path of the server is ever read. */
const name = z.string().min(1).max(500);
const format = z.enum(['markdown', 'plain', 'html']);

/** What POST /check takes as JSON. */
export function checkRequest({ maxDocument }: ServerSettings) {
  return z
    .strictObject({
      text: z.string().max(maxDocument).meta({ example: '# PyTorch\n\nPyTorch was developed by Google.' }),
      name: name.optional().meta({ description: 'What the document is called in the report; default `document`.' }),
      format: format.optional().meta({ description: 'How to read it; default: what it looks like.' }),
    })
    .meta({ id: 'CheckRequest' });
}

const SHOWN = {
  refuted: 'REFUTED',
  supported: 'SUPPORTED',
  conflicting: 'CONFLICTING',
  'no-information': 'NOT_ENOUGH_INFO',
  contradictions: 'CONTRADICTION',
} as const;
type ShownName = keyof typeof SHOWN;
const isShown = (part: string): part is ShownName => Object.hasOwn(SHOWN, part);

/** How POST /check is to report. */
export const checkQuery = z.object({
  format: z
    .enum(['json', 'jsonl', 'sarif', 'html', 'claimreview', 'markdown', 'text'])
    .optional()
    .meta({ description: 'The format of the report; wins over Accept.' }),
  language: z
    .enum(['zh', 'en', 'auto'])
    .default('auto')
    .meta({ description: "Language of labels and explanations; auto: the document's own." }),
  only: z
    .string()
    .max(200)
    .transform((list) => list.split(',').map((part) => part.trim().toLowerCase()))
    .refine(
      (parts) => parts.every(isShown),
      `takes ${Object.keys(SHOWN).join(', ')}, separated by commas | 可用值：${Object.keys(SHOWN).join('、')}，以逗号分隔`,
    )
    .transform((parts) => new Set(parts.filter(isShown).map((part) => SHOWN[part])))
    .optional()
    .meta({ description: 'What to show: refuted, conflicting, contradictions, supported, no-information.' }),
  name: name.optional().meta({ description: 'What the document is called in the report.' }),
});
