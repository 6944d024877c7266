import type { Ontology } from '../knowledge/ontology.ts';
import { nounPatterns, type Pattern } from './pattern.ts';

/** Patterns for posts: «X is the CEO of Y», «Y CEO X», «Y的首席执行官X», for predicates that take a role. */
export function rolePatterns(ontology: Ontology): Pattern[] {
  const result: Pattern[] = [];
  for (const predicate of ontology.predicates.values()) {
    if (!predicate.qualifiers.includes('role')) continue;
    for (const language of ['en', 'zh'] as const) {
      result.push(...nounPatterns(predicate, language, language === 'en' ? 'of|at|for|in|with' : '的'));
    }
  }
  return result;
}
