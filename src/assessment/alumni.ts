import { type Claim, type Reading, toArgument } from '../claims/claim.ts';
import { is } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { Assessed } from './assessor.ts';
import { refuted } from './decision.ts';

const FOUNDER = 'founder';
const EMPLOYER = 'employer';
/** Of how many of its founders it must be known where they were before. */
const MOST_KNOWN = 0.6;

const FORMER = /^(?:former(?: [a-z]+)?|ex|alum|alums|alumni|alumna|alumnus|veterans?)$/u;
const FORMER_HAN = /^前(?!者|身|沿|景|途|后|馈|向|端)/u;
const WHOLES = ['partOf', 'parentOrganisation'];
/** How many items may stand between «former» and the house it was of. */
const LONGEST = 8;

/** Houses that people of what a sentence is about are said to have been of before. */
export interface Alumni {
  /** Where they are named. */
  readonly named: ReadonlySet<number>;
  /** Where those are that some of them did belong to. */
  readonly right: ReadonlySet<number>;
  /** Those that none of them is known to have belonged to, though where each was before is known. */
  readonly wrong: readonly Assessed[];
}

/**
 * «was founded by former researchers from X and Y», «一批X前员工创立的», «who had come from X»: compared with where the people of what
 * the sentence is about (its founders, its makers) were.
 */
export function alumniOf(scene: Scene, about: readonly EntityId[], knowledge: KnowledgeBase): Alumni {
  const houses = scene.chunks.flatMap(({ items }) => items.filter((_, index) => isLeft(items, index)));
  if (houses.length === 0) return { named: new Set(), right: new Set(), wrong: [] };
  const starts = new Set(houses.map(({ start }) => start));
  const others = scene.chunks.flatMap(({ items }) => items).filter((item) => isHouse(item) && !starts.has(item.start));
  const firms = [...new Set([...about, ...others.flatMap(({ entities }) => entities.slice(0, 1))])];
  const past = housesOfPeople(firms, knowledge);
  const isRight = ({ entities }: Item) => entities.some((id) => past.has(id));
  const wrong = houses
    .filter((house) => !isRight(house))
    .flatMap((house) => firms.flatMap((firm) => wrongOrigin(scene, { firm, house }, knowledge) ?? []).slice(0, 1));
  return { named: starts, right: new Set(houses.filter(isRight).map(({ start }) => start)), wrong };
}

/** The refuted claim that founders of a firm came from a house; undefined where not all is known that tells so. */
function wrongOrigin(
  { language }: Scene,
  { firm, house }: { firm: EntityId; house: Item },
  knowledge: KnowledgeBase,
): Assessed | undefined {
  const predicate = knowledge.ontology.predicates.get(EMPLOYER);
  const founders = knowledge
    .factsOf(firm, FOUNDER)
    .flatMap(({ value }) => (value.type === 'entity' && value.id.startsWith('person/') ? [value.id] : []));
  const before = founders.map((id) =>
    knowledge.factsOf(id, EMPLOYER).filter(({ value }) => value.type === 'entity' && value.id !== firm),
  );
  const [subject] = founders;
  const known = before.filter((facts) => facts.length > 0).length;
  if (!predicate || subject === undefined || !knowledge.isComplete(firm, FOUNDER)) return undefined;
  if (known < founders.length * MOST_KNOWN || house.entities.some((id) => firm === id)) return undefined;
  const object = toArgument(house);
  const text = knowledge.entities.get(subject)?.label[language] ?? subject;
  const reading: Reading = {
    predicate,
    subject: { start: house.start, end: house.end, text, entities: [subject], inherited: true },
    object,
    weak: false,
    timing: 'during',
    qualifiers: {},
  };
  const claim: Claim = {
    readings: [reading],
    negated: false,
    only: false,
    siblings: [],
    past: true,
    layer: 'phrasing',
    language,
    start: house.start,
    end: house.end,
    trigger: house.start,
  };
  const decision = refuted('not-among-known', before.flat(), 0.75);
  return { claim, reading, subject, object: house.entities[0], decision };
}

/** Whether an organisation is named as the one that somebody unnamed was of before. */
function isLeft(items: readonly Item[], index: number): boolean {
  if (!isHouse(items[index])) return false;
  const { first, next } = listAround(items, index);
  if (FORMER_HAN.test(items[next]?.text ?? '') && !isPerson(items[next + 1]) && !isPerson(items[next + 2])) return true;
  if (isComeFrom(items, first, next)) return true;
  // «一批前X员工»
  if (items[first - 1]?.text === '前' && is(items[next], 'group')) return !isPerson(items[next + 1]);
  const before = items.slice(Math.max(0, index - LONGEST), index);
  const former = before.findLastIndex(({ text }) => FORMER.test(text));
  return (
    former >= 0 && before.slice(former + 1).every(isPassing) && !isPerson(items[next]) && !isPerson(items[next + 1])
  );
}

/** Where the enumeration of houses around one of them begins, and what comes behind it. */
function listAround(items: readonly Item[], index: number): { first: number; next: number } {
  const isOfList = (item: Item | undefined) => isHouse(item) || is(item, 'conj') || item?.text === '、';
  let first = index;
  while (isOfList(items[first - 1])) first--;
  let next = index + 1;
  while (isOfList(items[next])) next++;
  return { first, next };
}

/** «who had come from X», «曾在X和Y工作的研究者», «均来自X»; `first` and `next` bound the houses. */
function isComeFrom(items: readonly Item[], first: number, next: number): boolean {
  const [whose, verb, from] = [items[first - 3], items[first - 2], items[first - 1]];
  if (/^(?:come|came|hailed)$/u.test(verb?.text ?? '') && from?.text === 'from')
    return is(whose, 'have', 'rel', 'adv') || /^(?:all|both|they|who|had)$/u.test(whose?.text ?? '');
  if (
    /^(?:曾在|曾于|曾供职于|曾任职于|曾就职于)$/u.test(from?.text ?? '') ||
    (from?.text === '在' && /^曾/u.test(verb?.text ?? ''))
  )
    return items
      .slice(next, next + 4)
      .some((item) => is(item, 'group') || /(?:研究者|研究员|员工|工程师|科学家|人员)$/u.test(item.text));
  return false;
}

/** What may stand in «former senior researchers from X and». */
function isPassing(item: Item): boolean {
  if (isHouse(item)) return true;
  if (is(item, 'group', 'conj', 'det') || /^(?:from|of|at|,|-|both|senior|top)$/u.test(item.text)) return true;
  return item.entities.length > 0 && item.entities.every((id) => /^(?:kind|role)\//u.test(id));
}

function isHouse(item: Item | undefined): boolean {
  return item?.entities.some((id) => id.startsWith('organisation/')) ?? false;
}

function isPerson(item: Item | undefined): boolean {
  return item?.value?.type === 'name' || (item?.entities.some((id) => id.startsWith('person/')) ?? false);
}

/** The organisations that facts give for those whom facts of the given things name, with what these belong to. */
function housesOfPeople(about: readonly EntityId[], knowledge: KnowledgeBase): Set<EntityId> {
  const valuesOf = (id: EntityId) =>
    [...knowledge.allFactsOf(id).values()].flat().flatMap(({ value }) => (value.type === 'entity' ? [value.id] : []));
  const people = new Set(about.flatMap(valuesOf).filter((id) => id.startsWith('person/')));
  const own = new Set(about);
  return new Set(
    [...people]
      .flatMap(valuesOf)
      .filter((id) => id.startsWith('organisation/') && !own.has(id))
      .flatMap((id) => [...knowledge.closure(id, WHOLES)]),
  );
}
