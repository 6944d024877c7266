import { compareDates } from '../date.ts';
import type { EntityId, Fact, PartialDate, PredicateId } from '../model.ts';
import type { OntologyData } from '../ontology.ts';
import type { Validation } from './validation.ts';

type OrderRule = OntologyData['order'][number];

/** A date that a fact gives, with what it is. */
interface Dated {
  readonly fact: Fact;
  readonly date: PartialDate;
  readonly what: string;
}

/** Periods that end before they begin, and events in an order that the ontology excludes. */
export function checkDates(validation: Validation): void {
  for (const fact of validation.content.facts) checkPeriod(validation, fact);
  for (const rule of validation.ontology.order) {
    for (const { id } of validation.content.entities) checkOrder(validation, rule, id);
  }
}

function checkPeriod(validation: Validation, fact: Fact): void {
  const { start, end, at } = fact.qualifiers;
  const orders = [
    [start, end, `ends (${end}) before it starts (${start})`],
    [start, at, `happened (${at}) before it starts (${start})`],
    [at, end, `happened (${at}) after it ends (${end})`],
  ] as const;
  for (const [first, then, message] of orders) {
    if (first === undefined || then === undefined || compareDates(then, first) >= 0) continue;
    validation.error(validation.placeOf(fact), `${fact.predicate} ${message}; correct one of the dates`);
  }
}

function checkOrder(validation: Validation, rule: OrderRule, id: EntityId): void {
  const later = datesOf(validation, id, rule.later);
  if (later.length === 0) return;
  if (rule.of !== undefined) checkAgainstOthers(validation, { ...rule, of: rule.of }, later);
  else {
    const earlier = datesOf(validation, id, rule.first);
    for (const then of later) {
      const first = earlier.find(({ date }) => compareDates(then.date, date) < 0);
      if (first) validation.error(validation.placeOf(then.fact), `${sayOrder(then, first)}; correct one of the dates`);
    }
  }
}

/** Compares with the entities that `of` names; one of them that is early enough will do. */
function checkAgainstOthers(
  validation: Validation,
  rule: OrderRule & { of: PredicateId },
  later: readonly Dated[],
): void {
  for (const then of later) {
    const facts =
      then.fact.predicate === rule.of ? [then.fact] : validation.knowledge.factsOf(then.fact.subject, rule.of);
    const others = facts.flatMap((fact) =>
      fact.value.type === 'entity' && !laterPeriod(fact, then) ? [fact.value.id] : [],
    );
    const earlier = others.map((other) => datesOf(validation, other, rule.first));
    const [first] = earlier.flat();
    const late = earlier.every(
      (dates) => dates.length > 0 && dates.every(({ date }) => compareDates(then.date, date) < 0),
    );
    if (first && late)
      validation.warn(validation.placeOf(then.fact), `${sayOrder(then, first)} (${first.fact.subject})`);
  }
}

/** Whether a fact holds only from a later time on than another fact's: a product may change hands. */
function laterPeriod(fact: Fact, then: Dated): boolean {
  return fact !== then.fact && fact.qualifiers.start !== undefined;
}

function datesOf({ knowledge }: Validation, id: EntityId, predicates: readonly PredicateId[]): Dated[] {
  return predicates.flatMap((predicate) => knowledge.factsOf(id, predicate).flatMap(datesIn));
}

function datesIn(fact: Fact): Dated[] {
  const { value, qualifiers, predicate } = fact;
  if (value.type === 'date') return [{ fact, date: value.date, what: predicate }];
  return (['start', 'at', 'end'] as const).flatMap((key) => {
    const date = qualifiers[key];
    return date === undefined ? [] : [{ fact, date, what: `${predicate} › ${key}` }];
  });
}

function sayOrder(then: Dated, first: Dated): string {
  return `${then.what} (${then.date}) lies before ${first.what} (${first.date})`;
}
