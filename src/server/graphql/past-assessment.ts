import type { PastAssessment } from '../../store/graph-model.ts';
import { BilingualRef } from './bilingual.ts';
import { builder } from './builder.ts';
import { VerdictRef } from './verdict.ts';

export const PastAssessmentRef = builder.objectRef<PastAssessment>('PastAssessment').implement({
  description: 'A verdict that a claim has or once had.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: VerdictRef, description: 'What the facts said.' }),
    confidence: t.exposeFloat('confidence', { description: '0…1: how sure the verdict was.' }),
    explanation: t.expose('explanation', { type: BilingualRef, description: 'Why.' }),
    correction: t.exposeString('correction', { nullable: true, description: 'What was right.' }),
    quote: t.exposeString('quote', { description: 'The words of the document then.' }),
    knowledgeVersion: t.exposeString('knowledgeVersion', { description: 'The knowledge it was made with.' }),
    assessedAt: t.exposeString('assessedAt', { description: 'When it was made (ISO 8601, UTC).' }),
  }),
});
