import type { GraphPath, Subgraph } from '../../store/graph-answers.ts';
import { builder, storeId } from './builder.ts';
import { EntityRef } from './entity.ts';
import { FactRef } from './fact.ts';
import { LIST } from './limits.ts';

export const SubgraphRef = builder.objectRef<Subgraph>('Subgraph').implement({
  description: 'A part of the graph: facts between entities, with these entities.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'By distance; the centre first.',
      complexity: LIST,
      resolve: ({ entities }) => [...entities],
    }),
    facts: t.field({
      type: [FactRef],
      description: 'By distance of the nearer end.',
      complexity: LIST,
      resolve: ({ facts }) => [...facts],
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether the limit cut something off.' }),
  }),
});

const PathRef = builder.objectRef<GraphPath>('Path').implement({
  description: 'A way through the graph: `facts[i]` joins `entities[i]` and `entities[i + 1]`, in either direction.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'From the one to the other.',
      complexity: LIST,
      resolve: ({ entities }) => [...entities],
    }),
    facts: t.field({
      type: [FactRef],
      description: 'What joins them; none from an entity to itself.',
      complexity: LIST,
      resolve: ({ facts }) => [...facts],
    }),
    length: t.int({ description: 'How many facts it takes.', resolve: ({ facts }) => facts.length }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    type: PathRef,
    nullable: true,
    description: 'A shortest way between two entities, over facts in either direction. Null where there is none.',
    args: {
      from: t.arg.id({ required: true, description: 'An id or slug.' }),
      to: t.arg.id({ required: true, description: 'An id or slug.' }),
      maxLength: t.arg.int({ description: 'Facts at most, 1 to 8; 6 where it is not said.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_, { from, to, maxLength }, { store }) =>
      (await store.shortestPath(
        storeId(String(from), 'Entity'),
        storeId(String(to), 'Entity'),
        maxLength ?? undefined,
      )) ?? null,
  }),
);
