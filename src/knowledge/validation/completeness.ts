import { sameDate } from '../date.ts';
import type { Completeness, Fact, Value } from '../model.ts';
import type { Validation } from './validation.ts';

/** Lists said to be complete that have no values, repeated facts, and single values of which there are several. */
export function checkCompleteness(validation: Validation): void {
  for (const [index, statement] of validation.content.completeness.entries()) {
    checkStatement(validation, statement, index);
  }
  for (const { id } of validation.content.entities) {
    for (const facts of validation.knowledge.allFactsOf(id).values()) checkValues(validation, facts);
  }
}

function checkStatement(validation: Validation, statement: Completeness, index: number): void {
  const { knowledge, origins } = validation;
  const { subject, predicate, inverse } = statement;
  const place = origins.ofCompleteness(statement, index);
  const domain = knowledge.ontology.predicates.get(predicate)?.domain;
  if (!inverse && domain && !knowledge.isOfKind(subject, domain)) {
    validation.error(
      place,
      `complete: ${predicate} is for ${domain.join(', ')}; ${subject} is a ${knowledge.entities.get(subject)?.kind}`,
    );
    return;
  }
  const values = inverse ? knowledge.factsAbout(subject, predicate) : knowledge.factsOf(subject, predicate);
  if (values.length > 0 || origins.isNone(subject, predicate)) return;
  const fix = inverse
    ? 'add what has it, or take this out'
    : `write '${predicate}: []' under facts if there are none, or take this out`;
  validation.warn(place, `${predicate} is said to be complete but has no value; ${fix}`);
}

function checkValues(validation: Validation, facts: readonly Fact[]): void {
  if (facts.length < 2) return;
  const seen = new Map<string, Fact>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.value, fact.qualifiers]);
    if (seen.has(key))
      validation.warn(validation.placeOf(fact), `${fact.predicate}: the same is said twice; take one out`);
    else seen.set(key, fact);
  }
  const [first, ...others] = facts;
  if (!first || validation.knowledge.ontology.predicates.get(first.predicate)?.many !== false) return;
  if (facts.filter(({ rank }) => rank === 'preferred').length === 1) return;
  const other = others.find(({ value }) => !agree(value, first.value));
  if (other) {
    const fix = "prefer one ('rank: preferred') unless sources really differ";
    validation.warn(validation.placeOf(other), `${other.predicate} has one value, but several are given; ${fix}`);
  }
}

function agree(a: Value, b: Value): boolean {
  if (a.type === 'date' && b.type === 'date') return sameDate(a.date, b.date);
  return JSON.stringify(a) === JSON.stringify(b);
}
