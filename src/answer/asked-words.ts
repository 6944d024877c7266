import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item, Tag } from '../linking/item.ts';
import { Lexicon } from '../linking/lexicon.ts';
import { fold } from '../text/fold.ts';
import { NO_WORDS, type Relation } from './relation.ts';

/** A noun that asks for a predicate's value, beyond the phrasings of statements: its label and the ontology's `questions`. */
interface PredicateTag extends Tag {
  readonly type: 'asked-predicate';
  readonly predicate: Predicate;
  readonly exact: boolean;
}

/** A noun that asks for a qualifier: «role», «学位». */
interface QualifierTag extends Tag {
  readonly type: 'asked-qualifier';
  readonly name: string;
}

/** Words by which questions, rather than statements, speak of predicates and qualifiers. All of them come from the ontology. */
export class AskedWords {
  private readonly lexicon = new Lexicon();
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    const { predicates, questions } = knowledge.ontology;
    for (const predicate of predicates.values()) {
      for (const word of [predicate.label.en, predicate.label.zh]) this.addPredicate(word, predicate, false);
      const asked = questions.asked[predicate.id];
      for (const word of [...(asked?.en ?? []), ...(asked?.zh ?? [])]) this.addPredicate(word, predicate, true);
    }
    for (const [name, words] of Object.entries(questions.qualifiers)) {
      for (const word of [...words.en, ...words.zh])
        this.lexicon.addTag(fold(word), { type: 'asked-qualifier', name } satisfies QualifierTag as Tag);
    }
  }

  private addPredicate(word: string, predicate: Predicate, exact: boolean): void {
    const tag: PredicateTag = { type: 'asked-predicate', predicate, exact };
    this.lexicon.addTag(fold(word), tag);
  }

  /** The longest such word that starts at a position of the folded text. */
  at(folded: string, start: number): { end: number; tags: readonly Tag[] } | undefined {
    const match = this.lexicon.longestAt(folded, start);
    return match ? { end: match.end, tags: match.entry.tags } : undefined;
  }

  /** What a word with these tags asks. */
  relationsOf(item: Item): Relation[] {
    const base = { voices: [], timing: 'during', set: {}, words: NO_WORDS } as const;
    return item.tags.flatMap((tag): Relation[] => {
      if (tag.type === 'asked-predicate') {
        const { predicate, exact } = tag as PredicateTag;
        return [{ ...base, predicate, weight: exact ? 1.15 : 0.95, layer: 'label' }];
      }
      if (tag.type !== 'asked-qualifier') return [];
      const { name } = tag as QualifierTag;
      return [...this.knowledge.ontology.predicates.values()]
        .filter(({ qualifiers }) => qualifiers.includes(name))
        .map((predicate) => ({ ...base, predicate, weight: 1.15, layer: 'qualifier', qualifier: name }));
    });
  }

  /** The qualifiers that a word asks for. */
  qualifiersOf(item: Item): readonly string[] {
    return item.tags.flatMap((tag) => (tag.type === 'asked-qualifier' ? [(tag as QualifierTag).name] : []));
  }
}
