import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Constraints, constraintOf } from './constraint.ts';
import { type Found, foundBy } from './found.ts';
import type { Piece, Question } from './question.ts';
import type { State, Step } from './state.ts';

const LATER_CANDIDATE = -0.02;

/** What a question names, as states from which ways begin: things, else terms and what began in a time named. */
export class StartingPoints {
  private readonly knowledge: KnowledgeBase;
  private readonly constraints: Constraints;

  constructor(knowledge: KnowledgeBase, constraints: Constraints) {
    this.knowledge = knowledge;
    this.constraints = constraints;
  }

  of(pieces: readonly Piece[], question: Question): State[] {
    const named = pieces.filter(({ things }) => things.length > 0);
    const dates = pieces.filter(({ item }) => item.value?.type === 'date');
    const terms = pieces.filter(({ terms }) => terms.length > 0);
    const base = { steps: [], skipped: [], pending: [], score: 0 };
    const fromNames = named.flatMap((piece) =>
      piece.things.slice(0, 6).map((id, order): State => {
        const found: Found[] = [{ value: { type: 'entity', id }, facts: [] }];
        const start = { text: piece.item.surface, id };
        return { ...base, start, found, used: new Set([piece.index]), score: order * LATER_CANDIDATE };
      }),
    );
    if (fromNames.length > 0) return fromNames;
    const fromTerms = terms.flatMap((piece) =>
      piece.terms.slice(0, 2).map((id): State => {
        const found: Found[] = [{ value: { type: 'entity', id }, facts: [] }];
        return { ...base, start: { text: piece.item.surface, id }, found, used: new Set([piece.index]) };
      }),
    );
    return [...fromTerms, ...this.datedStarts(dates, pieces, question)];
  }

  /** «Which models were released in 2018?»: everything that a predicate gives a date in that time. */
  private datedStarts(dates: readonly Piece[], pieces: readonly Piece[], question: Question): State[] {
    const [date] = dates;
    if (date?.item.value?.type !== 'date' || !namesKind(pieces, question)) return [];
    const constraint = constraintOf(date, question.pieces);
    return pieces.flatMap((piece) =>
      piece.relations
        .filter(({ predicate }) => predicate.range.includes('date'))
        .map((relation): State => {
          const facts = this.knowledge.facts.filter(
            (fact) =>
              fact.predicate === relation.predicate.id &&
              fact.rank !== 'deprecated' &&
              this.constraints.holds(fact, constraint, relation),
          );
          const step: Step = { piece, relation, direction: 'inverse', facts, constraints: [constraint] };
          return {
            start: { text: date.item.surface, id: date.item.surface },
            found: foundBy(facts, 'inverse'),
            steps: [step],
            skipped: [],
            pending: [],
            used: new Set([date.index, piece.index]),
            score: relation.weight,
          };
        }),
    );
  }
}

function namesKind(pieces: readonly Piece[], { focus }: Question): boolean {
  return (focus?.kinds.length ?? 0) > 0 || pieces.some(({ kinds }) => kinds.length > 0);
}
