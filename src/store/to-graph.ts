import type { ClaimContext, Examination } from '../assessment/examination.ts';
import type { ClaimResult, ContradictionResult } from '../assessment/result.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/model.ts';
import type { ItemValue } from '../linking/item.ts';
import type { Mention } from '../linking/mentions.ts';
import type { Passage, Segment } from '../text/document.ts';
import { sectionOf } from '../text/section.ts';
import type {
  AssessedWith,
  ClaimId,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  Instant,
  PassageId,
  StoredArgument,
  StoredClaim,
  StoredMention,
  StoredPassage,
  StoredSegment,
} from './graph-model.ts';
import { claimId, contradictionId, documentId, hashOf, mentionId, passageId, segmentId } from './ids.ts';

/** What a document was checked with, and when. */
export interface Provenance extends AssessedWith {
  readonly at: Instant;
}

/** Hash of a document's decoded text. */
export function contentHash(text: string): string {
  return hashOf([text]);
}

/** The rows of a checked document. Pure: the same examination and provenance give the same rows. */
export function toDocumentRows(
  examination: Examination,
  knowledge: KnowledgeBase,
  provenance: Provenance,
): DocumentRows {
  const { document, result, contexts, mentions } = examination;
  const id = documentId(result.document);
  const places = new Map(allPassages(document.segments).map(({ passage }, index) => [passage, passageId(id, index)]));
  const placeOf = (passage: Passage): PassageId => places.get(passage) ?? '';
  const claims = toClaims({ id, claims: result.claims, contexts, placeOf, knowledge, provenance });
  return {
    document: {
      id,
      name: result.document.normalize('NFC'),
      format: document.format,
      language: result.language,
      contentHash: contentHash(document.text),
      knowledgeVersion: provenance.knowledgeVersion,
      checkerVersion: provenance.checkerVersion,
      sentences: result.sentences,
      ingestedAt: provenance.at,
    },
    text: document.text,
    segments: document.segments.map((segment) => toSegment(segment, id)),
    passages: allPassages(document.segments).map(({ passage, segment }, index) => ({
      ...toPassage(passage, document.language),
      id: placeOf(passage),
      documentId: id,
      segmentId: segmentId(id, segment.index),
      index,
      ...(passage.parent ? { parentId: placeOf(passage.parent) } : {}),
    })),
    mentions: [...mentions].flatMap(([passage, found]) => found.map((mention) => toMention(mention, placeOf(passage)))),
    claims,
    contradictions: toContradictions(result.contradictions, claims),
  };
}

function allPassages(segments: readonly Segment[]): { passage: Passage; segment: Segment }[] {
  return segments.flatMap((segment) => segment.passages.map((passage) => ({ passage, segment })));
}

function toSegment({ index, start, end }: Segment, document: DocumentId): StoredSegment {
  return { id: segmentId(document, index), documentId: document, index, start, end };
}

type PassageText = Omit<StoredPassage, 'id' | 'documentId' | 'segmentId' | 'index' | 'parentId'>;

function toPassage(passage: Passage, otherwise: Language): PassageText {
  const { kind, level, start, end, text } = passage;
  return { kind, level, start, end, text, language: languageOf(passage, otherwise), section: sectionOf(passage) };
}

/** The language of most of its text. */
function languageOf({ sentences }: Passage, otherwise: Language): Language {
  const length = { zh: 0, en: 0 };
  for (const { start, end, language } of sentences) length[language] += end - start;
  if (length.zh === length.en) return otherwise;
  return length.zh > length.en ? 'zh' : 'en';
}

/** The row of a mention. */
export function toMention({ start, end, text, entities, value }: Mention, passage: PassageId): StoredMention {
  const base = { id: mentionId(passage, start, end), passageId: passage, start, end, text };
  if (entities.length > 0 || value === undefined) return { ...base, type: 'entity', entities };
  return { ...base, type: value.type, entities: [], value: wordValue(value) };
}

function wordValue(value: ItemValue): string {
  switch (value.type) {
    case 'date':
      return value.start === value.end ? value.start : `${value.start}/${value.end}`;
    case 'number':
      return value.unit === undefined ? String(value.amount) : `${value.amount} ${value.unit}`;
    case 'url':
      return value.url;
    case 'name':
      return value.name;
    case 'title':
      return value.title;
  }
}

interface GivenClaims {
  readonly id: DocumentId;
  readonly claims: readonly ClaimResult[];
  readonly contexts: readonly ClaimContext[];
  readonly placeOf: (passage: Passage) => PassageId;
  readonly knowledge: KnowledgeBase;
  readonly provenance: Provenance;
}

function toClaims({ id, claims, contexts, placeOf, knowledge, provenance }: GivenClaims): StoredClaim[] {
  const occurrences = new Map<ClaimId, number>();
  return claims.flatMap((claim, index) => {
    const context = contexts[index];
    if (!context) return [];
    const first = claimId(id, claim, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    const { quote, start, end, predicate, negated, layer, language, section } = claim;
    const base = {
      documentId: id,
      passageId: placeOf(context.passage),
      index,
      start,
      end,
      quote,
      predicate,
      negated,
      layer,
      language,
      section,
    };
    return {
      ...base,
      id: claimId(id, claim, occurrence),
      subject: toArgument(claim.subject, context.subjectText, { knowledge, language }),
      object: toArgument(claim.object, context.objectText, { knowledge, language }),
      qualifiers: context.qualifiers,
      ...(context.period ? { period: context.period } : {}),
      assessment: toAssessment(claim, provenance),
    };
  });
}

/** An entity with its label, or the words of the text. */
function toArgument(
  value: string,
  words: string,
  { knowledge, language }: { knowledge: KnowledgeBase; language: Language },
): StoredArgument {
  if (!knowledge.entities.has(value)) return { text: words === '' ? value : words };
  return { entity: value, text: knowledge.label(value, language) };
}

function toAssessment(
  claim: ClaimResult,
  { knowledgeVersion, checkerVersion, at }: Provenance,
): StoredClaim['assessment'] {
  const { verdict, confidence, explanation, correction, reason, evidence } = claim;
  return {
    verdict,
    confidence,
    explanation,
    ...(correction === undefined ? {} : { correction }),
    ...(reason === undefined ? {} : { reason }),
    evidence: evidence.map(({ factId }) => factId),
    knowledgeVersion,
    checkerVersion,
    assessedAt: at,
  };
}

function toContradictions(found: readonly ContradictionResult[], claims: readonly StoredClaim[]): ContradictionRow[] {
  return found.flatMap(({ a, b, explanation }) => {
    const [first = '', second = ''] = [claims[a]?.id ?? '', claims[b]?.id ?? ''].sort();
    return first === '' ? [] : [{ id: contradictionId(first, second), a: first, b: second, explanation }];
  });
}
