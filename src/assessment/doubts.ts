import { isVerb } from '../claims/chunk.ts';
import type { Argument } from '../claims/claim.ts';
import { triggersOf } from '../claims/cues.ts';
import { is, isFunctionWord } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { DateValue, Item } from '../linking/item.ts';
import type { Assessed, Assessor } from './assessor.ts';
import { undecided } from './decision.ts';

const OPENING = /^["“「『‘]$/u;
const CLOSING = /^["”」』’]$/u;
const HAN = /\p{Script=Han}/u;
const NOT_YET = /^(?:还|尚|尚未|还没|还没有|未曾|当时|那时|彼时|此时|当年|yet|then|still|at the time|back then)$/u;
/** Ages are dates too, written as mere numbers. */
const AGE = /^(?:\d{1,3}|\p{Script=Han}{1,4}|[a-z -]+)(?:岁.*)?$/u;
const FORMER = /^(?:前|原|former|ex-)/u;
const FOREIGN_UNIT = /^(?:个?(?:周|月|星期|天|小时|分钟)|周|weeks?|months?|days?|hours?|minutes?)/u;

/** A refuted claim with the clause it was read in. */
interface Case {
  readonly assessed: Assessed;
  readonly items: readonly Item[];
  readonly trigger: number;
}

/**
 * Second thoughts on what is called wrong: where the words of the clause can be read so that they say something else (a longer
 * name, another owner, the date of another event), nothing is refuted.
 */
export class Doubts {
  private readonly knowledge: KnowledgeBase;
  private readonly assessor: Assessor;

  constructor(assessor: Assessor) {
    this.knowledge = assessor.knowledge;
    this.assessor = assessor;
  }

  /** The claim, left open where its refutation is in doubt. */
  weighed(assessed: Assessed, scene: Scene): Assessed {
    if (assessed.decision.verdict !== 'REFUTED' || !this.isDoubtful(assessed, scene)) return assessed;
    return { ...assessed, decision: undecided('no-fact', assessed.decision.facts) };
  }

  private isDoubtful(assessed: Assessed, { chunks }: Scene): boolean {
    const { claim, reading } = assessed;
    if (reading.comparison) return false;
    const places = [claim.trigger, reading.object.start, reading.subject.start];
    const chunk = places
      .map((place) => chunks.find(({ items }) => items.some(({ start }) => start === place)))
      .find((found) => found !== undefined);
    if (!chunk) return false;
    const { items } = chunk;
    const known: Case = { assessed, items, trigger: items.findIndex(({ start }) => start === claim.trigger) };
    const ends = [reading.subject, reading.object].filter(({ inherited }) => !inherited);
    return (
      ends.some((end) => isInLongerQuote(items, end)) ||
      this.isOwner(known) ||
      this.isOtherSort(known) ||
      isNotYet(known) ||
      deniesOtherVerb(known) ||
      isNamedBetween(known) ||
      this.isBorrowed(known, chunks) ||
      isFormerStaff(known) ||
      hasForeignUnit(known) ||
      this.isOtherDate(known)
    );
  }

  /** «set up Microsoft's research lab», «华为的MindSpore到2020年才开源»: said of what the thing has, not of the thing. */
  private isOwner({ assessed: { reading }, items, trigger }: Case): boolean {
    return [reading.subject, reading.object].some((owner) => {
      const at = items.findIndex(({ start }) => start === owner.start);
      if (owner.inherited || owner.entities.length === 0 || trigger < 0 || at < 0 || !is(items[at + 1], 'poss'))
        return false;
      const owned = nounBehind(items, at + 2, trigger > at ? trigger : items.length);
      const other = owner === reading.subject ? reading.object : reading.subject;
      if (owned.some(({ start }) => start === other.start)) return false;
      const has = (kinds: readonly string[]) =>
        owned.some(
          ({ entities }) =>
            entities.length > 0 &&
            entities.every((id) => !this.knowledge.isVocabulary(id) && this.knowledge.isOfKind(id, kinds)),
        );
      if (has(['artefact'])) return true;
      if (owner !== reading.subject || trigger > at) return false;
      const isPart = owned.some((item) => item.value?.type === 'number' || this.isHouse(item));
      return isPart && !is(items[items.findIndex((item) => item === owned.at(-1)) + 1], 'be');
    });
  }

  /** «research lab», «子公司»: a sort of organisation. */
  private isHouse({ entities }: Item): boolean {
    const { ontology } = this.knowledge;
    return entities.some((id) => id.startsWith('kind/') && ontology.ancestors(id.slice(5)).has('organisation'));
  }

  /** «从微软跳槽到谷歌、…又组建S»: who did it is not whom an earlier clause names beside a preposition. */
  private isBorrowed({ assessed: { reading, claim } }: Case, chunks: Scene['chunks']): boolean {
    return [reading.subject, reading.object].some((end) => {
      if (!end.inherited || !end.entities.some((id) => this.knowledge.isOfKind(id, ['organisation', 'place'])))
        return false;
      const from = chunks.find(({ items }) => items.some(({ start }) => start === end.start));
      const at = from?.items.findIndex(({ start }) => start === end.start) ?? -1;
      const before = from?.items[at - 1];
      if (end.start > claim.start) return false;
      return before !== undefined && (is(before, 'prep') || /[到至]$/u.test(before.text));
    });
  }

  /** «折叠注意力», «Folded Attention»: of another sort than the known one. */
  private isOtherSort({ assessed: { subject, reading }, items }: Case): boolean {
    if (subject === undefined || reading.subject.inherited || !this.knowledge.isOfKind(subject, ['concept']))
      return false;
    const at = items.findIndex(({ start }) => start === reading.subject.start);
    const before = items[at - 1];
    const item = items[at];
    if (!before || !item || before.value !== undefined || before.entities.length > 0 || before.tags.length > 0)
      return false;
    return before.type === 'han'
      ? before.end === item.start && before.text.length > 1 && !/[的地得了]$/u.test(before.text)
      : before.type === 'word' && /^\p{Lu}/u.test(before.surface) && at > 1;
  }

  /** Another date of the clause is the right one, or the date goes with another verb. */
  private isOtherDate(known: Case): boolean {
    const date = dateOf(known);
    if (!date) return false;
    return this.hasRightDate(known, date) || isDateOfOtherVerb(known, date) || this.isDateOfMember(known, date);
  }

  private hasRightDate({ assessed, items }: Case, date: Item): boolean {
    return items.some(
      ({ value, start }) =>
        value?.type === 'date' && start !== date.start && this.holdsWith(assessed, value, assessed.subject),
    );
  }

  private holdsWith({ claim, reading }: Assessed, date: DateValue, subject: EntityId | undefined): boolean {
    if (subject === undefined) return false;
    const dated = reading.object.value?.type === 'date';
    const other = {
      ...reading,
      subject: { ...reading.subject, entities: [subject] },
      ...(dated ? { object: { ...reading.object, value: date } } : {}),
    };
    const time = dated || !claim.time ? {} : { time: { ...claim.time, date } };
    const { decision } = this.assessor.assess({ ...claim, ...time, negated: false, readings: [other] });
    return decision.verdict === 'SUPPORTED';
  }

  /** A family is dated by its first member; of a later one the date may be right too. */
  private isDateOfMember({ assessed }: Case, { value }: Item): boolean {
    const { subject, reading } = assessed;
    if (subject === undefined || value?.type !== 'date' || !reading.predicate.range.includes('date')) return false;
    if (!this.knowledge.isOfKind(subject, ['artefact'])) return false;
    return this.knowledge
      .factsAbout(subject, 'isA')
      .some((fact) => !fact.subject.startsWith('kind/') && this.holdsWith(assessed, value, fact.subject));
  }
}

/** «“AI四小龙”», «“折叠注意力”»: a part of what stands in quotation marks. */
function isInLongerQuote(items: readonly Item[], { start, end }: Argument): boolean {
  const first = items.findIndex((item) => item.start === start);
  const last = items.findIndex((item) => item.end === end);
  if (first < 0 || last < first) return false;
  const open = items.findLastIndex((item, index) => index < first && isMark(item));
  const close = items.findIndex((item, index) => index > last && isMark(item));
  if (open < 0 || close < 0 || !OPENING.test(items[open]?.text ?? '') || !CLOSING.test(items[close]?.text ?? ''))
    return false;
  const others = [...items.slice(open + 1, first), ...items.slice(last + 1, close)];
  return others.some((item) => item.type !== 'punct' && !is(item, 'det'));
}

function isMark({ text }: Item): boolean {
  return OPENING.test(text) || CLOSING.test(text);
}

/** «当时他还没有加入谷歌»: denied of a time that is not said. */
function isNotYet({ assessed: { claim }, items }: Case): boolean {
  return claim.negated && items.some(({ text }) => NOT_YET.test(text));
}

/** «不认同X要求员工…的政策»: another verb is denied. */
function deniesOtherVerb({ assessed: { claim }, items, trigger }: Case): boolean {
  if (!claim.negated || trigger < 0) return false;
  const neg = items.findLastIndex((item, index) => index < trigger && is(item, 'neg') && item.entities.length === 0);
  const next = items[neg + 1];
  if (neg < 0 || neg + 1 >= trigger || !next) return false;
  return (
    next.type === 'han' && next.start === items[neg]?.end && !isFunctionWord(next) && !/^(?:任何|什么)/u.test(next.text)
  );
}

/** «S的创始人霍尔兹此前是X的联合创始人»: behind the noun stands who is meant, and what follows is said of him. */
function isNamedBetween({ assessed: { reading }, items, trigger }: Case): boolean {
  const next = items[trigger + 1];
  const verb = items.findIndex((item, index) => index > trigger && is(item, 'be'));
  const behind = [reading.subject, reading.object].some(
    (end) => !end.inherited && end.start > (items[verb]?.start ?? Number.POSITIVE_INFINITY),
  );
  if (!reading.byNoun || verb < trigger + 2 || !behind || !next) return false;
  return next.type === 'han' && !isFunctionWord(next) && next.start === items[trigger]?.end;
}

/** «founded in 2021 by former employees of X»: when they founded it, not when they were employed. */
function isFormerStaff({ assessed: { decision }, items, trigger }: Case): boolean {
  return (
    decision.grounds === 'other-time' &&
    [items[trigger], items[trigger - 1]].some(
      (item) => item !== undefined && (FORMER.test(item.text) || is(item, 'former')),
    )
  );
}

/** «还差两周»: counts something else. */
function hasForeignUnit({ assessed: { reading }, items }: Case): boolean {
  const { object, predicate } = reading;
  if (object.value?.type !== 'number' || predicate.units) return false;
  const next = items[items.findIndex(({ start }) => start === object.start) + 1];
  return next !== undefined && FOREIGN_UNIT.test(next.text);
}

/** The date on which a refutation rests. */
function dateOf({ assessed: { claim, reading, decision }, items }: Case): Item | undefined {
  const own = reading.object.value?.type === 'date' && reading.predicate.range.includes('date');
  if (own) return items.find(({ start }) => start === reading.object.start);
  if (decision.grounds !== 'other-time' || !claim.time) return undefined;
  return items.find(({ value }) => value === claim.time?.date);
}

/** «left in May 2024 and started S», «提出S获得2011年图灵奖»: a verb that stands nearer to the date. */
function isDateOfOtherVerb({ assessed: { reading }, items, trigger }: Case, date: Item): boolean {
  const at = items.indexOf(date);
  if (trigger < 0 || at < 0 || AGE.test(date.surface)) return false;
  if (is(items[trigger], 'poss')) return true;
  const isOther = (item: Item) =>
    isVerb(item) &&
    !isFunctionWord(item) &&
    item.entities.length === 0 &&
    !triggersOf([item]).some(({ id }) => id === reading.predicate.id || reading.predicate.dated.includes(id));
  if (at > trigger) return items.slice(trigger + 1, at).some(isOther);
  if (HAN.test(items[trigger]?.text ?? '')) return false;
  return items.slice(at + 1, trigger).some((item) => is(item, 'conj')) && items.slice(0, at).some(isOther);
}

/** The noun phrase behind a possessive. */
function nounBehind(items: readonly Item[], from: number, until: number): readonly Item[] {
  const rest = items.slice(from, until);
  const stop = rest.findIndex((item) => is(item, 'prep', 'conj', 'agent', 'rel', 'be') || item.type === 'punct');
  return stop < 0 ? rest : rest.slice(0, stop);
}
