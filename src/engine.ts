import { type Assessed, Assessor } from './assessment/assessor.ts';
import { findContradictions } from './assessment/contradictions.ts';
import { type ClaimContext, type Examination, periodOf } from './assessment/examination.ts';
import { correction, evidence, explain } from './assessment/explain.ts';
import { Judge, type Judgement } from './assessment/judge.ts';
import type { ClaimResult, DocumentResult, Verification } from './assessment/result.ts';
import { Statements } from './assessment/statements.ts';
import { summarise } from './assessment/summarise.ts';
import { Wording } from './assessment/wording.ts';
import type { Claim, Residue } from './claims/claim.ts';
import { Discourse } from './claims/discourse.ts';
import { DocumentReader, type PlacedExtraction } from './claims/document-reader.ts';
import { Extractor } from './claims/extractor.ts';
import { classifierIn } from './entailment/classifier.ts';
import { type Deciders, EntailmentJudge } from './entailment/entailment.ts';
import type { PairReader } from './entailment/entailment-model.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { Linker } from './linking/linker.ts';
import { type Mention, mentionsOf } from './linking/mentions.ts';
import { type DocumentFormat, type Passage, type Span, type TextDocument, toOriginal } from './text/document.ts';
import { readDocument } from './text/read-document.ts';

export interface EngineOptions {
  /** The ontology file. */
  readonly ontology: string;
  /** Folders or files of knowledge. */
  readonly knowledge: readonly string[];
  /** The folder of the classifier that reads what no other layer decides, loaded when first needed; left out: none. */
  readonly entailment?: string | undefined;
  /** What runs that classifier; default: this thread. */
  readonly pairReader?: PairReader | undefined;
}

/** A sentence with its verdicts. */
interface Judged {
  readonly placed: PlacedExtraction;
  readonly judgement: Judgement;
}

/** The sentences of a document, with their number: links and cells are read on their own. */
interface JudgedDocument {
  readonly judged: readonly Judged[];
  readonly sentences: number;
}

type Checked = Omit<Examination, 'mentions'>;

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
  private readonly entailment: EntailmentJudge | undefined;

  /** `deciders`: what reads the sentences that no other layer decides; without it they stay undecided. */
  constructor(knowledge: KnowledgeBase, deciders?: Deciders) {
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
    this.entailment = deciders && new EntailmentJudge(knowledge, this.wording, deciders);
  }

  /** @throws KnowledgeError listing every mistake in the files. */
  static load(options: EngineOptions): Engine {
    const deciders = options.entailment ? classifierIn(options.entailment, options.pairReader) : undefined;
    return new Engine(loadKnowledge(options), deciders);
  }

  /** Checks a document. Offsets in the result are UTF-16 code units of `text`, end exclusive. */
  check({ name, text, format }: GivenDocument): DocumentResult {
    const document = readDocument(text, format);
    return this.examined(name, document, this.judgedDocument(document)).result;
  }

  /** Like `check`, with everything that a store keeps of the document. */
  examine({ name, text, format }: GivenDocument): Examination {
    const document = readDocument(text, format);
    const checked = this.examined(name, document, this.judgedDocument(document));
    const mentions = new Map<Passage, Mention[]>();
    for (const passage of document.segments.flatMap(({ passages }) => passages)) {
      const found = mentionsOf(passage, this.linker, this.knowledge);
      if (found.length > 0) mentions.set(passage, found);
    }
    return { ...checked, mentions };
  }

  /** The names and values in a text, in its order. Offsets are UTF-16 code units of `text`, end exclusive. */
  mentions(text: string): Mention[] {
    const passages = readDocument(text, 'plain').segments.flatMap((segment) => segment.passages);
    return passages.flatMap((passage) => mentionsOf(passage, this.linker, this.knowledge));
  }

  /** Whether a claim of one or a few sentences is true. Never throws on text. */
  verify(claim: string): Verification {
    const document = readDocument(claim, 'plain');
    return this.verified(claim, document, this.judgedClaim(document));
  }

  /** Like `verify`; what stays open is read once more, with the pair classifier where the engine has one. */
  async verifyInDepth(claim: string): Promise<Verification> {
    const document = readDocument(claim, 'plain');
    return this.verified(claim, document, await this.reread(this.judgedClaim(document)));
  }

  /** The sentences of a document, each decided. */
  private judgedDocument(document: TextDocument): JudgedDocument {
    const judged: Judged[] = [];
    let sentences = 0;
    for (const { sentences: count, extractions } of this.reader.read(document)) {
      sentences += count;
      for (const placed of extractions) judged.push({ placed, judgement: this.judge.judge(placed.extraction) });
    }
    return { judged, sentences };
  }

  /** The sentences of a claim, each decided. */
  private judgedClaim(document: TextDocument): Judged[] {
    const discourse = new Discourse(this.knowledge);
    return document.segments
      .flatMap((segment) => segment.passages)
      .flatMap((passage) =>
        passage.sentences.map(({ start, end, language }) => {
          const extraction = this.extractor.extract(passage.text.slice(start, end), language, discourse);
          return { placed: { extraction, passage, start, section: [] }, judgement: this.judge.judge(extraction) };
        }),
      );
  }

  /** The same sentences, those left open read once more beside the evidence. */
  private async reread(judged: Judged[]): Promise<Judged[]> {
    if (!this.entailment) return judged;
    const result: Judged[] = [];
    for (const { placed, judgement } of judged) {
      const { scene } = placed.extraction;
      result.push({ placed, judgement: scene ? await this.entailment.reread(scene, judgement) : judgement });
    }
    return result;
  }

  private examined(name: string, document: TextDocument, { judged, sentences }: JudgedDocument): Checked {
    const claims: ClaimResult[] = [];
    const contexts: ClaimContext[] = [];
    const assessed: Assessed[] = [];
    for (const { placed, judgement } of judged) {
      for (const item of judgement.assessed) {
        assessed.push(item);
        claims.push(this.place(item, placed, document.text));
        contexts.push(contextOf(item, placed.passage));
      }
    }
    const contradictions = findContradictions(assessed, claims, this.wording);
    const result = { document: name, language: document.language, sentences, claims, contradictions };
    return { document, result, contexts };
  }

  private verified(claim: string, document: TextDocument, judged: readonly Judged[]): Verification {
    const results: ClaimResult[] = [];
    const residues: Residue[] = [];
    for (const { placed, judgement } of judged) {
      for (const residue of judgement.residues) {
        const span = { start: residue.start + placed.start, end: residue.end + placed.start };
        residues.push({ ...residue, ...toOriginal(placed.passage, span) });
      }
      results.push(...judgement.assessed.map((item) => this.place(item, placed, document.text)));
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
