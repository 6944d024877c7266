import { type Content, denies, isOtherFigure, shareOf, type Term } from '../claims/content.ts';
import { type Decision, refuted, supported } from './decision.ts';
import {
  agreement,
  areApart,
  type Clause,
  coverage,
  isDenied,
  isParticular,
  isProper,
  isTurned,
  type Statement,
  sameNeighbour,
  sameSort,
  type Written,
} from './statement-fit.ts';

/** How much of what a clause says a statement must say too, to support it. */
const SUPPORTING = 0.8;
/** The same where no word is left that could turn what is said. */
const SUPPORTING_HARMLESS = 0.7;
/** How much of the rest of a clause, and of the rest of a statement, must agree for another value to be wrong. */
const AGREEING = 0.7;
const FRAMING = 0.6;
/** What a supporting statement may fit less than a refuting one. */
export const PREFERENCE = 0.3;
/** The least that must agree, in words. */
export const LEAST = 1.5;

/** How much clause and wording say of each other, with what follows; no decision where the contrary seems said. */
export interface Weighed {
  readonly decision: Decision | undefined;
  /** The statement denies what the clause says, or the other way round. */
  readonly contrary?: boolean;
  readonly covered: number;
  readonly fit: number;
}

/** A wording of a statement, with how much of each term of the clause any wording of the statement says. */
export interface Compared {
  readonly statement: Statement;
  readonly written: Written;
  readonly share: (term: Term) => number;
}

/** How much of a wording's rest a clause says, how much of the clause the statement says, and both. */
interface Measures {
  readonly frame: number;
  readonly covered: number;
  readonly fit: number;
}

/** Compares a clause with one wording of a statement. */
export class Comparison {
  compare(clause: Clause, compared: Compared): Weighed | undefined {
    const { written } = compared;
    const share = this.shareIn(written, compared.share);
    const { content, bare, needed, subject } = clause;
    const open = needed.filter((term) => share(term) < 0.5);
    const missing = written.marks.filter((mark) => !mark.every((term) => shareOf(term, content) >= 0.99));
    const firm = open.filter((term) => !clause.optional(term));
    const rivaled = missing.filter((mark) => firm.some((term) => this.isInPlaceOf(term, mark, clause, written)));
    const rivals = firm.filter((term) => rivaled.some((mark) => this.isInPlaceOf(term, mark, clause, written)));
    const others = needed.filter((term) => !rivals.includes(term));
    if (agreement(others, share) < LEAST) return undefined;
    const foreign = open.some((term) => isParticular(term) && !rivals.includes(term));
    if (foreign && !(coverage(needed, share) >= AGREEING && isDenied(clause, compared.statement.written)))
      return undefined;
    // Marked values that the clause leaves out weigh nothing; so does the subject.
    const said = written.marks.filter((mark) => mark.every((term) => shareOf(term, bare) >= 0.5));
    const rest = [...written.frame, ...said.filter((mark) => !rivaled.includes(mark)).flat()];
    const frame = coverage(
      rest.filter(({ ids }) => !ids.includes(subject)),
      (term) => shareOf(term, content),
    );
    const covered = coverage(others, share);
    const measures = { frame, covered, fit: covered + frame };
    if (foreign) return { decision: undefined, contrary: true, covered, fit: measures.fit };
    if (rivals.length > 0) {
      if (compared.statement.written.some((other) => isSaidExactly(other, content))) return undefined;
      if (open.some((term) => !rivals.includes(term) && this.isOfAnother(term, clause, written))) return undefined;
      return covered >= AGREEING && frame >= FRAMING ? otherwise(compared.statement, measures) : undefined;
    }
    // What makes the statement true must be said to support it.
    if (written.marks.length > 0 && said.length === 0) return undefined;
    if (hasOtherFigure(needed, written.content)) return undefined;
    return this.agreed(clause, { statement: compared.statement, written, share }, measures);
  }

  /** What could turn a wording must stand in that wording itself; other words may stand in any of the statement. */
  private shareIn({ content }: Written, share: (term: Term) => number): (term: Term) => number {
    return (term) => (canTurn(term) ? Math.min(share(term), shareOf(term, content)) : share(term));
  }

