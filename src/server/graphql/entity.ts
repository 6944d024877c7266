import { type GraphQLResolveInfo, Kind } from 'graphql';
import { within } from '../../knowledge/date.ts';
import type { StoredEntity, StoredFact } from '../../store/graph-model.ts';
import { asOfArg, readAsOf } from './as-of.ts';
import { builder, storeId } from './builder.ts';
import { ClaimConnection, toClaims } from './claim.ts';
import { pageArgs, toConnection } from './connection.ts';
import { findByName } from './entity-by-name.ts';
import { FactRef } from './fact.ts';
import { inLanguage, languageArg } from './language.ts';
import { LIST, pageCost } from './limits.ts';
import { missingAs } from './missing.ts';
import { browserLink } from './neo4j-browser.ts';
import { PassageConnection } from './passage.ts';
import { SubgraphRef } from './subgraph.ts';
import { VerdictRef } from './verdict.ts';

export const EntityRef = builder.loadableNodeRef('Entity', {
  id: { resolve: (entity: StoredEntity) => entity.id },
  load: async (ids: string[], { store }) => {
    const entities = await store.entities(ids);
    return ids.map((id) => entities.get(id) ?? missingAs<StoredEntity>('entity', id));
  },
});

const factArgs = builder.args((t) => ({
  predicate: t.stringList({ description: 'Only of these predicates.' }),
  asOf: asOfArg(t),
}));

EntityRef.implement({
  description: 'A person, organisation, framework, model, technique, paper … or a kind or term of the vocabulary.',
  fields: (t) => ({
    slug: t.exposeString('id', { description: 'Its id in the knowledge, as in `person/andrej-karpathy`.' }),
    kind: t.exposeString('kind', { description: 'Its own kind, as in `framework`.' }),
    kinds: t.exposeStringList('kinds', { description: 'Every kind it is of, broader ones included.' }),
    label: t.string({
      description: 'What it is called.',
      args: languageArg,
      resolve: ({ id, label }, { language }) => inLanguage(label, language) ?? id,
    }),
    description: t.string({
      nullable: true,
      description: 'What it is, in a few words.',
      args: languageArg,
      resolve: ({ description }, { language }) => inLanguage(description, language),
    }),
    aliases: t.stringList({
      description: 'Other names, in all languages.',
      resolve: ({ aliases }) => [...new Set(aliases.map(({ text }) => text))],
    }),
    kindLabel: t.string({
      description: 'What people call its kind.',
      args: languageArg,
      resolve: async ({ kind }, { language }, { loaders }) =>
        inLanguage((await loaders.entity.load(`kind/${kind}`))?.label ?? {}, language) ?? kind,
    }),
    factCount: t.int({
      description: 'How many facts there are of and about it.',
      resolve: ({ id }, _args, { loaders }) => loaders.factCount.load(id),
    }),
    neo4jBrowser: t.string({
      nullable: true,
      description:
        'A link that opens it in Neo4j Browser; null where the graph is not in Neo4j or its Browser is unknown.',
      resolve: async ({ id }, _args, { loaders, settings }) =>
        browserLink(id, { ...(await loaders.status()), browser: settings.neo4jBrowser }) ?? null,
    }),
    sameAs: t.exposeStringList('sameAs', { description: 'Pages elsewhere that are about it.' }),
    facts: t.field({
      type: [FactRef],
      description: 'What the knowledge states about it.',
      args: factArgs,
      complexity: LIST,
      resolve: async ({ id }, { predicate, asOf }, { loaders }) =>
        holding(await loaders.factsOf.load({ entity: id, predicates: predicate ?? undefined }), asOf),
    }),
    factsAbout: t.field({
      type: [FactRef],
      description: 'What the knowledge states of others with this as the value.',
      args: factArgs,
      complexity: LIST,
      resolve: async ({ id }, { predicate, asOf }, { loaders }) =>
        holding(await loaders.factsAbout.load({ entity: id, predicates: predicate ?? undefined }), asOf),
    }),
    completePredicates: t.stringList({
      description: 'Predicates whose values are all listed: anything else is wrong.',
      resolve: ({ complete }) => [
        ...new Set(complete.filter(({ inverse }) => !inverse).map(({ predicate }) => predicate)),
      ],
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'What the documents claim about it.',
      args: { ...pageArgs, verdict: t.arg({ type: [VerdictRef], description: 'Only with one of these verdicts.' }) },
      complexity: pageCost,
      resolve: ({ id }, { verdict, ...page }, { store }) =>
        toClaims(page, { entity: id, verdicts: verdict ?? undefined }, store),
    }),
    passages: t.field({
      type: PassageConnection,
      description: 'Passages of documents that mention it.',
      args: pageArgs,
      complexity: pageCost,
      resolve: ({ id }, page, { store }) => toConnection(page, (query) => store.passagesMentioning(id, query)),
    }),
    neighbourhood: t.field({
      type: SubgraphRef,
      description: 'What lies around it in the graph.',
      args: {
        depth: t.arg.int({ description: 'How many facts away, 1 to 3; 1 where it is not said.' }),
        predicate: t.arg.stringList({ description: 'Only over these predicates.' }),
        year: t.arg.int({ description: 'Only facts that can hold in this year.' }),
        limit: t.arg.int({ description: 'Facts at most, 1 to 500; 100 where it is not said.' }),
      },
      complexity: { field: 100, multiplier: 10 },
      resolve: async ({ id }, { depth, predicate, year, limit }, { store }) =>
        (await store.neighbourhood(id, {
          depth: depth ?? undefined,
          predicates: predicate ?? undefined,
          year: year ?? undefined,
          limit: Math.min(limit ?? 100, 500),
        })) ?? { entities: [], facts: [], truncated: false },
    }),
  }),
});

