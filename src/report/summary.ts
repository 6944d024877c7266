import type { DocumentResult, Verdict } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { type CountName, labelsOf } from './labels.ts';

export type Counts = Readonly<Record<CountName, number>>;

/** Counts what the documents hold; `claims` are all checkable ones. */
export function count(results: readonly DocumentResult[]): Counts {
  const sum = (of: (result: DocumentResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const withVerdict = (verdict: Verdict) =>
    sum(({ claims }) => claims.filter((claim) => claim.verdict === verdict).length);
  return {
    documents: results.length,
    sentences: sum(({ sentences }) => sentences),
    claims: sum(({ claims }) => claims.length),
    supported: withVerdict('SUPPORTED'),
    refuted: withVerdict('REFUTED'),
    conflicting: withVerdict('CONFLICTING'),
    noInformation: withVerdict('NOT_ENOUGH_INFO'),
    contradictions: sum(({ contradictions }) => contradictions.length),
  };
}

const ORDER: readonly CountName[] = [
  'sentences',
  'claims',
  'supported',
  'refuted',
  'conflicting',
  'noInformation',
  'contradictions',
];

/** "412 sentences, 96 checkable claims, 40 supported, …", led by the number of documents where there are several. */
export function summaryLine(counts: Counts, language: Language): string {
  const labels = labelsOf(language);
  const names: readonly CountName[] = counts.documents === 1 ? ORDER : ['documents', ...ORDER];
  return names.map((name) => labels.counts[name](counts[name])).join(labels.separator);
}
