import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';

const SORTS = ['isA', 'partOf', 'locatedIn'];

/** Whether the knowledge ties two things together at all, by whatever relation. */
export class Connections {
  private readonly knowledge: KnowledgeBase;
  private readonly broader: readonly string[];
  private readonly known = new Map<EntityId, ReadonlySet<EntityId>>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    const predicates = [...knowledge.ontology.predicates.values()];
    this.broader = [...new Set(predicates.flatMap(({ through }) => through))];
  }

  /**
   * One names the other in a fact (as value or qualifier), or is a part, a place or a sort of what does. That both are of one
   * sort («a company») ties them no more than any two.
   */
  connects(a: EntityId, b: EntityId): boolean {
    const around = this.around(b);
    for (const near of this.around(a)) {
      const neighbours = this.neighbours(near);
      const isTied = (other: EntityId) => other === near || neighbours.has(other) || this.neighbours(other).has(near);
      if (around.some(isTied)) return true;
    }
    return false;
  }

  /** A fact of `a` itself, not of what it belongs to, names `b` or a part of it: what ties an owner to others ties nothing that it owns. */
  names(a: EntityId, b: EntityId): boolean {
    const neighbours = this.neighbours(a);
    return this.around(b).some((other) => other === a || neighbours.has(other));
  }

  private around(id: EntityId): EntityId[] {
    return [...this.knowledge.closure(id, this.broader)].filter((other) => other === id || !isKind(other));
  }

  /** A fact of one names the other, or a part or sort of it. */
  touches(a: EntityId, b: EntityId): boolean {
    if (this.neighbours(a).has(b)) return true;
    for (const near of this.neighbours(a)) if (this.knowledge.closure(near, SORTS).has(b)) return true;
    return false;
  }

  private neighbours(id: EntityId): ReadonlySet<EntityId> {
    let known = this.known.get(id);
    if (!known) {
      const of = [...this.knowledge.allFactsOf(id).values()].flat();
      const about = [...this.knowledge.allFactsAbout(id).values()].flat();
      known = new Set([...of, ...about].flatMap(namesIn));
      this.known.set(id, known);
    }
    return known;
  }
}

function isKind(id: EntityId): boolean {
  return id.startsWith('kind/');
}

function namesIn({ subject, value, qualifiers }: Fact): EntityId[] {
  const { advisor = [], place = [], for: reasons = [], with: partners = [], field = [] } = qualifiers;
  const values = value.type === 'entity' ? [value.id] : [];
  return [subject, ...values, ...advisor, ...place, ...reasons, ...partners, ...field];
}
