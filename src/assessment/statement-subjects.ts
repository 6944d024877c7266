import type { Chunk } from '../claims/chunk.ts';
import type { Argument } from '../claims/claim.ts';
import { is } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { Span } from '../text/document.ts';

/** What the clauses of a sentence can be about, for statements in free words. */

/** What a clause can be about: what it names, else what it inherits, else what the sentence names first. */
export function subjectsOf(chunk: Chunk, { chunks }: Scene): Argument[] {
  const named = (items: Chunk['items']) =>
    items
      .filter(({ entities }) => entities.length > 0)
      .map(({ start, end, surface, entities }): Argument => ({ start, end, text: surface, entities }));
  const inherited = chunk.subjects
    .filter(({ entities }) => entities.length > 0)
    .map((subject) => ({ ...subject, inherited: true }));
  const first = chunks
    .flatMap(({ items }) => named(items))
    .slice(0, 3)
    .map((subject) => ({ ...subject, inherited: true }));
  return [...named(chunk.items), ...inherited, ...first].slice(0, 8);
}

/** What a clause inherits otherwise than in the first place: it may speak of something else. */
export function isRemote(subject: Argument, { subjects: [first] }: Chunk): boolean {
  return subject.inherited === true && first !== undefined && first.entities[0] !== subject.entities[0];
}

const CAUSING = /^(?:使|让|使得|令|make|makes|making|let|lets|causing|so that)$/u;

/** A clause that makes something else do or not do a thing denies nothing of what it is about. */
export function isCausing({ items }: Chunk): boolean {
  return items.some(({ text }) => CAUSING.test(text));
}

/** «its aim is that the discriminator cannot …»: what is made to do or not to do something is not what the clause is about. */
export function isActedOn(subject: Argument, { items }: Chunk): boolean {
  const at = items.findIndex(({ start }) => start === subject.start);
  return !subject.inherited && at > 0 && CAUSING.test(items[at - 1]?.text ?? '');
}

/** Opens a clause as what it is about, or did what it says («by X», «由X»): no statement that leaves it out says the same. */
export function isDoer({ start }: Span, { chunks }: Scene): boolean {
  const items = chunks.find((chunk) => chunk.items.some((item) => item.start === start))?.items ?? [];
  const at = items.findIndex((item) => item.start === start);
  if (at < 0 || is(items[at + 1], 'poss')) return false;
  const before = items.slice(0, at).findLast((item) => !is(item, 'det', 'adv'));
  return before === undefined || is(before, 'agent');
}
