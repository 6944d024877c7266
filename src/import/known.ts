import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Entity, EntityId, Fact, KindId, LocalText, PredicateId } from '../knowledge/model.ts';
import { linkKey, nameKey, slugOf } from './names.ts';

/** Shorter names differ by their punctuation («C», «C++»). */
const LONG = 6;
/** Signs that make another name («PointNet++», «F#», «A*»), and Han, which slugs leave out; a name of nothing but signs. */
const SIGNS = /[+#*\p{Script=Han}]|^[^\p{L}\p{N}]*$/u;

const NO_IDS: ReadonlySet<EntityId> = new Set();
const NO_FACTS: readonly Fact[] = [];

/** The knowledge as importers ask of it: who has this link, this name, this label; what is said, deprecated or not. */
export class Known {
  readonly knowledge: KnowledgeBase;
  private readonly byLink = new Map<string, Set<EntityId>>();
  private readonly byName = new Map<string, Set<EntityId>>();
  private readonly byLabel = new Map<string, Set<EntityId>>();
  private readonly bySlug = new Map<string, Set<EntityId>>();
  private readonly facts = new Map<string, Fact[]>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    for (const entity of knowledge.entities.values()) if (!knowledge.isVocabulary(entity.id)) this.index(entity);
    for (const fact of knowledge.facts) {
      const key = `${fact.subject} ${fact.predicate}`;
      const facts = this.facts.get(key);
      if (facts) facts.push(fact);
      else this.facts.set(key, [fact]);
    }
  }

  withLink(url: string): ReadonlySet<EntityId> {
    return this.byLink.get(linkKey(url)) ?? NO_IDS;
  }

  /** Entities with this label or alias. */
  withName(name: string): ReadonlySet<EntityId> {
    return this.byName.get(nameKey(name)) ?? NO_IDS;
  }

  withLabel(name: string): ReadonlySet<EntityId> {
    return this.byLabel.get(nameKey(name)) ?? NO_IDS;
  }

  /** Entities whose label is this name but for punctuation; none for short names, where that would matter. */
  withSlug(name: string): ReadonlySet<EntityId> {
    return SIGNS.test(name) ? NO_IDS : (this.bySlug.get(slugOf(name)) ?? NO_IDS);
  }

  /** All facts of a subject and predicate, deprecated ones too. */
  factsOf(subject: EntityId, predicate: PredicateId): readonly Fact[] {
    return this.facts.get(`${subject} ${predicate}`) ?? NO_FACTS;
  }

  /** Whether an entity's own kind is one of these, or under one, or a broader one. What it also is (`isA`) does not count. */
  fits(id: EntityId, kinds: readonly KindId[]): boolean {
    const { ontology, entities } = this.knowledge;
    const own = entities.get(id)?.kind ?? '';
    const ancestors = ontology.ancestors(own);
    return kinds.some((kind) => kind === 'any' || ancestors.has(kind) || ontology.ancestors(kind).has(own));
  }

  private index(entity: Entity): void {
    for (const url of entity.sameAs) note(this.byLink, linkKey(url), entity.id);
    for (const { text } of entity.aliases) note(this.byName, nameKey(text), entity.id);
    for (const text of labelsOf(entity.label)) {
      note(this.byName, nameKey(text), entity.id);
      note(this.byLabel, nameKey(text), entity.id);
      const slug = slugOf(text);
      if (slug.length >= LONG && !SIGNS.test(text)) note(this.bySlug, slug, entity.id);
    }
  }
}

export function labelsOf(label: LocalText): string[] {
  return [label.en, label.zh].filter((text) => text !== undefined && text !== '') as string[];
}

function note(index: Map<string, Set<EntityId>>, key: string, id: EntityId): void {
  if (key === '') return;
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
