import type { StoredClaim, StoredFact } from '../../store/graph-model.ts';
import type { ClaimQuery } from '../../store/graph-queries.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { ArgumentRef } from './argument.ts';
import { BilingualRef } from './bilingual.ts';
import { builder, storeId } from './builder.ts';
import { type Connection, type PageArgs, pageArgs, toConnection } from './connection.ts';
import type { GraphContext } from './context.ts';
import { DocumentRef } from './document.ts';
import { FactRef } from './fact.ts';
import { LanguageRef } from './language.ts';
import { LIST, pageCost } from './limits.ts';
import { missingAs } from './missing.ts';
import { PassageRef } from './passage.ts';
import { PastAssessmentRef } from './past-assessment.ts';
import { VerdictRef } from './verdict.ts';

export const ClaimRef = builder.loadableNodeRef('Claim', {
  id: { resolve: (claim: StoredClaim) => claim.id },
  load: async (ids: string[], { store }) => {
    const claims = await store.claims(ids);
    return ids.map((id) => claims.get(id) ?? missingAs<StoredClaim>('claim', id));
  },
});

ClaimRef.implement({
  description: 'An atomic statement of a document, with its verdict.',
  fields: (t) => ({
    claimId: t.exposeString('id', { description: 'Its id in the store; the same as long as the document makes it.' }),
    quote: t.exposeString('quote', { description: 'The words of the document.' }),
    start: t.exposeInt('start', { description: 'Where it begins: UTF-16 offset in the text of the document.' }),
    end: t.exposeInt('end', { description: 'Where it ends: UTF-16 offset, exclusive.' }),
    subject: t.expose('subject', { type: ArgumentRef, description: 'What it is about.' }),
    predicate: t.exposeString('predicate', { description: 'The relation or attribute.' }),
    object: t.expose('object', { type: ArgumentRef, description: 'What it says of that.' }),
    negated: t.exposeBoolean('negated', { description: 'Whether it denies it.' }),
    layer: t.exposeString('layer', { description: 'How it was understood.' }),
    language: t.expose('language', { type: LanguageRef, description: 'The language it is in.' }),
    section: t.exposeStringList('section', { description: 'The headings above it, outermost first.' }),
    from: t.string({
      nullable: true,
      description: 'Since when, as the claim says.',
      resolve: ({ period }) => period?.from ?? null,
    }),
    to: t.string({
      nullable: true,
      description: 'Until when, as the claim says.',
      resolve: ({ period }) => period?.to ?? null,
    }),
    verdict: t.field({
      type: VerdictRef,
      description: 'What the facts say.',
      resolve: ({ assessment }) => assessment.verdict,
    }),
    confidence: t.float({
      description: '0…1: how sure the verdict is.',
      resolve: ({ assessment }) => assessment.confidence,
    }),
    explanation: t.field({
      type: BilingualRef,
      description: 'Why.',
      resolve: ({ assessment }) => assessment.explanation,
    }),
    correction: t.string({
      nullable: true,
      description: "What is right, in the claim's language; where it is refuted.",
      resolve: ({ assessment }) => assessment.correction ?? null,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why the facts do not decide it, where they do not.',
      resolve: ({ assessment }) => assessment.reason ?? null,
    }),
    evidence: t.field({
      type: [FactRef],
      description: 'The facts that decide, most telling first.',
      complexity: LIST,
      resolve: ({ assessment }, _args, context) => loadFacts(assessment.evidence, context),
    }),
    assessedAt: t.string({
      description: 'When it was assessed (ISO 8601, UTC).',
      resolve: ({ assessment }) => assessment.assessedAt,
    }),
    document: t.field({ type: DocumentRef, description: 'Where it stands.', resolve: ({ documentId }) => documentId }),
    passage: t.field({
      type: PassageRef,
      description: 'The paragraph it stands in.',
      resolve: ({ passageId }) => passageId,
    }),
    history: t.field({
      type: [PastAssessmentRef],
      description: 'The verdicts it has had, the latest first.',
      complexity: { field: 10, multiplier: 5 },
      resolve: async ({ documentId, id }, _args, { store }) => [...(await store.history(documentId, id))],
    }),
  }),
});

/** Facts by id, without those that the knowledge no longer has. */
export async function loadFacts(ids: readonly string[], context: GraphContext): Promise<StoredFact[]> {
  const facts = await FactRef.getDataloader(context).loadMany([...ids]);
  return facts.filter((fact): fact is StoredFact => !(fact instanceof Error));
}

export const ClaimConnection = builder.connectionObject({
  type: ClaimRef,
  name: 'ClaimConnection',
  description: 'A page of claims.',
});

/** The claims that meet conditions, page by page. */
export function toClaims(page: PageArgs, conditions: ClaimQuery, store: GraphStore): Promise<Connection<StoredClaim>> {
  return toConnection(page, (query) => store.listClaims({ ...conditions, ...query }));
}

builder.queryField('claims', (t) =>
  t.field({
    type: ClaimConnection,
    description: 'What the documents claim, by document and position. All conditions must be met.',
    args: {
      ...pageArgs,
      verdict: t.arg({ type: [VerdictRef], description: 'Only with one of these verdicts.' }),
      entity: t.arg.id({ description: 'Only about this entity (id or slug), as subject or object.' }),
      document: t.arg.id({ description: 'Only of this document.' }),
      predicate: t.arg.stringList({ description: 'Only of these predicates.' }),
      fromYear: t.arg.int({ description: 'Only what is said of this year or later.' }),
      toYear: t.arg.int({ description: 'Only what is said of this year or earlier.' }),
    },
    complexity: pageCost,
    resolve: (_, { verdict, entity, document, predicate, fromYear, toYear, first, after }, { store }) => {
      const conditions: ClaimQuery = {
        verdicts: verdict ?? undefined,
        entity: entity ? storeId(String(entity), 'Entity') : undefined,
        document: document ? storeId(String(document), 'Document') : undefined,
        predicates: predicate ?? undefined,
        period:
          typeof fromYear === 'number' || typeof toYear === 'number'
            ? { from: fromYear ?? undefined, to: toYear ?? undefined }
            : undefined,
      };
      return toClaims({ first, after }, conditions, store);
    },
  }),
);
