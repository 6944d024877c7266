import * as z from 'zod/mini';
import { bilingual, source } from '../../api/schemas.ts';

/** What the explorer asks of the graph, as fragments and as what comes back. */

export const NODE = `fragment node on Entity {
  slug kind kinds label zh: label(language: zh) kindLabel kindZh: kindLabel(language: zh) factCount
}`;

export const FACT = `fragment fact on Fact {
  factId predicate predicateLabel predicateZh: predicateLabel(language: zh)
  subject { slug label zh: label(language: zh) }
  value { type entity { slug label zh: label(language: zh) } date url } valueText { en zh }
  qualifiers { start end at note noteZh: note(language: zh) } asOf sources { title url }
}`;

export const CLAIM = `fragment claim on Claim {
  claimId quote start end predicate negated correction explanation { en zh } from to section
  subject { text entity { ...node } }
  object { text entity { ...node } }
  document { name } evidence { ...fact subject { ...node } value { entity { ...node } } }
}`;

const text = z.nullable(z.string());

/** An entity; where only its names were asked for, it is of no kind. */
export const node = z.pipe(
  z.object({
    slug: z.string(),
    label: z.string(),
    zh: z.string(),
    kind: z._default(z.string(), ''),
    kinds: z._default(z.array(z.string()), []),
    kindLabel: z._default(z.string(), ''),
    kindZh: z._default(z.string(), ''),
    factCount: z._default(z.number(), 0),
  }),
  z.transform(({ slug, label, zh, kindLabel, kindZh, ...rest }) => ({
    ...rest,
    id: slug,
    label: { en: label, zh },
    kindLabel: { en: kindLabel, zh: kindZh },
  })),
);

export const fact = z.pipe(
  z.object({
    factId: z.string(),
    predicate: z.string(),
    predicateLabel: z.string(),
    predicateZh: z.string(),
    subject: node,
    value: z.object({ type: z.string(), entity: z.nullable(node), date: text, url: text }),
    valueText: bilingual,
    qualifiers: z.object({ start: text, end: text, at: text, note: text, noteZh: text }),
    asOf: text,
    sources: z.array(source),
  }),
  z.transform(({ factId, predicateLabel, predicateZh, qualifiers: { noteZh, note, ...period }, ...rest }) => ({
    ...rest,
    id: factId,
    predicateLabel: { en: predicateLabel, zh: predicateZh },
    period,
    note: note === null ? undefined : { en: note, zh: noteZh ?? note },
  })),
);

const argument = z.object({ text: z.string(), entity: z.nullable(node) });

export const claim = z.pipe(
  z.object({
    claimId: z.string(),
    quote: z.string(),
    start: z.number(),
    end: z.number(),
    predicate: z.string(),
    negated: z.boolean(),
    correction: text,
    explanation: bilingual,
    from: text,
    to: text,
    section: z.array(z.string()),
    subject: argument,
    object: argument,
    document: z.object({ name: z.string() }),
    evidence: z.array(fact),
  }),
  z.transform(({ claimId, document, ...rest }) => ({ ...rest, id: claimId, document: document.name })),
);

/** An entity, as far as the graph shows it. */
export type GraphEntity = z.output<typeof node>;
/** A fact with its sources. */
export type GraphFact = z.output<typeof fact>;
/** What a document claims, refuted. */
export type RefutedClaim = z.output<typeof claim>;
