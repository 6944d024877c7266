import { ErrataError } from '../../errors.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Entity, Fact, Language } from '../../knowledge/model.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { factLine } from './fact-line.ts';
import { findEntities } from './find.ts';
import { readForLooking } from './read.ts';

interface ShowFlags extends KnowledgeFlags {
  readonly format: 'text' | 'json';
  readonly language: Language;
}

export async function show(name: string, flags: ShowFlags, context: Context): Promise<ExitCode> {
  const knowledge = await readForLooking(flags, context);
  const entity = resolveEntity(knowledge, name);
  const facts = knowledge.facts.filter(({ subject }) => subject === entity.id);
  const about = knowledge.facts.filter(({ value }) => value.type === 'entity' && value.id === entity.id);
  const text =
    flags.format === 'json'
      ? `${JSON.stringify({ ...entity, facts, about }, null, 2)}\n`
      : renderEntity(knowledge, entity, { facts, about, language: flags.language });
  await write(context.stdout, text);
  return EXIT.ok;
}

/** The entity of an id or of a name that only it has. @throws ErrataError with suggestions otherwise */
export function resolveEntity(knowledge: KnowledgeBase, name: string): Entity {
  const known = knowledge.entities.get(name);
  if (known) return known;
  const found = findEntities(knowledge, name);
  const [only] = found;
  if (only && found.length === 1) return only;
  const exact = found.filter((entity) =>
    [entity.label.en, entity.label.zh, ...entity.aliases.map(({ text }) => text)].includes(name),
  );
  const [named] = exact;
  if (named && exact.length === 1) return named;
  const hint =
    found.length === 0
      ? "Try 'errata knowledge find' with a part of the name."
      : `Did you mean ${found
          .slice(0, 8)
          .map(({ id }) => id)
          .join(', ')}?`;
  throw new ErrataError(
    'ENTITY_UNKNOWN',
    `${name}: ${found.length === 0 ? 'no such entity' : 'not clear which entity'}. ${hint}`,
  );
}

function renderEntity(
  knowledge: KnowledgeBase,
  entity: Entity,
  { facts, about, language }: { facts: readonly Fact[]; about: readonly Fact[]; language: Language },
): string {
  const aliases = [...new Set(entity.aliases.map(({ text }) => text))].join(', ');
  const predicates = [...new Set(facts.map(({ predicate }) => predicate))];
  const complete = predicates.filter((predicate) => knowledge.isComplete(entity.id, predicate));
  const lines = [
    `${knowledge.label(entity.id, language)}  ${entity.id} (${entity.kind})`,
    entity.description[language] ?? entity.description.en ?? entity.description.zh ?? '',
    aliases === '' ? '' : `names: ${aliases}`,
    ...entity.sameAs.map((url) => `same as: ${url}`),
    complete.length === 0 ? '' : `complete: ${complete.join(', ')}`,
    ...facts.map((fact) => `  ${factLine(knowledge, fact, language)}`),
    about.length === 0 ? '' : 'named by:',
    ...about.map((fact) => `  ${knowledge.label(fact.subject, language)} · ${factLine(knowledge, fact, language)}`),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
