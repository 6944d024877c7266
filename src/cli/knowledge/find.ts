import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Entity, Language } from '../../knowledge/model.ts';
import { fold } from '../../text/fold.ts';
import { type Context, complain, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { readForLooking } from './read.ts';

interface FindFlags extends KnowledgeFlags {
  readonly format: 'text' | 'json';
  readonly language: Language;
}

export async function find(text: string, flags: FindFlags, context: Context): Promise<ExitCode> {
  const knowledge = await readForLooking(flags, context);
  const found = findEntities(knowledge, text);
  if (flags.format === 'json') {
    const rows = found.map(({ id, kind, label, description }) => ({ id, kind, label, description }));
    await write(context.stdout, `${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.ok;
  }
  const lines = found.map((entity) => `${entity.id}  ${knowledge.label(entity.id, flags.language)} (${entity.kind})\n`);
  await write(context.stdout, lines.join(''));
  if (found.length === 0)
    await complain(context, text, 'nothing found. Try a shorter part of the name, or the other language.');
  return EXIT.ok;
}

/** Entities with the text in a name, id or description; exact names first, then names, then the rest. */
export function findEntities(knowledge: KnowledgeBase, text: string): Entity[] {
  const wanted = foldName(text);
  if (wanted === '') return [];
  const ranked = [...knowledge.entities.values()].flatMap((entity) => {
    const rank = rankOf(entity, wanted);
    return rank === undefined ? [] : [{ entity, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entity }) => entity);
}

function rankOf(entity: Entity, wanted: string): number | undefined {
  const names = namesOf(entity);
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  const rest = [entity.description.en ?? '', entity.description.zh ?? ''].map(foldName);
  return rest.some((part) => part.includes(wanted)) ? 2 : undefined;
}

function namesOf(entity: Entity): string[] {
  return [entity.id, entity.label.en ?? '', entity.label.zh ?? '', ...entity.aliases.map(({ text }) => text)].map(
    foldName,
  );
}

/** Case, width, accents, spacing and Traditional or Simplified do not matter. */
function foldName(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}
