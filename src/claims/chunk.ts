import { hasTag, type Item, oncePerTags } from '../linking/item.ts';
import type { Argument } from './claim.ts';
import { settleFronted } from './fronted.ts';
import { is, isFunctionWord } from './grammar.ts';
import { splitMembers } from './members.ts';
import type { TriggerTag } from './pattern.ts';

/** A stretch of a sentence between commas: the unit in which patterns are matched. */
export interface Chunk {
  readonly items: readonly Item[];
  readonly role: 'main' | 'relative' | 'apposition' | 'fragment';
  /** Cut before a conjunction, not at punctuation: its last noun phrase may go on. */
  readonly open?: boolean;
  /** Follows a label and a colon («简介：…»): a bare noun phrase here says what the topic is. */
  readonly labelled?: boolean;
  /** Stands in brackets, inside another clause. */
  readonly aside?: boolean;
  /** What an unnamed subject of this chunk is, by candidates in order of likelihood. */
  subjects: readonly Argument[];
  /** Who did it together with the first of them: «A与B合作发表论文，提出了…». */
  partners?: readonly Argument[];
}

const BREAK = new Set([',', '，', ';', '；', ':', '：', '。', '!', '?', '！', '？', '…', '—', '–', '|']);
const TEMPORAL = /^(?:before|after|prior to)$/u;
const LIST_MARK = new Set(['、', ',', '，', '/', '&']);

/** Whether an item can begin a claim. */
export function isTrigger(item: Item | undefined): boolean {
  return hasTag(item, 'trigger');
}

const beginAsVerb = oncePerTags((tags) =>
  tags.some((tag) => tag.type === 'trigger' && (tag as TriggerTag).form !== 'noun'),
);

/** The clause in which the item at a place begins. */
export function chunkAt(chunks: readonly Chunk[], place: number): Chunk | undefined {
  return chunks.find(({ items }) => items.some(({ start }) => start === place));
}

/** Whether an item is a verb that begins patterns (relational nouns excluded). */
export function isVerb(item: Item | undefined): boolean {
  if (!item || !beginAsVerb(item.tags) || isFunctionWord(item)) return false;
  return !item.entities.some((id) => id.startsWith('role/'));
}

export function isName(item: Item | undefined): boolean {
  return (
    item !== undefined && (item.entities.length > 0 || item.value?.type === 'name' || item.value?.type === 'title')
  );
}

/** Splits a sentence's items (parentheses already taken out) at commas and the like, keeping lists of names together. */
export function splitChunks(items: readonly Item[]): Chunk[] {
  const pieces: Item[][] = [[]];
  const open = new Set<Item[]>();
  const labelled = new Set<Item[]>();
  items.forEach((item, index) => {
    const piece = pieces.at(-1) ?? [];
    if (isCleft(items, index)) return;
    if (item.type === 'punct' && BREAK.has(item.text) && !joinsList(items, index, piece)) {
      const next: Item[] = [];
      if (/[:：]/u.test(item.text) && piece.length > 0 && piece.length <= 4 && !piece.some((other) => isVerb(other)))
        labelled.add(next);
      pieces.push(next);
    } else if (startsCoordinate(items, index, piece, pieces.length > 1)) {
      open.add(piece);
      pieces.push([item]);
    } else if (piece.length > 0 && startsParticiple(items, index)) pieces.push([item]);
    else piece.push(item);
  });
  const settled = settleFronted(
    pieces.filter((piece) => piece.length > 0),
    (piece) => piece.some((item) => isVerb(item) || is(item, 'be')),
  );
  const clauses = mergeAdjuncts(withOpeningDates(withInsertions(settled)), open);
  return clauses
    .flatMap((clause) => (open.has(clause) ? [clause] : splitMembers(clause)))
    .map((piece, index) => ({
      items: piece,
      role: roleOf(piece, index),
      open: open.has(piece),
      labelled: labelled.has(piece),
      subjects: [],
    }));
}

/** «写出Theano的，是贾扬清»: the comma divides nothing. */
function isCleft(items: readonly Item[], index: number): boolean {
  return items[index]?.type === 'punct' && is(items[index - 1], 'poss') && is(items[index + 1], 'be');
}

/** «In 2016, X released …», «2016年，X发布…»: a date in front belongs to the clause behind it, unless that has one of its own. */
function withOpeningDates(pieces: readonly Item[][]): Item[][] {
  const isDate = (item: Item) => item.value?.type === 'date';
  const bare = (piece: readonly Item[]) =>
    piece.some(isDate) &&
    piece.every((item) => isDate(item) || (is(item, 'prep', 'adv', 'topic') && item.entities.length === 0));
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    const next = pieces[index + 1];
    const joins = (clause: readonly Item[] | undefined) =>
      clause?.some((item) => isVerb(item) || is(item, 'be')) === true && !clause.some(isDate);
    if (bare(piece) && joins(next)) return [];
    return before && bare(before) && joins(piece) ? [[...before, ...piece]] : [piece];
  });
}

