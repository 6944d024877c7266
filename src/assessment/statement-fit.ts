import type { Chunk } from '../claims/chunk.ts';
import type { Argument } from '../claims/claim.ts';
import { type Content, isOpposed, shareOf, type Term } from '../claims/content.ts';
import { overlap } from '../knowledge/date.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';

/** How well a clause and a statement in free words fit each other. */

/** A way a statement is written. */
export interface Written {
  readonly content: Content;
  /** The terms of each marked value, which excludes others of its sort, and the terms of the rest. */
  readonly marks: readonly (readonly Term[])[];
  readonly frame: readonly Term[];
  /** The words that contrast with another word of the same wording, in order. */
  readonly order: readonly string[];
}

export interface Statement {
  readonly fact: Fact;
  readonly written: readonly Written[];
  /** What is wrongly said instead, in every way it is written. */
  readonly mistaken: readonly Written[];
}

/** A clause with what of it needs an account. */
export interface Clause {
  readonly content: Content;
  /** The same without the name of its subject, whose words («average pooling») are not said of it. */
  readonly bare: Content;
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

/** The wordings that say (nearly) the most of a clause. */
function nearest(needed: readonly Term[], all: readonly Written[]): readonly Written[] {
  if (all.length < 2) return all;
  const near = all.map((other) => ({ other, covered: coverage(needed, (term) => shareOf(term, other.content)) }));
  const most = Math.max(...near.map(({ covered }) => covered));
  return near.filter(({ covered }) => covered > most - 0.1).map(({ other }) => other);
}

/** The clause has two contrasting things of the nearest wordings in another order, or one of them in both places. */
export function isTurned({ bare, needed }: Clause, all: readonly Written[]): boolean {
  if (!all.some(({ order }) => order.length > 0)) return false;
  return nearest(needed, all).every(
    (other) => swapped(bare, other) || halved(bare, other) || misplaced(bare, needed, other),
  );
}

/** Two contrasting things (teacher and student) in another order: who does what may be another. */
function swapped({ terms }: Content, { order }: Written): boolean {
  if (order.length < 2) return false;
  const said = new Set(
    terms.flatMap(({ words }) => words.map(({ text }) => text)).filter((word) => order.includes(word)),
  );
  return said.size >= 2 && [...said].join() !== order.filter((word) => said.has(word)).join();
}

/** One of two contrasting words is said, the other left out though what it is said of is there («training and test error are high»). */
function halved(content: Content, { content: theirs, order }: Written): boolean {
  if (!order.some((word) => content.words.has(word))) return false;
  const besides = theirs.terms.flatMap((term, index) =>
    term.words
      .filter(({ text }) => order.includes(text))
      .map(({ text }) => ({ text, beside: besideOf(theirs.terms, index) })),
  );
  return besides.some(
    (left) =>
      !content.words.has(left.text) &&
      besides.some(
        (other) =>
          other.text !== left.text &&
          content.words.has(other.text) &&
          other.beside.some((word) => left.beside.includes(word) && content.words.has(word)),
      ),
  );
}

/** What is said of one of two contrasting things, the wording says of the other, which the clause leaves out. */
function misplaced(content: Content, needed: readonly Term[], { content: theirs, order }: Written): boolean {
  if (order.length < 2 || !order.some((word) => content.words.has(word))) return false;
  const owners = new Set<string>();
  let owner: string | undefined;
  for (const term of theirs.terms) {
    const contrasting = term.words.find(({ text }) => order.includes(text));
    if (contrasting) owner = contrasting.text;
    else if (owner !== undefined && isTelling(term) && needed.some((own) => sameWord(own, term))) owners.add(owner);
  }
  return owners.size > 0 && [...owners].every((word) => !content.words.has(word));
}

function sameWord(a: Term, b: Term): boolean {
  return a.words.some(({ text }) => b.words.some((other) => other.text === text));
}

/** The words before and behind a term. */
function besideOf(terms: readonly Term[], index: number): string[] {
  return [terms[index - 1], terms[index + 1]].flatMap((term) => (term?.words ?? []).map(({ text }) => text));
}

/** The wordings nearest to the clause say the contrary; `firmly`: deny it, or the clause what they say. */
export function isDenied({ bare, needed }: Clause, all: readonly Written[], firmly = false): boolean {
  return nearest(needed, all).every((other) =>
    bare.terms.some((term) => term.weight >= 0.5 && isOpposed(term, other.content, firmly)),
  );
}

/** Names, counts or dates something, or says that there is no other: what no text leaves out that says the same. */
export function isParticular({ type, proper, sole }: Term): boolean {
  return type !== 'word' || proper || sole;
}

export function isProper({ type, proper }: Term): boolean {
  return proper && type !== 'number' && type !== 'date';
}

/** Both are known, and not of one sort: neither stands for the other. */
export function areApart(a: Term, b: Term): boolean {
  return a.ids.length > 0 && b.ids.length > 0 && !sameSort(a, b);
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

/** Without what a statement may leave out; where it says one thing of a sort, the others of that sort are needed too. */
export function withoutUnsaid({ needed, optional }: Clause, share: (term: Term) => number): Term[] {
  const said = needed.filter((term) => share(term) >= 0.5);
  const also = said.filter(optional);
  return needed.filter(
    (term) =>
      said.includes(term) ||
      !optional(term) ||
      also.some((other) => sameSort(term, other) || (term.ids.length === 0 && term.type === other.type)),
  );
}

/** How much agrees, in words, each counted once; nothing where only names do. */
export function agreement(terms: readonly Term[], share: (term: Term) => number): number {
  const said = terms.filter((term) => share(term) >= 0.5);
  if (!said.some(isTelling)) return 0;
  const counted = new Set<string | undefined>();
  return said.reduce((sum, { type, words, weight }) => {
    const text = type === 'word' ? words[0]?.text : undefined;
    if (text !== undefined && counted.has(text)) return sum;
    counted.add(text);
    return sum + weight;
  }, 0);
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
