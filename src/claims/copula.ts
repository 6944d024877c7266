import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Matcher } from './match.ts';
import type { Pattern } from './pattern.ts';

const IS_A = 'isA';
/** What may follow the head of a Chinese noun phrase without changing it. */
const TAIL = /^(?:之一|而已|了|的|,|。|”|"|'|’|\.)$/u;

/** Reads «X is a Y», «X, a Y,», «the Y X» as kind claims, and modifiers before Y as claims of their own. */
export class CopulaReader {
  private readonly knowledge: KnowledgeBase;
  private readonly matcher: Matcher;
  private readonly isA: Predicate | undefined;
  private readonly modifiers: readonly Predicate[];

  constructor(knowledge: KnowledgeBase, matcher: Matcher) {
    this.knowledge = knowledge;
    this.matcher = matcher;
    this.isA = knowledge.ontology.predicates.get(IS_A);
    this.modifiers = [...knowledge.ontology.predicates.values()].filter(({ modifier }) => modifier);
  }

  read(chunk: Chunk, builder: ClaimBuilder): void {
    const { isA } = this;
    if (!isA) return;
    chunk.items.forEach((item, index) => {
      if (is(item, 'be') && item.entities.length === 0) this.readCopula(chunk, index, isA, builder);
    });
    if (chunk.role === 'apposition' || this.isNounPhrase(chunk)) this.readApposition(chunk, isA, builder);
    this.readAdjacent(chunk, isA, builder);
  }

  private readCopula(chunk: Chunk, at: number, isA: Predicate, builder: ClaimBuilder): void {
    const language = /\p{Script=Han}/u.test(chunk.items[at]?.text ?? '') ? 'zh' : 'en';
    const phrase =
      language === 'zh' ? (chunk.open ? [] : hanPhrase(chunk.items, at + 1)) : englishPhrase(chunk.items, at + 1);
    if (phrase.length === 0) return;
    // «will be», «使其成为»: not said of the subject as it is
    if (chunk.items.slice(Math.max(0, at - 2), at).some((item) => is(item, 'future', 'sub'))) return;
    const subjects = this.subjectsOf(chunk, at, isA, language);
    const negated = isNegatedAt(chunk.items, at);
    for (const subject of subjects)
      this.statePhrase({ chunk, phrase, subject, builder, isA, negated, layer: 'copula', trigger: at });
  }

  /** What «is» at an index is said of, where a relation can be said of it. */
  subjectsOf(chunk: Chunk, at: number, predicate: Predicate, language: 'en' | 'zh'): readonly Argument[] {
    const pattern: Pattern = {
      predicate,
      language,
      voice: 'active',
      left: [{ type: 'slot', name: 's' }],
      right: [],
      anywhere: [],
      phrasing: { pattern: '' },
    };
    const match = this.matcher.match(chunk, at, pattern);
    const filler = match?.slots.get('s');
    if (filler) return this.reachesVerb(chunk, filler.index, at) ? filler.arguments : [];
    // «Is X a Y?»: the subject follows
    const next = chunk.items[at + 1];
    return at === 0 && next && this.isThing(next) ? [toArgument(next)] : [];
  }

  /** «简介：使用X的深度学习课程», «**非营利性研究组织**：…»: a Chinese noun phrase without verb of its own, under a topic. */
  private isNounPhrase(chunk: Chunk): boolean {
    const { items } = chunk;
    const head = items.at(-1);
    if (!head || !/\p{Script=Han}/u.test(head.text) || !head.entities.some((id) => id.startsWith('kind/')))
      return false;
    if (items.some((item) => is(item, 'be'))) return false;
    const [first] = items;
    if (chunk.labelled)
      return (
        items.some((item) => is(item, 'poss')) &&
        (is(first, 'agent') || !(isVerb(first) || is(first, 'prep', 'aux', 'adv')))
      );
    return (
      chunk.role === 'fragment' &&
      items.length > 1 &&
      items[0]?.start !== head.start &&
      items.every((item) => item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id)))
    );
  }

  /** «PyTorch框架是», «X, founded in 2015, is»; but in «X最常用的助手是Y» the subject is not X. */
  private reachesVerb(chunk: Chunk, subject: number, at: number): boolean {
    if (subject < 0) return true;
    return chunk.items.slice(subject + 1, at).every((item, offset) => {
      if (item.type === 'han' || is(item, 'poss')) return false;
      return (
        offset === 0 ||
        !isName(item) ||
        item.value !== undefined ||
        item.entities.some((id) => !this.knowledge.isVocabulary(id))
      );
    });
  }

  private readApposition(chunk: Chunk, isA: Predicate, builder: ClaimBuilder): void {
    const [subject] = chunk.subjects;
    const han = /\p{Script=Han}/u.test(chunk.items[0]?.text ?? '');
    const phrase = han ? hanPhrase(chunk.items, 0) : englishPhrase(chunk.items, 0);
    if (
      !subject ||
      phrase.length === 0 ||
      chunk.items.some((item) => this.isThing(item) && item.start === subject.start)
    )
      return;
    const inherited = { ...subject, inherited: true };
    this.statePhrase({
      chunk,
      phrase,
      subject: inherited,
      builder,
      isA,
      negated: false,
      layer: 'apposition',
      trigger: 0,
    });
  }

  /** «the deep learning framework PyTorch», «深度学习框架PyTorch». */
  private readAdjacent(chunk: Chunk, isA: Predicate, builder: ClaimBuilder): void {
    chunk.items.forEach((item, index) => {
      const name = chunk.items[index + 1];
      const kinds = item.entities.filter((id) => id.startsWith('kind/'));
      if (
        !name ||
        kinds.length === 0 ||
        kinds.every((id) => this.knowledge.ontology.isGeneric(id)) ||
        !this.isThing(name) ||
        item.entities.length > kinds.length
      )
        return;
      if (this.isThing(chunk.items[index - 1]) || is(chunk.items[index - 1], 'agent')) return;
      const after = chunk.items[index + 2];
      if (is(after, 'poss') || (after?.type === 'han' && after.start === name.end)) return;
      if (
        this.isMaker(name) &&
        !kinds.some((id) => this.isAgent(id)) &&
        after &&
        (isVerb(after) || /^[a-z]+ed$/u.test(after.text))
      )
        return;
      const subject = toArgument(
        name,
        name.entities.filter((id) => !this.knowledge.isVocabulary(id)),
      );
      builder.state({ chunk, predicate: isA, subject, object: toArgument(item, kinds), layer: 'apposition' });
    });
  }

  /** «the framework Amazon backed»: who did something to it, not what it is called. */
  private isMaker({ entities }: Item): boolean {
    return entities.some((id) => !this.knowledge.isVocabulary(id) && this.knowledge.isOfKind(id, ['agent']));
  }

  private isAgent(kind: string): boolean {
    return this.knowledge.ontology.ancestors(kind.replace(/^kind\//u, '')).has('agent');
  }

  private statePhrase(parts: {
    chunk: Chunk;
    phrase: readonly Item[];
    subject: Argument;
    builder: ClaimBuilder;
    isA: Predicate;
    negated: boolean;
    layer: 'copula' | 'apposition';
    trigger: number;
  }): void {
    const { chunk, phrase, subject, builder, isA, negated, layer, trigger } = parts;
    const head = phrase.at(-1);
    if (!head) return;
    const object = this.matcher.types.fit(head, isA, 'o');
    const same = head.entities.some((id) => subject.entities.includes(id));
    // a person or organisation is no technique, however the words lie
    const agent = subject.entities.some((id) => this.knowledge.isOfKind(id, ['agent']));
    if (agent && object && !object.entities.some((id) => id.startsWith('kind/'))) return;
    const vague = object?.entities.every((id) => this.knowledge.ontology.isGeneric(id)) ?? true;
    const opinion = chunk.items.slice(trigger, chunk.items.indexOf(head)).some((item) => isOpinion(item));
    if (object && !vague && !opinion && !same && head.start !== subject.start && !isRelational(chunk.items, head)) {
      builder.state({ chunk, predicate: isA, subject, object, layer, negated, trigger });
    }
    const modifying = object ? phrase.slice(0, -1) : phrase;
    for (const item of modifying) this.stateModifier(chunk, item, subject, builder, negated, layer);
  }

  private stateModifier(
    chunk: Chunk,
    item: Item,
    subject: Argument,
    builder: ClaimBuilder,
    negated: boolean,
    layer: 'copula' | 'apposition',
  ): void {
    for (const predicate of this.modifiers) {
      if (!subject.entities.some((id) => this.knowledge.isOfKind(id, predicate.domain))) continue;
      const object = this.matcher.types.fit(item, predicate, 'o');
      if (object && object.entities.length > 0)
        builder.state({ chunk, predicate, subject, object, layer, negated, trigger: 0 });
    }
  }

  private isThing(item: Item | undefined): boolean {
    return (
      isName(item) &&
      item !== undefined &&
      item.entities.length > 0 &&
      !item.entities.every((id) => this.knowledge.isVocabulary(id))
    );
  }
}

/** «the greatest», «最值得…»: praise, not a kind; «最早», «最大» can be facts. */
function isOpinion(item: Item): boolean {
  return (
    is(item, 'opinion') ||
    /^最(?![早大先后初高新多长小])/u.test(item.text) ||
    /最(?:有|具|值得|受|强|好|佳|优|美|牛)/u.test(item.text)
  );
}

/** «is the author of X»: a relation, which its own pattern reads, rather than a kind. */
function isRelational(items: readonly Item[], head: Item): boolean {
  const next = items[items.indexOf(head) + 1];
  return (
    head.tags.some((tag) => tag.type === 'trigger') &&
    (next?.text === 'of' || next?.text === 'behind' || next?.text === 'for')
  );
}

/** The names of the noun phrase that begins at `from`, its head last; empty where the head is unknown. */
function englishPhrase(items: readonly Item[], from: number): Item[] {
  const phrase: Item[] = [];
  let last: Item | undefined;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (!item) break;
    if (phrase.length > 0 && (is(item, 'rel') || /(?:ing|ed)$/u.test(item.text)) && !isName(item)) break;
    if (is(item, 'det', 'adv', 'neg', 'first') && !isName(item)) continue;
    if (index === from && (is(item, 'be') || item.type === 'punct')) continue;
    if (
      is(item, 'prep', 'agent', 'rel', 'conj', 'sub', 'be', 'but', 'aux', 'have') ||
      (item.type === 'punct' && !/["'-]/u.test(item.text))
    )
      break;
    if (isVerb(item) && item.entities.length === 0) {
      if (phrase.length === 0) return [];
      break;
    }
    last = item;
    if (isName(item)) phrase.push(item);
  }
  return last && phrase.at(-1) === last ? phrase : [];
}

/** In Chinese the head closes the clause: «由X开发的、用于Y的开源深度学习框架». */
function hanPhrase(items: readonly Item[], from: number): Item[] {
  let end = items.length - 1;
  while (
    end >= from &&
    (TAIL.test(items[end]?.text ?? '') || is(items[end], 'question', 'etc', 'aspect') || items[end]?.type === 'punct')
  )
    end--;
  const head = items[end];
  if (!head || !isName(head) || end < from) return [];
  const phrase: Item[] = [head];
  for (let index = end - 1; index >= from; index--) {
    const item = items[index];
    if (!item || item.type === 'punct') break;
    if (isName(item)) phrase.unshift(item);
    else if (!isFunctionWord(item) && item.type !== 'han') break;
  }
  return phrase;
}

function isNegatedAt(items: readonly Item[], at: number): boolean {
  return [items[at - 1], items[at], items[at + 1]].filter((item) => is(item, 'neg') && !isName(item)).length % 2 === 1;
}
