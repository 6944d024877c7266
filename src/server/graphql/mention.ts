import type { StoredMention } from '../../store/graph-model.ts';
import { toMention } from '../../store/to-graph.ts';
import { validate } from '../http/validate.ts';
import { claimText } from '../rest/requests.ts';
import { need } from '../services.ts';
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

builder.queryField('mentions', (t) =>
  t.field({
    type: [MentionRef],
    description: 'The names and values in a statement, in its order: what it is understood to speak of.',
    args: { text: t.arg.string({ required: true, description: 'The statement, in Chinese or English.' }) },
    complexity: { field: 50, multiplier: 20 },
    resolve: (_, { text }, { services, settings }) =>
      need(services, 'verifier')
        .engine.mentions(validate(claimText(settings), text))
        .map((mention) => toMention(mention, '')),
  }),
);
