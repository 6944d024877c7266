import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';

const SEATS = ['headquarters', 'locatedIn'];
const OWNERS = ['partOf', 'parentOrganisation'];
/** What leads from somebody to the house where he worked, and from a thing to the houses it was made in. */
const HOUSES = ['employer', 'developer', 'operator', 'organiser', 'maintainer'];

/** Where things are at home: houses at their seat, people where they worked, works where they were made. */
export class Whereabouts {
  private readonly knowledge: KnowledgeBase;
  private readonly known = new Map<EntityId, ReadonlySet<EntityId>>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Whether a thing is at home in a place, or in a part of it. */
  isAt(thing: EntityId, place: EntityId): boolean {
    return this.homesOf(thing).has(place);
  }

  private homesOf(thing: EntityId): ReadonlySet<EntityId> {
    let homes = this.known.get(thing);
    if (!homes) {
      const houses = thing.startsWith('organisation/') ? [thing] : this.valuesOf(thing, HOUSES);
      const seats = houses.flatMap((house) => this.seatsOf(house));
      homes = new Set(seats.flatMap((seat) => [...this.knowledge.closure(seat, ['locatedIn'])]));
      this.known.set(thing, homes);
    }
    return homes;
  }

  /** A house without a seat of its own is where its owner is. */
  private seatsOf(house: EntityId): EntityId[] {
    const own = this.valuesOf(house, SEATS);
    return own.length > 0 ? own : this.valuesOf(house, OWNERS).flatMap((owner) => this.valuesOf(owner, SEATS));
  }

  private valuesOf(thing: EntityId, predicates: readonly string[]): EntityId[] {
    return predicates
      .flatMap((predicate) => this.knowledge.factsOf(thing, predicate))
      .flatMap(({ value }) => (value.type === 'entity' ? [value.id] : []));
  }
}
