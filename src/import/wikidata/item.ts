import { z } from 'zod';

/**
 * The entity JSON of Wikibase, as far as it is read (doc.wikimedia.org/Wikibase, "JSON" and "wikidatawiki dumps"). PHP
 * writes empty maps as `[]`, so both stand for none. What is malformed inside a statement drops only that statement.
 */
const emptyMap = (value: unknown) => (Array.isArray(value) ? {} : value);
const mapOf = <T extends z.ZodType>(schema: T) => z.preprocess(emptyMap, z.record(z.string(), schema)).default({});

const term = z.object({ language: z.string(), value: z.string() });

const snak = z.object({
  snaktype: z.enum(['value', 'somevalue', 'novalue']),
  property: z.string(),
  datavalue: z.object({ type: z.string(), value: z.unknown() }).optional(),
});

const statement = z.object({
  mainsnak: snak,
  rank: z.enum(['preferred', 'normal', 'deprecated']).default('normal'),
  qualifiers: mapOf(z.array(snak)),
  references: z.array(z.object({ snaks: mapOf(z.array(snak)) })).default([]),
});

const itemSchema = z.object({
  id: z.string().regex(/^[QPL]\d+/u),
  type: z.string().default('item'),
  modified: z.string().optional(),
  missing: z.unknown().optional(),
  redirects: z.object({ from: z.string(), to: z.string() }).optional(),
  labels: mapOf(term),
  descriptions: mapOf(term),
  aliases: mapOf(z.array(term)),
  claims: mapOf(z.array(z.unknown())),
  sitelinks: mapOf(z.object({ site: z.string(), title: z.string() })),
});

export type Snak = z.output<typeof snak>;
export type Statement = z.output<typeof statement>;

export interface Item extends Omit<z.output<typeof itemSchema>, 'claims'> {
  readonly claims: Readonly<Record<string, readonly Statement[]>>;
  /** Statements that are not in the documented form. */
  readonly malformed: number;
}

/** Checks one entity; a string says what is wrong with it. `properties`: only these are looked at. */
export function readItem(json: unknown, properties: ReadonlySet<string>): Item | string {
  const parsed = itemSchema.safeParse(json);
  if (!parsed.success)
    return `not an entity as Wikidata documents it (${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message})`;
  let malformed = 0;
  const claims: Record<string, Statement[]> = {};
  for (const [property, statements] of Object.entries(parsed.data.claims)) {
    if (!properties.has(property)) continue;
    claims[property] = statements.flatMap((raw) => {
      const one = statement.safeParse(raw);
      if (!one.success) malformed++;
      return one.success ? [one.data] : [];
    });
  }
  return { ...parsed.data, claims, malformed };
}

export interface MonolingualText {
  readonly language: string;
  readonly text: string;
}

/** A snak's value: an item's id, a text, a date, an amount; undefined for what is not read (coordinates, files …). */
export type SnakValue =
  | { readonly type: 'item'; readonly id: string }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'text'; readonly text: MonolingualText }
  | { readonly type: 'time'; readonly time: string; readonly precision: number; readonly calendar: string }
  | { readonly type: 'quantity'; readonly amount: number; readonly unit: string };

const shapes = {
  'wikibase-entityid': z
    .object({ id: z.string().optional(), 'numeric-id': z.number().optional() })
    .transform((value): SnakValue => ({ type: 'item', id: value.id ?? `Q${value['numeric-id']}` })),
  string: z.string().transform((text): SnakValue => ({ type: 'string', text })),
  monolingualtext: z
    .object({ language: z.string(), text: z.string() })
    .transform((text): SnakValue => ({ type: 'text', text })),
  time: z
    .object({ time: z.string(), precision: z.number(), calendarmodel: z.string().default('') })
    .transform(
      ({ time, precision, calendarmodel }): SnakValue => ({ type: 'time', time, precision, calendar: calendarmodel }),
    ),
  quantity: z
    .object({ amount: z.coerce.number(), unit: z.string().default('1') })
    .transform(({ amount, unit }): SnakValue => ({ type: 'quantity', amount, unit })),
} as const;

export function snakValue({ datavalue }: Snak): SnakValue | undefined {
  if (!datavalue || !Object.hasOwn(shapes, datavalue.type)) return undefined;
  const result = shapes[datavalue.type as keyof typeof shapes].safeParse(datavalue.value);
  return result.success ? result.data : undefined;
}
