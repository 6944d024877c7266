import { within } from './date.ts';
import type { Completeness, Entity, EntityId, Fact, KindId, PartialDate, PredicateId, Source } from './model.ts';
import type { Ontology } from './ontology.ts';

const NONE: readonly never[] = [];

/** The reference knowledge in memory, indexed both ways. Immutable once built. */
export class KnowledgeBase {
  readonly ontology: Ontology;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly facts: readonly Fact[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The latest date at which a fact was last known to hold: of what comes later nothing can be known. */
  readonly horizon: PartialDate;
  private readonly bySubject = new Map<EntityId, Map<PredicateId, Fact[]>>();
  private readonly byObject = new Map<EntityId, Map<PredicateId, Fact[]>>();
  private readonly byId = new Map<string, Fact>();
  readonly completeness: readonly Completeness[];
  private readonly completenessOf = new Map<string, Completeness[]>();
  /** By the predicates they go over. */
  private readonly closures = new Map<string, Map<EntityId, ReadonlySet<EntityId>>>();
  private readonly kinds = new Map<EntityId, ReadonlySet<KindId>>();

  constructor(
    ontology: Ontology,
    content: {
      entities: readonly Entity[];
      facts: readonly Fact[];
      completeness: readonly Completeness[];
      sources: ReadonlyMap<string, Source>;
    },
  ) {
    this.ontology = ontology;
    this.entities = new Map([...ontology.entities, ...content.entities].map((entity) => [entity.id, entity]));
    this.facts = content.facts;
    this.sources = content.sources;
    this.completeness = content.completeness;
    for (const fact of content.facts) {
      this.byId.set(fact.id, fact);
      add(this.bySubject, fact.subject, fact);
      if (fact.value.type === 'entity') add(this.byObject, fact.value.id, fact);
    }
    this.horizon = content.facts.reduce((latest, { asOf }) => (asOf && asOf > latest ? asOf : latest), '');
    for (const statement of content.completeness) {
      const key = `${statement.inverse ? '~' : ''}${statement.subject} ${statement.predicate}`;
      this.completenessOf.set(key, [...(this.completenessOf.get(key) ?? []), statement]);
    }
  }

  /** Facts of a subject and predicate in the order written, deprecated ones left out. */
  factsOf(subject: EntityId, predicate: PredicateId): readonly Fact[] {
    return this.bySubject.get(subject)?.get(predicate) ?? NONE;
  }

  /** Facts whose value is this entity. */
  factsAbout(object: EntityId, predicate: PredicateId): readonly Fact[] {
    return this.byObject.get(object)?.get(predicate) ?? NONE;
  }

  /** All facts of a subject, by predicate. */
  allFactsOf(subject: EntityId): ReadonlyMap<PredicateId, readonly Fact[]> {
    return this.bySubject.get(subject) ?? new Map();
  }

  /** All facts whose value is this entity, by predicate. */
  allFactsAbout(object: EntityId): ReadonlyMap<PredicateId, readonly Fact[]> {
    return this.byObject.get(object) ?? new Map();
  }

  fact(id: string): Fact | undefined {
    return this.byId.get(id);
  }

  /** Whether the facts of (subject, predicate) are all there are (at a date, where one is given). */
  isComplete(subject: EntityId, predicate: PredicateId, at?: PartialDate): boolean {
    return (this.completenessOf.get(`${subject} ${predicate}`) ?? NONE).some((statement) =>
      statement.start === undefined && statement.end === undefined ? true : at !== undefined && within(at, statement),
    );
  }

  /** Whether everything that has this value (at a date, where one is given) is listed: every laureate of a year. */
  isInverseComplete(object: EntityId, predicate: PredicateId, at?: PartialDate): boolean {
    return this.isComplete(`~${object}`, predicate, at);
  }

  /** The entity and all it reaches over the given predicates, transitively. Cached per entity and predicates. */
  closure(id: EntityId, predicates: readonly PredicateId[]): ReadonlySet<EntityId> {
    const over = predicates.length === 1 ? (predicates[0] ?? '') : predicates.join(' ');
    let closures = this.closures.get(over);
    if (!closures) {
      closures = new Map();
      this.closures.set(over, closures);
    }
    const known = closures.get(id);
    if (known) return known;
    const result = new Set<EntityId>([id]);
    for (const member of result) {
      for (const predicate of predicates) {
        for (const fact of this.factsOf(member, predicate)) {
          if (fact.value.type === 'entity') result.add(fact.value.id);
        }
      }
      const broader = this.ontology.terms.get(member)?.broader;
      if (broader) result.add(broader);
    }
    closures.set(id, result);
    return result;
  }

  /** Every kind an entity is of: its own, those of its `isA` facts and of what those are, with all their ancestors. */
  kindsOf(id: EntityId): ReadonlySet<KindId> {
    const known = this.kinds.get(id);
    if (known) return known;
    const result = new Set<KindId>();
    const own = this.entities.get(id)?.kind;
    if (own) for (const kind of this.ontology.ancestors(own)) result.add(kind);
    for (const member of this.closure(id, ['isA'])) {
      if (member.startsWith('kind/')) for (const kind of this.ontology.ancestors(member.slice(5))) result.add(kind);
    }
    this.kinds.set(id, result);
    return result;
  }

  /** Whether an entity is of one of these kinds (`any` is everything that is no kind or term). */
  isOfKind(id: EntityId, kinds: readonly KindId[]): boolean {
    const own = this.kindsOf(id);
    return kinds.some((kind) => (kind === 'any' ? !this.isVocabulary(id) : own.has(kind)));
  }

  /** How much is known of an entity: the number of facts that name it, for choosing between homonyms. */
  fame(id: EntityId): number {
    const count = (index: ReadonlyMap<PredicateId, readonly Fact[]> | undefined) =>
      index ? [...index.values()].reduce((sum, facts) => sum + facts.length, 0) : 0;
    return count(this.bySubject.get(id)) + count(this.byObject.get(id));
  }

  /** Whether an id is a kind or a vocabulary term rather than a thing. */
  isVocabulary(id: EntityId): boolean {
    return id.startsWith('kind/') || this.ontology.terms.has(id);
  }

  label(id: EntityId, language: 'zh' | 'en'): string {
    const label = this.entities.get(id)?.label;
    return label?.[language] ?? label?.en ?? label?.zh ?? id;
  }
}

function add(index: Map<EntityId, Map<PredicateId, Fact[]>>, id: EntityId, fact: Fact): void {
  if (fact.rank === 'deprecated') return;
  let byPredicate = index.get(id);
  if (!byPredicate) {
    byPredicate = new Map();
    index.set(id, byPredicate);
  }
  const facts = byPredicate.get(fact.predicate);
  if (facts) facts.push(fact);
  else byPredicate.set(fact.predicate, [fact]);
}
