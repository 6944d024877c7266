import type { StoredFact } from '../../store/graph-model.ts';
import { BilingualRef } from './bilingual.ts';
import { builder } from './builder.ts';
import { pageArgs, toConnection } from './connection.ts';
import { EntityRef } from './entity.ts';
import { inLanguage, languageArg } from './language.ts';
import { LIST, pageCost } from './limits.ts';
import { missingAs } from './missing.ts';
import { QualifiersRef } from './qualifiers.ts';
import { SourceRef } from './source.ts';
import { ValueRef } from './value.ts';

const RankRef = builder.enumType('Rank', {
  description: 'How a fact stands among others of its subject and predicate.',
  values: {
    preferred: { description: 'The one to go by.' },
    normal: { description: 'As good as any.' },
    deprecated: { description: 'Known to be wrong or outdated; kept for its history.' },
  } as const,
});

export const FactRef = builder.loadableNodeRef('Fact', {
  id: { resolve: (fact: StoredFact) => fact.id },
  load: async (ids: string[], { store }) => {
    const facts = await store.facts(ids);
    return ids.map((id) => facts.get(id) ?? missingAs<StoredFact>('fact', id));
  },
});

FactRef.implement({
  description: 'Something that the reference knowledge states, with its sources.',
  fields: (t) => ({
    factId: t.exposeString('id', {
      description: 'Its id in the knowledge, as in `framework/pytorch.developer.organisation/meta-ai`.',
    }),
    statement: t.expose('statement', { type: BilingualRef, description: 'The fact in words.' }),
    subject: t.field({ type: EntityRef, description: 'What it is about.', resolve: ({ subject }) => subject }),
    predicate: t.exposeString('predicate', { description: 'The relation or attribute.' }),
    predicateLabel: t.string({
      description: 'What people call the relation.',
      args: languageArg,
      resolve: async ({ predicate }, { language }, { loaders }) =>
        inLanguage((await loaders.predicates()).get(predicate)?.label ?? {}, language) ?? predicate,
    }),
    valueText: t.field({
      type: BilingualRef,
      description: 'What it states, in words, with what is said of it: the end of the statement.',
      resolve: async ({ predicate, statement }, _args, { loaders }) => {
        const label = (await loaders.predicates()).get(predicate)?.label;
        return { en: after(statement.en, ` – ${label?.en}: `), zh: after(statement.zh, `——${label?.zh}：`) };
      },
    }),
    value: t.expose('value', { type: ValueRef, description: 'What it states.' }),
    qualifiers: t.expose('qualifiers', { type: QualifiersRef, description: 'When, in which role, for what.' }),
    rank: t.expose('rank', { type: RankRef, description: 'How it stands among others.' }),
    asOf: t.exposeString('asOf', { nullable: true, description: 'When a changing value was last known to hold.' }),
    sources: t.field({
      type: [SourceRef],
      description: 'Where it comes from; never empty.',
      complexity: LIST,
      resolve: ({ sources }) => [...sources],
    }),
  }),
});

/** What follows the first `mark`; all of it where there is none. */
function after(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
}

export const FactConnection = builder.connectionObject({
  type: FactRef,
  name: 'FactConnection',
  description: 'A page of facts.',
});

builder.queryField('facts', (t) =>
  t.field({
    type: FactConnection,
    description: 'Facts, in the order in which the knowledge states them.',
    args: {
      ...pageArgs,
      predicate: t.arg.stringList({ description: 'Only of these predicates.' }),
      source: t.arg.string({ description: 'Only from this source (its id).' }),
      deprecated: t.arg.boolean({ description: 'Deprecated ones too.' }),
    },
    complexity: pageCost,
    resolve: (_, { predicate, source, deprecated, ...page }, { store }) =>
      toConnection(page, (query) =>
        store.listFacts({
          ...query,
          predicates: predicate ?? undefined,
          source: source ?? undefined,
          deprecated: deprecated ?? undefined,
        }),
      ),
  }),
);
