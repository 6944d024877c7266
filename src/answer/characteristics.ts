import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import { tokensOf } from '../retrieval/tokens.ts';

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

const MARKED = /\{([^{}]*)\}/gu;

/** The statements in free words, in the words of both languages, and how rare each word is among them. */
export class Characteristics {
  private readonly knowledge: KnowledgeBase;
  private readonly predicates: readonly string[];
  private readonly read = new Map<EntityId, readonly Characteristic[]>();
  private frequencies: { readonly counts: ReadonlyMap<string, number>; readonly total: number } | undefined;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
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
  const text = value.type === 'text' ? (value.text[language] ?? '') : '';
  return text
    .split(' | ')
    .map((wording) => wording.trim())
    .filter((wording) => wording !== '')
    .map((wording) => {
      const plain = wording.replace(MARKED, '$1');
      const values = [...wording.matchAll(MARKED)].map(([, marked = '']) => marked);
      return { text: plain, values, terms: new Set(tokensOf(plain)) };
    });
}

/** A text value with several wordings and marks, as it is read: the first, without marks. */
export function plainWording(text: string): string {
  return (text.split(' | ')[0] ?? '').replace(MARKED, '$1');
}
