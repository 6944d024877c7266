import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { readForLooking } from './read.ts';

export interface Stats {
  /** Things, without the kinds and terms of the ontology. */
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly predicates: number;
  /** Number of entities per kind, most first. */
  readonly byKind: Readonly<Record<string, number>>;
}

export async function stats(flags: KnowledgeFlags & { format: 'text' | 'json' }, context: Context): Promise<ExitCode> {
  const knowledge = await readForLooking(flags, context);
  const counted = countKnowledge(knowledge);
  const kinds = Object.entries(counted.byKind).map(([kind, count]) => `${String(count).padStart(6)}  ${kind}\n`);
  const text = `${describeCounts(knowledge)}, ${counted.predicates} predicates\n${kinds.join('')}`;
  await write(context.stdout, flags.format === 'json' ? `${JSON.stringify(counted, null, 2)}\n` : text);
  return EXIT.ok;
}

export function countKnowledge(knowledge: KnowledgeBase): Stats {
  const byKind = new Map<string, number>();
  const things = [...knowledge.entities.values()].filter(({ id }) => !knowledge.isVocabulary(id));
  for (const { kind } of things) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const ordered = [...byKind].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  return {
    entities: things.length,
    facts: knowledge.facts.length,
    sources: knowledge.sources.size,
    predicates: knowledge.ontology.predicates.size,
    byKind: Object.fromEntries(ordered),
  };
}

/** "152 entities, 1043 facts, 88 sources". */
export function describeCounts(knowledge: KnowledgeBase): string {
  const { entities, facts, sources } = countKnowledge(knowledge);
  return `${entities} entities, ${facts} facts, ${sources} sources`;
}
