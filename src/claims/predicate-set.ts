import type { Predicate } from '../knowledge/ontology.ts';

const WORD = 32;

/**
 * A set of predicates of one ontology, a bit each, iterated in the ontology's order. What types allow and what facts there are
 * is asked for every name of a sentence: so sets are joined and met a word at a time.
 */
export class PredicateSet implements Iterable<Predicate> {
  private readonly all: readonly Predicate[];
  private readonly words: number[];

  /** `all`: the ontology's predicates in order. Those of `members` are in the set. */
  constructor(all: readonly Predicate[], members: Iterable<Predicate> = []) {
    this.all = all;
    this.words = new Array<number>(Math.ceil(all.length / WORD)).fill(0);
    for (const { index } of members) this.words[index >> 5] = this.word(index >> 5) | (1 << (index & 31));
  }

  get size(): number {
    let size = 0;
    for (let rest of this.words) for (; rest !== 0; rest &= rest - 1) size++;
    return size;
  }

  has({ index }: Predicate): boolean {
    return (this.word(index >> 5) & (1 << (index & 31))) !== 0;
  }

  /** What is in any of one or more sets. */
  static union(sets: readonly PredicateSet[]): PredicateSet {
    const [first, ...others] = sets;
    if (!first) throw new Error('a union is of one set or more');
    if (others.length === 0) return first;
    const result = new PredicateSet(first.all);
    for (const { words } of sets)
      for (let at = 0; at < words.length; at++) result.words[at] = result.word(at) | (words[at] ?? 0);
    return result;
  }

  /** What is in both. */
  and({ words }: PredicateSet): PredicateSet {
    const result = new PredicateSet(this.all);
    for (let at = 0; at < words.length; at++) result.words[at] = this.word(at) & (words[at] ?? 0);
    return result;
  }

  /** What is in either. */
  or({ words }: PredicateSet): PredicateSet {
    const result = new PredicateSet(this.all);
    for (let at = 0; at < words.length; at++) result.words[at] = this.word(at) | (words[at] ?? 0);
    return result;
  }

  /** What is in this one alone. */
  without({ words }: PredicateSet): PredicateSet {
    const result = new PredicateSet(this.all);
    for (let at = 0; at < words.length; at++) result.words[at] = this.word(at) & ~(words[at] ?? 0);
    return result;
  }

  *[Symbol.iterator](): Iterator<Predicate> {
    for (let at = 0; at < this.words.length; at++) {
      for (let rest = this.word(at); rest !== 0; rest &= rest - 1) {
        const predicate = this.all[at * WORD + (31 - Math.clz32(rest & -rest))];
        if (predicate) yield predicate;
      }
    }
  }

  private word(at: number): number {
    return this.words[at] ?? 0;
  }
}
