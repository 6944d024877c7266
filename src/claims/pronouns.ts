import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import { isName, isVerb } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import type { Discourse } from './discourse.ts';
import { is } from './grammar.ts';
import { isRelationalNoun } from './trigger-site.ts';

const POSSESSIVE_EN = "'s";
const POSSESSIVE_ZH = '的';

const MANY = /^(?:their|they|them)$/u;
const SUBORDINATE = /^(?:after|before|when|while|since|as|until|once|although|though|in|at|by|with|during)$/u;

/** Replaces pronouns and «the framework», «该模型» by what they stand for: names of this sentence first, then of the text. */
export function resolvePronouns(items: readonly Item[], discourse: Discourse, knowledge: KnowledgeBase): Item[] {
  const result: Item[] = [];
  const named: Argument[] = [];
  const find = (person: boolean, from: readonly Argument[]): Argument | undefined =>
    from.find(({ entities }) =>
      entities.length === 0 ? person : entities.some((id) => knowledge.isOfKind(id, ['person'])) === person,
    ) ?? discourse.pronoun(person);
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!item) break;
    const next = items[index + 1];
    if (item.entities.length === 0 && is(item, 'he', 'it', 'his', 'its')) {
      const others = is(item, 'he', 'it') ? outside(items, index, index, named) : named;
      const argument =
        (MANY.test(item.text) ? others[0] : undefined) ??
        announced(items, index, named, knowledge) ??
        find(is(item, 'he', 'his'), others);
      if (argument) {
        result.push(stand(item, item, argument));
        if (is(item, 'his', 'its')) result.push(possessive(item, POSSESSIVE_EN, POSSESSIVE_ZH));
        continue;
      }
    }
    const short =
      item.value?.type === 'name' && item.entities.length === 0 ? discourse.byPartOfName(item.surface) : undefined;
    if (short) {
      result.push({ ...stand(item, item, short), tags: [] });
      named.push(short);
      continue;
    }
    const owner = ownerOfNoun(items, index, discourse);
    if (owner) {
      result.push(stand(item, item, owner), possessive(item, POSSESSIVE_EN, POSSESSIVE_ZH));
      continue;
    }
    const described = describedWork(items, index, knowledge);
    if (described) {
      result.push(stand(item, described.last, described.argument));
      index = described.index;
      continue;
    }
    const kind = next?.entities.find((id) => id.startsWith('kind/'));
    if (
      is(item, 'this') &&
      next &&
      kind &&
      next.entities.every((id) => knowledge.isVocabulary(id)) &&
      !continues(items[index + 2])
    ) {
      const argument =
        [...outside(items, index, index + 1, named)]
          .reverse()
          .find(({ entities }) => entities.some((id) => knowledge.isOfKind(id, [kind.slice(5)]))) ??
        discourse.ofKind(kind.slice(5)) ??
        workOfTopic(kind, discourse, knowledge);
      if (argument) {
        result.push(stand(item, next, argument));
        index++;
        continue;
      }
    }
    if (item.entities.length > 0 && !item.entities.every((id) => knowledge.isVocabulary(id)))
      named.push(toArgument(item));
    else if (item.value?.type === 'name') named.push(toArgument(item));
    result.push(item);
  }
  return result;
}

/** «After he left X, Y founded …»: the pronoun of a clause in front stands for whom the main clause begins with. */
function announced(
  items: readonly Item[],
  index: number,
  named: readonly Argument[],
  knowledge: KnowledgeBase,
): Argument | undefined {
  const isPerson = ({ entities }: { readonly entities: readonly EntityId[] }) =>
    entities.some((id) => knowledge.isOfKind(id, ['person']));
  if (!is(items[index], 'he') || is(items[index], 'his') || named.some(isPerson)) return undefined;
  if (!items.slice(0, index).some(({ text }) => SUBORDINATE.test(text))) return undefined;
  const next = items.findIndex((item, at) => at > index && item.text === ',' && isName(items[at + 1]));
  const name = items[next + 1];
  return next > 0 && name && isPerson(name) ? toArgument(name) : undefined;
}

/** «X bought it», «X收购了这家公司»: what a verb is done to is not who does it; the names before the verb are left out. */
function outside(items: readonly Item[], from: number, to: number, named: readonly Argument[]): readonly Argument[] {
  let verb = from - 1;
  while (is(items[verb], 'aspect', 'adv')) verb--;
  const next = items[to + 1];
  if (!isVerb(items[verb]) || isVerb(next) || is(next, 'be', 'have', 'aux', 'future')) return named;
  const clause = items.findLastIndex(
    ({ type, text }, at) => at < verb && type === 'punct' && /[,，;；。:：]/u.test(text),
  );
  const start = items[clause + 1]?.start ?? 0;
  return named.filter((argument) => argument.start < start);
}

