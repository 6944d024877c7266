import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { readKnowledge } from '../../knowledge/load.ts';
import { settingsFrom } from '../../settings.ts';
import { type Context, complain } from '../context.ts';
import type { KnowledgeFlags } from '../options.ts';

/** Reads what can be read, so that looking works while someone edits; mistakes are only counted. */
export async function readForLooking(flags: KnowledgeFlags, context: Context): Promise<KnowledgeBase> {
  const { knowledge, problems } = readKnowledge(settingsFrom(flags, context.environment));
  const mistakes = problems.filter(({ severity }) => severity === 'error').length;
  if (mistakes > 0) {
    await complain(
      context,
      'knowledge',
      `${mistakes} mistake(s), left out here. List them with 'errata knowledge validate'.`,
    );
  }
  return knowledge;
}
