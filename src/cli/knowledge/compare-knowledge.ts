import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Entity, EntityId, Fact, PredicateId } from '../../knowledge/model.ts';

/** What differs between two states of the knowledge: the JSON of `errata knowledge diff`. */
export interface KnowledgeDifference {
  readonly entities: {
    readonly added: readonly EntityId[];
    readonly removed: readonly EntityId[];
    readonly changed: readonly EntityChange[];
  };
  readonly facts: {
    readonly added: readonly Fact[];
    readonly removed: readonly Fact[];
    readonly changed: readonly FactChange[];
  };
}

/** An entity whose kind, names, description or links differ; `what`: which of them. */
export interface EntityChange {
  readonly id: EntityId;
  readonly what: readonly string[];
}

/** A fact with other qualifiers, rank or sources, or the only value of a predicate that became another one. */
export interface FactChange {
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly before: Fact;
  readonly after: Fact;
}

export function compareKnowledge(before: KnowledgeBase, after: KnowledgeBase): KnowledgeDifference {
  const facts = compareFacts(before.facts, after.facts);
  return { entities: compareEntities(thingsOf(before), thingsOf(after)), facts };
}

function thingsOf(knowledge: KnowledgeBase): Map<EntityId, Entity> {
  return new Map([...knowledge.entities].filter(([id]) => !knowledge.isVocabulary(id)));
}

function compareEntities(
  before: ReadonlyMap<EntityId, Entity>,
  after: ReadonlyMap<EntityId, Entity>,
): KnowledgeDifference['entities'] {
  const changed = [...before].flatMap(([id, one]): EntityChange[] => {
    const other = after.get(id);
    if (!other) return [];
    const what = (['kind', 'label', 'aliases', 'description', 'sameAs'] as const).filter((key) =>
      differ(one[key], other[key]),
    );
    return what.length === 0 ? [] : [{ id, what }];
  });
  const missing = (ids: ReadonlyMap<EntityId, Entity>, there: ReadonlyMap<EntityId, Entity>) =>
    [...ids.keys()].filter((id) => !there.has(id)).sort();
  return { added: missing(after, before), removed: missing(before, after), changed };
}

function compareFacts(before: readonly Fact[], after: readonly Fact[]): KnowledgeDifference['facts'] {
  const old = new Map(before.map((fact) => [fact.id, fact]));
  const now = new Map(after.map((fact) => [fact.id, fact]));
  const removed = before.filter(({ id }) => !now.has(id));
  const added = after.filter(({ id }) => !old.has(id));
  const changed = before.flatMap((fact): FactChange[] => {
    const other = now.get(fact.id);
    return other && differ(content(fact), content(other)) ? [changeOf(fact, other)] : [];
  });
  const replaced = pairs(removed, added);
  const inPair = new Set(replaced.flatMap(({ before: one, after: other }) => [one.id, other.id]));
  const rest = (facts: readonly Fact[]) => facts.filter(({ id }) => !inPair.has(id));
  return { added: rest(added), removed: rest(removed), changed: [...changed, ...replaced] };
}

/** One value gone and one new under the same subject and predicate: a correction. */
function pairs(removed: readonly Fact[], added: readonly Fact[]): FactChange[] {
  const group = (facts: readonly Fact[]) => {
    const groups = new Map<string, Fact[]>();
    for (const fact of facts)
      groups.set(`${fact.subject} ${fact.predicate}`, [
        ...(groups.get(`${fact.subject} ${fact.predicate}`) ?? []),
        fact,
      ]);
    return groups;
  };
  const news = group(added);
  return [...group(removed)].flatMap(([key, [one, ...others]]): FactChange[] => {
    const [other, ...more] = news.get(key) ?? [];
    return one && other && others.length === 0 && more.length === 0 ? [changeOf(one, other)] : [];
  });
}

function changeOf(before: Fact, after: Fact): FactChange {
  return { subject: before.subject, predicate: before.predicate, before, after };
}

function content({ value, qualifiers, rank, asOf, sources }: Fact): unknown {
  return [value, qualifiers, rank, asOf, sources.map(({ url }) => url)];
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b));
}

/** With keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
