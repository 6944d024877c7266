import type { StoredPredicate } from '../../store/graph-model.ts';
import { builder } from './builder.ts';
import { inLanguage, languageArg } from './language.ts';
import { LIST } from './limits.ts';

export const PredicateRef = builder.objectRef<StoredPredicate>('Predicate').implement({
  description: 'A relation or attribute that facts state: developer, date of birth.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'As in `developer`.' }),
    label: t.string({
      description: 'What people call it.',
      args: languageArg,
      resolve: ({ id, label }, { language }) => inLanguage(label, language) ?? id,
    }),
    many: t.exposeBoolean('many', { description: 'Whether a subject can have several values.' }),
  }),
});

builder.queryField('predicates', (t) =>
  t.field({
    type: [PredicateRef],
    description: 'All relations and attributes of the knowledge.',
    complexity: LIST,
    resolve: async (_, _args, { store }) => [...(await store.predicates())],
  }),
);
