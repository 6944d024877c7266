import type { Verification } from '../assessment/result.ts';
import { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact } from '../knowledge/model.ts';
import type { Linker } from '../linking/linker.ts';
import { answerAboutDocuments } from './about-documents.ts';
import { answerAddress } from './address-answer.ts';
import type { Answer, Missing, Warning } from './answer.ts';
import { answerCharacteristic } from './characteristic-answer.ts';
import { Characteristics } from './characteristics.ts';
import { answerChoice } from './choice.ts';
import { answerComparison } from './comparison.ts';
import { Composer } from './composer.ts';
import { answerConnection } from './connection.ts';
import { answerCopula, answerDefinition } from './definition.ts';
import { answerDifference } from './difference.ts';
import { type Documents, NO_DOCUMENTS } from './documents.ts';
import { answerExplanation } from './explanation.ts';
import { unreadable } from './guard.ts';
import { missingMessage } from './labels.ts';
import { answerName } from './name-answer.ts';
import { Ownership } from './ownership.ts';
import { plainQuestion } from './plain-question.ts';
import { NO_PLAN, type Plan } from './plan.ts';
import { PremiseChecker } from './premise.ts';
import { type Question, QuestionReader } from './question.ts';
import { relatedFacts } from './related.ts';
import { answerRelation } from './relation-answer.ts';
import { clauses, rephrasings } from './rephrasing.ts';
import { Selector } from './selector.ts';
import { Sentences } from './sentence.ts';
import { Spelling } from './spelling.ts';
import { warningsFor } from './warnings.ts';
import { answerYesNo } from './yes-no.ts';

/** What answers need of the engine. */
export interface QuestionEngine {
  readonly knowledge: KnowledgeBase;
  readonly linker: Linker;
  verify(claim: string): Verification;
}

/** Finds facts near a text, best first: ids of facts. */
export interface FactSearch {
  nearest(text: string, limit: number): Promise<readonly string[]>;
}

export interface AnswererOptions {
  readonly engine: QuestionEngine;
  /** What is wrong in the documents read; default none. */
  readonly documents?: Documents;
  /** For «related» facts beside an abstention; default: those of the entities named. */
  readonly search?: FactSearch;
}

/** What the parts that answer one sort of question share. */
export interface Workshop {
  readonly knowledge: KnowledgeBase;
  readonly sentences: Sentences;
  readonly composer: Composer;
  readonly selector: Selector;
  readonly premises: PremiseChecker;
  readonly ownership: Ownership;
  readonly characteristics: Characteristics;
  readonly documents: Documents;
  verify(claim: string): Verification;
}

/** The result of one part: an answer, an abstention with its reason, or (undefined) that the question is of another sort. */
export type Outcome = Answered | Abstained;

export interface Answered {
  readonly answer: string;
  readonly answers: Answer['answers'];
  readonly facts: readonly Fact[];
  readonly confidence: number;
  readonly plan: Plan;
  readonly falsePremise?: boolean;
  /** Where the answer is about documents, these are its warnings. */
  readonly warnings?: readonly Warning[];
}

export interface Abstained {
  readonly missing: Missing;
  readonly detail?: string;
  readonly plan?: Plan;
}

interface Attempt {
  readonly read: Question;
  readonly outcome: Outcome;
}

/** Reasons that another wording of the question may lift. */
const UNREAD: ReadonlySet<Missing> = new Set(['not-understood', 'unknown-entity', 'no-fact']);
/** How much less sure an answer is where the question had to be put in other words. */
const REPHRASED = 0.9;

/** Answers questions in Chinese and English from the facts. Loading is the engine's; make one and keep it. */
export class Answerer {
  private readonly reader: QuestionReader;
  private readonly workshop: Workshop;
  private readonly search: FactSearch | undefined;
  private readonly spelling: Spelling;

  constructor({ engine, documents = NO_DOCUMENTS, search }: AnswererOptions) {
    const { knowledge, linker } = engine;
    this.reader = new QuestionReader(knowledge, linker);
    this.search = search;
    this.spelling = new Spelling(knowledge);
    this.workshop = {
      knowledge,
      sentences: new Sentences(knowledge, new Wording(knowledge)),
      composer: new Composer(knowledge),
      selector: new Selector(knowledge),
      premises: new PremiseChecker(knowledge),
      ownership: new Ownership(knowledge),
      characteristics: new Characteristics(knowledge),
      documents,
      verify: (claim) => engine.verify(claim),
    };
  }

