import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';

const ONE_WORD = /^[\p{Lu}][\p{Ll}\p{M}'’-]{2,}$/u;
const HAN_NAME = /^\p{Script=Han}{2,6}$/u;

type ByWord = ReadonlyMap<string, readonly EntityId[]>;

/** Given names and surnames alone, of those whom facts tie to what a sentence names. */
export class KinNames {
  private readonly knowledge: KnowledgeBase;
  private readonly known = new Map<EntityId, ByWord>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /**
   * «Dario Amodei and his sister Daniela», «by Newell, Simon and Shaw»: a given name or surname alone stands for the one person
   * of that name whom a fact ties to something the sentence names.
   */
  resolve(items: readonly Item[]): readonly Item[] {
    if (!items.some(isLoneName)) return items;
    const { knowledge } = this;
    const named = new Set(items.flatMap(({ entities }) => entities.filter((id) => !knowledge.isVocabulary(id))));
    if (named.size === 0) return items;
    return items.map((item) => {
      if (!isLoneName(item)) return item;
      const bearers = new Set([...named].flatMap((id) => this.near(id).get(item.surface) ?? []));
      if (bearers.size !== 1 || [...bearers].some((id) => named.has(id))) return item;
      const { value: _, ...rest } = item;
      return { ...rest, type: 'mention', entities: [...bearers] };
    });
  }

  /** The persons whom facts of or about a thing name, by the first and last words of their names. */
  private near(id: EntityId): ByWord {
    const known = this.known.get(id);
    if (known) return known;
    const { knowledge } = this;
    // what thousands of facts are about (a country, a field) ties nobody closely
    const about = knowledge.isOfKind(id, ['place', 'field']) ? [] : [...knowledge.allFactsAbout(id).values()].flat();
    const own = [...knowledge.allFactsOf(id).values()].flat();
    const around = new Set([
      ...own.flatMap(({ value }) => (value.type === 'entity' ? [value.id] : [])),
      ...about.map(({ subject }) => subject),
    ]);
    const words = new Map<string, EntityId[]>();
    for (const person of around) {
      if (!person.startsWith('person/')) continue;
      for (const word of this.wordsOf(person)) words.set(word, [...(words.get(word) ?? []), person]);
    }
    this.known.set(id, words);
    return words;
  }

  private wordsOf(person: EntityId): Set<string> {
    const names = this.knowledge.entities.get(person)?.aliases.map(({ text }) => text.split(/[\s·]+/u)) ?? [];
    return new Set(names.filter(({ length }) => length > 1).flatMap((words) => [words[0] ?? '', words.at(-1) ?? '']));
  }
}

function isLoneName({ value, entities, surface, type, tags }: Item): boolean {
  if (entities.length > 0) return false;
  if (value?.type === 'name') return ONE_WORD.test(surface);
  return type === 'han' && tags.length === 0 && HAN_NAME.test(surface);
}
