import type { Chunk } from '../claims/chunk.ts';
import type { Argument } from '../claims/claim.ts';
import { type Content, isOpposed, shareOf, type Term } from '../claims/content.ts';
import { overlap } from '../knowledge/date.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';

/** How well a clause and a statement in free words fit each other. */

/** A way a statement is written. */
export interface Written {
  readonly content: Content;
  /** The terms of the value that makes it true, and the rest. */
  readonly value: readonly Term[];
  readonly frame: readonly Term[];
  readonly order: readonly string[];
}

export interface Statement {
  readonly fact: Fact;
  readonly written: readonly Written[];
}

/** A clause with what of it needs an account. */
export interface Clause {
  readonly content: Content;
  readonly needed: readonly Term[];
  /** Whether a statement may leave a needed term out. */
  readonly optional: (term: Term) => boolean;
  readonly subject: EntityId;
}

const COMPARING = /^(?:than|versus|vs|比|相比|不如|不及)$/u;

/** How much of a term any wording says; a date may be the event's. */
export function shareOfTerm(term: Term, { fact, written }: Statement): number {
  const at = fact.qualifiers.at;
  if (at && term.date && overlap(term.date, { start: at, end: at })) return 1;
  let most = 0;
  for (const { content } of written) {
    most = Math.max(most, shareOf(term, content));
    if (most === 1) break;
  }
  return most;
}

/** Two contrasting things (teacher and student) in another order: who does what may be another. */
export function swapped({ terms }: Content, { order }: Written): boolean {
  if (order.length < 2) return false;
  const said = new Set(
    terms.flatMap(({ words }) => words.map(({ text }) => text)).filter((word) => order.includes(word)),
  );
  return said.size >= 2 && [...said].join() !== order.filter((word) => said.has(word)).join();
}

/** The wordings nearest to the clause say the contrary. */
export function isDenied({ content, needed }: Clause, all: readonly Written[]): boolean {
  const near = all.map((other) => ({ other, covered: coverage(needed, (term) => shareOf(term, other.content)) }));
  const most = Math.max(...near.map(({ covered }) => covered));
  return near
    .filter(({ covered }) => covered > most - 0.1)
    .every(({ other }) => content.terms.some((term) => term.weight >= 0.5 && isOpposed(term, other.content)));
}

export function isProper({ type, proper }: Term): boolean {
  return proper && type !== 'number' && type !== 'date';
}

/** The words before (or behind) both are the same. */
export function sameNeighbour(a: Term, inA: Content, b: Term, inB: Content): boolean {
  const beside = (term: Term, { terms }: Content, step: number) => terms[terms.indexOf(term) + step]?.words[0]?.text;
  return [-1, 1].some((step) => {
    const word = beside(a, inA, step);
    return word !== undefined && word === beside(b, inB, step);
  });
}

export function sameSort(a: Term, b: Term): boolean {
  const sort = (id: EntityId) => id.split('/')[0];
  return a.ids.some((id) => b.ids.some((other) => sort(id) === sort(other)));
}

/** How much agrees, in words; nothing where only names do. */
export function agreement(terms: readonly Term[], share: (term: Term) => number): number {
  const said = terms.filter((term) => share(term) >= 0.5);
  return said.some(isTelling) ? said.reduce((sum, term) => sum + term.weight, 0) : 0;
}

/** Says something besides naming: no two texts agree without such a term. */
export function isTelling({ type, weight }: Term): boolean {
  return type !== 'name' && weight >= 0.5;
}

export function coverage(terms: readonly Term[], share: (term: Term) => number): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : terms.reduce((sum, term) => sum + term.weight * share(term), 0) / total;
}

/** Another thing is named first, and compared with this one or not spoken of by its statements: the clause is about that. */
export function isBehind(
  { chunk, content, subject, id }: { chunk: Chunk; content: Content; subject: Argument; id: EntityId },
  statements: readonly Statement[],
): boolean {
  if (subject.inherited) return false;
  const first = content.terms.find(({ type, ids }) => type === 'name' && ids.length > 0);
  if (!first || first.start >= subject.start || first.ids.includes(id)) return false;
  if (chunk.items.some(({ text }) => COMPARING.test(text))) return true;
  return !statements.some(({ written }) => written.some((other) => shareOf(first, other.content) >= 0.5));
}
