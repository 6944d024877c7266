import type { KnowledgeBase } from './knowledge-base.ts';
import type { Problem } from './problem.ts';

/** Checks that need the whole knowledge: domain and range of every fact. Returns messages; see `knowledge validate`. */
export function validateKnowledge(knowledge: KnowledgeBase): Problem[] {
  const problems: Problem[] = [];
  for (const fact of knowledge.facts) {
    const predicate = knowledge.ontology.predicates.get(fact.predicate);
    if (!predicate) continue;
    const note = (message: string) => problems.push({ file: fact.id, line: 0, column: 0, message, severity: 'error' });
    if (!knowledge.isOfKind(fact.subject, predicate.domain)) {
      note(
        `'${fact.predicate}' is for ${predicate.domain.join(', ')}; ${fact.subject} is a ${knowledge.entities.get(fact.subject)?.kind}`,
      );
    }
    const { value } = fact;
    if (
      value.type === 'entity' &&
      !predicate.range.includes('text') &&
      !inRange(knowledge, value.id, predicate.range)
    ) {
      note(
        `'${fact.predicate}' takes ${predicate.range.join(', ')}; ${value.id} is a ${knowledge.entities.get(value.id)?.kind}`,
      );
    }
  }
  return problems;
}

function inRange(knowledge: KnowledgeBase, id: string, range: readonly string[]): boolean {
  if (range.includes(knowledge.entities.get(id)?.kind ?? '')) return true;
  return knowledge.isOfKind(id, range);
}
