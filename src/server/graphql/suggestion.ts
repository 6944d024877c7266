import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { LIST } from './limits.ts';
import { rankSuggestions, type Suggestion } from './rank-suggestions.ts';

/** How many suggestions: by default, and at most. */
const SUGGESTIONS = { usual: 8, most: 20 } as const;
/** How many entities are looked at. */
const CANDIDATES = 200;
/** Longest text that is looked for. */
const LONGEST = 100;

const SuggestionRef = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'An entity that may be meant by what was typed so far.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, description: 'The entity.', resolve: ({ entity }) => entity }),
    name: t.exposeString('name', { description: 'Its name that fits, in whichever language.' }),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [SuggestionRef],
    description: 'Entities for a search box: those with a name that what was typed so far begins or is part of.',
    args: {
      text: t.arg.string({ required: true, description: 'What was typed; one character is enough.' }),
      first: t.arg.int({
        description: `How many, 1 to ${SUGGESTIONS.most}; ${SUGGESTIONS.usual} where it is not said.`,
      }),
    },
    complexity: LIST,
    resolve: async (_, { text, first }, { store }) => {
      const typed = text.slice(0, LONGEST);
      const { entities } = await store.search({ text: typed, scopes: ['entity'], limit: CANDIDATES });
      const found = entities.map(({ entity }) => entity);
      const counts = await store.factCounts(found.map(({ id }) => id));
      const most = Math.min(Math.max(first ?? SUGGESTIONS.usual, 1), SUGGESTIONS.most);
      return rankSuggestions(typed, found, counts).slice(0, most);
    },
  }),
);
