import { type Assessed, Assessor, withoutNoise } from './assessment/assessor.ts';
import { findContradictions } from './assessment/contradictions.ts';
import { type ClaimContext, type Examination, periodOf } from './assessment/examination.ts';
import { correction, evidence, explain } from './assessment/explain.ts';
import type { ClaimResult, DocumentResult, Verification } from './assessment/result.ts';
import { summarise } from './assessment/summarise.ts';
import { Wording } from './assessment/wording.ts';
import type { Claim, Residue } from './claims/claim.ts';
import { Discourse } from './claims/discourse.ts';
import { DocumentReader, type PlacedClaim } from './claims/document-reader.ts';
import { Extractor } from './claims/extractor.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { Linker } from './linking/linker.ts';
import { type Mention, mentionsOf } from './linking/mentions.ts';
import { type DocumentFormat, type Passage, toOriginal } from './text/document.ts';
import { readDocument } from './text/read-document.ts';

export interface EngineOptions {
  /** The ontology file. */
  readonly ontology: string;
  /** Folders or files of knowledge. */
  readonly knowledge: readonly string[];
}

/** A document to be checked. */
export interface GivenDocument {
  /** What reports call it: usually the path. */
  readonly name: string;
  readonly text: string;
  readonly format: DocumentFormat;
}

/** The whole way from text to verdicts, in memory. Loading takes most of the time: make one and keep it. */
export class Engine {
  readonly knowledge: KnowledgeBase;
  /** Finds names and values; holds the words of all phrasings. */
  readonly linker: Linker;
  private readonly extractor: Extractor;
  private readonly assessor: Assessor;
  private readonly wording: Wording;
  private readonly reader: DocumentReader;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.linker = new Linker(knowledge);
    this.extractor = new Extractor(knowledge, this.linker);
    this.reader = new DocumentReader(knowledge, this.linker, this.extractor);
    this.assessor = new Assessor(knowledge);
    this.wording = new Wording(knowledge);
  }

  /** @throws KnowledgeError listing every mistake in the files. */
  static load(options: EngineOptions): Engine {
    return new Engine(loadKnowledge(options));
  }

  /** Checks a document. Offsets in the result are UTF-16 code units of `text`, end exclusive. */
  check(given: GivenDocument): DocumentResult {
    return this.read(given).result;
  }

  /** Like `check`, with everything that a store keeps of the document. Takes about half as long again. */
  examine(given: GivenDocument): Examination {
    const examination = this.read(given);
    const mentions = new Map<Passage, Mention[]>();
    for (const passage of examination.document.segments.flatMap(({ passages }) => passages)) {
      const found = mentionsOf(passage, this.linker, this.knowledge);
      if (found.length > 0) mentions.set(passage, found);
    }
    return { ...examination, mentions };
  }

  private read({ name, text, format }: GivenDocument): Omit<Examination, 'mentions'> {
    const document = readDocument(text, format);
    const claims: ClaimResult[] = [];
    const contexts: ClaimContext[] = [];
    const assessed: Assessed[] = [];
    let sentences = 0;
    for (const placed of this.reader.read(document)) {
      sentences += placed.sentences;
      for (const claim of placed.claims) {
        const verdict = this.assessor.assess(claim.claim);
        assessed.push(verdict);
        claims.push(this.place(verdict, claim, document.text));
        contexts.push(contextOf(verdict, placed.passage));
      }
    }
    const contradictions = findContradictions(assessed, claims, this.wording);
    const result = { document: name, language: document.language, sentences, claims, contradictions };
    return { document, result, contexts };
  }

  /** Whether a claim of one or a few sentences is true. Never throws on text. */
  verify(claim: string): Verification {
    const document = readDocument(claim, 'plain');
    const results: ClaimResult[] = [];
    const residues: Residue[] = [];
    const discourse = new Discourse(this.knowledge);
    for (const segment of document.segments) {
      for (const passage of segment.passages) {
        for (const sentence of passage.sentences) {
          const text = passage.text.slice(sentence.start, sentence.end);
          const extraction = this.extractor.extract(text, sentence.language, discourse);
          for (const residue of extraction.residues) {
            const span = { start: residue.start + sentence.start, end: residue.end + sentence.start };
            residues.push({ ...residue, ...toOriginal(passage, span) });
          }
          const verdicts = withoutNoise(
            extraction.claims.map((found) => this.assessor.assess(found)),
            this.knowledge,
          );
          for (const verdict of verdicts) {
            const found = verdict.claim;
            const span = { start: found.start + sentence.start, end: found.end + sentence.start };
            results.push(
              this.place(verdict, { claim: found, span: toOriginal(passage, span), section: [] }, document.text),
            );
          }
        }
      }
    }
    return summarise(claim, results, residues, document.language);
  }

  private place(assessed: Assessed, { claim, span, section }: PlacedClaim, text: string): ClaimResult {
    const { decision, reading, subject, object } = assessed;
    const { language } = claim;
    const base = {
      quote: text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      subject: subject ?? reading.subject.text,
      predicate: reading.predicate.id,
      object: object ?? reading.object.text,
      negated: claim.negated,
      verdict: decision.verdict,
      confidence: Math.round(decision.confidence * 100) / 100,
      layer: claim.layer,
      explanation: explain(assessed, this.wording),
      evidence: evidence(decision.facts, this.wording, language),
      language,
      section,
    };
    if (decision.verdict === 'REFUTED') return { ...base, correction: correction(assessed, this.wording, language) };
    return decision.verdict === 'NOT_ENOUGH_INFO' && decision.reason ? { ...base, reason: decision.reason } : base;
  }
}

function contextOf({ claim, reading }: Assessed, passage: Passage): ClaimContext {
  const { subject, object, qualifiers } = reading;
  const period = periodOf(claim, reading);
  const base = { passage, subjectText: subject.text, objectText: object.text, qualifiers };
  return period ? { ...base, period } : base;
}

export type { Claim };