/** «The licence is …»: a noun that relates something to something opens the sentence, and the text says to what. */
function ownerOfNoun(items: readonly Item[], index: number, discourse: Discourse): Argument | undefined {
  const [item, noun, next] = items.slice(index, index + 3);
  const before = items[index - 1];
  if (item?.text !== 'the' || !noun || !isRelationalNoun(noun) || !is(next, 'be')) return undefined;
  if (before !== undefined && !/^[;；]$/u.test(before.text)) return undefined;
  // «The company is …» is a thing that the text names
  const kinds = noun.entities.filter((id) => id.startsWith('kind/'));
  if (kinds.some((id) => discourse.ofKind(id.slice('kind/'.length)) !== undefined)) return undefined;
  return discourse.pronoun(false);
}

/** «the paper» of a text about something that one paper describes. */
function workOfTopic(kind: string, discourse: Discourse, knowledge: KnowledgeBase): Argument | undefined {
  if (!knowledge.ontology.ancestors(kind.slice('kind/'.length)).has('work')) return undefined;
  for (const { entities } of discourse.subjects().slice(0, 3)) {
    const works = worksOf(entities, kind, knowledge);
    if (works.length === 1) return { start: 0, end: 0, text: works[0] ?? '', entities: works };
  }
  return undefined;
}

/** The works of a kind that the knowledge links things to. */
function worksOf(entities: readonly EntityId[], kind: string, knowledge: KnowledgeBase): EntityId[] {
  const works = entities
    .filter((id) => !knowledge.isOfKind(id, ['work', 'agent']))
    .flatMap((id) => [...knowledge.allFactsOf(id).values()].flat())
    .flatMap(({ value }) =>
      value.type === 'entity' && knowledge.isOfKind(value.id, [kind.slice('kind/'.length)]) ? [value.id] : [],
    );
  return [...new Set(works)];
}

/** «the GPT-3 paper», «LSTM的原始论文»: the one work of that kind which the knowledge links the thing to. */
function describedWork(
  items: readonly Item[],
  index: number,
  knowledge: KnowledgeBase,
): { argument: Argument; last: Item; index: number } | undefined {
  const item = items[index];
  if (
    !item ||
    item.entities.length === 0 ||
    item.value ||
    item.entities.every((id) => knowledge.isVocabulary(id) || knowledge.isOfKind(id, ['work', 'agent']))
  )
    return undefined;
  for (let at = index + 1; at <= index + 3 && at < items.length; at++) {
    const noun = items[at];
    const kind = noun?.entities.find(
      (id) => id.startsWith('kind/') && knowledge.ontology.ancestors(id.slice(5)).has('work'),
    );
    if (noun && kind) {
      if (items[at + 1]?.value?.type === 'title') return undefined;
      const unique = worksOf(item.entities, kind, knowledge);
      if (unique.length !== 1) return undefined;
      return {
        argument: { start: item.start, end: noun.end, text: item.surface, entities: unique },
        last: noun,
        index: at,
      };
    }
    if (!(is(noun, 'poss') || /^(?:原始|原|首篇|开山|那篇|这篇|original|first)$/u.test(noun?.text ?? '')))
      return undefined;
  }
  return undefined;
}

/** «the framework PyTorch», «the author of»: no reference back. */
function continues(next: Item | undefined): boolean {
  return (
    next !== undefined &&
    (next.entities.length > 0 ||
      next.value?.type === 'name' ||
      next.text === 'of' ||
      next.text === 'for' ||
      next.text === '的' ||
      next.text === 'that')
  );
}

function stand(from: Item, to: Item, argument: Argument): Item {
  const surface = from === to ? from.surface : `${from.surface}${to.start > from.end ? ' ' : ''}${to.surface}`;
  const base = {
    start: from.start,
    end: to.end,
    surface,
    text: surface.toLowerCase(),
    type: 'mention' as const,
    entities: argument.entities,
    tags: [{ type: 'pronoun' }],
  };
  // A title that names somebody («the godfather of …») is no value of his.
  return argument.value === undefined || argument.entities.length > 0 ? base : { ...base, value: argument.value };
}

function possessive(item: Item, en: string, zh: string): Item {
  const text = /\p{Script=Han}/u.test(item.text) ? zh : en;
  return {
    start: item.end,
    end: item.end,
    surface: '',
    text,
    type: 'word',
    entities: [],
    tags: [{ type: 'word', cls: 'poss' } as never],
  };
}
