import { z } from 'zod';
import { parseDate } from './date.ts';

/** The shape of a knowledge file, before ids and values are resolved against the ontology. */
const dateText = z.unknown().transform((value, context) => {
  const date = parseDate(value);
  if (date === undefined)
    context.addIssue({ code: 'custom', message: `'${String(value)}' is no date; write 2015, 2015-11 or 2015-11-09` });
  return date ?? '';
});
const idList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));
export const localTextSchema = z.union([
  z.string().transform((text) => ({ en: text, zh: text })),
  z.strictObject({ en: z.string().optional(), zh: z.string().optional() }),
]);

export const sourceSchema = z.strictObject({
  url: z.url({ error: 'a source needs a full url (https://…)' }),
  title: z.string(),
  publisher: z.string().optional(),
  kind: z.enum(['primary', 'secondary'], { error: "kind must be 'primary' or 'secondary'" }),
  read: dateText.optional(),
});

const namesSchema = z.strictObject({
  en: z.array(z.coerce.string()).default([]),
  zh: z.array(z.coerce.string()).default([]),
  any: z.array(z.coerce.string()).default([]),
  cased: z.array(z.coerce.string()).default([]),
});

const completenessSchema = z.union([
  z.string().transform((predicate) => ({ predicate, start: undefined, end: undefined })),
  z.strictObject({ predicate: z.string(), start: dateText.optional(), end: dateText.optional() }),
]);

export const entitySchema = z.strictObject({
  kind: z.string(),
  label: z.strictObject({ en: z.coerce.string().optional(), zh: z.coerce.string().optional() }),
  aliases: namesSchema.prefault({}),
  description: z.strictObject({ en: z.string().optional(), zh: z.string().optional() }).default({}),
  sameAs: z.array(z.string()).default([]),
  source: idList.default([]),
  facts: z.record(z.string(), z.unknown()).default({}),
  complete: z.array(completenessSchema).default([]),
  completeInverse: z.array(completenessSchema).default([]),
});

/** Additions to an entity that another file defines: names, links and facts, never another kind, label or completeness. */
export const extensionSchema = z.strictObject({
  extends: z.literal(true),
  aliases: namesSchema.prefault({}),
  sameAs: z.array(z.string()).default([]),
  source: idList.default([]),
  facts: z.record(z.string(), z.unknown()).default({}),
});

/** A fact written out: a value with what is said about it. */
export const statementSchema = z.strictObject({
  value: z.unknown(),
  source: idList.optional(),
  rank: z.enum(['preferred', 'normal', 'deprecated']).default('normal'),
  asOf: dateText.optional(),
  start: dateText.optional(),
  end: dateText.optional(),
  at: dateText.optional(),
  role: idList.optional(),
  degree: idList.optional(),
  field: idList.optional(),
  advisor: idList.optional(),
  for: idList.optional(),
  with: idList.optional(),
  place: idList.optional(),
  score: z.coerce.string().optional(),
  price: z.coerce.string().optional(),
  relation: z.string().optional(),
  title: localTextSchema.optional(),
  note: localTextSchema.optional(),
  mistaken: localTextSchema.optional(),
});

export type EntityEntry = z.output<typeof entitySchema>;
export type StatementEntry = z.output<typeof statementSchema>;
export type ExtensionEntry = z.output<typeof extensionSchema>;
