import type { ClaimResult, DocumentResult } from '../assessment/result.ts';
import { type Documents, documentsOf, type RefutedStatement } from './documents.ts';

/** Documents whose check is made when first asked for, and kept. */
export function checkedDocuments(check: () => Promise<readonly DocumentResult[]>): Documents {
  let checked: Promise<Documents> | undefined;
  const load = () => {
    checked ??= check().then((results) => documentsOf(results.flatMap(refutedIn), results.length));
    return checked;
  };
  return {
    count: async () => (await load()).count(),
    refuted: async (query) => (await load()).refuted(query),
  };
}

/** What a document says that facts refute, in the order of its text. */
export function refutedIn({ document, claims }: DocumentResult): RefutedStatement[] {
  return claims.filter(({ verdict }) => verdict === 'REFUTED').map((claim) => toStatement(document, claim));
}

function toStatement(document: string, claim: ClaimResult): RefutedStatement {
  const { quote, start, end, subject, predicate, object, layer, language } = claim;
  const factIds = claim.evidence.map(({ factId }) => factId);
  return {
    document,
    quote,
    start,
    end,
    subject,
    predicate,
    object,
    layer,
    correction: claim.correction ?? '',
    factIds,
    language,
  };
}