/** «X launched, together with Y, the company Z»: between a verb and its object stands who did it too. */
function withInsertions(pieces: readonly Item[][]): Item[][] {
  const result: Item[][] = [];
  for (let index = 0; index < pieces.length; index++) {
    const [piece = [], inserted = [], rest] = pieces.slice(index, index + 3);
    const parts = isVerb(piece.at(-1)) && is(inserted[0], 'conj') && is(inserted[0], 'prep') && rest;
    if (parts && !inserted.slice(1).some((item) => isVerb(item))) {
      result.push([...piece, ...inserted, ...rest]);
      index += 2;
    } else result.push(piece);
  }
  return result;
}

/** «…, in December 1947»: a trailing prepositional phrase with a date or place belongs to the clause before it. */
function mergeAdjuncts(pieces: Item[][], open: ReadonlySet<Item[]>): Item[][] {
  const result: Item[][] = [];
  for (const piece of pieces) {
    const previous = result.at(-1);
    const adjunct =
      is(piece[0], 'prep') &&
      piece.length <= 5 &&
      !piece.some((item) => isVerb(item) || is(item, 'be')) &&
      piece.some(({ value }) => value?.type === 'date');
    if (adjunct && previous && !open.has(previous) && previous.some((item) => isVerb(item))) previous.push(...piece);
    else result.push(piece);
  }
  return result;
}

/** A comma inside «X, Y and Z» or before «such as»: the name before it and the name after it are of one list. */
function joinsList(items: readonly Item[], index: number, piece: readonly Item[]): boolean {
  const mark = items[index];
  const next = items[index + 1];
  if (!mark || !LIST_MARK.has(mark.text)) return false;
  if (is(next, 'suchas')) return true;
  if (!isName(piece.at(-1)) && !is(piece.at(-1), 'etc')) return false;
  let at = index + 1;
  while (is(items[at], 'conj', 'det') && !isName(items[at])) at++;
  const name = items[at];
  if (!name || !isName(name)) return false;
  if (introduces(piece.at(-1), name) && (is(items[at + 1], 'conj') || LIST_MARK.has(items[at + 1]?.text ?? '')))
    return true;
  if (!sameSort(piece.at(-1), name)) return false;
  const after = items[at + 1];
  if (after === undefined || is(after, 'conj', 'etc', 'group') || LIST_MARK.has(after.text) || BREAK.has(after.text)) {
    return listGoesOn(items, index, at) || pieceIsList(piece) || objectPosition(piece);
  }
  return is(items[index + 1], 'conj') && pieceIsList(piece);
}

/** «two professors, A and B»: a kind or post in front of the names it announces. */
function introduces(noun: Item | undefined, name: Item): boolean {
  const sort = noun?.entities[0]?.split('/')[0];
  return (
    (sort === 'kind' || sort === 'role') && (name.entities[0]?.startsWith('person/') ?? name.value?.type === 'name')
  );
}

/** Whether the items after a name at `at` hold a conjunction before the next verb: «A, B and C founded». */
function listGoesOn(items: readonly Item[], from: number, at: number): boolean {
  if (is(items[from + 1], 'conj')) return true;
  for (let index = at + 1; index < items.length; index++) {
    const item = items[index];
    if (is(item, 'conj', 'etc')) return true;
    if (!item || !(isName(item) || LIST_MARK.has(item.text))) return false;
  }
  return false;
}

function pieceIsList(piece: readonly Item[]): boolean {
  return piece.some((item) => LIST_MARK.has(item.text));
}

/** Names after a verb or preposition: «by A, B» continues a list rather than opening a clause. */
function objectPosition(piece: readonly Item[]): boolean {
  return piece.length >= 2 && (isVerb(piece.at(-2)) || is(piece.at(-2), 'agent', 'prep', 'be', 'suchas', 'conj'));
}

