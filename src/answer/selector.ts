import { compareDates } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, PartialDate } from '../knowledge/model.ts';
import { Constraints } from './constraint.ts';
import type { Focus } from './focus.ts';
import { entityOf, type Found, foundBy } from './found.ts';
import type { Question } from './question.ts';
import type { Pick } from './question-words.ts';
import type { State, Step } from './state.ts';

/** What a way leads to, as the question asks for it. */
export interface Selection {
  /** values: what was found; qualifier, period, count and length are taken from the facts. */
  readonly type: 'values' | 'qualifier' | 'time' | 'count' | 'length';
  readonly found: readonly Found[];
  /** How well the result fits what is asked for. */
  readonly bonus: number;
  /** Which part of the period is asked for. */
  readonly part?: 'start' | 'end' | 'period' | undefined;
}

const PLACES = ['place'];
const WHEREABOUTS = ['organisation', 'website', 'conference'];
const MOST_CLIMBS = 4;
const ROUNDING = 0.05;
/** Of several figures of one thing, «the last» says nothing about size. */
const SIZES = { first: 'smallest', last: 'largest', largest: 'largest', smallest: 'smallest' } as const;

/** Takes from a way's last facts what the question asks for. */
export class Selector {
  private readonly knowledge: KnowledgeBase;
  private readonly constraints: Constraints;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.constraints = new Constraints(knowledge);
  }

  /** Undefined where the way leads to nothing of the sort that is asked for. An empty list: the sort fits, but nothing is known. */
  select(state: State, question: Question): Selection | undefined {
    const { focus } = question;
    const last = state.steps.at(-1);
    if (!focus || !last) return undefined;
    const picked = this.pick(state, question);
    if (last.relation.qualifier) return this.qualifier(last, last.relation.qualifier, focus);
    switch (focus.asked) {
      case 'who':
        return this.who(picked, last, focus);
      case 'where':
        return this.where(picked, last);
      case 'when':
      case 'until-when':
        return this.time(state, last, focus);
      case 'duration':
        return { type: 'length', found: picked.filter(hasPeriod), bonus: 0 };
      case 'age':
        return last.relation.predicate.range.includes('date')
          ? { type: 'values', found: picked, bonus: 0.1 }
          : undefined;
      case 'amount':
      case 'number':
        return this.number(picked, last, question);
      case 'thing':
      case 'list':
      case 'frequency':
        return this.things(picked, last, focus);
      default:
        return undefined;
    }
  }

  /** «Under whom did X study?» asks for the advisor, not for the university. */
  private who(found: readonly Found[], last: Step, focus: Focus): Selection | undefined {
    if (last.relation.predicate.qualifiers.includes('advisor') && last.direction === 'forward')
      return this.qualifier(last, 'advisor', focus);
    const { range, domain } = last.relation.predicate;
    const anything = (last.direction === 'forward' ? range : domain).includes('any');
    if (anything && !found.some((one) => this.isOf(entityOf(one), ['person']))) return undefined;
    return this.ofKinds(found, last, ['agent'], 0.1);
  }

  private where(found: readonly Found[], last: Step): Selection | undefined {
    if (last.direction === 'inverse') return undefined;
    // journals are works
    const published = last.relation.predicate.range.includes('conference') ? [...WHEREABOUTS, 'work'] : WHEREABOUTS;
    return this.ofKinds(found, last, PLACES, 0.2) ?? this.ofKinds(found, last, published, 0.1);
  }

  private things(found: readonly Found[], last: Step, focus: Focus): Selection | undefined {
    const [qualifier] = focus.qualifiers.filter((name) => last.relation.predicate.qualifiers.includes(name));
    if (qualifier) return this.qualifier(last, qualifier, focus);
    const { range, domain } = last.relation.predicate;
    const reached = last.direction === 'forward' ? range : domain;
    const agrees = focus.predicates.includes(last.relation.predicate.id) ? 0.25 : 0;
    if (focus.kinds.length === 0 || last.inFocus) {
      const literal = reached.every((kind) => kind === 'date' || kind === 'number');
      if (literal && /^which|^哪/u.test(focus.words)) return undefined;
      return { type: 'values', found, bonus: agrees - (literal ? 0.05 : 0) };
    }
    const kinds = focus.kinds.map((id) => id.slice('kind/'.length));
    const selection = this.ofKinds(found, last, kinds, 0.15) ?? this.inPlaces(found, kinds);
    if (selection && (selection.found.length > 0 || found.length === 0)) return selection;
    // «what problem does it solve?»: the knowledge says less exactly what a thing is than the question does
    const broader = found.filter((one) => this.mayBe(entityOf(one), kinds));
    if (broader.length > 0) return { type: 'values', found: broader, bonus: agrees };
    // «which lab», «哪家公司»: in everyday words any organisation that is no school
    const loose = this.isLoose(kinds) ? found.filter((one) => this.isOf(entityOf(one), ['organisation'])) : [];
    if (loose.length > 0) return { type: 'values', found: loose, bonus: agrees };
    if (selection) return selection;
    // «what website …», «which language …»: the noun names the predicate rather than a kind of things
    const literal = agrees > 0 && found.length > 0 && found.every(({ value }) => value.type !== 'entity');
    return literal ? { type: 'values', found, bonus: agrees - 0.1 } : undefined;
  }

  /** What was found, of these kinds; or what lies above it («in which country was X born?»). */
  private ofKinds(found: readonly Found[], last: Step, kinds: readonly string[], bonus: number): Selection | undefined {
    const { predicate } = last.relation;
    const reached = last.direction === 'forward' ? predicate.range : predicate.domain;
    if (!reached.some((kind) => this.related(kind, kinds))) return undefined;
    const direct = found.filter((one) => this.isOf(entityOf(one), kinds));
    if (direct.length > 0 || found.length === 0) return { type: 'values', found: direct, bonus };
    const above = last.direction === 'forward' ? this.climb(found, predicate.through, kinds) : [];
    return above.length > 0 ? { type: 'values', found: above, bonus } : undefined;
  }

  /** «In what city is the university where …?»: where organisations are. */
  private inPlaces(found: readonly Found[], kinds: readonly string[]): Selection | undefined {
    const { ontology } = this.knowledge;
    if (found.length === 0 || !kinds.every((kind) => ontology.ancestors(kind).has('place'))) return undefined;
    if (found.some((one) => !this.isOf(entityOf(one), ['organisation']))) return undefined;
    const through = ontology.questions.whereabouts.filter((id) =>
      ontology.predicates.get(id)?.range.every((kind) => kind === 'place'),
    );
    const places = this.climb(found, through, kinds);
    return places.length > 0 ? { type: 'values', found: places, bonus: 0.1 } : undefined;
  }

  private related(kind: string, kinds: readonly string[]): boolean {
    if (kind === 'any') return true;
    const { ontology } = this.knowledge;
    return kinds.some((other) => ontology.ancestors(kind).has(other) || ontology.ancestors(other).has(kind));
  }

  private isOf(id: EntityId | undefined, kinds: readonly string[]): boolean {
    if (id === undefined) return false;
    if (id.startsWith('kind/')) {
      const ancestors = this.knowledge.ontology.ancestors(id.slice('kind/'.length));
      return kinds.some((kind) => ancestors.has(kind));
    }
    return this.knowledge.isOfKind(id, kinds) || kinds.some((kind) => id.startsWith(`${kind}/`));
  }

  private isLoose(kinds: readonly string[]): boolean {
    const { ontology } = this.knowledge;
    return kinds.every(
      (kind) => ontology.ancestors(kind).has('organisation') && !ontology.ancestors(kind).has('university'),
    );
  }

  private mayBe(id: EntityId | undefined, kinds: readonly string[]): boolean {
    const own = id === undefined ? undefined : this.knowledge.entities.get(id)?.kind;
    return own !== undefined && kinds.some((kind) => this.knowledge.ontology.ancestors(kind).has(own));
  }

  private climb(found: readonly Found[], through: readonly string[], kinds: readonly string[]): Found[] {
    let level = found;
    for (let climbed = 0; climbed < MOST_CLIMBS && level.length > 0; climbed++) {
      level = level.flatMap((one) => {
        const id = entityOf(one);
        if (id === undefined) return [];
        const facts = through.flatMap((predicate) => this.knowledge.factsOf(id, predicate));
        return foundBy(facts, 'forward').map((above) => ({ ...above, facts: [...one.facts, ...above.facts] }));
      });
      const fitting = level.filter((one) => this.isOf(entityOf(one), kinds));
      if (fitting.length > 0) return fitting;
    }
    return [];
  }

  private time(state: State, last: Step, { asked }: Focus): Selection | undefined {
    const { predicate, timing } = last.relation;
    if (predicate.range.includes('date')) {
      const dates = state.found.filter(({ value }) => value.type === 'date');
      return last.direction === 'forward' ? { type: 'values', found: dates, bonus: 0.1 } : undefined;
    }
    const until = asked === 'until-when' || timing === 'end';
    const part = until ? 'end' : timing === 'start' ? 'start' : 'period';
    const dated = last.facts.filter(({ qualifiers: { at, start, end } }) =>
      part === 'period' ? (at ?? start ?? end) !== undefined : (at ?? (part === 'start' ? start : end)) !== undefined,
    );
    const bound = last.constraints.some(({ ids }) => ids.length > 0) || last.facts.length === 1;
    if (dated.length > 0 && bound) return { type: 'time', found: foundBy(dated, last.direction), bonus: 0.05, part };
    const made = predicate.dated.length > 0 && bound ? this.datesOfMaking(last) : [];
    if (made.length > 0) return { type: 'values', found: made, bonus: 0 };
    const datable =
      predicate.qualifiers.some((name) => name === 'at' || name === 'start') || predicate.dated.length > 0;
    return datable ? { type: 'time', found: [], bonus: bound ? 0 : -0.2, part } : undefined;
  }

  private datesOfMaking({ facts, relation }: Step): Found[] {
    const dates = facts.flatMap((fact) =>
      relation.predicate.dated.flatMap((name) => [fact, ...this.knowledge.factsOf(fact.subject, name)]),
    );
    const found = foundBy(dates, 'forward').filter(({ value }) => value.type === 'date');
    return found.map((one) => ({ ...one, facts: [...one.facts, ...facts] }));
  }

  private number(found: readonly Found[], last: Step, { focus, pieces }: Question): Selection | undefined {
    if (!focus) return undefined;
    const { range } = last.relation.predicate;
    const agrees = focus.predicates.includes(last.relation.predicate.id) ? 0.2 : 0;
    if (range.includes('number'))
      return last.direction === 'forward'
        ? { type: 'values', found: withoutRounded(found), bonus: 0.5 + agrees }
        : undefined;
    if (range.includes('date') && last.direction === 'forward') return undefined;
    const noun = focus.words !== '' && (focus.kinds.length > 0 || focus.predicates.length > 0);
    if (focus.asked === 'amount' || !(noun || gapCloses(pieces))) return undefined;
    if (focus.kinds.length === 0 || last.inFocus) return { type: 'count', found, bonus: agrees };
    const kinds = focus.kinds.map((id) => id.slice('kind/'.length));
    const selection = this.ofKinds(found, last, kinds, 0.15);
    return selection && { ...selection, type: 'count' };
  }

  private qualifier(last: Step, name: string, { asked }: Focus): Selection | undefined {
    if (asked === 'when' || asked === 'where' || asked === 'number') return undefined;
    const key = name as 'role';
    const facts = last.facts.filter((fact) => fact.qualifiers[key] !== undefined);
    const found = new Map<EntityId, Fact[]>();
    for (const fact of facts) {
      const value = fact.qualifiers[key];
      for (const id of Array.isArray(value) ? value : []) found.set(id, [...(found.get(id) ?? []), fact]);
    }
    const values = [...found].map(([id, own]): Found => ({ value: { type: 'entity', id }, facts: own }));
    return { type: 'qualifier', found: values, bonus: 0.1 };
  }

  /** The first or last, the largest or smallest of what was found. */
  private pick({ found, steps }: State, { pick, focus }: Question): readonly Found[] {
    if (!pick || focus?.asked === 'when') return found;
    // of one thing known, only a complete list tells that it is the first
    if (found.length < 2) return [];
    const last = steps.at(-1);
    if (!last) return found;
    const figures = found.map((one) => ({ one, size: one.value.type === 'number' ? one.value.amount : undefined }));
    if (figures.every(({ size }) => size !== undefined)) return nearTo(extreme(figures, SIZES[pick]), found);
    // what merely belongs to X is no list in which something is the first
    if (last.implied) return [];
    const sized = pick === 'largest' || pick === 'smallest';
    const measured = found.map((one) => ({ one, size: sized ? this.size(one) : this.beginning(one, last) }));
    const known = measured.filter(({ size }) => size !== undefined);
    // of a family, those count whose time or size is known
    const family = last.relation.predicate.range.includes('kind') && last.direction === 'inverse';
    return known.length < (family ? 2 : found.length) ? [] : extreme(known, pick);
  }

  private size(one: Found): number | undefined {
    const id = entityOf(one);
    if (id === undefined) return undefined;
    for (const predicate of this.knowledge.ontology.questions.sizes)
      for (const { value } of this.knowledge.factsOf(id, predicate)) if (value.type === 'number') return value.amount;
    return undefined;
  }

  /** When it began: by the facts that led here, else by its own dates. */
  private beginning(one: Found, last: Step): PartialDate | undefined {
    for (const { qualifiers } of one.facts) {
      const date = qualifiers.at ?? qualifiers.start ?? qualifiers.end;
      if (date !== undefined) return date;
    }
    const own = one.facts.flatMap((fact) => this.constraints.datesOf(fact, last.relation.predicate));
    if (own[0] !== undefined && last.direction === 'inverse') return own[0];
    const id = entityOf(one);
    // a person's birth does not tell who came first in something
    if (id === undefined || this.knowledge.isOfKind(id, ['person'])) return undefined;
    return beginningOf(this.knowledge, id)?.date;
  }
}

