import { type Assessed, Assessor } from '../assessment/assessor.ts';
import { type Argument, type Claim, type Reading, toArgument } from '../claims/claim.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact, Language } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { presupposed } from './declarative.ts';
import { fitsSlot } from './found.ts';
import { NO_PLAN, type Plan } from './plan.ts';
import type { Piece, Question } from './question.ts';
import type { Relation } from './relation.ts';
import type { Sentences } from './sentence.ts';

const LEAST_WEIGHT = 0.85;
const MOST_OTHERS = 6;

/** Finds what a question takes for granted («When did X create Y?» – that X created Y) and corrects it where facts refute it. */
export class PremiseChecker {
  private readonly knowledge: KnowledgeBase;
  private readonly assessor: Assessor;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.assessor = new Assessor(knowledge);
  }

  correct(question: Question, workshop: Workshop): Outcome | undefined {
    const refuted = this.refuted(question) ?? workshop.ownership.wrong(question);
    if (!refuted) return correctStatement(question, workshop);
    const { sentences } = workshop;
    const { language } = question;
    const { subject, object, reading, decision } = refuted;
    const name = (id: string | undefined, argument: Argument) =>
      id ? sentences.wording.label(id, language) : argument.text;
    return correction({
      premise: assumed(refuted, language, sentences),
      right: rightOf(refuted, language, sentences),
      facts: decision.facts,
      confidence: decision.confidence,
      language,
      entities: [subject, object].flatMap((id) => (id ? [{ text: name(id, reading.subject), id }] : [])),
      query: `${subject ?? reading.subject.text} –${reading.predicate.id}→ ${object ?? reading.object.text}: REFUTED`,
    });
  }

  /** The first embedded statement that every reading of its words refutes. */
  private refuted({ pieces }: Question): Assessed | undefined {
    const named = pieces.filter(({ things }) => things.length > 0);
    for (const piece of pieces) {
      for (const [index, a] of named.entries()) {
        for (const b of named.slice(index + 1)) {
          const readings = this.readings(piece, a, b);
          if (readings.length === 0) continue;
          const assessed = this.assessor.assess(toClaim(readings, piece));
          if (assessed.decision.verdict === 'REFUTED') return assessed;
        }
      }
    }
    return undefined;
  }

  private readings({ relations }: Piece, a: Piece, b: Piece): Reading[] {
    return relations
      .filter(({ weight, qualifier }) => weight >= LEAST_WEIGHT && qualifier === undefined)
      .flatMap((relation) => {
        const forward = this.reading(relation, a, b);
        const inverse = this.reading(relation, b, a);
        return forward && inverse ? [] : [forward ?? inverse].filter((reading) => reading !== undefined);
      });
  }

  private reading({ predicate, timing, set }: Relation, subject: Piece, object: Piece): Reading | undefined {
    const s = subject.things.filter((id) => fitsSlot(this.knowledge, id, predicate.domain));
    const o = object.things.filter((id) => fitsSlot(this.knowledge, id, predicate.range));
    if (s.length === 0 || o.length === 0) return undefined;
    return {
      predicate,
      subject: toArgument(subject.item, s),
      object: toArgument(object.item, o),
      weak: false,
      timing,
      qualifiers: set,
    };
  }
}

function toClaim(readings: readonly Reading[], { item }: Piece): Claim {
  return {
    readings,
    start: item.start,
    end: item.end,
    negated: false,
    only: false,
    siblings: [],
    past: true,
    layer: 'phrasing',
    language: 'en',
  };
}

/** «When did X buy Y?»: what is taken for granted, verified as a statement. */
function correctStatement(question: Question, { verify, knowledge, sentences }: Workshop): Outcome | undefined {
  const { language } = question;
  const statement = presupposed(question);
  const verification = statement === undefined ? undefined : verify(statement);
  if (verification?.verdict !== 'REFUTED') return undefined;
  const refuted = verification.claims.filter(({ verdict }) => verdict === 'REFUTED');
  const facts = refuted
    .flatMap(({ evidence }) => evidence.map(({ factId }) => knowledge.fact(factId)))
    .filter((fact): fact is Fact => fact !== undefined);
  const [first] = refuted;
  if (facts.length === 0 || !first) return undefined;
  return correction({
    premise: quoted(first.quote.replace(/[。.]$/u, ''), language),
    right: sentences.say(facts, 'forward', language),
    facts,
    confidence: verification.confidence,
    language,
    entities: [],
    query: `${first.subject} –${first.predicate}→ ${first.object}: REFUTED`,
  });
}

/** «that PyTorch was developed by Google»: the premise as a sentence of its own. */
function assumed({ subject, object, reading }: Assessed, language: Language, sentences: Sentences): string {
  if (subject === undefined || object === undefined) {
    const text = `${reading.subject.text} ${reading.object.text}`;
    return quoted(text, language);
  }
  const fact = {
    id: '',
    subject,
    predicate: reading.predicate.id,
    value: { type: 'entity', id: object },
    qualifiers: {},
    rank: 'normal',
    sources: [],
  } as const satisfies Fact;
  const said = sentences.say([fact], 'forward', language).replace(/[。.]$/u, '');
  return language === 'zh' ? said : `that ${said}`;
}

/** What is right instead; of whom else it is true says nothing where they are many. */
function rightOf({ subject, decision: { facts } }: Assessed, language: Language, sentences: Sentences): string {
  const own = facts.filter((fact) => fact.subject === subject);
  if (own.length > 0) return sentences.say(own, 'forward', language);
  return facts.length > MOST_OTHERS ? '' : sentences.say(facts, 'inverse', language);
}

function quoted(text: string, language: Language): string {
  return language === 'zh' ? `“${text}”` : `that “${text}”`;
}

interface Correction {
  readonly premise: string;
  readonly right: string;
  readonly facts: readonly Fact[];
  readonly confidence: number;
  readonly language: Language;
  readonly entities: Plan['entities'];
  readonly query: string;
}

function correction({ premise, right, facts, confidence, language, entities, query }: Correction): Outcome {
  const answer =
    language === 'zh'
      ? `问题的前提不成立：它假定${premise}，事实并非如此。${right}`
      : `The question assumes ${premise}, which is not so. ${right}`.trim();
  const plan = { ...NO_PLAN, type: 'premise' as const, asked: 'premise', entities, query };
  return { answer, answers: [], facts, confidence, falsePremise: true, plan };
}