function sameSort(a: Item | undefined, b: Item): boolean {
  const sort = (item: Item | undefined) => new Set(item?.entities.map((id) => id.split('/')[0]) ?? []);
  if (
    a?.value?.type === 'name' &&
    b.entities.length > 0 &&
    b.entities.every((id) => /^(?:degree|role|kind)\//u.test(id))
  )
    return false;
  if (!a?.entities.length || !b.entities.length) return true;
  const sorts = sort(a);
  return [...sort(b)].some((kind) => sorts.has(kind)) || !(sorts.has('person') !== sort(b).has('person'));
}

/** «… and founded», «… 并担任»: a coordinated verb phrase without a subject of its own is a chunk of its own. */
function startsCoordinate(items: readonly Item[], index: number, piece: readonly Item[], follows: boolean): boolean {
  const item = items[index];
  if (!item || piece.length === 0 || !(is(item, 'conj') || is(item, 'but'))) return false;
  if (isFigureOfItsOwn(items, index)) return true;
  let at = index + 1;
  while (is(items[at], 'adv', 'aux', 'have') && !isVerb(items[at])) at++;
  const next = items[at];
  if (is(next, 'be') && piece.some((other) => is(other, 'be') || isVerb(other))) return true;
  if (isAttribute(items, at)) return false;
  // «designed and developed by» shares its subject and object: one chunk
  if (!isVerb(next) || isName(next)) return false;
  // «was born in Tainan, Taiwan, in 1963 and founded …»
  const adjunct =
    follows && is(piece[0], 'prep') && piece.length <= 3 && piece.some(({ value }) => value?.type === 'date');
  return adjunct || (!isVerb(piece.at(-1)) && piece.some((other) => isVerb(other) || is(other, 'be')));
}

/** «训练集有6万张、测试集有1万张»: the second noun has a figure of its own. */
function isFigureOfItsOwn(items: readonly Item[], index: number): boolean {
  const [mark, noun, verb, figure] = items.slice(index, index + 4);
  if (mark?.text !== '、' || !noun || noun.value || !is(verb, 'be', 'have') || figure?.value?.type !== 'number')
    return false;
  return items.slice(0, index).some(({ value }, at) => value?.type === 'number' && is(items[at - 1], 'be', 'have'));
}

/** «a month after leaving X», «worked at X before founding Y»: what came before or after is a clause of its own. */
function startsParticiple(items: readonly Item[], index: number): boolean {
  const verb = items[index + 1];
  return TEMPORAL.test(items[index]?.text ?? '') && isVerb(verb) && !isName(verb) && /ing$/u.test(verb?.text ?? '');
}

/** «和基于注意力机制的模型»: the verb only describes the noun behind 的. */
function isAttribute(items: readonly Item[], verb: number): boolean {
  const [by, name, of, noun] = items.slice(verb, verb + 4);
  return by?.text === '基于' && isName(name) && is(of, 'poss') && isName(noun);
}

function roleOf(piece: readonly Item[], index: number): Chunk['role'] {
  const [first, second] = piece;
  if (is(first, 'rel') && !is(first, 'its') && (first?.text !== 'that' || isVerb(second))) return 'relative';
  const predicative = piece.some((item) => isVerb(item) || is(item, 'be'));
  if (index === 0 && isNounPhrase(piece)) return 'apposition';
  if (index > 0 && !predicative && is(first, 'det') && /^[a-z]/u.test(first?.text ?? '')) return 'apposition';
  if (index > 0 && isReduced(piece)) return 'relative';
  // «一个非营利性研究组织。»: a noun phrase standing for a sentence about the topic
  if (!predicative && /^一[个种款家门项所类套]/u.test(first?.text ?? '')) return 'apposition';
  return predicative ? 'main' : 'fragment';
}

/** «A Python-first successor of the Lua-based Torch7, …»: all its verbs are parts of words; said of the topic. */
function isNounPhrase(piece: readonly Item[]): boolean {
  const verbs = piece.filter((item) => isVerb(item) || is(item, 'be', 'have', 'aux'));
  const inWord = (item: Item) => {
    const before = piece[piece.indexOf(item) - 1];
    return before?.text === '-' && before.end === item.start;
  };
  return /^an?$/u.test(piece[0]?.text ?? '') && verbs.length > 0 && verbs.every(inWord);
}

/** «…, an older library scripted in Lua»: a noun with a participle says something of the name before it. */
function isReduced(piece: readonly Item[]): boolean {
  const at = piece.findIndex((item) => isVerb(item) && item.entities.length === 0);
  const noun = piece[at - 1];
  return (
    (piece[0]?.text === 'a' || piece[0]?.text === 'an') &&
    noun?.entities.some((id) => id.startsWith('kind/')) === true &&
    /(?:ed|en|built|led|made|run)$/u.test(piece[at]?.text ?? '') &&
    !piece.some((item) => is(item, 'be', 'have', 'aux') || isPlainName(item, piece.slice(0, at)))
  );
}

function isPlainName(item: Item, before: readonly Item[]): boolean {
  return before.includes(item) && isName(item) && !item.entities.some((id) => id.startsWith('kind/'));
}

/** «older than», «门的数目比LSTM少»: compares two things, which no pattern here reads. */
export function isComparison({ items }: Chunk): boolean {
  return items.some(
    (item, index) =>
      (item.text === 'no' && items[index + 1]?.text === 'other') ||
      (item.text === 'than' && index > 0 && items[index + 1]?.value?.type !== 'number') ||
      (item.text === '比' && items[index + 1]?.value === undefined && isName(items[index + 1])),
  );
}
