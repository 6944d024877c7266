import type { ClaimResult, Evidence, Verification } from '../../assessment/result.ts';
import { validate } from '../http/validate.ts';
import { claimText } from '../rest/requests.ts';
import { need } from '../services.ts';
import { ArgumentRef } from './argument.ts';
import { BilingualRef } from './bilingual.ts';
import { builder } from './builder.ts';
import { loadFacts } from './claim.ts';
import { FactRef } from './fact.ts';
import { LanguageRef } from './language.ts';
import { LIST } from './limits.ts';
import { VerdictRef } from './verdict.ts';

const CitedSourceRef = builder.objectRef<Evidence['sources'][number]>('CitedSource').implement({
  description: 'A page that says so.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Its address.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
  }),
});

export const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  description: 'A fact that a verdict or an answer rests on.',
  fields: (t) => ({
    factId: t.exposeString('factId', { description: 'The id of the fact in the knowledge.' }),
    statement: t.exposeString('statement', {
      description: 'The fact as a sentence, in the language of what was asked.',
    }),
    sources: t.field({
      type: [CitedSourceRef],
      description: 'Who says so.',
      complexity: LIST,
      resolve: ({ sources }) => [...sources],
    }),
    fact: t.field({
      type: FactRef,
      nullable: true,
      description: 'The fact itself; null where the graph does not hold it.',
      resolve: async ({ factId }, _args, context) => (await loadFacts([factId], context))[0] ?? null,
    }),
  }),
});

const VerifiedClaimRef = builder.objectRef<ClaimResult>('VerifiedClaim').implement({
  description: 'An atomic part of what was asked, with its verdict.',
  fields: (t) => {
    const argument = (key: 'subject' | 'object', description: string) =>
      t.field({
        type: ArgumentRef,
        description,
        resolve: (claim, _args, { services }) => {
          const { knowledge } = need(services, 'verifier').engine;
          const value = claim[key];
          return knowledge.entities.has(value)
            ? { entity: value, text: knowledge.label(value, claim.language) }
            : { text: value };
        },
      });
    return {
      quote: t.exposeString('quote', { description: 'Its words.' }),
      start: t.exposeInt('start', { description: 'Where it begins: UTF-16 offset in the claim.' }),
      end: t.exposeInt('end', { description: 'Where it ends: UTF-16 offset, exclusive.' }),
      subject: argument('subject', 'What it is about.'),
      predicate: t.exposeString('predicate', { description: 'The relation or attribute.' }),
      object: argument('object', 'What it says of that.'),
      negated: t.exposeBoolean('negated', { description: 'Whether it denies it.' }),
      verdict: t.expose('verdict', { type: VerdictRef, description: 'What the facts say.' }),
      confidence: t.exposeFloat('confidence', { description: '0…1: how sure the verdict is.' }),
      layer: t.exposeString('layer', { description: 'How it was understood.' }),
      explanation: t.expose('explanation', { type: BilingualRef, description: 'Why.' }),
      correction: t.exposeString('correction', { nullable: true, description: 'What is right, where it is refuted.' }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why the facts do not decide it.' }),
      language: t.expose('language', { type: LanguageRef, description: 'The language it is in.' }),
      evidence: t.field({
        type: [EvidenceRef],
        description: 'The facts that decide, most telling first.',
        complexity: LIST,
        resolve: ({ evidence }) => [...evidence],
      }),
    };
  },
});

const UnexplainedRef = builder.objectRef<Verification['unexplained'][number]>('UnexplainedPart').implement({
  description: 'A part that states something the program did not understand.',
  fields: (t) => ({
    quote: t.exposeString('quote', { description: 'Its words.' }),
    start: t.exposeInt('start', { description: 'Where it begins: UTF-16 offset in the claim.' }),
    end: t.exposeInt('end', { description: 'Where it ends: UTF-16 offset, exclusive.' }),
  }),
});

const VerificationRef = builder.objectRef<Verification>('Verification').implement({
  description: 'Whether a statement is true. Refuted if a part is, supported only if all parts are.',
  fields: (t) => ({
    claim: t.exposeString('claim', { description: 'What was asked.' }),
    verdict: t.expose('verdict', { type: VerdictRef, description: 'What the facts say.' }),
    confidence: t.exposeFloat('confidence', { description: '0…1: how sure the verdict is.' }),
    explanation: t.expose('explanation', { type: BilingualRef, description: 'Why.' }),
    correction: t.exposeString('correction', { nullable: true, description: 'What is right, where it is refuted.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the facts do not decide it.' }),
    claims: t.field({
      type: [VerifiedClaimRef],
      description: 'The atomic claims it was taken apart into.',
      complexity: LIST,
      resolve: ({ claims }) => [...claims],
    }),
    unexplained: t.field({
      type: [UnexplainedRef],
      description: 'Parts that were not understood.',
      complexity: LIST,
      resolve: ({ unexplained }) => [...unexplained],
    }),
  }),
});

builder.queryField('verify', (t) =>
  t.field({
    type: VerificationRef,
    description: 'Whether a statement of one or a few sentences is true, on what evidence.',
    args: { claim: t.arg.string({ required: true, description: 'The statement, in Chinese or English.' }) },
    complexity: 50,
    resolve: async (_, { claim }, { services, settings }) => {
      await services.follow();
      return need(services, 'verifier').verify(validate(claimText(settings), claim));
    },
  }),
);
