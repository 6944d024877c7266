import type { EntityId, Qualifiers } from '../../knowledge/model.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { inLanguage, languageArg } from './language.ts';
import { LIST } from './limits.ts';

export const QualifiersRef = builder.objectRef<Qualifiers>('Qualifiers').implement({
  description: 'What a fact says about its value: when, in which role, for what.',
  fields: (t) => {
    const date = (key: 'start' | 'end' | 'at', description: string) =>
      t.string({ nullable: true, description, resolve: (qualifiers) => qualifiers[key] ?? null });
    const entities = (key: EntityListKey, description: string) =>
      t.field({
        type: [EntityRef],
        description,
        complexity: LIST,
        resolve: (qualifiers): EntityId[] => [...(qualifiers[key] ?? [])],
      });
    return {
      start: date('start', 'Since when.'),
      end: date('end', 'Until when.'),
      at: date('at', 'When it happened.'),
      role: entities('role', 'In which posts.'),
      degree: entities('degree', 'Which degrees.'),
      field: entities('field', 'In which fields.'),
      advisor: entities('advisor', 'With which advisers.'),
      for: entities('for', 'For what.'),
      with: entities('with', 'Together with whom.'),
      place: entities('place', 'Where.'),
      note: t.string({
        nullable: true,
        description: 'What else there is to say.',
        args: languageArg,
        resolve: ({ note }, { language }) => (note ? inLanguage(note, language) : null),
      }),
    };
  },
});

type EntityListKey = 'role' | 'degree' | 'field' | 'advisor' | 'for' | 'with' | 'place';
