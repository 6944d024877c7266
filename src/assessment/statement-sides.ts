import { type Content, denies, shareOf, type Term } from '../claims/content.ts';
import { type Decision, refuted, supported } from './decision.ts';
import type { Comparison } from './statement-comparison.ts';
import {
  type Clause,
  coverage,
  isDenied,
  isParticular,
  isTurned,
  type Statement,
  type Written,
} from './statement-fit.ts';

/** How much of a clause a mistake must say at least, and of the mistake the clause. */
const COVERED = 0.6;
const SAID = 0.6;
/** How much of what tells a mistake from the truth a clause must say. */
const TELLING = 0.66;
/** The same of a truth whose mistakes are known: to support a clause it must say so much of it, and the clause of the truth. */
const SUPPORTING: readonly (readonly [covered: number, said: number])[] = [
  [0.6, 0.7],
  [0.7, 0.5],
];
/** By how much such a truth must be nearer to the clause than any mistake. */
const MARGIN = 0.2;
/** How many words clause and wording must share to be compared. */
const SHARED = 2;

/** A statement that tells without being read whether it, or what is wrongly said instead, can say a term. */
export interface TwoSided extends Statement {
  /** Whether it is known what is wrongly said instead. */
  readonly contested: boolean;
  maySay(term: Term): boolean;
  mayMistake(term: Term): boolean;
}

/** What the truths and the mistakes of a thing, taken together, decide of a clause. */
export interface Sided {
  readonly decision: Decision;
  /** How much the clause and what decides it say of each other, 0…2. */
  readonly fit: number;
}

/**
 * The mistake that a clause makes, if any: it says most of what a known mistake about its thing says, with the words that tell
 * the mistake from the truth, and no less of it than of anything true of the thing.
 */
export function mistakeIn(clause: Clause, statements: readonly TwoSided[]): Sided | undefined {
  let best: (Sided & { readonly wording: Written }) | undefined;
  for (const statement of statements) {
    if (!statement.contested || clause.needed.filter((term) => statement.mayMistake(term)).length < SHARED) continue;
    for (const wording of statement.mistaken) {
      const covered = coveredBy(clause, wording);
      if (covered < COVERED) continue;
      const said = saidOf(wording, clause);
      if (said < SAID || (best && covered + said <= best.fit) || !isMade(clause, statement, wording)) continue;
      best = { ...decided(refuted('said-otherwise', [statement.fact], 0), covered + said), wording };
    }
  }
  if (!best) return undefined;
  const truths = statements.flatMap(({ written }) => written);
  return best.fit >= nearest(clause, truths) && isNews(clause, best.wording, truths) ? best : undefined;
}

/** The clause says what makes the mistake one, and nothing that it does not. */
function isMade(clause: Clause, statement: Statement, wording: Written): boolean {
  if (denies(clause.content) !== denies(wording.content) || leavesName(clause, [wording])) return false;
  return isTold(clause, statement, wording) && !isDenied(clause, [wording]) && !isTurned(clause, [wording]);
}

/** Clause and mistake share a word that nothing true of the thing has: they differ from it by more than the order of words. */
function isNews({ content }: Clause, mistaken: Written, truths: readonly Written[]): boolean {
  return only(mistaken, truths).some((term) => shareOf(term, content) >= 0.5);
}

/**
 * The truth that a clause says, where it is known what is wrongly said instead: a clause so much nearer to the truth than to any
 * mistake needs less in common with it.
 */
export function truthIn(clause: Clause, statements: readonly TwoSided[], comparison: Comparison): Sided | undefined {
  let best: Sided | undefined;
  for (const statement of statements) {
    const { fact } = statement;
    if (!statement.contested || clause.needed.filter((term) => statement.maySay(term)).length < SHARED) continue;
    for (const wording of statement.written) {
      const covered = coveredBy(clause, wording);
      const said = saidOf(wording, clause);
      if (!SUPPORTING.some(([most, least]) => covered >= most && said >= least)) continue;
      if ((best && covered + said <= best.fit) || leavesName(clause, statement.written)) continue;
      if (isDenied(clause, [wording]) || isTurned(clause, [wording])) continue;
      if (!comparison.differs(clause, statement.written)) best = decided(supported([fact], 0), covered + said);
    }
  }
  if (!best) return undefined;
  const mistakes = statements.flatMap(({ mistaken }) => mistaken);
  return best.fit >= nearest(clause, mistakes) + MARGIN ? best : undefined;
}

function decided(decision: Decision, fit: number): Sided {
  return { decision: { ...decision, confidence: 0.6 + 0.1 * fit }, fit };
}

/** How much a clause and the wording nearest to it say of each other, 0…2. */
function nearest(clause: Clause, all: readonly Written[]): number {
  let most = 0;
  for (const wording of all) {
    const covered = coveredBy(clause, wording);
    if (covered + 1 > most) most = Math.max(most, covered + saidOf(wording, clause));
  }
  return most;
}

/** How much a wording says of a clause: of all its terms, or of its words alone, whichever is less. */
function coveredBy({ needed }: Clause, { content }: Written): number {
  const share = (term: Term) => shareOf(term, content);
  const words = needed.filter(({ type }) => type === 'word');
  return Math.min(coverage(needed, share), coverage(words, share));
}

function saidOf({ content }: Written, clause: Clause): number {
  return coverage(content.terms, (term) => shareOf(term, clause.content));
}

/** The clause says what tells the mistake from the truth, and less of what tells the truth from the mistake. */
function isTold({ content }: Clause, { written }: Statement, mistaken: Written): boolean {
  const wrong = only(mistaken, written);
  if (wrong.length === 0) return false;
  const told = shareIn(wrong, content);
  return told >= TELLING && written.every((wording) => isLess(only(wording, [mistaken]), content, told));
}

function isLess(terms: readonly Term[], content: Content, than: number): boolean {
  return terms.length === 0 || shareIn(terms, content) < than;
}

/** The clause names, counts or dates something that no wording of a statement has. */
function leavesName({ needed }: Clause, written: readonly Written[]): boolean {
  return needed.some((term) => isParticular(term) && written.every((wording) => shareOf(term, wording.content) < 0.5));
}

function shareIn(terms: readonly Term[], content: Content): number {
  return coverage(terms, (term) => shareOf(term, content));
}

/** The terms of a wording that no other one says. */
function only({ content }: Written, others: readonly Written[]): Term[] {
  return content.terms.filter(
    (term) => term.weight >= 0.5 && others.every((other) => shareOf(term, other.content) < 0.5),
  );
}
