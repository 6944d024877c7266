import { type Assessed, Assessor, withoutNoise } from './assessment/assessor.ts';
import { findContradictions } from './assessment/contradictions.ts';
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
import { type DocumentFormat, toOriginal } from './text/document.ts';
import { readDocument } from './text/read-document.ts';

export interface EngineOptions {
  /** The ontology file. */
  readonly ontology: string;
  /** Folders or files of knowledge. */
  readonly knowledge: readonly string[];
}

/** The whole way from text to verdicts, in memory. Loading takes most of the time: make one and keep it. */
export class Engine {
  readonly knowledge: KnowledgeBase;
  private readonly extractor: Extractor;
  private readonly assessor: Assessor;
  private readonly wording: Wording;
  private readonly reader: DocumentReader;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    const linker = new Linker(knowledge);
    this.extractor = new Extractor(knowledge, linker);
    this.reader = new DocumentReader(knowledge, linker, this.extractor);
    this.assessor = new Assessor(knowledge);
    this.wording = new Wording(knowledge);
  }

  /** @throws KnowledgeError listing every mistake in the files. */
  static load(options: EngineOptions): Engine {
    return new Engine(loadKnowledge(options));
  }

  /** Checks a document. Offsets in the result are UTF-16 code units of `text`, end exclusive. */
  check({ name, text, format }: { name: string; text: string; format: DocumentFormat }): DocumentResult {
    const document = readDocument(text, format);
    const results: ClaimResult[] = [];
    const assessed: Assessed[] = [];
    let sentences = 0;
    for (const placed of this.reader.read(document)) {
      sentences += placed.sentences;
      for (const claim of placed.claims) {
        const verdict = this.assessor.assess(claim.claim);
        assessed.push(verdict);
        results.push(this.place(verdict, claim, document.text));
      }
    }
    const contradictions = findContradictions(assessed, results, this.wording);
    return { document: name, language: document.language, sentences, claims: results, contradictions };
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

export type { Claim };
