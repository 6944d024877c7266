import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { fold } from '../text/fold.ts';
import type { Chunk } from './chunk.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import { is } from './grammar.ts';
import { textOf } from './text-slot.ts';

const EXPANSION = 'expansion';
const LETTERS = /^[A-Za-z]{1,4}$/u;
const HAN = /\p{Script=Han}/u;
const QUOTE = /^["'“”‘’「」]$/u;
const MEANS =
  /^(?:对应|分别对应|分别代表|分别指|分别是|分别表示|stands?|standing|means|abbreviates|is|denotes|代表|指|是|意为|即|指的是|表示|意思是|全称是)$/u;
const LEADING = /^(?:for|letters?|字母|的|是|:|：)$/u;

/**
 * Reads «the P in GPT stands for …», «t-SNE里的SNE是…»: what some letters of an abbreviation mean is a claim about the whole:
 * its known expansion with the claimed words in that place.
 */
export class LetterReader {
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Whether the clause was about letters of an abbreviation. */
  read(chunk: Chunk, builder: ClaimBuilder): boolean {
    const predicate = this.knowledge.ontology.predicates.get(EXPANSION);
    const items = chunk.items.filter(({ text }) => !QUOTE.test(text));
    const verb = items.findIndex((item, index) => index > 1 && MEANS.test(item.text));
    const parts = verb < 0 ? undefined : lettersOf(items.slice(0, verb));
    if (predicate && !parts && verb > 0) return this.readAll(chunk, { items, verb, predicate }, builder);
    if (!predicate || !parts) return false;
    const { letters, whole } = parts;
    let from = verb + 1;
    while (items[from] && (LEADING.test(items[from]?.text ?? '') || is(items[from], 'neg', 'det'))) from++;
    const said = items.slice(from).filter(({ type, text }) => type !== 'punct' || text === '-');
    const [first] = said;
    const last = said.at(-1);
    const text = this.inPlace(whole.entities, letters.surface, textOf(said));
    if (!first || !last || text === undefined) return false;
    const object = { start: first.start, end: last.end, text, entities: [] };
    const negated = chunk.items.filter((item) => is(item, 'neg')).length % 2 === 1;
    builder.state({
      chunk,
      predicate,
      subject: toArgument(whole),
      object,
      layer: 'expansion',
      negated,
      span: { start: letters.start, end: last.end },
    });
    for (const { start } of [letters, ...items.slice(verb)]) builder.used.add(start);
    return true;
  }

  /** «GPT三个字母分别对应A、B和C», «the three letters of GPT stand for A, B and C»: what all of them mean. */
  private readAll(
    chunk: Chunk,
    { items, verb, predicate }: { items: readonly Item[]; verb: number; predicate: Predicate },
    builder: ClaimBuilder,
  ): boolean {
    const before = items.slice(0, verb);
    const whole = before.find(({ entities, surface }) => entities.length > 0 && /\p{Lu}/u.test(surface));
    if (!whole || !before.some(({ text }) => /^(?:letters|initials|字母|首字母)$/u.test(text))) return false;
    const said = items.slice(verb + 1).filter((item) => !(LEADING.test(item.text) || is(item, 'adv', 'be', 'neg')));
    const words = said.filter((item) => !(is(item, 'conj', 'det') || (item.type === 'punct' && item.text !== '-')));
    const [first] = words;
    const last = words.at(-1);
    const text = textOf(words);
    if (!first || !last || HAN.test(text)) return false;
    builder.state({
      chunk,
      predicate,
      subject: toArgument(whole),
      object: { start: first.start, end: last.end, text, entities: [] },
      layer: 'expansion',
      negated: chunk.items.filter((item) => is(item, 'neg')).length % 2 === 1,
      span: { start: whole.start, end: last.end },
    });
    for (const { start } of items) builder.used.add(start);
    return true;
  }

  /** A known expansion with other words where these letters come from; the one that these words leave as it is, if any. */
  private inPlace(ids: readonly EntityId[], letters: string, said: string): string | undefined {
    if (HAN.test(said)) return undefined;
    const texts = ids.flatMap((id) =>
      this.knowledge
        .factsOf(id, EXPANSION)
        .flatMap(({ value }) => (value.type === 'text' && value.text.en ? [value.text.en] : [])),
    );
    const replaced = texts.flatMap((text) => replacements(text, letters, said));
    return replaced.find((text) => texts.some((known) => fold(known) === fold(text))) ?? replaced[0];
  }
}

/** An expansion with other words in each place that the letters can come from; of hyphenated words one letter or each. */
function replacements(text: string, letters: string, said: string): string[] {
  return [/(?<=\s)/u, /(?<=[\s-])/u].flatMap((border) => {
    const words = text.split(border);
    const initials = words.map((word) => fold(word.charAt(0))).join('');
    const result: string[] = [];
    for (let at = initials.indexOf(fold(letters)); at >= 0; at = initials.indexOf(fold(letters), at + 1)) {
      const gap = /[\s-]$/u.exec(words[at + letters.length - 1] ?? '')?.[0] ?? '';
      result.push([...words.slice(0, at), said + gap, ...words.slice(at + letters.length)].join('').trim());
    }
    return result;
  });
}

/** «the P in GPT», «GPT中的P»: the letters and the abbreviation they stand in. */
function lettersOf(items: readonly Item[]): { letters: Item; whole: Item } | undefined {
  const whole = items.find(
    ({ entities, surface }) => entities.length > 0 && /\p{Lu}/u.test(surface) && surface.length > 1,
  );
  const letters = items.findLast(
    (item) => item !== whole && LETTERS.test(item.surface) && /^[A-Z]/u.test(item.surface),
  );
  if (!whole || !letters || letters.surface.length >= whole.surface.length) return undefined;
  if (!fold(whole.surface).includes(fold(letters.surface))) return undefined;
  const between = items.slice(
    Math.min(items.indexOf(whole), items.indexOf(letters)) + 1,
    Math.max(items.indexOf(whole), items.indexOf(letters)),
  );
  const joined =
    between.length > 0 &&
    between.every((item) =>
      /^(?:in|of|the|里|中|里面|当中|名字|name|word|的|这个|字母|那个|acronym|abbreviation|缩写|中的|里的|'s)$/u.test(
        item.text,
      ),
    );
  return joined ? { letters, whole } : undefined;
}
