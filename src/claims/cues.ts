import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type Item, oncePerTags } from '../linking/item.ts';
import type { Known } from './association.ts';
import { type Chunk, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import { is, type WordClass, type WordTag } from './grammar.ts';
import type { Loose } from './loose.ts';
import type { TriggerTag } from './pattern.ts';
import type { PredicateSet } from './predicate-set.ts';
import type { SlotTypes } from './slot-types.ts';

/** Kinds of those who do things. */
const AGENTS = ['person', 'organisation', 'agent'];
const LITERALS = ['number', 'text', 'url'];

/** How many items away a word may stand from what it is about. */
const REACH = 4;

/** The sorts of predicates that words speak of in different ways. */
export class CueSorts {
  readonly knowledge: KnowledgeBase;
  readonly types: SlotTypes;
  readonly dated: PredicateSet;
  /** Those that words can speak of at all: not dates, figures and texts. */
  readonly relating: PredicateSet;
  readonly withRole: PredicateSet;
  /** What «by X» can speak of: somebody did something to a thing. */
  readonly making: PredicateSet;

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.knowledge = knowledge;
    this.types = types;
    this.dated = types.where(({ range }) => range.includes('date'));
    this.relating = types.where(
      ({ range }) => !range.includes('date') && !range.some((kind) => LITERALS.includes(kind)),
    );
    this.withRole = types.where(({ qualifiers }) => qualifiers.includes('role'));
    this.making = types.where(
      ({ domain, range }) =>
        range.some((kind) => AGENTS.includes(kind)) && !domain.some((kind) => AGENTS.includes(kind)),
    );
  }
}

/** Which relations the words around a loose name or value speak of. */
export class Cues {
  /** The posts named in its clause, as a qualifier. */
  readonly roles: Readonly<Record<string, readonly EntityId[]>>;
  private readonly sorts: CueSorts;
  private readonly loose: Loose;
  private readonly known: Known;
  private readonly byAgent: boolean;
  /** What the words near it speak of. */
  private readonly near: readonly Predicate[];

  constructor(sorts: CueSorts, loose: Loose, known: Known) {
    const { items } = loose.chunk;
    const { terms } = sorts.knowledge.ontology;
    this.sorts = sorts;
    this.loose = loose;
    this.known = known;
    this.near = this.unspent(items.slice(Math.max(0, loose.index - REACH), loose.index + REACH + 1));
    // «by Stanford's Andrew Ng»: done by the person, not by the house
    this.byAgent = is(agentBefore(items, loose.index), 'agent') && !is(items[loose.index + 1], 'poss');
    const role = items
      .filter(({ start }) => !known.settled.has(start))
      .flatMap(({ entities }) => entities.filter((id) => terms.get(id)?.vocabulary === 'role'));
    this.roles = role.length > 0 ? { role } : {};
  }

  /**
   * The relations that the words speak of; dates apart. `other`: the clause of the thing it is tried with, asked where its own
   * has no such word. `asObject`: whether the loose item is the value.
   */
  spoken(other: Chunk | undefined, asObject: boolean): PredicateSet {
    const { types, withRole, making, relating } = this.sorts;
    let result = types.setOf(this.near.length > 0 || !other ? this.near : this.unspent(other.items));
    if (this.roles.role) result = result.or(withRole);
    if (this.byAgent && asObject) result = result.or(making);
    return result.and(relating);
  }

  /** Whether the clause rightly says something of the subject that this date goes with. */
  isDated(dated: Predicate, { entities }: Argument): boolean {
    const { items } = this.loose.chunk;
    return this.known.dated.some(
      ({ entity, predicate, start }) =>
        predicate === dated.id &&
        entities.some((own) => own === entity) &&
        (items.some((item) => item.start === start) || !items.some((item) => this.isOwner(item) || isVerb(item))),
    );
  }

  /** Whether an item is a thing that a date of its clause may rather be said of. */
  private isOwner({ entities }: Item): boolean {
    const { knowledge } = this.sorts;
    return entities.some((id) => !knowledge.isVocabulary(id) && !knowledge.isOfKind(id, AGENTS));
  }

  private unspent(items: readonly Item[]): Predicate[] {
    return triggersOf(items.filter(({ start }) => !this.known.settled.has(start)));
  }
}

/** Prepositions and the like state nothing on their own. */
const STATELESS: ReadonlySet<WordClass> = new Set<WordClass>(['poss', 'prep']);

/** The predicates that the words of a text can state. */
const statedBy = oncePerTags((tags): readonly Predicate[] => {
  if (tags.some((tag) => tag.type === 'word' && STATELESS.has((tag as WordTag).cls))) return [];
  const patterns = tags.flatMap((tag) => (tag.type === 'trigger' ? [(tag as TriggerTag).pattern] : []));
  const stating = patterns.filter(({ phrasing }) => !phrasing.negative && phrasing.reading !== 'weak');
  return [...new Set(stating.map(({ predicate }) => predicate))];
});

/** The predicates that the words of a clause can state. */
export function triggersOf(items: readonly Item[]): Predicate[] {
  return items.flatMap(({ tags }) => statedBy(tags));
}

const denying = oncePerTags((tags) => {
  const triggers = tags.filter((tag): tag is TriggerTag => tag.type === 'trigger');
  return triggers.length > 0 && triggers.every(({ pattern }) => pattern.phrasing.negative);
});

/** Whether a word denies what it states («left out», «从未参与»). */
export function denies({ tags }: Item): boolean {
  return denying(tags);
}

/** The word before a name and the list it stands in. */
function agentBefore(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1;
  while (at >= 0 && (is(items[at], 'det', 'conj', 'adv') || items[at]?.text === ',' || items[at]?.type === 'mention'))
    at--;
  return items[at];
}