  /** Answers, or says why not. Never throws on text. */
  async ask(text: string): Promise<Answer> {
    const question = text.trim();
    const missing = unreadable(question);
    if (missing) return this.abstain(text, undefined, { missing });
    const { read, outcome } = await this.attempt(plainQuestion(question));
    if ('missing' in outcome) return this.abstain(text, read, outcome);
    const { language } = read;
    const { answer, answers, facts, confidence, plan, falsePremise = false } = outcome;
    const warnings = outcome.warnings ?? (await warningsFor(read, outcome, this.workshop));
    return {
      question: text,
      language,
      answer,
      answers,
      abstained: falsePremise,
      falsePremise,
      confidence: Math.round(confidence * 100) / 100,
      facts: [...new Set(facts)].map((fact) => this.workshop.sentences.fact(fact, language)),
      warnings,
      related: [],
      plan,
    };
  }

  /** Answers the question as it stands, else as it may have been meant. */
  private async attempt(text: string): Promise<Attempt> {
    const read = this.reader.read(text);
    const outcome = await this.answer(read);
    if (!('missing' in outcome) || !UNREAD.has(outcome.missing)) return { read, outcome };
    for (const other of rephrasings(text, read, this.spelling)) {
      const again = this.reader.read(other);
      const answered = await this.answer(again);
      if (!('missing' in answered))
        return { read: again, outcome: { ...answered, confidence: answered.confidence * REPHRASED } };
    }
    return { read, outcome: (await this.answerClauses(text, read)) ?? outcome };
  }

  /** Several questions in one, each answered by itself; all of them, or none. */
  private async answerClauses(text: string, read: Question): Promise<Answered | undefined> {
    const answered: Answered[] = [];
    for (const clause of clauses(text, read)) {
      const outcome = await this.answer(this.reader.read(clause));
      if ('missing' in outcome || outcome.falsePremise) return undefined;
      answered.push(outcome);
    }
    const [first] = answered;
    if (!first) return undefined;
    return {
      ...first,
      answer: answered.map(({ answer }) => answer).join(read.language === 'zh' ? '' : ' '),
      answers: answered.flatMap(({ answers }) => answers),
      facts: answered.flatMap(({ facts }) => facts),
      confidence: Math.min(...answered.map(({ confidence }) => confidence)),
    };
  }

  private async answer(question: Question): Promise<Outcome> {
    const { workshop } = this;
    const parts = [
      answerAboutDocuments,
      answerDifference,
      answerConnection,
      answerComparison,
      answerChoice,
      answerYesNo,
      answerName,
      answerCopula,
      answerRelation,
      answerAddress,
      answerDefinition,
    ];
    let abstained: Abstained | undefined;
    for (const part of parts) {
      const outcome = await part(question, workshop);
      if (!outcome) continue;
      if (!('missing' in outcome)) return outcome;
      abstained ??= outcome;
    }
    const corrected = question.focus ? workshop.premises.correct(question, workshop) : undefined;
    return (
      corrected ??
      answerExplanation(question, workshop) ??
      answerCharacteristic(question, workshop) ??
      abstained ?? { missing: 'not-understood' }
    );
  }

  private async abstain(
    text: string,
    read: Question | undefined,
    { missing, detail, plan }: Abstained,
  ): Promise<Answer> {
    const language = read?.language ?? (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
    const { knowledge, sentences } = this.workshop;
    const found = read ? await relatedFacts(read, { knowledge, sentences, search: this.search }) : [];
    return {
      question: text,
      language,
      answer: null,
      answers: [],
      abstained: true,
      falsePremise: false,
      confidence: 0,
      facts: [],
      warnings: [],
      missing: { reason: missing, message: missingMessage(missing, language, detail) },
      related: found.map((fact) => sentences.fact(fact, language)),
      plan: plan ?? NO_PLAN,
    };
  }
}
