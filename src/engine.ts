import { type Assessed, Assessor } from './assessment/assessor.ts';
import { findContradictions } from './assessment/contradictions.ts';
import { type ClaimContext, type Examination, periodOf } from './assessment/examination.ts';
import { correction, evidence, explain } from './assessment/explain.ts';
import { Judge } from './assessment/judge.ts';
import type { ClaimResult, DocumentResult, Verification } from './assessment/result.ts';
import { Statements } from './assessment/statements.ts';
import { summarise } from './assessment/summarise.ts';
import { Wording } from './assessment/wording.ts';
import type { Claim, Residue } from './claims/claim.ts';
import { Discourse } from './claims/discourse.ts';
import { DocumentReader, type PlacedExtraction } from './claims/document-reader.ts';
import { Extractor } from './claims/extractor.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { Linker } from './linking/linker.ts';
import { type Mention, mentionsOf } from './linking/mentions.ts';
import { type DocumentFormat, type Passage, type Span, toOriginal } from './text/document.ts';
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
  private readonly judge: Judge;
  private readonly wording: Wording;
  private readonly reader: DocumentReader;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.linker = new Linker(knowledge);
    this.extractor = new Extractor(knowledge, this.linker);
    this.judge = new Judge(knowledge, {
      assessor: new Assessor(knowledge),
      associator: this.extractor.associator,
      statements: new Statements(knowledge, this.linker),
    });
    this.reader = new DocumentReader(knowledge, this.linker, this.extractor);
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

  /** The names and values in a text, in its order. Offsets are UTF-16 code units of `text`, end exclusive. */
  mentions(text: string): Mention[] {
    const passages = readDocument(text, 'plain').segments.flatMap((segment) => segment.passages);
    return passages.flatMap((passage) => mentionsOf(passage, this.linker, this.knowledge));
  }

  private read({ name, text, format }: GivenDocument): Omit<Examination, 'mentions'> {
    const document = readDocument(text, format);
    const claims: ClaimResult[] = [];
    const contexts: ClaimContext[] = [];
    const assessed: Assessed[] = [];
    let sentences = 0;
    for (const { passage, sentences: count, extractions } of this.reader.read(document)) {
      sentences += count;
      for (const placed of extractions) {
        for (const item of this.judge.judge(placed.extraction).assessed) {
          assessed.push(item);
          claims.push(this.place(item, placed, document.text));
          contexts.push(contextOf(item, passage));
        }
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
    for (const passage of document.segments.flatMap((segment) => segment.passages)) {
      for (const { start, end, language } of passage.sentences) {
        const extraction = this.extractor.extract(passage.text.slice(start, end), language, discourse);
        const judgement = this.judge.judge(extraction);
        for (const residue of judgement.residues) {
          const span = { start: residue.start + start, end: residue.end + start };
          residues.push({ ...residue, ...toOriginal(passage, span) });
        }
        const placed = { extraction, passage, start, section: [] };
        results.push(...judgement.assessed.map((item) => this.place(item, placed, document.text)));
      }
    }
    return summarise(claim, results, residues, document.language);
  }

  private place(assessed: Assessed, placed: PlacedExtraction, text: string): ClaimResult {
    const { claim, decision, reading, subject, object } = assessed;
    const { passage, start, section } = placed;
    const own = withWrongDate(assessed);
    const span = placed.span ?? toOriginal(passage, { start: own.start + start, end: own.end + start });
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

/** The stretch of a claim; where it is the date that is wrong, with the date. */
function withWrongDate({ claim, decision }: Assessed): Span {
  const date = decision.grounds === 'other-time' ? claim.time?.span : undefined;
  return { start: Math.min(claim.start, date?.start ?? claim.start), end: Math.max(claim.end, date?.end ?? claim.end) };
}

function contextOf({ claim, reading }: Assessed, passage: Passage): ClaimContext {
  const { subject, object, qualifiers } = reading;
  const period = periodOf(claim, reading);
  const base = { passage, subjectText: subject.text, objectText: object.text, qualifiers };
  return period ? { ...base, period } : base;
}

export type { Claim };
