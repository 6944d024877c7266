import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { fold } from '../text/fold.ts';
import { PredicateWords } from './predicate-words.ts';
import { isAskedFor } from './question-words.ts';
import { keyOf } from './searchable.ts';

/** What a homonym counts beside the best known one. */
const HOMONYM = 0.5;
/** What speaking of a fact's predicate counts beside naming one of its ends. */
const PREDICATE = 1.2;
/** What being of the kind that is asked for («when»: a date) counts. */
const ASKED = 0.3;
/** What being the other end of a fitting fact counts beside being named. */
const NEIGHBOUR = 0.45;
const HOMONYMS = 3;
/** From this fit on a text speaks of a predicate. */
const FITTING = 0.5;

/** Something the graph leads to. */
export interface Candidate {
  readonly key: string;
  /** Comparable within one answer only. */
  readonly score: number;
  /** A fact of which the text names both ends, or one end and the predicate: it is hardly here by chance. */
  readonly meant: boolean;
}

/** Finds by the graph: entities that a text names, their facts, and what these lead to. */
export class GraphCandidates {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly predicates: PredicateWords;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.predicates = new PredicateWords(knowledge.ontology);
  }

  /** Entities and facts, best first; empty where the text names nothing known. */
  search(text: string, limit: number, accepts: (key: string) => boolean): Candidate[] {
    const mentions = this.linker.link(text).filter(({ entities }) => entities.some((id) => this.isThing(id)));
    const named = this.namedIn(mentions);
    const folded = fold(text);
    const fits = this.predicates.fits(remainder(text, mentions));
    const found = new Map<string, Candidate>();
    const raise = (candidate: Candidate) => {
      if (accepts(candidate.key) && candidate.score > (found.get(candidate.key)?.score ?? 0))
        found.set(candidate.key, candidate);
    };
    for (const [id, weight] of named)
      raise({ key: keyOf('entity', id), score: weight * (1 + PREDICATE / 2), meant: false });
    for (const fact of this.factsTouching(named)) {
      const fit = fits.get(fact.predicate) ?? 0;
      const ends = this.endsNamed(fact, named);
      const asked = isAskedFor(fact.value, folded, this.knowledge) ? ASKED : 0;
      const score = ends + PREDICATE * fit + asked;
      raise({ key: keyOf('fact', fact.id), score, meant: fit >= FITTING || ends > 1 });
      for (const end of endsOf(fact))
        if (!named.has(end)) raise({ key: keyOf('entity', end), score: score * NEIGHBOUR, meant: false });
    }
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** The things that a text names, the surest first. */
  namedBy(text: string): EntityId[] {
    const named = this.namedIn(this.linker.link(text));
    return [...named].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }

  /** The things named, with their weights: 1, less for homonyms. */
  private namedIn(items: readonly Item[]): ReadonlyMap<EntityId, number> {
    const named = new Map<EntityId, number>();
    for (const { entities } of items) {
      const things = entities.filter((id) => this.isThing(id)).slice(0, HOMONYMS);
      for (const [index, id] of things.entries()) named.set(id, Math.max(HOMONYM ** index, named.get(id) ?? 0));
    }
    return named;
  }

  private isThing(id: EntityId): boolean {
    return !this.knowledge.isVocabulary(id);
  }

  private *factsTouching(named: ReadonlyMap<EntityId, number>): Iterable<Fact> {
    for (const id of named.keys()) {
      for (const facts of this.knowledge.allFactsOf(id).values()) yield* facts;
      for (const facts of this.knowledge.allFactsAbout(id).values()) yield* facts;
    }
  }

  private endsNamed(fact: Fact, named: ReadonlyMap<EntityId, number>): number {
    let sum = 0;
    for (const id of new Set([...endsOf(fact), ...qualifiersOf(fact)])) sum += named.get(id) ?? 0;
    return sum;
  }
}

function endsOf({ subject, value }: Fact): EntityId[] {
  return value.type === 'entity' ? [subject, value.id] : [subject];
}

function qualifiersOf({ qualifiers }: Fact): EntityId[] {
  return Object.values(qualifiers).flatMap((value) => (Array.isArray(value) ? (value as readonly EntityId[]) : []));
}

/** A text with the things it names blanked out: what is left may speak of a predicate. */
function remainder(text: string, named: readonly Item[]): string {
  let rest = text;
  for (const { start, end } of named) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
