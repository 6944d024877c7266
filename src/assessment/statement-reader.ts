import { ContentReader, type Term } from '../claims/content.ts';
import { FIGURE, Traces } from '../claims/traces.ts';
import type { Words } from '../claims/words.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { mayHoldFigure } from '../linking/numbers.ts';
import { fold } from '../text/fold.ts';
import type { Statement, Written } from './statement-fit.ts';

/** A stretch of a wording that `{…}` marks; UTF-16 offsets in the wording without marks, end exclusive. */
interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Wordings that are read when first asked for; their traces tell whether that is worth while. */
class TracedWordings {
  readonly count: number;
  private readonly traces: Traces;
  private readonly read: () => readonly Written[];
  private known: readonly Written[] | undefined;

  constructor(count: number, { traces, read }: { traces: Traces; read: () => readonly Written[] }) {
    this.count = count;
    this.traces = traces;
    this.read = read;
  }

  get written(): readonly Written[] {
    this.known ??= this.read();
    return this.known;
  }

  maySay(term: Term): boolean {
    if (term.ids.length > 0) return true;
    if (term.type === 'number' || term.type === 'date') return this.traces.has(ANY_FIGURE);
    return term.words.length === 0 || term.words.some(({ traces }) => this.traces.has(traces));
  }
}

/** A statement, with what is wrongly said instead of it. */
class TracedStatement implements Statement {
  readonly fact: Fact;
  readonly contested: boolean;
  private readonly truth: TracedWordings;
  private readonly mistake: TracedWordings;

  constructor(fact: Fact, { truth, mistake }: { truth: TracedWordings; mistake: TracedWordings }) {
    this.fact = fact;
    this.contested = mistake.count > 0;
    this.truth = truth;
    this.mistake = mistake;
  }

  get written(): readonly Written[] {
    return this.truth.written;
  }

  get mistaken(): readonly Written[] {
    return this.mistake.written;
  }

  /** Whether the statement can say some of a term; false is sure. */
  maySay(term: Term): boolean {
    return (term.date !== undefined && this.fact.qualifiers.at !== undefined) || this.truth.maySay(term);
  }

  /** The same of what is wrongly said instead of it. */
  mayMistake(term: Term): boolean {
    return this.mistake.maySay(term);
  }
}

const ANY_FIGURE = [FIGURE];
const NOTHING_SAID = { wordings: undefined, mistaken: undefined };

/** Reads what the knowledge says of its things in free words, once, and as late as possible. */
export class StatementReader {
  readonly predicates: readonly Predicate[];
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly words: Words;
  private readonly reader: ContentReader;
  private readonly known = new Map<string, readonly TracedStatement[]>();

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

  statementsOf(id: EntityId, language: Language): readonly TracedStatement[] {
    const key = `${language} ${id}`;
    let known = this.known.get(key);
    if (!known) {
      known = this.predicates
        .flatMap((predicate) => this.knowledge.factsOf(id, predicate.id))
        .map((fact) => this.statementOf(fact, language));
      this.known.set(key, known);
    }
    return known;
  }

  private statementOf(fact: Fact, language: Language): TracedStatement {
    const { value } = fact;
    const { wordings, mistaken } = value.type === 'text' ? value : NOTHING_SAID;
    return new TracedStatement(fact, {
      truth: this.traced(wordings?.[language] ?? []),
      mistake: this.traced(mistaken?.[language] ?? []),
    });
  }

  private traced(wordings: readonly string[]): TracedWordings {
    const traces = new Traces();
    for (const wording of wordings) {
      const { plain } = unmarked(wording);
      traces.add(this.words.traces(plain));
      if (mayHoldFigure(fold(plain))) traces.add(ANY_FIGURE);
    }
    return new TracedWordings(wordings.length, { traces, read: () => this.written(wordings) });
  }

  private written(wordings: readonly string[]): Written[] {
    return wordings.map((text) => {
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
