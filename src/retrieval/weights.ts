import type { Channel } from './fusion.ts';

/**
 * What a channel's finding of a key counts. Among facts the graph knows best: facts of a named thing differ in their predicate, while
 * words tell little more than that they are about it. For the rest meaning tells most, words some, and what the graph leads to
 * is often only near what is meant. Chosen on the queries of tests/eval/retrieval.jsonl (npm run eval).
 *
 * @param meant what the text names with predicate or both ends
 */
export function weightOf(channel: Channel, key: string, meant: ReadonlySet<string>): number {
  if (channel === 'semantic') return 1;
  const fact = key.startsWith('fact ');
  if (channel === 'lexical') return fact ? 0.3 : 0.5;
  if (meant.has(key)) return 3;
  return fact ? 0.5 : 0.3;
}
