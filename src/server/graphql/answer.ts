import type { Answer } from '../../answer/answer.ts';
import { validate } from '../http/validate.ts';
import { questionText } from '../rest/requests.ts';
import { need } from '../services.ts';
import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';
import { LanguageRef } from './language.ts';
import { LIST } from './limits.ts';
import { EvidenceRef } from './verification.ts';

const AnswerValueRef = builder.objectRef<Answer['answers'][number]>('AnswerValue').implement({
  description: 'One value of an answer.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'In words.' }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The entity, where it is one.',
      resolve: ({ entityId }) => entityId ?? null,
    }),
  }),
});

const WarningRef = builder.objectRef<Answer['warnings'][number]>('Warning').implement({
  description: 'A statement of a document that contradicts the answer.',
  fields: (t) => ({
    document: t.exposeString('document', { description: 'The name of the document.' }),
    quote: t.exposeString('quote', { description: 'Its words.' }),
    start: t.exposeInt('start', { description: 'Where they begin: UTF-16 offset in the text of the document.' }),
    end: t.exposeInt('end', { description: 'Where they end: UTF-16 offset, exclusive.' }),
    says: t.exposeString('says', { description: "What it says, in the question's language." }),
    correct: t.exposeString('correct', { description: 'What is right.' }),
  }),
});

const MissingRef = builder.objectRef<NonNullable<Answer['missing']>>('MissingKnowledge').implement({
  description: 'Why there is no answer.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'In one word, as in `unknown-entity`.' }),
    message: t.exposeString('message', { description: "In the question's language." }),
  }),
});

const PlannedEntityRef = builder.objectRef<Answer['plan']['entities'][number]>('PlannedEntity').implement({
  description: 'An entity that the question names.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words of the question.' }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'What they name.',
      resolve: ({ id }) => (id === '' ? null : id),
    }),
  }),
});

const PlanRef = builder.objectRef<Answer['plan']>('Plan').implement({
  description: 'How a question was understood.',
  fields: (t) => ({
    type: t.exposeString('type', { description: 'What sort of question it is.' }),
    asked: t.exposeString('asked', { description: 'What is asked for.' }),
    query: t.exposeString('query', { description: 'What was looked up.' }),
    entities: t.field({
      type: [PlannedEntityRef],
      description: 'The entities it names.',
      complexity: LIST,
      resolve: ({ entities }) => [...entities],
    }),
    ignored: t.exposeStringList('ignored', { description: 'Words that were not understood.' }),
  }),
});

const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'The answer to a question, or why there is none.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'What was asked.' }),
    language: t.expose('language', { type: LanguageRef, description: 'The language it was asked in.' }),
    answer: t.exposeString('answer', {
      nullable: true,
      description: 'A sentence in that language; null where it abstained.',
    }),
    answers: t.field({
      type: [AnswerValueRef],
      description: 'The values of the answer.',
      complexity: LIST,
      resolve: ({ answers }) => [...answers],
    }),
    abstained: t.exposeBoolean('abstained', { description: 'Whether no answer was given.' }),
    falsePremise: t.exposeBoolean('falsePremise', {
      description: 'Whether the question assumes something wrong, which the answer corrects.',
    }),
    confidence: t.exposeFloat('confidence', { description: '0…1: how sure the answer is.' }),
    facts: t.field({
      type: [EvidenceRef],
      description: 'What the answer rests on.',
      complexity: LIST,
      resolve: ({ facts }) => [...facts],
    }),
    warnings: t.field({
      type: [WarningRef],
      description: 'Where documents say otherwise.',
      complexity: LIST,
      resolve: ({ warnings }) => [...warnings],
    }),
    missing: t.field({
      type: MissingRef,
      nullable: true,
      description: 'Why there is no answer.',
      resolve: ({ missing }) => missing ?? null,
    }),
    related: t.field({
      type: [EvidenceRef],
      description: 'Facts near the question that do not answer it.',
      complexity: LIST,
      resolve: ({ related }) => [...related],
    }),
    plan: t.expose('plan', { type: PlanRef, description: 'How the question was understood.' }),
  }),
});

builder.queryField('ask', (t) =>
  t.field({
    type: AnswerRef,
    description: 'The answer to a question in Chinese or English, with sources.',
    args: { question: t.arg.string({ required: true, description: 'The question.' }) },
    complexity: 100,
    resolve: async (_, { question }, { services, settings }) => {
      await services.follow();
      return await need(services, 'answerer').ask(validate(questionText(settings), question));
    },
  }),
);
