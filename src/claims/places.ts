import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { DateValue, NumberValue } from '../linking/item.ts';
import type { PredicateSet } from './predicate-set.ts';
import type { Side, SlotTypes } from './slot-types.ts';

/** A number from here on may count anything; a smaller one counts something only if its unit says so. */
const LARGE = 100;

/** Which predicates a thing can be the subject or the value of, and which the knowledge has facts of. Kinds are left out. */
export class Places {
  private readonly knowledge: KnowledgeBase;
  private readonly types: SlotTypes;
  private readonly relations: PredicateSet;
  private readonly dates: PredicateSet;
  private readonly numbers: PredicateSet;
  private readonly unitless: PredicateSet;
  /** What a thing without namesakes can be subject and value of. */
  private readonly alone = { s: new Map<EntityId, PredicateSet>(), o: new Map<EntityId, PredicateSet>() };
  private readonly facts = new Map<EntityId, PredicateSet>();

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.knowledge = knowledge;
    this.types = types;
    this.relations = types.where(({ id }) => id !== 'isA');
    this.dates = types.where(({ range }) => range.includes('date'));
    this.numbers = types.where(({ range }) => range.includes('number'));
    this.unitless = types.where(({ units }) => !units);
  }

  /** Predicates that one of these things can be the subject of. */
  ofSubject(ids: readonly EntityId[]): PredicateSet {
    return this.allowed(ids, 's');
  }

  /** Predicates that one of these things can be the value of. */
  ofValue(ids: readonly EntityId[]): PredicateSet {
    return this.allowed(ids, 'o');
  }

  private allowed(ids: readonly EntityId[], side: Side): PredicateSet {
    const [only] = ids;
    if (only === undefined || ids.length > 1) return this.relations.and(this.types.ofEntities(ids, side));
    let known = this.alone[side].get(only);
    if (!known) {
      known = this.relations.and(this.types.ofEntities(ids, side));
      this.alone[side].set(only, known);
    }
    return known;
  }

  /** Predicates whose value a date or figure can be. */
  ofLiteral(value: DateValue | NumberValue, units: readonly Predicate[]): PredicateSet {
    if (value.type === 'date') return this.dates;
    if (value.amount >= LARGE) return this.numbers;
    return this.numbers.and(units.length > 0 ? this.unitless.or(this.types.setOf(units)) : this.unitless);
  }

  /** Predicates of which the knowledge has facts whose subject is one of these things. */
  withFacts(ids: readonly EntityId[]): PredicateSet {
    const [first, ...others] = ids;
    if (first === undefined) return this.types.setOf([]);
    return others.reduce((all, id) => all.or(this.factsOf(id)), this.factsOf(first));
  }

  private factsOf(id: EntityId): PredicateSet {
    let known = this.facts.get(id);
    if (!known) {
      const facts = this.knowledge.allFactsOf(id);
      known = this.types.where((predicate) => facts.has(predicate.id));
      this.facts.set(id, known);
    }
    return known;
  }
}
