import type { Value } from '../../knowledge/model.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { inLanguage, languageArg } from './language.ts';

const ValueType = builder.enumType('ValueType', {
  description: 'What sort of thing a fact states.',
  values: ['entity', 'date', 'number', 'text', 'url'] as const,
});

export const ValueRef = builder.objectRef<Value>('Value').implement({
  description: 'What a fact states of its subject. Which field is there depends on `type`.',
  fields: (t) => ({
    type: t.expose('type', { type: ValueType, description: 'What sort of thing it is.' }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'A thing, kind or term.',
      resolve: (value) => (value.type === 'entity' ? value.id : null),
    }),
    date: t.string({
      nullable: true,
      description: 'A date as precise as it is known: 2015, 2015-11 or 2015-11-09.',
      resolve: (value) => (value.type === 'date' ? value.date : null),
    }),
    number: t.float({
      nullable: true,
      description: 'An amount, in `unit`.',
      resolve: (value) => (value.type === 'number' ? value.amount : null),
    }),
    unit: t.string({
      nullable: true,
      description: 'What `number` counts.',
      resolve: (value) => (value.type === 'number' ? value.unit : null),
    }),
    text: t.string({
      nullable: true,
      description: 'Words.',
      args: languageArg,
      resolve: (value, { language }) => (value.type === 'text' ? inLanguage(value.text, language) : null),
    }),
    url: t.string({
      nullable: true,
      description: 'An address.',
      resolve: (value) => (value.type === 'url' ? value.url : null),
    }),
  }),
});
