import type { Passage } from './document.ts';
import type { Place } from './outline.ts';

interface Level {
  readonly name: string;
  readonly place: Place;
  /** For list items: whether their own text is still to come. */
  awaitsItem: boolean;
  /** For list items: their own text. */
  passage?: Passage | undefined;
}

const LISTS = new Set(['ul', 'ol', 'menu', 'dl']);

/** Keeps track of the lists and quotes around the current place in HTML. Every step is constant time on average. */
export class HtmlPlaces {
  readonly #outer: Place;
  readonly #levels: Level[] = [];
  readonly #counts = new Map<string, number>();

  constructor(outer: Place) {
    this.#outer = outer;
  }

  /** The place of the next passage. */
  get current(): Place {
    const top = this.#levels.at(-1);
    if (!top) return this.#outer;
    return top.passage ? { ...top.place, item: top.passage } : top.place;
  }

  /** Whether the next text is the own text of a list item. */
  get awaitsItem(): boolean {
    return this.#levels.at(-1)?.awaitsItem ?? false;
  }

  /** Notes the open item's own text, to be the parent of what follows in it. */
  settle(passage: Passage | undefined): void {
    const top = this.#levels.at(-1);
    if (!top) return;
    top.awaitsItem = false;
    top.passage = passage;
  }

  /** Enters a list, an item or a quote. */
  open(name: string): void {
    if (name === 'li' || name === 'dt') this.#leaveItems(['li', 'dt', 'dd']);
    if (name === 'dd') this.#leaveItems(['dd']);
    const around = this.current;
    const quoted = around.quoted === true || name === 'blockquote';
    const deeper = name === 'li' || name === 'dt' || name === 'dd';
    const depth = (around.depth ?? 0) + (deeper ? 1 : 0);
    this.#levels.push({ name, place: { ...around, quoted, depth }, awaitsItem: deeper });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Leaves a list, an item or a quote, and what was left open in it. */
  close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let level = this.#pop(); level && level.name !== name; level = this.#pop());
  }

  #leaveItems(names: readonly string[]): void {
    for (let top = this.#levels.at(-1); top && names.includes(top.name); top = this.#levels.at(-1)) {
      this.#pop();
      if (LISTS.has(this.#levels.at(-1)?.name ?? '')) return;
    }
  }

  #pop(): Level | undefined {
    const level = this.#levels.pop();
    if (level) this.#counts.set(level.name, (this.#counts.get(level.name) ?? 1) - 1);
    return level;
  }
}
