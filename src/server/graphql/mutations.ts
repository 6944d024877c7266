import { z } from 'zod';
import type { Ingested, Reassessed } from '../../ingestion/ingestion.ts';
import { detectFormat } from '../../text/detect-format.ts';
import { Problem } from '../http/problem.ts';
import { tooLarge } from '../http/problems.ts';
import { validate } from '../http/validate.ts';
import { need } from '../services.ts';
import { builder, storeId } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { DocumentRef } from './document.ts';
import { LIST } from './limits.ts';
import './problem.ts';
import { VerdictRef } from './verdict.ts';

const FormatRef = builder.enumType('DocumentFormat', {
  description: 'How a document is read.',
  values: ['markdown', 'plain', 'html'] as const,
});

const OutcomeRef = builder.enumType('WriteOutcome', {
  description: 'What has become of a document.',
  values: {
    added: { description: 'It is new.' },
    replaced: { description: 'Another text had its name; its verdicts stay in the history.' },
    unchanged: { description: 'It was there already.' },
  } as const,
});

const AddedDocumentRef = builder.objectRef<Ingested>('AddedDocument').implement({
  description: 'A document that is in the graph now.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'Whether it is new.' }),
    document: t.expose('document', { type: DocumentRef, description: 'The document with its claims.' }),
  }),
});

const FlipRef = builder.objectRef<Reassessed['flips'][number]>('Flip').implement({
  description: 'A claim whose verdict has become another.',
  fields: (t) => ({
    before: t.expose('before', { type: VerdictRef, description: 'What the facts said.' }),
    after: t.expose('after', { type: VerdictRef, description: 'What they say now.' }),
    claim: t.expose('claim', { type: ClaimRef, description: 'The claim as it is now.' }),
    gained: t.field({
      type: ['String'],
      description: 'Ids of facts that decide now and did not.',
      resolve: ({ gained }) => [...gained],
    }),
    lost: t.field({
      type: ['String'],
      description: 'Ids of facts that decided and do not now.',
      resolve: ({ lost }) => [...lost],
    }),
  }),
});

const ReassessedRef = builder.objectRef<Reassessed>('ReassessedDocument').implement({
  description: 'A document that was checked again.',
  fields: (t) => ({
    document: t.field({ type: DocumentRef, description: 'The document.', resolve: ({ document }) => document.id }),
    flips: t.field({
      type: [FlipRef],
      description: 'Verdicts that changed.',
      complexity: LIST,
      resolve: ({ flips }) => [...flips],
    }),
  }),
});

const ReassessmentRef = builder.objectRef<{ readonly documents: readonly Reassessed[] }>('Reassessment').implement({
  description: 'What a reassessment has changed.',
  fields: (t) => ({
    documents: t.field({
      type: [ReassessedRef],
      description: 'The documents that were checked again; those up to date are left out.',
      complexity: LIST,
      resolve: ({ documents }) => [...documents],
    }),
  }),
});

const RemovedRef = builder.objectRef<{ readonly removed: boolean }>('RemovedDocument').implement({
  description: 'What has become of a document that was to be removed.',
  fields: (t) => ({ removed: t.exposeBoolean('removed', { description: 'Whether there was one.' }) }),
});

const nameSchema = z.string().max(500).regex(/\S/u, 'is empty: name the document | 名称为空：请为文档命名');

/** What is answered where something of this name cannot be done: a problem, as a type of its own. */
function orProblem(name: string) {
  return { types: [Problem], union: { name, description: 'What was done, or why it was not.' } };
}

builder.mutationFields((t) => ({
  addDocument: t.field({
    type: AddedDocumentRef,
    errors: orProblem('AddDocumentResult'),
    description: 'Checks a document and puts it into the graph; another of its name is replaced. Needs the token.',
    args: {
      name: t.arg.string({ required: true, description: 'What it is to be called: usually its path.' }),
      text: t.arg.string({ required: true, description: 'What it says.' }),
      format: t.arg({ type: FormatRef, description: 'How to read it; what it looks like where it is not said.' }),
    },
    complexity: 500,
    resolve: async (_, { name, text, format }, { services, settings, checkMayWrite }) => {
      checkMayWrite();
      await services.follow();
      if (Buffer.byteLength(text) > settings.maxDocument) throw tooLarge(settings.maxDocument);
      const given = { name: validate(nameSchema, name), text, format: format ?? detectFormat(name, text) };
      const [added] = await need(services, 'desk').add([given]);
      if (!added) throw new Error('one document in, one result out');
      return added;
    },
  }),
  removeDocument: t.field({
    type: RemovedRef,
    errors: orProblem('RemoveDocumentResult'),
    description: 'Takes a document out of the graph, with everything that only it says. Needs the token.',
    args: { id: t.arg.id({ required: true, description: 'The document.' }) },
    complexity: 100,
    resolve: async (_, { id }, { services, checkMayWrite }) => {
      checkMayWrite();
      return { removed: await need(services, 'desk').remove(storeId(String(id), 'Document')) };
    },
  }),
  reassess: t.field({
    type: ReassessmentRef,
    errors: orProblem('ReassessResult'),
    description: 'Checks documents again whose verdicts come from another knowledge. Needs the token.',
    complexity: 500,
    resolve: async (_, _args, { services, checkMayWrite }) => {
      checkMayWrite();
      await services.follow();
      return { documents: await need(services, 'desk').reassess() };
    },
  }),
}));
