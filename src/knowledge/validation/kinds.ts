import type { EntityId, KindId } from '../model.ts';
import type { Validation } from './validation.ts';

/** Facts about things of the wrong kind, and things whose own kinds exclude each other. */
export function checkKinds(validation: Validation): void {
  checkDomainsAndRanges(validation);
  checkDisjointness(validation);
}

function checkDomainsAndRanges(validation: Validation): void {
  const { knowledge, content } = validation;
  for (const fact of content.facts) {
    const predicate = knowledge.ontology.predicates.get(fact.predicate);
    if (!predicate) continue;
    const { id, domain, range } = predicate;
    if (!knowledge.isOfKind(fact.subject, domain)) {
      validation.error(
        validation.placeOf(fact),
        `${id} is for ${domain.join(', ')}; ${describe(validation, fact.subject)}. Correct the predicate or the kind`,
      );
    }
    const { value } = fact;
    if (value.type !== 'entity' || range.includes('text') || isInRange(validation, value.id, range)) continue;
    validation.error(
      validation.placeOf(fact),
      `${id} takes ${range.join(', ')}; ${describe(validation, value.id)}. Correct the value or its kind`,
    );
  }
}

function isInRange({ knowledge }: Validation, id: EntityId, range: readonly KindId[]): boolean {
  const kind = knowledge.entities.get(id)?.kind;
  // What nothing defines is reported by the reader.
  return kind === undefined || range.includes(kind) || knowledge.isOfKind(id, range);
}

function checkDisjointness(validation: Validation): void {
  const { knowledge, content, origins } = validation;
  const verdicts = new Map<string, readonly [KindId, KindId] | undefined>();
  for (const { id } of content.entities) {
    const kinds = [...knowledge.kindsOf(id)];
    const key = kinds.join(' ');
    if (!verdicts.has(key)) verdicts.set(key, disjointPair(validation, kinds));
    const pair = verdicts.get(key);
    if (pair)
      validation.error(
        origins.ofEntity(id),
        `${id} is both ${pair[0]} and ${pair[1]}, which exclude each other; see its kind and what it is said to be`,
      );
  }
}

/** The narrowest two kinds that exclude each other. */
function disjointPair({ knowledge }: Validation, kinds: readonly KindId[]): readonly [KindId, KindId] | undefined {
  for (const [index, kind] of kinds.entries()) {
    const other = kinds.slice(index + 1).find((candidate) => knowledge.ontology.areDisjoint(kind, candidate));
    if (other !== undefined) return [kind, other];
  }
  return undefined;
}

/** «organisation/x is a company». */
export function describe({ knowledge }: Validation, id: EntityId): string {
  return `${id} is a ${knowledge.entities.get(id)?.kind}`;
}
