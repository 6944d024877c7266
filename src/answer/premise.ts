import { type Assessed, Assessor } from '../assessment/assessor.ts';
import { type Argument, type Claim, type Reading, toArgument } from '../claims/claim.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { fitsSlot } from './found.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';
import type { Relation } from './relation.ts';

const LEAST_WEIGHT = 0.85;

/** Finds what a question takes for granted («When did X create Y?» – that X created Y) and corrects it where facts refute it. */
export class PremiseChecker {
  private readonly knowledge: KnowledgeBase;
  private readonly assessor: Assessor;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.assessor = new Assessor(knowledge);
  }

  correct(question: Question, { sentences }: Workshop): Outcome | undefined {
    const refuted = this.refuted(question);
    if (!refuted) return undefined;
    const { language } = question;
    const { subject, object, reading, decision } = refuted;
    const name = (id: string | undefined, argument: Argument) =>
      id ? sentences.wording.label(id, language) : argument.text;
    const premise = `${name(subject, reading.subject)} – ${sentences.wording.predicate(reading.predicate.id, language)}: ${name(object, reading.object)}`;
    const right = sentences.say(decision.facts, 'forward', language);
    const answer =
      language === 'zh'
        ? `问题的前提不成立（${premise.replace(' – ', '——').replace(': ', '：')}）。${right}`
        : `The question assumes something that is not so (${premise}). ${right}`;
    return {
      answer,
      answers: [],
      facts: decision.facts,
      confidence: decision.confidence,
      falsePremise: true,
      plan: {
        ...NO_PLAN,
        type: 'premise',
        asked: 'premise',
        entities: [subject, object].flatMap((id) => (id ? [{ text: name(id, reading.subject), id }] : [])),
        query: `${subject ?? reading.subject.text} –${reading.predicate.id}→ ${object ?? reading.object.text}: REFUTED`,
      },
    };
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
