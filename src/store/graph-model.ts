import type { AbstentionReason, Bilingual, Layer, Verdict } from '../assessment/result.ts';
import type {
  Completeness,
  Entity,
  EntityId,
  Fact,
  KindId,
  Language,
  PartialDate,
  PredicateId,
  Source,
} from '../knowledge/model.ts';
import type { DocumentFormat, PassageKind } from '../text/document.ts';

/**
 * What the graph holds: plain rows, the same in every store. Ids are made from content (see `ids.ts`), so writing the
 * same thing twice changes nothing. All offsets are UTF-16 code units of the document's text, end exclusive.
 */

export type DocumentId = string;
export type SegmentId = string;
export type PassageId = string;
export type MentionId = string;
export type ClaimId = string;
export type FactId = string;
/** A moment as ISO 8601 in UTC, `2026-11-27T14:00:00.000Z`. */
export type Instant = string;

// ---------------------------------------------------------------- knowledge

/** A thing, a kind (`kind/framework`) or a term (`role/ceo`) of the knowledge. */
export interface StoredEntity extends Entity {
  /** Every kind it is of, with all their ancestors, sorted; empty for kinds and terms. */
  readonly kinds: readonly KindId[];
  /** A kind or a term of the ontology rather than a thing. */
  readonly vocabulary: boolean;
  /** For which predicates its list of facts (with `inverse`: of facts about it) is known to be all there is. */
  readonly complete: readonly Completeness[];
}

/** A fact with its sources and with its wording in both languages («PyTorch – developer: Meta AI»). */
export interface StoredFact extends Fact {
  readonly statement: Bilingual;
}

/** A predicate of the ontology, as far as the graph needs it. */
export interface StoredPredicate {
  readonly id: PredicateId;
  readonly label: Bilingual;
  /** Whether a subject can have several values. */
  readonly many: boolean;
}

/** A whole knowledge. The lists are iterated in order, possibly more than once. */
export interface KnowledgeRows {
  /** Hash of everything the knowledge says: two knowledges of one version are the same. */
  readonly version: string;
  readonly predicates: Iterable<StoredPredicate>;
  readonly entities: Iterable<StoredEntity>;
  readonly sources: Iterable<Source>;
  /** In the order written; `factsOf` keeps that order within a subject. */
  readonly facts: Iterable<StoredFact>;
}

// ---------------------------------------------------------------- documents

/** What claims were assessed with. Where either is another now, `errata reassess` is due. */
export interface AssessedWith {
  /** The version of the knowledge (`KnowledgeRows.version`). */
  readonly knowledgeVersion: string;
  /** The version of the program. */
  readonly checkerVersion: string;
}

/** What was ingested, without its text. One name is one document: ingesting another text of that name replaces it. */
export interface StoredDocument extends AssessedWith {
  readonly id: DocumentId;
  /** As given at ingestion: usually the path. */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly language: Language;
  /** Hash of the decoded text. */
  readonly contentHash: string;
  readonly sentences: number;
  /** When this text was first written under this name. */
  readonly ingestedAt: Instant;
}

/** A document in a list, with the number of its claims by verdict and of contradictions it takes part in. */
export interface DocumentSummary extends StoredDocument {
  readonly claims: Readonly<Record<Verdict, number>>;
  readonly contradictions: number;
}

/** One of several texts kept in one file. */
export interface StoredSegment {
  readonly id: SegmentId;
  readonly documentId: DocumentId;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A heading, paragraph, list item, quote, table row or code block. */
export interface StoredPassage {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  /** Position in the document, counting from 0. */
  readonly index: number;
  readonly kind: PassageKind;
  /** Heading level or list depth; 0 for others. */
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** Readable text, markup removed. */
  readonly text: string;
  readonly language: Language;
  /** The passage it stands under. */
  readonly parentId?: PassageId;
  /** The headings above it, outermost first. */
  readonly section: readonly string[];
}

export type MentionType = 'entity' | 'date' | 'number' | 'url' | 'name' | 'title';

/** A span that names an entity or a value. `name` and `title`: something the knowledge does not know. */
export interface StoredMention {
  readonly id: MentionId;
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  readonly type: MentionType;
  /** The entities it can name, the likeliest first; empty unless `type` is `entity`. */
  readonly entities: readonly EntityId[];
  /** The value in one form: a date or range (`2015/2017`), a number, an address, a name. */
  readonly value?: string;
}

/** What fills a place of a claim: the entity where it is known, and in any case words (its label, or those of the text). */
export interface StoredArgument {
  readonly entity?: EntityId;
  readonly text: string;
}

/** An atomic statement of a document. Its id stays the same while the document keeps making it, wherever it moves. */
export interface StoredClaim {
  readonly id: ClaimId;
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
  /** Position in the document, counting from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** The document's text from `start` to `end`. */
  readonly quote: string;
  readonly subject: StoredArgument;
  readonly predicate: PredicateId;
  readonly object: StoredArgument;
  readonly negated: boolean;
  readonly layer: Layer;
  readonly language: Language;
  readonly section: readonly string[];
  /** What the claim says about time, where it does: both ends the same for a single date; an absent end is open. */
  readonly period?: { readonly from?: PartialDate; readonly to?: PartialDate };
  /** Ids of terms and entities said of the value: role, degree, field, advisor … */
  readonly qualifiers: Readonly<Record<string, readonly EntityId[]>>;
  /** The present verdict. */
  readonly assessment: StoredAssessment;
}

/** A verdict on a claim. */
export interface StoredAssessment extends AssessedWith {
  readonly verdict: Verdict;
  /** 0…1. */
  readonly confidence: number;
  readonly explanation: Bilingual;
  /** In the claim's language; only when REFUTED. */
  readonly correction?: string;
  /** Only with NOT_ENOUGH_INFO. */
  readonly reason?: AbstentionReason;
  /** The facts that decide, most telling first. A fact that a later knowledge lacks is still named here. */
  readonly evidence: readonly FactId[];
  readonly assessedAt: Instant;
}

/** A verdict that a claim has or once had. Kept when the document changes, also for claims it no longer makes. */
export interface PastAssessment extends StoredAssessment {
  readonly claimId: ClaimId;
  readonly documentId: DocumentId;
  /** The text it was made in. */
  readonly contentHash: string;
  readonly quote: string;
}

/** Two claims that cannot both hold, of one document or of two. `a` < `b` in code-unit order. */
export interface ContradictionRow {
  readonly id: string;
  readonly a: ClaimId;
  readonly b: ClaimId;
  readonly explanation: Bilingual;
}

/** A contradiction with its claims. */
export interface StoredContradiction {
  readonly id: string;
  readonly a: StoredClaim;
  readonly b: StoredClaim;
  readonly explanation: Bilingual;
}

/** Everything that one document adds to the graph. */
export interface DocumentRows {
  readonly document: StoredDocument;
  readonly text: string;
  readonly segments: readonly StoredSegment[];
  readonly passages: readonly StoredPassage[];
  readonly mentions: readonly StoredMention[];
  readonly claims: readonly StoredClaim[];
  /** Those within the document. */
  readonly contradictions: readonly ContradictionRow[];
}

/** New verdicts on the claims of a document whose text stays. */
export interface AssessmentRows extends AssessedWith {
  readonly documentId: DocumentId;
  /** The text they were made from. */
  readonly contentHash: string;
  /** One for every claim of the document. */
  readonly assessments: ReadonlyMap<ClaimId, StoredAssessment>;
  /** Those within the document, which replace the ones there are. */
  readonly contradictions: readonly ContradictionRow[];
}
