import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { SlotTypes } from './slot-types.ts';

const NONE: ReadonlySet<Predicate> = new Set();

/** Which predicates a thing can be the subject or the value of. Remembered, since texts name the same things again. */
export class Places {
  private readonly types: SlotTypes;
  private readonly predicates: readonly Predicate[];
  private readonly literals: Readonly<Record<'date' | 'number', readonly Predicate[]>>;
  private readonly subjects = new Map<EntityId, ReadonlySet<Predicate>>();
  private readonly values = new Map<EntityId, ReadonlySet<Predicate>>();

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.types = types;
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ id }) => id !== 'isA');
    const withValues = (sort: string) => this.predicates.filter(({ range }) => range.includes(sort));
    this.literals = { date: withValues('date'), number: withValues('number') };
  }

  /** Predicates that one of these things can be the subject of. */
  ofSubject(ids: readonly EntityId[]): ReadonlySet<Predicate> {
    return this.union(ids, (id) => this.subject(id));
  }

  /** Predicates that one of these things can be the value of. */
  ofValue(ids: readonly EntityId[]): ReadonlySet<Predicate> {
    return this.union(ids, (id) => this.value(id));
  }

  /** Those of the things that can be the subject of a predicate. */
  subjectsOf(predicate: Predicate, ids: readonly EntityId[]): EntityId[] {
    return ids.filter((id) => this.subject(id).has(predicate));
  }

  /** Those of the things that can be a value of a predicate. */
  valuesOf(predicate: Predicate, ids: readonly EntityId[]): EntityId[] {
    return ids.filter((id) => this.value(id).has(predicate));
  }

  /** Predicates whose values are of this literal sort. */
  ofLiteral(sort: 'date' | 'number'): readonly Predicate[] {
    return this.literals[sort];
  }

  private subject(id: EntityId): ReadonlySet<Predicate> {
    return this.remember(this.subjects, id, ({ domain }) => domain);
  }

  private value(id: EntityId): ReadonlySet<Predicate> {
    return this.remember(this.values, id, ({ range }) => range);
  }

  private remember(
    known: Map<EntityId, ReadonlySet<Predicate>>,
    id: EntityId,
    kinds: (predicate: Predicate) => readonly string[],
  ): ReadonlySet<Predicate> {
    const found = known.get(id);
    if (found) return found;
    const result = new Set(this.predicates.filter((predicate) => this.types.isOf(id, kinds(predicate))));
    known.set(id, result);
    return result;
  }

  private union(ids: readonly EntityId[], of: (id: EntityId) => ReadonlySet<Predicate>): ReadonlySet<Predicate> {
    const [only, ...others] = ids;
    if (only === undefined) return NONE;
    return others.length === 0 ? of(only) : new Set(ids.flatMap((id) => [...of(id)]));
  }
}
