import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact } from '../knowledge/model.ts';
import type { FactSearch } from './answerer.ts';
import type { Question } from './question.ts';

const MOST = 3;

/** Facts near a question that could not be answered: by search, else those of what it names. */
export async function relatedFacts(
  question: Question,
  knowledge: KnowledgeBase,
  search: FactSearch | undefined,
): Promise<Fact[]> {
  const named = question.pieces.flatMap(({ things }) => things.slice(0, 1));
  if (named.length === 0) return [];
  const near = search ? await search.nearest(question.text, MOST) : [];
  const found = near.map((id) => knowledge.fact(id)).filter((fact) => fact !== undefined);
  if (found.length > 0) return found;
  const predicates = new Set(
    question.pieces.flatMap(({ relations }) => relations.map(({ predicate }) => predicate.id)),
  );
  const all = named.flatMap((id) => [...knowledge.allFactsOf(id).values()].flat());
  const rank = ({ predicate }: Fact) => (predicates.has(predicate) ? 0 : predicate === 'isA' ? 2 : 1);
  return [...all].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}
