import type { Bilingual } from '../../assessment/result.ts';
import type { LocalText } from '../../knowledge/model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { BilingualRef } from './bilingual.ts';
import { builder } from './builder.ts';

interface Name {
  readonly id: string;
  readonly label: Bilingual;
}

/** How many ids are looked up at once. */
const MOST = 1000;

const NameRef = builder.objectRef<Name>('Name').implement({
  description: 'What an id is called.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, as in `framework/pytorch` or `developer`.' }),
    label: t.expose('label', { type: BilingualRef, description: 'Its name; where a language has none, the other.' }),
  }),
});

builder.queryField('names', (t) =>
  t.field({
    type: [NameRef],
    description:
      'What entities, kinds, terms and predicates are called, as claims and facts name them. Unknown ids are left out.',
    args: { ids: t.arg.stringList({ required: true, description: `Ids, the first ${MOST} of them.` }) },
    complexity: { field: 1, multiplier: 50 },
    resolve: async (_, { ids }, { store }) => await namesOf(ids.slice(0, MOST), store),
  }),
);

async function namesOf(ids: readonly string[], store: GraphStore): Promise<Name[]> {
  const [entities, predicates] = await Promise.all([store.entities(ids), store.predicates()]);
  const words = new Map<string, LocalText>(predicates.map(({ id, label }) => [id, label]));
  for (const [id, { label }] of entities) words.set(id, label);
  return [...new Set(ids)].flatMap((id) => {
    const label = words.get(id);
    return label ? [{ id, label: { en: label.en ?? label.zh ?? id, zh: label.zh ?? label.en ?? id } }] : [];
  });
}
