import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';

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

  /** One names the other in a fact (as value or qualifier), or is a part, a place or a sort of what does. */
  connects(a: EntityId, b: EntityId): boolean {
    const around = this.knowledge.closure(b, this.broader);
    for (const near of this.knowledge.closure(a, this.broader)) {
      if (around.has(near)) return true;
      const neighbours = this.neighbours(near);
      for (const other of around) if (neighbours.has(other)) return true;
    }
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

function namesIn({ subject, value, qualifiers }: Fact): EntityId[] {
  const { advisor = [], place = [], for: reasons = [], with: partners = [], field = [] } = qualifiers;
  const values = value.type === 'entity' ? [value.id] : [];
  return [subject, ...values, ...advisor, ...place, ...reasons, ...partners, ...field];
}