/** The date from which an entity is, by the ontology's `begins`, with its fact. */
export function beginningOf(knowledge: KnowledgeBase, id: EntityId): { date: PartialDate; fact: Fact } | undefined {
  for (const predicate of knowledge.ontology.questions.begins)
    for (const fact of knowledge.factsOf(id, predicate))
      if (fact.value.type === 'date') return { date: fact.value.date, fact };
  return undefined;
}

function extreme(measured: readonly { one: Found; size: number | string | undefined }[], pick: Pick): Found[] {
  const sign = pick === 'first' || pick === 'smallest' ? 1 : -1;
  const compare = (a: number | string | undefined, b: number | string | undefined) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareDates(String(a), String(b));
  const sorted = [...measured].sort((a, b) => sign * compare(a.size, b.size));
  const [best] = sorted;
  return sorted.filter(({ size }) => compare(size, best?.size) === 0).map(({ one }) => one);
}

/** The figures that are the same but for rounding. */
function nearTo([best]: readonly Found[], found: readonly Found[]): Found[] {
  const amount = ({ value }: Found) => (value.type === 'number' ? value.amount : Number.NaN);
  return best ? found.filter((one) => Math.abs(amount(one) - amount(best)) <= ROUNDING * amount(best)) : [];
}

/** Of figures that are the same but for rounding, the first. */
function withoutRounded(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) if (!kept.some((other) => nearTo([other], [one]).length > 0)) kept.push(one);
  return kept;
}

/** «…的作者有多少»: the question word stands at the end, after the noun. */
function gapCloses(pieces: Question['pieces']): boolean {
  const meaningful = pieces.filter(({ item }) => item.type !== 'punct' || item.text.startsWith('\u0001'));
  return meaningful.at(-1)?.gap ?? false;
}

function hasPeriod({ facts }: Found): boolean {
  return facts.some(({ qualifiers: { start, end } }) => start !== undefined && end !== undefined);
}
