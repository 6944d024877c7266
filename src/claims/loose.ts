import type { Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item } from '../linking/item.ts';
import { type Chunk, isComparison } from './chunk.ts';
import { is } from './grammar.ts';
import type { Scene } from './scene.ts';
import { unitsAfter } from './units.ts';

/** A name or value that no claim accounts for, with the chunk it stands in. */
export interface Loose {
  readonly item: Item;
  readonly index: number;
  readonly chunk: Chunk;
  /** What its unit says it counts; empty for anything but a figure of the whole. */
  readonly units: readonly Predicate[];
}

/** The names and values of a sentence that nothing accounts for. `settled`: starts of those accounted for. */
export function looseOf({ chunks }: Scene, settled: ReadonlySet<number>): Loose[] {
  return chunks.flatMap((chunk) =>
    isComparison(chunk) || isMixed(chunk) || isApart(chunk)
      ? []
      : chunk.items.flatMap((item, index) =>
          settled.has(item.start) || !matters(item) || isSetAside(chunk, index)
            ? []
            : [{ item, index, chunk, units: unitsOf(chunk, index) }],
        ),
  );
}

function matters(item: Item): boolean {
  const { entities, value } = item;
  if (hasTag(item, 'pronoun')) return false;
  if (value?.type === 'number' || value?.type === 'date') return true;
  return entities.some((id) => !id.startsWith('kind/'));
}

/** «not a product but X»: what is denied and what is not cannot be told apart here. */
function isMixed({ items }: Chunk): boolean {
  return items.some((item) => is(item, 'neg')) && items.some((item) => is(item, 'but') && !is(item, 'neg'));
}

function unitsOf(chunk: Chunk, index: number): Predicate[] {
  return isShare(chunk, index) ? [] : unitsAfter(chunk.items, index).map(({ predicate }) => predicate);
}

/** «每类600张», «600 images per class»: no number of the whole. */
function isShare({ items }: Chunk, index: number): boolean {
  const around = [...items.slice(Math.max(0, index - 3), index), ...items.slice(index + 1, index + 5)];
  return around.some(
    ({ text }) => /^(?:[×x*]|每|各|每个|每类|per|each|every|times|倍)$/u.test(text) || text.startsWith('每'),
  );
}

/** «Unlike two-stage detectors, …»: what a thing is told apart from. */
function isApart({ items: [first] }: Chunk): boolean {
  return /^(?:unlike|contrary|不同于|区别于|有别于)$/u.test(first?.text ?? '');
}

/** «instead of X», «not X», «除了X»: named to be set aside. */
function isSetAside({ items }: Chunk, index: number): boolean {
  const around = [...items.slice(Math.max(0, index - 2), index), ...items.slice(index + 1, index + 2)];
  const bound = around.some((item) => is(item, 'before', 'after', 'until') && !is(item, 'agent'));
  if (bound && items[index]?.value === undefined) return true;
  return items
    .slice(Math.max(0, index - 4), index)
    .some((item) => is(item, 'instead', 'other', 'future') && !is(item, 'neg'));
}
