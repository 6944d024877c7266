import type { Statistics } from '../../store/graph-answers.ts';
import { builder } from './builder.ts';
import { inLanguage, languageArg } from './language.ts';
import { LIST } from './limits.ts';
import { claimsByPredicate, PredicateClaimsRef } from './predicate-claims.ts';
import { VerdictCountsRef } from './verdict-counts.ts';

/** How many there are of a kind or of facts of a predicate. */
interface NamedCount {
  readonly name: string;
  readonly count: number;
  readonly of: 'kind' | 'predicate';
}

const CountRef = builder.objectRef<NamedCount>('Count').implement({
  description: 'How many there are of something.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Of what.' }),
    label: t.string({
      description: 'What people call that.',
      args: languageArg,
      resolve: async ({ name, of }, { language }, { loaders }) => {
        const named =
          of === 'kind' ? await loaders.entity.load(`kind/${name}`) : (await loaders.predicates()).get(name);
        return (named && inLanguage(named.label, language)) ?? name;
      },
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

/** Most first, then by name. */
function counts(numbers: Readonly<Record<string, number>>, of: NamedCount['of']): NamedCount[] {
  return Object.entries(numbers)
    .map(([name, count]) => ({ name, count, of }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const StatisticsRef = builder.objectRef<Statistics>('Statistics').implement({
  description: 'Counts of everything in the graph.',
  fields: (t) => ({
    entities: t.exposeInt('entities', { description: 'Things, without kinds and terms.' }),
    facts: t.exposeInt('facts', { description: 'What the knowledge states.' }),
    sources: t.exposeInt('sources', { description: 'Where that comes from.' }),
    documents: t.exposeInt('documents', { description: 'Texts that were added.' }),
    passages: t.exposeInt('passages', { description: 'Their paragraphs, headings and lists.' }),
    mentions: t.exposeInt('mentions', { description: 'Words in them that name entities and values.' }),
    claims: t.exposeInt('claims', { description: 'What they claim.' }),
    contradictions: t.exposeInt('contradictions', { description: 'Pairs of claims that cannot both hold.' }),
    verdicts: t.field({
      type: VerdictCountsRef,
      description: 'Claims by verdict.',
      resolve: ({ claimsByVerdict }) => claimsByVerdict,
    }),
    claimsByPredicate: t.field({
      type: [PredicateClaimsRef],
      description: 'Claims by what they state; most refuted first.',
      complexity: LIST,
      resolve: async (_statistics, _args, { loaders }) => claimsByPredicate(await loaders.claimCounts()),
    }),
    entitiesByKind: t.field({
      type: [CountRef],
      description: 'Entities by their own kind, most first.',
      complexity: LIST,
      resolve: ({ entitiesByKind }) => counts(entitiesByKind, 'kind'),
    }),
    factsByPredicate: t.field({
      type: [CountRef],
      description: 'Facts by predicate, most first.',
      complexity: LIST,
      resolve: ({ factsByPredicate }) => counts(factsByPredicate, 'predicate'),
    }),
  }),
});

builder.queryField('statistics', (t) =>
  t.field({
    type: StatisticsRef,
    description: 'Counts of everything in the graph.',
    complexity: 50,
    resolve: (_, _args, { store }) => store.statistics(),
  }),
);
