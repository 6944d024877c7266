import { closest } from './closest.ts';
import type { EntityId, Fact, Qualifiers } from './model.ts';
import type { Ontology } from './ontology.ts';

const ID_QUALIFIERS = ['role', 'degree', 'field', 'advisor', 'for', 'with', 'place'] as const;

/** Finds ids that nothing defines. What to write instead is worked out once per unknown id. */
export class References {
  private readonly ontology: Ontology;
  private readonly entities: ReadonlyMap<EntityId, unknown>;
  private readonly vocabulary: ReadonlySet<EntityId>;
  private readonly hints = new Map<EntityId, string>();
  private slugs: Map<string, EntityId> | undefined;

  constructor(ontology: Ontology, entities: ReadonlyMap<EntityId, unknown>) {
    this.ontology = ontology;
    this.entities = entities;
    this.vocabulary = new Set(ontology.entities.map(({ id }) => id));
  }

  /** Reports ids that nothing defines, in a fact's value and qualifiers. */
  check(
    { value, qualifiers, predicate }: Pick<Fact, 'value' | 'qualifiers' | 'predicate'>,
    report: (message: string) => void,
  ): void {
    if (value.type === 'entity' && !this.knows(value.id)) {
      report(`${predicate}: nothing defines '${value.id}'${this.hint(value.id)}`);
    }
    for (const key of ID_QUALIFIERS) this.checkQualifier(predicate, key, qualifiers, report);
  }

  private checkQualifier(
    predicate: string,
    key: (typeof ID_QUALIFIERS)[number],
    qualifiers: Qualifiers,
    report: (message: string) => void,
  ): void {
    const ids = qualifiers[key];
    if (ids === undefined) return;
    for (const id of ids) {
      if (!this.knows(id)) report(`${predicate} › ${key}: nothing defines '${id}'${this.hint(id)}`);
    }
  }

  private knows(id: EntityId): boolean {
    return this.entities.has(id) || this.vocabulary.has(id);
  }

  private hint(id: EntityId): string {
    const known = this.hints.get(id) ?? this.workOutHint(id);
    this.hints.set(id, known);
    return known;
  }

  private workOutHint(id: EntityId): string {
    const [prefix = '', slug = ''] = id.split('/');
    const terms = [...this.ontology.terms.values()].filter(({ vocabulary }) => vocabulary === prefix);
    if (terms.length > 0) return `; terms of '${prefix}': ${terms.map((term) => term.id.split('/')[1]).join(', ')}`;
    const ids = prefix === 'kind' ? this.vocabulary : this.entities.keys();
    const near = this.bySlug().get(slug) ?? closest(id, ids);
    return near === undefined ? '; define it, or correct the id' : `; did you mean '${near}'? Otherwise define it`;
  }

  private bySlug(): Map<string, EntityId> {
    this.slugs ??= new Map([...this.entities.keys()].map((id) => [id.slice(id.indexOf('/') + 1), id]));
    return this.slugs;
  }
}
