import { type Word, Words } from '../claims/words.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import { tokensOf } from '../text/tokens.ts';

/** One wording of a statement in free words, without its subject. */
export interface Wording {
  /** The statement as it is read, without marks. */
  readonly text: string;
  /** The values that make it true: «freezes the {weights}». */
  readonly values: readonly string[];
  readonly terms: ReadonlySet<string>;
}

/** What the knowledge says of a thing in free words. */
export interface Characteristic {
  readonly fact: Fact;
  readonly wordings: Readonly<Record<Language, readonly Wording[]>>;
}

/** A statement as its words are looked for in it: synonyms are one word. */
interface Content {
  readonly words: ReadonlySet<string>;
  readonly text: string;
}

const MARKED = /\{([^{}]*)\}/gu;

/** The statements in free words, in the words of both languages, and how rare each word is among them. */
export class Characteristics {
  private readonly knowledge: KnowledgeBase;
  private readonly predicates: readonly string[];
  private readonly read = new Map<EntityId, readonly Characteristic[]>();
  private readonly words: Words;
  private readonly contents = new WeakMap<Characteristic, Content>();
  private frequencies: { readonly counts: ReadonlyMap<string, number>; readonly total: number } | undefined;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.words = new Words(knowledge.ontology.data);
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ free }) => free).map(({ id }) => id);
  }

  of(id: EntityId): readonly Characteristic[] {
    const known = this.read.get(id);
    if (known) return known;
    const facts = this.predicates.flatMap((predicate) => this.knowledge.factsOf(id, predicate));
    const result = facts.map(
      (fact): Characteristic => ({ fact, wordings: { en: wordingsOf(fact, 'en'), zh: wordingsOf(fact, 'zh') } }),
    );
    this.read.set(id, result);
    return result;
  }

  /** The content words of a text, in the form in which `says` looks for them. */
  wordsOf(text: string): Word[] {
    return this.words.read(text).map(({ word }) => word);
  }

  /** Whether any wording of a statement has a word, or a synonym of it. */
  says(characteristic: Characteristic, { text, pairs }: Word): boolean {
    const content = this.contentOf(characteristic);
    if (content.words.has(text)) return true;
    if (pairs.length === 0) return false;
    return content.text.includes(text) || pairs.every((pair) => content.text.includes(pair));
  }

  private contentOf(characteristic: Characteristic): Content {
    const known = this.contents.get(characteristic);
    if (known) return known;
    const all = [...characteristic.wordings.en, ...characteristic.wordings.zh].map(({ text }) => text);
    const content = {
      words: new Set(all.flatMap((text) => this.wordsOf(text).map(({ text: word }) => word))),
      text: this.words.replaced(fold(all.join(' | '))),
    };
    this.contents.set(characteristic, content);
    return content;
  }

  isFree({ predicate }: Fact): boolean {
    return this.predicates.includes(predicate);
  }

  /** How much a term tells, by how few statements have it (inverse document frequency, natural logarithm). */
  weight(term: string): number {
    this.frequencies ??= this.count();
    const { counts, total } = this.frequencies;
    return Math.log(1 + total / (1 + (counts.get(term) ?? 0)));
  }

  private count(): { counts: Map<string, number>; total: number } {
    const counts = new Map<string, number>();
    const facts = this.knowledge.facts.filter((fact) => this.isFree(fact));
    for (const fact of facts) {
      const terms = new Set([...wordingsOf(fact, 'en'), ...wordingsOf(fact, 'zh')].flatMap((each) => [...each.terms]));
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return { counts, total: facts.length };
  }
}

function wordingsOf({ value }: Fact, language: Language): Wording[] {
  const texts = value.type === 'text' ? (value.wordings?.[language] ?? [value.text[language] ?? '']) : [];
  return texts
    .filter((text) => text !== '')
    .map((text) => {
      const plain = plainWording(text);
      const values = [...text.matchAll(MARKED)].map(([, marked = '']) => marked);
      return { text: plain, values, terms: new Set(tokensOf(plain)) };
    });
}

/** A wording without its marks, as it is read. */
export function plainWording(text: string): string {
  return text.replace(MARKED, '$1');
}
