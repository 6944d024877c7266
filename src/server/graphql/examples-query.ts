import type { StoredEntity } from '../../store/graph-model.ts';
import type { Examples } from '../examples.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { LanguageRef } from './language.ts';
import { LIST } from './limits.ts';

const ExamplePathRef = builder
  .objectRef<{ readonly from: StoredEntity; readonly to: StoredEntity }>('ExamplePath')
  .implement({
    description: 'Two entities.',
    fields: (t) => ({
      from: t.field({ type: EntityRef, description: 'The one.', resolve: ({ from }) => from }),
      to: t.field({ type: EntityRef, description: 'The other.', resolve: ({ to }) => to }),
    }),
  });

const ExamplesRef = builder.objectRef<Examples>('Examples').implement({
  description: 'What there is to try.',
  fields: (t) => ({
    statements: t.stringList({
      description: 'Statements to verify.',
      args: { language: t.arg({ type: LanguageRef, required: true, description: 'In which language.' }) },
      resolve: ({ statements }, { language }) => statements[language],
    }),
    questions: t.stringList({
      description: 'Questions to ask.',
      args: { language: t.arg({ type: LanguageRef, required: true, description: 'In which language.' }) },
      resolve: ({ questions }, { language }) => questions[language],
    }),
    entities: t.field({
      type: [EntityRef],
      description: 'Entities to explore around; those that the graph does not hold are left out.',
      complexity: LIST,
      resolve: async ({ entities }, _args, { loaders }) =>
        (await Promise.all(entities.map((id) => loaders.entity.load(id)))).filter((entity) => entity !== undefined),
    }),
    paths: t.field({
      type: [ExamplePathRef],
      description: 'Pairs of entities to find a way between.',
      complexity: LIST,
      resolve: async ({ paths }, _args, { loaders }) => {
        const pairs = await Promise.all(paths.map((pair) => Promise.all(pair.map((id) => loaders.entity.load(id)))));
        return pairs.flatMap(([from, to]) => (from && to ? [{ from, to }] : []));
      },
    }),
  }),
});

builder.queryField('examples', (t) =>
  t.field({
    type: ExamplesRef,
    description: 'What there is to try: statements, questions, entities.',
    resolve: (_, _args, { services }) => services.examples,
  }),
);
