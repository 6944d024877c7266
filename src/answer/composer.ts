import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { Constraints, constraintOf } from './constraint.ts';
import { Following } from './following.ts';
import { Narrowing } from './narrowing.ts';
import type { Piece, Question } from './question.ts';
import { StartingPoints } from './starting-points.ts';
import type { State } from './state.ts';

const MOST_STATES = 1500;
const MOST_RELATIONS = 24;
const MOST_PIECES = 14;
const UNUSED_RELATION = -1.2;
const NEARLY = 0.18;

/**
 * Composes what a question says: from each entity it names outwards, the nearest relation first («the advisor of the
 * author of X», «X的作者的导师»). Word order says which side a thing is on only where the types leave it open.
 */
export class Composer {
  private readonly starts: StartingPoints;
  private readonly following: Following;
  private readonly narrowing: Narrowing;

  constructor(knowledge: KnowledgeBase) {
    const constraints = new Constraints(knowledge);
    this.starts = new StartingPoints(knowledge, constraints);
    this.following = new Following(knowledge, constraints);
    this.narrowing = new Narrowing(knowledge, constraints);
  }

  /** All ways that use every piece that carries meaning, in no order. */
  compose(question: Question): State[] {
    const pieces = question.pieces.filter(carriesMeaning);
    if (pieces.length === 0 || pieces.length > MOST_PIECES) return [];
    const done: State[] = [];
    const open = this.starts.of(pieces, question);
    for (let taken = 0; open.length > 0 && taken < MOST_STATES; taken++) {
      const state = open.pop();
      if (!state) break;
      const next = this.nearest(state, pieces);
      if (next.length === 0) {
        // «最新的GPT模型»: the name alone says what is picked from
        const family =
          question.pick && state.steps.length === 0 ? this.narrowing.family(state, undefined, []) : undefined;
        if (state.pending.length === 0) done.push(withoutSkipped(family ?? state));
        continue;
      }
      for (const piece of next) open.push(...this.advance(state, piece, question));
    }
    return done;
  }

  /** The next unused piece on either side of what has been used. */
  private nearest({ used }: State, pieces: readonly Piece[]): Piece[] {
    const open = pieces.filter(({ index }) => !used.has(index));
    const from = Math.min(...used);
    const to = Math.max(...used);
    const inside = open.filter(({ index }) => index > from && index < to);
    if (inside.length > 0) return inside.slice(0, 1);
    const left = open.filter(({ index }) => index < from).at(-1);
    const right = open.find(({ index }) => index > to);
    return [left, right].filter((piece) => piece !== undefined);
  }

  private advance(state: State, piece: Piece, question: Question): State[] {
    const used = new Set([...state.used, piece.index]);
    const result: State[] = [];
    const relations = piece.relations.slice(0, MOST_RELATIONS);
    for (const relation of relations)
      result.push(...this.following.apply({ ...state, used }, piece, relation, question));
    if (piece.kinds.length > 0) result.push(this.narrowing.filter({ ...state, used }, piece, question));
    if (piece.things.length > 0 || piece.item.value?.type === 'date' || piece.terms.length > 0)
      result.push(...this.narrowing.constrain({ ...state, used }, constraintOf(piece, question.pieces)));
    else if (piece.relations.length > 0 && piece.kinds.length === 0)
      result.push({ ...state, used, skipped: [...state.skipped, piece] });
    return result;
  }
}

/** What was left unread counts against a reading, unless a step says the same (nearly as well as the word can be read). */
function withoutSkipped(state: State): State {
  const said = new Set(state.steps.map(({ relation }) => relation.predicate));
  const lost = state.skipped.filter(({ relations }) => {
    const least = (relations[0]?.weight ?? 0) - NEARLY;
    return !relations.some(({ predicate, weight }) => weight >= least && said.has(predicate));
  });
  return { ...state, score: state.score + lost.length * UNUSED_RELATION };
}

function carriesMeaning({ gap, things, kinds, terms, relations, item }: Piece): boolean {
  if (gap) return relations.length > 0;
  return things.length + kinds.length + terms.length + relations.length > 0 || item.value?.type === 'date';
}
