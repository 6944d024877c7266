import type { Documents, RefutedQuery, RefutedStatement } from '../../answer/documents.ts';
import type { EntityId } from '../../knowledge/model.ts';
import type { DocumentSummary, StoredClaim } from '../../store/graph-model.ts';
import type { GraphStore } from '../../store/graph-store.ts';

/** How many refuted statements an answer looks at, for each entity. */
const MOST = 500;

/** What is wrong in the documents of a graph, for answers. */
export function storeDocuments(store: GraphStore): Documents {
  return {
    count: async () => (await store.statistics()).documents,
    refuted: async (query) => await refuted(query, store),
  };
}

async function refuted({ entities, predicates }: RefutedQuery, store: GraphStore): Promise<RefutedStatement[]> {
  const about = entities === undefined ? [undefined] : entities;
  const found = await Promise.all(
    about.map(async (entity: EntityId | undefined) => {
      const page = await store.listClaims({ verdicts: ['REFUTED'], entity, predicates, limit: MOST });
      return page.items;
    }),
  );
  const claims = [...new Map(found.flat().map((claim) => [claim.id, claim])).values()];
  const documents = await store.documents([...new Set(claims.map(({ documentId }) => documentId))]);
  return claims
    .map((claim) => toStatement(claim, documents.get(claim.documentId)))
    .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start));
}

function toStatement(claim: StoredClaim, document: DocumentSummary | undefined): RefutedStatement {
  const { quote, start, end, subject, predicate, object, layer, language, assessment } = claim;
  return {
    document: document?.name ?? claim.documentId,
    quote,
    start,
    end,
    subject: subject.entity ?? subject.text,
    predicate,
    object: object.entity ?? object.text,
    layer,
    correction: assessment.correction ?? '',
    factIds: assessment.evidence,
    language,
  };
}
