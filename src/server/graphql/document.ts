import type { DocumentSummary, StoredClaim } from '../../store/graph-model.ts';
import { documentId } from '../../store/ids.ts';
import { annotate } from './annotated-text.ts';
import { builder, storeId } from './builder.ts';
import { ClaimConnection, ClaimRef, toClaims } from './claim.ts';
import { pageArgs, toConnection } from './connection.ts';
import { ContradictionConnection } from './contradiction.ts';
import { LanguageRef } from './language.ts';
import { LIST, pageCost } from './limits.ts';
import { MentionRef } from './mention.ts';
import { missingAs } from './missing.ts';
import { PassageConnection } from './passage.ts';
import { claimsByPredicate, PredicateClaimsRef } from './predicate-claims.ts';
import { VerdictRef } from './verdict.ts';
import { VerdictCountsRef } from './verdict-counts.ts';

export const DocumentRef = builder.loadableNodeRef('Document', {
  id: { resolve: (document: DocumentSummary) => document.id },
  load: async (ids: string[], { store }) => {
    const documents = await store.documents(ids);
    return ids.map((id) => documents.get(id) ?? missingAs<DocumentSummary>('document', id));
  },
});

const TextPieceRef = builder
  .objectRef<{ readonly text: string; readonly start: number; readonly claims: readonly StoredClaim[] }>('TextPiece')
  .implement({
    description: 'A stretch of the text that the same claims cover; all pieces together are the text.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'Its words.' }),
      start: t.exposeInt('start', { description: 'Where it begins: UTF-16 offset in the text.' }),
      claims: t.field({
        type: [ClaimRef],
        description: 'The claims that cover it; often none.',
        complexity: LIST,
        resolve: ({ claims }) => [...claims],
      }),
    }),
  });

DocumentRef.implement({
  description: 'A text that was added, with what it claims and what of that is wrong.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name it was added under: usually its path.' }),
    language: t.expose('language', { type: LanguageRef, description: 'The language of most sentences.' }),
    format: t.exposeString('format', { description: 'How it was read: `markdown`, `plain` or `html`.' }),
    sentences: t.exposeInt('sentences', { description: 'How many sentences it has.' }),
    ingestedAt: t.exposeString('ingestedAt', { description: 'When this text was added (ISO 8601, UTC).' }),
    contentHash: t.exposeString('contentHash', { description: 'Hash of the text: another text has another.' }),
    counts: t.field({ type: VerdictCountsRef, description: 'Its claims by verdict.', resolve: ({ claims }) => claims }),
    claimsByPredicate: t.field({
      type: [PredicateClaimsRef],
      description: 'Its claims by what they state; most refuted first.',
      complexity: LIST,
      resolve: async ({ id }, _args, { loaders }) => claimsByPredicate(await loaders.claimCounts(), id),
    }),
    contradictionCount: t.exposeInt('contradictions', { description: 'In how many contradictions it takes part.' }),
    text: t.string({
      description: 'The whole text, which offsets count in.',
      complexity: 50,
      resolve: async ({ id }, _args, { loaders }) => (await loaders.wholeDocument.load(id))?.text ?? '',
    }),
    annotatedText: t.field({
      type: [TextPieceRef],
      description: 'The whole text in pieces, each with the claims that cover it.',
      complexity: { field: 50, multiplier: 20 },
      resolve: async ({ id }, _args, { loaders }) => {
        const whole = await loaders.wholeDocument.load(id);
        return whole ? annotate(whole.text, whole.claims) : [];
      },
    }),
    mentions: t.field({
      type: [MentionRef],
      description: 'The words in it that name entities and values.',
      complexity: { field: 50, multiplier: 20 },
      resolve: async ({ id }, _args, { loaders }) => [...((await loaders.wholeDocument.load(id))?.mentions ?? [])],
    }),
    passages: t.field({
      type: PassageConnection,
      description: 'Its paragraphs, headings and lists, in order.',
      args: pageArgs,
      complexity: pageCost,
      resolve: ({ id }, page, { store }) =>
        toConnection(page, (query) => store.listPassages({ ...query, document: id })),
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'What it claims, in order.',
      args: { ...pageArgs, verdict: t.arg({ type: [VerdictRef], description: 'Only with one of these verdicts.' }) },
      complexity: pageCost,
      resolve: ({ id }, { verdict, ...page }, { store }) =>
        toClaims(page, { document: id, verdicts: verdict ?? undefined }, store),
    }),
    contradictions: t.field({
      type: ContradictionConnection,
      description: 'Where it contradicts itself or other documents.',
      args: pageArgs,
      complexity: pageCost,
      resolve: ({ id }, page, { store }) =>
        toConnection(page, (query) => store.listContradictions({ ...query, document: id })),
    }),
  }),
});

const DocumentConnection = builder.connectionObject({
  type: DocumentRef,
  name: 'DocumentConnection',
  description: 'A page of documents.',
});

builder.queryFields((t) => ({
  document: t.field({
    type: DocumentRef,
    nullable: true,
    description: 'One document, by its id or by the name it was added under.',
    args: {
      id: t.arg.id({ description: 'A global id, or the id in the store.' }),
      name: t.arg.string({ description: 'The name it was added under.' }),
    },
    resolve: async (_, { id, name }, { store }) => {
      const wanted = id === null || id === undefined ? documentId(name ?? '') : storeId(String(id), 'Document');
      return (await store.documents([wanted])).get(wanted) ?? null;
    },
  }),
  documents: t.field({
    type: DocumentConnection,
    description: 'All documents, in the order of their names.',
    args: pageArgs,
    complexity: pageCost,
    resolve: (_, page, { store }) => toConnection(page, (query) => store.listDocuments(query)),
  }),
}));
