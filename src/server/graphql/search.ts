import type { StoredEntity, StoredFact, StoredPassage } from '../../store/graph-model.ts';
import type { SearchScope } from '../../store/graph-queries.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { FactRef } from './fact.ts';
import { PAGE } from './limits.ts';
import { PassageRef } from './passage.ts';

type Found =
  | { readonly type: 'entity'; readonly item: StoredEntity }
  | { readonly type: 'passage'; readonly item: StoredPassage }
  | { readonly type: 'fact'; readonly item: StoredFact };

/** What was found, with its score. */
type Hit = Found & { readonly score: number };

const ScopeRef = builder.enumType('SearchScope', {
  description: 'What to look for.',
  values: ['entity', 'passage', 'fact'] as const,
});

const HitRef = builder.objectRef<Hit>('SearchHit').implement({
  description: 'Something found. One of `entity`, `passage` and `fact` is there, as `type` says.',
  fields: (t) => ({
    type: t.expose('type', { type: ScopeRef, description: 'What it is.' }),
    score: t.exposeFloat('score', { description: 'How well it fits: larger is better, comparable within one answer.' }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The entity found.',
      resolve: (hit) => (hit.type === 'entity' ? hit.item : null),
    }),
    passage: t.field({
      type: PassageRef,
      nullable: true,
      description: 'The passage found.',
      resolve: (hit) => (hit.type === 'passage' ? hit.item : null),
    }),
    fact: t.field({
      type: FactRef,
      nullable: true,
      description: 'The fact found.',
      resolve: (hit) => (hit.type === 'fact' ? hit.item : null),
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: [HitRef],
    description: 'Entities, passages of documents and facts that fit a text, best first.',
    args: {
      text: t.arg.string({ required: true, description: 'A name, some words, or a question.' }),
      scope: t.arg({ type: [ScopeRef], description: 'What to look for; everything where it is not said.' }),
      first: t.arg.int({ description: `How many, 1 to ${PAGE.most}; ${PAGE.usual} where it is not said.` }),
    },
    complexity: ({ first }) => ({ field: 50, multiplier: Math.min(first ?? PAGE.usual, PAGE.most) }),
    resolve: async (_, { text, scope, first }, { store, services }) => {
      const limit = Math.min(Math.max(first ?? PAGE.usual, 1), PAGE.most);
      const scopes = scope && scope.length > 0 ? scope : (['entity', 'passage', 'fact'] as const);
      return services.search
        ? await searchByRank(text, { scopes, limit }, { store, search: services.search })
        : await searchByWords(text, { scopes, limit }, store);
    },
  }),
);

interface Wanted {
  readonly scopes: readonly SearchScope[];
  readonly limit: number;
}

/** By words, by meaning and by the graph, fused. */
async function searchByRank(
  text: string,
  { scopes, limit }: Wanted,
  { store, search }: { store: GraphStore; search: SearchPort },
): Promise<Hit[]> {
  const { hits } = await search.search(text, { limit, types: scopes });
  const ids = (type: SearchScope) => hits.filter((hit) => hit.type === type).map(({ id }) => id);
  const [entities, passages, facts] = await Promise.all([
    store.entities(ids('entity')),
    store.passages(ids('passage')),
    store.facts(ids('fact')),
  ]);
  const found = { entity: entities, passage: passages, fact: facts };
  return hits.flatMap(({ type, id, score }) => {
    const item = found[type].get(id);
    return item ? [{ type, item, score } as Hit] : [];
  });
}

/** By words alone, as the store finds them; the scopes take turns, since their scores do not compare. */
async function searchByWords(text: string, { scopes, limit }: Wanted, store: GraphStore): Promise<Hit[]> {
  const { entities, passages, facts } = await store.search({ text, scopes, limit });
  const hits = [
    ...entities.map(({ score, entity }, rank) => ({ rank, hit: { type: 'entity', item: entity, score } as const })),
    ...facts.map(({ score, fact }, rank) => ({ rank, hit: { type: 'fact', item: fact, score } as const })),
    ...passages.map(({ score, passage }, rank) => ({ rank, hit: { type: 'passage', item: passage, score } as const })),
  ];
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

/** What is needed of the search over words, meaning and graph. */
export interface SearchPort {
  search(
    text: string,
    options: { readonly limit: number; readonly types: readonly SearchScope[] },
  ): Promise<{ readonly hits: readonly { readonly type: SearchScope; readonly id: string; readonly score: number }[] }>;
}
