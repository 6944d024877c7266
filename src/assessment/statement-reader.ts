import { ContentReader, type Term } from '../claims/content.ts';
import type { Words } from '../claims/words.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import type { Statement, Written } from './statement-fit.ts';

/** A stretch of a wording that `{…}` marks; UTF-16 offsets in the wording without marks, end exclusive. */
interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Reads what the knowledge says of its things in free words; each thing's statements once, when first asked for. */
export class StatementReader {
  readonly predicates: readonly Predicate[];
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly words: Words;
  private readonly reader: ContentReader;
  private readonly known = new Map<EntityId, readonly Statement[]>();

  constructor(knowledge: KnowledgeBase, linker: Linker, words: Words) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.words = words;
    this.reader = new ContentReader(knowledge, words);
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ free }) => free);
  }

  /** What the items of a clause say. */
  read(items: readonly Item[]): ReturnType<ContentReader['read']> {
    return this.reader.read(items);
  }

  /** Whether the knowledge says anything of a thing in free words. */
  isSpokenOf(id: EntityId): boolean {
    return this.predicates.some((predicate) => this.knowledge.factsOf(id, predicate.id).length > 0);
  }

  statementsOf(id: EntityId, language: Language): readonly Statement[] {
    const key = `${language} ${id}`;
    let known = this.known.get(key);
    if (!known) {
      known = this.predicates
        .flatMap((predicate) => this.knowledge.factsOf(id, predicate.id))
        .map((fact) => ({ fact, written: this.writtenIn(fact, language) }));
      this.known.set(key, known);
    }
    return known;
  }

  private writtenIn({ value }: Fact, language: Language): Written[] {
    const texts = value.type === 'text' ? (value.wordings?.[language] ?? []) : [];
    return texts.map((text) => {
      const { plain, marks: places } = unmarked(text);
      const content = this.reader.read(this.linker.linkAnew(plain));
      // A date is marked as a whole, wherever in it the mark stands.
      const inside =
        ({ start, end }: Mark) =>
        (term: Term) =>
          term.start < end && term.end > start;
      const marks = places.map((mark) => content.terms.filter(inside(mark))).filter(({ length }) => length > 0);
      const marked = new Set(marks.flat());
      const order = [...new Set(content.terms.flatMap(({ words }) => words.map((word) => word.text)))];
      return {
        content,
        marks,
        frame: content.terms.filter((term) => !marked.has(term)),
        order: this.opposed(order),
      };
    });
  }

  /** The words of a statement that contrast with another word of it. */
  private opposed(words: readonly string[]): string[] {
    const sets = (word: string) => this.words.contrastsOf(word);
    return words.filter((word) =>
      words.some((other) => other !== word && sets(other).some((set) => sets(word).includes(set))),
    );
  }
}

/** A wording without its marks, and where they stood. */
function unmarked(text: string): { plain: string; marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let plain = '';
  let open = -1;
  for (const character of text) {
    if (character === '{') open = plain.length;
    else if (character === '}') {
      if (open >= 0) marks.push({ start: open, end: plain.length });
      open = -1;
    } else plain += character;
  }
  return { plain, marks };
}
