import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Fact } from '../../knowledge/model.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { compareKnowledge, type KnowledgeDifference } from './compare-knowledge.ts';
import { factLine } from './fact-line.ts';
import { readForLooking } from './read.ts';

interface DiffFlags {
  readonly ontology?: string;
  readonly format: 'text' | 'json';
}

/** Prints what changed from one knowledge folder (or file) to another. */
export async function diff(old: string, now: string, flags: DiffFlags, context: Context): Promise<ExitCode> {
  const ontology = flags.ontology === undefined ? {} : { ontology: flags.ontology };
  const before = await readForLooking({ ...ontology, knowledge: [old] }, context);
  const after = await readForLooking({ ...ontology, knowledge: [now] }, context);
  const difference = compareKnowledge(before, after);
  const text =
    flags.format === 'json' ? `${JSON.stringify(difference, null, 2)}\n` : formatDifference(difference, before, after);
  await write(context.stdout, text);
  return EXIT.ok;
}

function formatDifference(
  { entities, facts }: KnowledgeDifference,
  before: KnowledgeBase,
  after: KnowledgeBase,
): string {
  const line = (knowledge: KnowledgeBase, fact: Fact) => `${fact.subject} ${factLine(knowledge, fact, 'en')}`;
  const lines = [
    ...entities.added.map((id) => `+ ${id} (${after.entities.get(id)?.kind})`),
    ...entities.removed.map((id) => `- ${id} (${before.entities.get(id)?.kind})`),
    ...entities.changed.map(({ id, what }) => `~ ${id}: ${what.join(', ')}`),
    ...facts.added.map((fact) => `+ ${line(after, fact)}`),
    ...facts.removed.map((fact) => `- ${line(before, fact)}`),
    ...facts.changed.flatMap((change) => [`~ ${line(before, change.before)}`, `  → ${line(after, change.after)}`]),
  ];
  const counts = (part: { added: readonly unknown[]; removed: readonly unknown[]; changed: readonly unknown[] }) =>
    `${part.added.length} added, ${part.removed.length} removed, ${part.changed.length} changed`;
  return [...lines, `entities: ${counts(entities)}`, `facts: ${counts(facts)}`, ''].join('\n');
}