  /** The clause has no other value than the statement: it says the same, or the contrary. */
  private agreed(
    clause: Clause,
    { statement, written, share }: Compared,
    { frame, covered, fit }: Measures,
  ): Weighed | undefined {
    const all = statement.written;
    const turning = clause.needed.some((term) => share(term) < 0.5 && canTurn(term));
    if (covered < (turning ? SUPPORTING : SUPPORTING_HARMLESS) || this.differs(clause, all)) return undefined;
    if (isTurned(clause, all) || isTurned(clause, [written])) return undefined;
    if (isDenied(clause, all))
      return covered >= 0.85 && frame >= FRAMING && isDenied(clause, all, true)
        ? { ...otherwise(statement, { frame, covered, fit }), contrary: true }
        : { decision: undefined, contrary: true, covered, fit };
    if (isDenied(clause, [written])) return { decision: undefined, contrary: true, covered, fit };
    if (denies(clause.content) && !all.some((other) => denies(other.content))) return undefined;
    return { decision: supported([statement.fact], 0.6 + 0.3 * covered), covered, fit: fit + PREFERENCE };
  }

  /** What stands in a clause where the statement has a marked value. */
  private isInPlaceOf(term: Term, mark: readonly Term[], { content }: Clause, { content: theirs }: Written): boolean {
    const named = (right: Term) =>
      isProper(term) && isProper(right) && !areApart(term, right) && sameNeighbour(term, content, right, theirs);
    return mark
      .filter((right) => shareOf(right, content) < 0.99)
      .some((right) => this.rival(term, right) || named(right));
  }

  /** Says of another case what the wording says of its own («English-German», «English-French»). */
  private isOfAnother(term: Term, { content }: Clause, { frame }: Written): boolean {
    return frame.some((other) => shareOf(other, content) < 0.5 && contrasting(term, other));
  }

  private rival(term: Term, right: Term): boolean {
    if (term.type === 'number')
      return right.type === 'number' && !term.share && (term.counts === right.counts || !term.counts || !right.counts);
    if (term.type === 'date') return right.type === 'date';
    return sameSort(term, right) || contrasting(term, right);
  }

  /** The clause has another name, figure, date or contrasting word than the statement, or the same in another order. */
  differs({ content, bare, subject }: Clause, all: readonly Written[]): boolean {
    const own = (term: Term) => term.ids.includes(subject);
    const theirs = all
      .flatMap((other) => other.content.terms)
      .filter((term) => !own(term) && shareOf(term, bare) < 0.5);
    const unsaid = content.terms.filter(
      (term) => !own(term) && all.every((other) => shareOf(term, other.content) < 0.5),
    );
    const rival = (a: Term, b: Term) =>
      (a.type === b.type && (a.type === 'number' || a.type === 'date')) || sameSort(a, b) || contrasting(a, b);
    return (
      content.terms.some((term) => all.every((other) => isOtherFigure(term, other.content))) ||
      unsaid.some((term) => theirs.some((other) => rival(term, other)))
    );
  }
}

/** A word that, with another in its place, says something else («more», «before», «maximum»), or a denial. */
function canTurn({ words, denied }: Term): boolean {
  return denied || words.some(({ contrasts }) => contrasts.length > 0);
}

function contrasting(a: Term, b: Term): boolean {
  return (
    a.words.some(({ contrasts }) => contrasts.some((set) => b.words.some((other) => other.contrasts.includes(set)))) &&
    !a.words.some(({ text }) => b.words.some((other) => other.text === text))
  );
}

/** A figure of some terms is another in a text that does not have it, counting the same. */
export function hasOtherFigure(terms: readonly Term[], content: Content): boolean {
  return terms.some((term) => isOtherFigure(term, content) && shareOf(term, content) === 0);
}

/** All that another wording marks is said. */
function isSaidExactly({ marks }: Written, content: Content): boolean {
  return marks.length > 0 && marks.every((mark) => mark.every((term) => shareOf(term, content) >= 0.99));
}

function otherwise({ fact }: Statement, { frame, covered, fit }: Measures): Weighed {
  return { decision: refuted('said-otherwise', [fact], 0.6 + 0.2 * frame), covered, fit };
}
