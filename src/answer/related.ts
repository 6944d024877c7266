import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import { LexicalIndex } from '../retrieval/lexical-index.ts';
import { keyOf, LANGUAGES } from '../retrieval/searchable.ts';
import type { FactSearch } from './answerer.ts';
import type { Question } from './question.ts';
import type { Sentences } from './sentence.ts';

const MOST = 3;
/** So many facts of and about a thing are compared: an index over more would take longer than the answer. */
const MOST_COMPARED = 300;

export interface RelatedOptions {
  readonly knowledge: KnowledgeBase;
  readonly sentences: Sentences;
  /** Over everything that is known; without it the facts around what the question names are ranked by words. */
  readonly search: FactSearch | undefined;
}

/** Facts near a question that could not be answered: by search; else those around what it names. */
export async function relatedFacts(question: Question, options: RelatedOptions): Promise<Fact[]> {
  const { knowledge, search } = options;
  const named = question.pieces.flatMap(({ things }) => things.slice(0, 1));
  if (named.length === 0) return [];
  const near = search ? await search.nearest(question.text, MOST) : [];
  const found = near.map((id) => knowledge.fact(id)).filter((fact) => fact !== undefined);
  return found.length > 0 ? found : aroundNames(question, named, options);
}

/** The facts of and about the things named: those that share words with the question first, then those of predicates it speaks of. */
function aroundNames(question: Question, named: readonly EntityId[], { knowledge, sentences }: RelatedOptions): Fact[] {
  const own = named.flatMap((id) => [...knowledge.allFactsOf(id).values()].flat());
  const about = named.flatMap((id) => [...knowledge.allFactsAbout(id).values()].flat());
  const all = [...new Map([...own, ...about].slice(0, MOST_COMPARED).map((fact) => [fact.id, fact])).values()];
  // every one of these facts has the name
  const words = question.pieces.filter(({ things }) => things.length === 0).map(({ item }) => item.surface);
  const ranked = byWords(words.join(' '), all, sentences);
  const spoken = new Set(question.pieces.flatMap(({ relations }) => relations.map(({ predicate }) => predicate.id)));
  const place = ({ predicate }: Fact) => (spoken.has(predicate) ? 0 : predicate === 'isA' ? 2 : 1);
  const rest = own.filter((fact) => !ranked.includes(fact)).sort((a, b) => place(a) - place(b));
  return [...ranked, ...rest].slice(0, MOST);
}

function byWords(text: string, facts: readonly Fact[], sentences: Sentences): Fact[] {
  const index = new LexicalIndex();
  index.put(
    facts.map((fact) => ({
      key: keyOf('fact', fact.id),
      type: 'fact',
      id: fact.id,
      text: { en: sentences.fact(fact, 'en').statement, zh: sentences.fact(fact, 'zh').statement },
      names: {},
      embedded: false,
    })),
  );
  const byKey = new Map(facts.map((fact) => [keyOf('fact', fact.id), fact]));
  const keys = index.search(text, { limit: MOST, accepts: () => true, languages: LANGUAGES });
  return keys.map((key) => byKey.get(key)).filter((fact) => fact !== undefined);
}
