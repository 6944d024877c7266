import { int } from 'neo4j-driver';
import type { Verdict } from '../../assessment/result.ts';
import { yearOf } from '../../knowledge/date.ts';
import { toTokens } from '../full-text.ts';
import type {
  ContradictionRow,
  DocumentRows,
  PastAssessment,
  StoredAssessment,
  StoredClaim,
  StoredDocument,
  StoredMention,
  StoredPassage,
  StoredSegment,
} from '../graph-model.ts';
import { hashOf } from '../ids.ts';
import { optionalInt, type Properties } from './knowledge-properties.ts';

/** Rows of documents as properties of nodes; `body` is the row as JSON, which the adapter reads back. */

export function documentProperties(document: StoredDocument): Properties {
  return { ...document, sentences: int(document.sentences), body: JSON.stringify(document) };
}

export function segmentProperties(segment: StoredSegment): Properties {
  const { index, start, end } = segment;
  return { ...segment, index: int(index), start: int(start), end: int(end), body: JSON.stringify(segment) };
}

export function passageProperties(passage: StoredPassage): Properties {
  const { index, level, start, end, text } = passage;
  const numbers = { index: int(index), level: int(level), start: int(start), end: int(end) };
  return { ...passage, ...numbers, tokens: toTokens(text), body: JSON.stringify(passage) };
}

/** `position`: among the mentions of the document. */
export function mentionProperties(
  mention: StoredMention,
  { documentId, position }: { documentId: string; position: number },
): Properties {
  const { start, end } = mention;
  const numbers = { position: int(position), start: int(start), end: int(end) };
  return { ...mention, ...numbers, documentId, body: JSON.stringify(mention) };
}

/** A claim's second label, so that styles can show verdicts. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  SUPPORTED: 'Supported',
  REFUTED: 'Refuted',
  CONFLICTING: 'Conflicting',
  NOT_ENOUGH_INFO: 'Undecided',
};

export function claimProperties({ assessment, ...claim }: StoredClaim): Properties {
  const { id, documentId, index, start, end, quote, subject, predicate, object, negated, layer, language, period } =
    claim;
  const year = (date: string | undefined) => optionalInt(date === undefined ? undefined : yearOf(date));
  return {
    ...{ id, documentId, quote, predicate, negated, layer, language },
    ...{ index: int(index), start: int(start), end: int(end) },
    ...{ subject: subject.text, subjectId: subject.entity, object: object.text, objectId: object.entity },
    ...{ timed: period !== undefined, fromYear: year(period?.from), toYear: year(period?.to) },
    ...assessmentProperties(assessment),
    body: JSON.stringify(claim),
    assessment: JSON.stringify(assessment),
  };
}

/** The present verdict of a claim. */
export function assessmentProperties(assessment: StoredAssessment): Properties {
  const { verdict, confidence, explanation, correction, reason, evidence, assessedAt } = assessment;
  const explained = { explanation_en: explanation.en, explanation_zh: explanation.zh };
  return { verdict, confidence, correction, reason, evidence, assessedAt, ...explained };
}

/** A verdict that is kept for ever. Its id says when it is the same: claim, text, knowledge, program. */
export function pastProperties({ id, documentId, quote, assessment }: StoredClaim, contentHash: string): Properties {
  const past: PastAssessment = { ...assessment, claimId: id, documentId, contentHash, quote };
  const { knowledgeVersion, checkerVersion } = assessment;
  const key = hashOf([documentId, id, contentHash, knowledgeVersion, checkerVersion], 32);
  const versions = { knowledgeVersion, checkerVersion, contentHash };
  return {
    ...{ id: `assessment/${key}`, claimId: id, documentId, quote, ...versions },
    ...assessmentProperties(assessment),
    body: JSON.stringify(past),
  };
}

export function contradictionProperties({ id, explanation }: ContradictionRow): Properties {
  return { id, explanation_en: explanation.en, explanation_zh: explanation.zh, body: JSON.stringify(explanation) };
}

/** All ids of things that a document names: bare nodes are made of those that the knowledge does not hold. */
export function namedBy({ mentions, claims }: DocumentRows): string[] {
  const inClaims = claims.flatMap(({ subject, object }) => [subject.entity, object.entity]);
  const all = [...mentions.flatMap(({ entities }) => entities), ...inClaims];
  return [...new Set(all.filter((id) => id !== undefined))].sort();
}
