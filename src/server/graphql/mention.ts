import type { StoredMention } from '../../store/graph-model.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { LIST } from './limits.ts';

export const MentionRef = builder.objectRef<StoredMention>('Mention').implement({
  description: 'Words that name an entity or a value.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As written.' }),
    start: t.exposeInt('start', { description: 'Where they begin: UTF-16 offset in the text of the document.' }),
    end: t.exposeInt('end', { description: 'Where they end: UTF-16 offset, exclusive.' }),
    type: t.exposeString('type', {
      description: '`entity`, `date`, `number`, `url`, or `name` and `title` of something unknown.',
    }),
    entities: t.field({
      type: [EntityRef],
      description: 'What they can name, the likeliest first.',
      complexity: LIST,
      resolve: ({ entities }) => [...entities],
    }),
    value: t.exposeString('value', { nullable: true, description: 'The value in one form.' }),
  }),
});
