import { Answerer } from '../../src/answer/answerer.ts';
import type { Documents } from '../../src/answer/documents.ts';
import { loadEngine } from '../engine/knowledge.ts';

/** An answerer on the project's own knowledge. */
export function makeAnswerer(documents?: Documents): Answerer {
  return new Answerer({ engine: loadEngine(), ...(documents ? { documents } : {}) });
}

let shared: Answerer | undefined;

/** The texts of an answer's values, sorted. */
export async function valuesOf(question: string): Promise<string[]> {
  shared ??= makeAnswerer();
  const { answers } = await shared.ask(question);
  return answers.map(({ entityId, text }) => entityId ?? text).sort();
}

export async function ask(question: string) {
  shared ??= makeAnswerer();
  return await shared.ask(question);
}
