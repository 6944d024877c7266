import type { EntityId, Fact } from './model.ts';
import type { Ontology } from './ontology.ts';

const ID_QUALIFIERS = ['role', 'degree', 'field', 'advisor', 'for', 'with', 'place'] as const;

/** Reports ids that nothing defines, in a fact's value and qualifiers. */
export function checkReferences(
  ontology: Ontology,
  fact: Omit<Fact, 'sources'>,
  known: ReadonlySet<EntityId>,
  report: (message: string) => void,
): void {
  const { value, qualifiers, predicate } = fact;
  if (value.type === 'entity' && !known.has(value.id))
    report(`${predicate}: nothing defines '${value.id}'${hint(ontology, value.id)}`);
  for (const key of ID_QUALIFIERS) {
    for (const id of qualifiers[key] ?? []) {
      if (!known.has(id)) report(`${predicate} › ${key}: nothing defines '${id}'${hint(ontology, id)}`);
    }
  }
}

function hint(ontology: Ontology, id: EntityId): string {
  const prefix = id.split('/')[0] ?? '';
  const terms = [...ontology.terms.values()].filter(({ vocabulary }) => vocabulary === prefix);
  return terms.length > 0
    ? `; terms of '${prefix}': ${terms.map((term) => term.id.split('/')[1]).join(', ')}`
    : '; define it, or correct the id';
}
