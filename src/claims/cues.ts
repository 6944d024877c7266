import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type Item, oncePerTags } from '../linking/item.ts';
import type { Known, Loose } from './association.ts';
import { type Chunk, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import { is, type WordClass, type WordTag } from './grammar.ts';
import type { TriggerTag } from './pattern.ts';

/** Kinds of those who do things. */
const AGENTS = ['person', 'organisation', 'agent'];
const LITERALS = ['number', 'text', 'url'];

/** How many items away a word may stand from what it is about. */
const REACH = 4;

/** Which relations the words around a loose name or value speak of. */
export class Cues {
  /** The posts named in its clause, as a qualifier. */
  readonly roles: Readonly<Record<string, readonly EntityId[]>>;
  private readonly free: ReadonlySet<string>;
  private readonly loose: Loose;
  private readonly known: Known;
  private readonly byAgent: boolean;
  /** Whether an item is a thing that a date of its clause may rather be said of. */
  private readonly isOwner: (item: Item) => boolean;

  /** `other`: the clause of the thing it is tried with; asked where its own has no such word. */
  constructor(
    knowledge: KnowledgeBase,
    { loose, other, known }: { loose: Loose; other: Chunk | undefined; known: Known },
  ) {
    const { items } = loose.chunk;
    const { settled } = known;
    this.loose = loose;
    this.isOwner = ({ entities }) =>
      entities.some((id) => !knowledge.isVocabulary(id) && !knowledge.isOfKind(id, AGENTS));
    this.known = known;
    const unspent = (all: readonly Item[]) => triggersOf(all.filter(({ start }) => !settled.has(start)));
    const own = unspent(items.slice(Math.max(0, loose.index - REACH), loose.index + REACH + 1));
    this.free = idsOf(own.length > 0 || !other ? own : unspent(other.items));
    this.byAgent = is(agentBefore(items, loose.index), 'agent');
    const role = items
      .filter(({ start }) => !settled.has(start))
      .flatMap(({ entities }) => entities.filter((id) => knowledge.ontology.terms.get(id)?.vocabulary === 'role'));
    this.roles = role.length > 0 ? { role } : {};
  }

  /** Whether the words speak of this relation. */
  has(predicate: Predicate, { subject, object }: { subject: Argument; object: Argument }): boolean {
    if (predicate.range.includes('date')) return this.isDated(predicate, subject);
    if (predicate.range.some((kind) => LITERALS.includes(kind))) return false;
    if (predicate.qualifiers.includes('role') && this.roles.role) return true;
    const asObject = object.start === this.loose.item.start;
    return this.free.has(predicate.id) || (this.byAgent && asObject && isMaking(predicate));
  }

  /** Whether the clause rightly says something of the subject that this date goes with. */
  private isDated({ id }: Predicate, { entities }: Argument): boolean {
    return this.known.dated.some(
      ({ entity, predicate, start }) =>
        predicate === id &&
        entities.some((own) => own === entity) &&
        (this.loose.chunk.items.some((item) => item.start === start) ||
          !this.loose.chunk.items.some((item) => this.isOwner(item) || isVerb(item))),
    );
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

function idsOf(predicates: readonly Predicate[]): Set<string> {
  return new Set(predicates.map(({ id }) => id));
}

/** What «by X» can speak of: somebody did something to a thing. */
function isMaking({ domain, range }: Predicate): boolean {
  return range.some((kind) => AGENTS.includes(kind)) && !domain.some((kind) => AGENTS.includes(kind));
}

/** The word before a name and the list it stands in. */
function agentBefore(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1;
  while (at >= 0 && (is(items[at], 'det', 'conj', 'adv') || items[at]?.text === ',' || items[at]?.type === 'mention'))
    at--;
  return items[at];
}