/** Those that can hold at a date. */
function holding(facts: readonly StoredFact[], asOf: string | null | undefined): StoredFact[] {
  const date = readAsOf(asOf);
  if (date === undefined) return [...facts];
  return facts.filter(({ qualifiers: { start, end, at } }) => within(date, { start: start ?? at, end: end ?? at }));
}

/** Whether the facts of an entity are asked for without any condition. */
function wantsAllFacts({ fieldNodes }: GraphQLResolveInfo): boolean {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === 'facts' && !selection.arguments?.length,
  );
}

const EntityConnection = builder.connectionObject({
  type: EntityRef,
  name: 'EntityConnection',
  description: 'A page of entities.',
});

builder.queryFields((t) => ({
  entity: t.field({
    type: EntityRef,
    nullable: true,
    description: 'One entity by its id or slug, or by a name that only it goes by.',
    args: {
      id: t.arg.id({ description: 'A global id, or a slug such as `framework/pytorch`.' }),
      name: t.arg.string({ description: 'A name in any language.' }),
    },
    resolve: async (_, { id, name }, { store, loaders }, info) => {
      if (id !== null && id !== undefined) {
        const known = storeId(String(id), 'Entity');
        // Asked for in one go with the entity, rather than after it
        if (wantsAllFacts(info)) loaders.factsOf.load({ entity: known }).catch(() => undefined);
        return (await store.entities([known])).get(known) ?? null;
      }
      return await findByName(name ?? '', store);
    },
  }),
  entities: t.field({
    type: EntityConnection,
    description: 'Entities, in the order of their slugs.',
    args: {
      ...pageArgs,
      kind: t.arg.string({ description: 'Only of this kind or one below it, as in `framework`.' }),
      text: t.arg.string({ description: 'Only those that a full-text search for this finds.' }),
      vocabulary: t.arg.boolean({ description: 'Kinds and terms too.' }),
    },
    complexity: pageCost,
    resolve: (_, { kind, text, vocabulary, ...page }, { store }) =>
      toConnection(page, (query) =>
        store.listEntities({
          ...query,
          kind: kind ?? undefined,
          text: text ?? undefined,
          vocabulary: vocabulary ?? undefined,
        }),
      ),
  }),
}));
