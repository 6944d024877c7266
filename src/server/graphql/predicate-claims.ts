import type { Verdict } from '../../assessment/result.ts';
import type { PredicateId } from '../../knowledge/model.ts';
import type { ClaimCount } from '../../store/graph-answers.ts';
import type { DocumentId } from '../../store/graph-model.ts';
import { builder } from './builder.ts';
import { inLanguage, languageArg } from './language.ts';
import { VerdictCountsRef } from './verdict-counts.ts';

/** The claims of documents that state one predicate. */
export interface PredicateClaims {
  readonly predicate: PredicateId;
  readonly counts: Readonly<Record<Verdict, number>>;
}

const NONE: Readonly<Record<Verdict, number>> = { SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0 };

export const PredicateClaimsRef = builder.objectRef<PredicateClaims>('PredicateClaims').implement({
  description: 'What documents claim by one predicate, and how it stands.',
  fields: (t) => ({
    predicate: t.exposeString('predicate', { description: 'The relation or attribute.' }),
    label: t.string({
      description: 'What people call it.',
      args: languageArg,
      resolve: async ({ predicate }, { language }, { loaders }) => {
        const label = (await loaders.predicates()).get(predicate)?.label;
        return (label && inLanguage(label, language)) ?? predicate;
      },
    }),
    counts: t.expose('counts', { type: VerdictCountsRef, description: 'Its claims by verdict.' }),
  }),
});

/** Claims by predicate, of one document or of all: most refuted first, then most claims, then by name. */
export function claimsByPredicate(counts: readonly ClaimCount[], document?: DocumentId): PredicateClaims[] {
  return group(document === undefined ? counts : counts.filter((row) => row.document === document));
}

function group(rows: readonly ClaimCount[]): PredicateClaims[] {
  const found = new Map<PredicateId, Record<Verdict, number>>();
  for (const { predicate, verdict, count } of rows) {
    const counts = found.get(predicate) ?? { ...NONE };
    counts[verdict] += count;
    found.set(predicate, counts);
  }
  const all = (counts: Readonly<Record<Verdict, number>>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [...found]
    .map(([predicate, counts]) => ({ predicate, counts }))
    .sort(
      (a, b) =>
        b.counts.REFUTED - a.counts.REFUTED || all(b.counts) - all(a.counts) || (a.predicate < b.predicate ? -1 : 1),
    );
}
