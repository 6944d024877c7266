import { type Command, InvalidArgumentError, Option } from 'commander';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Language } from '../knowledge/model.ts';
import { CHANNELS, type Channel } from '../retrieval/fusion.ts';
import { Search, type SearchAnswer } from '../retrieval/search.ts';
import { HIT_TYPES, type HitType } from '../retrieval/searchable.ts';
import { vectorSettings } from '../retrieval/vector-settings.ts';
import { settingsFrom } from '../settings.ts';
import { languageOf } from '../text/language.ts';
import { type Context, complain, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { withGraphIfThere } from './graph/graph.ts';
import { InputError } from './input.ts';
import { addKnowledgeOptions, type KnowledgeFlags, type LanguageFlag, languageOption } from './options.ts';

interface SearchFlags extends KnowledgeFlags {
  readonly limit: number;
  readonly type?: HitType;
  readonly by?: Channel;
  readonly format: 'text' | 'json';
  readonly language: LanguageFlag;
  readonly data?: string;
}

const MOST = 100;

/** `errata search "<text>"`. */
export function addSearchCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('search')
    .summary('find facts, entities and passages by words, by meaning and by the graph')
    .description(
      'Finds facts, entities and passages of ingested documents that fit a text in Chinese or English, and says why: its rank among what was found by words (lexical), ' +
        "by meaning (semantic, after 'errata index') and by the graph.",
    )
    .argument('<text>', 'a name, some words or a question')
    .option('--limit <number>', 'how many to show', parseLimit, 10)
    .addOption(new Option('--type <type>', 'only facts, entities, or passages of documents').choices(HIT_TYPES))
    .addOption(new Option('--by <channel>', 'only one way of finding').choices(CHANNELS))
    .option('--data <folder>', 'data folder, where vectors are kept (default: ERRATA_DATA or ./data)')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(languageOption("the text's own"));
  addKnowledgeOptions(command).action(async (text: string, flags: SearchFlags) =>
    finish(await searchFor(text, flags, context)),
  );
}

async function searchFor(text: string, flags: SearchFlags, context: Context): Promise<ExitCode> {
  if (text.trim() === '')
    throw new InputError('the text is empty. Give a name or some words, as in: errata search "…".');
  const knowledge = loadKnowledge(settingsFrom(flags, context.environment));
  const vectors = vectorSettings(flags, context.environment);
  const answer = await withGraphIfThere(flags, context, async (graph) => {
    const search = await Search.open({ knowledge, vectors, graph });
    return await search.search(text, {
      limit: flags.limit,
      ...(flags.type ? { types: [flags.type] } : {}),
      ...(flags.by ? { channels: [flags.by] } : {}),
    });
  });
  const language = flags.language === 'auto' ? languageOf(text, { start: 0, end: text.length }) : flags.language;
  await write(
    context.stdout,
    flags.format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : lines(answer, language),
  );
  if (flags.format === 'text') for (const note of answer.notes) await complain(context, '', note[language]);
  return EXIT.ok;
}

function lines({ hits }: SearchAnswer, language: Language): string {
  if (hits.length === 0) return language === 'zh' ? '没有找到。\n' : 'Nothing found.\n';
  return hits
    .map(({ type, id, text, score, ranks }, index) => {
      const why = CHANNELS.flatMap((channel) =>
        ranks[channel] ? [`${WORDS[channel][language]} ${ranks[channel]}`] : [],
      );
      const place = `${String(index + 1).padStart(3)}.`;
      return `${place} ${text[language] ?? text.en ?? text.zh ?? ''}\n     ${WORDS[type][language]} ${id}  ${score.toFixed(4)} (${why.join(', ')})\n`;
    })
    .join('');
}

const WORDS: { readonly [word in HitType | Channel]: { readonly [language in Language]: string } } = {
  fact: { en: 'fact', zh: '事实' },
  entity: { en: 'entity', zh: '实体' },
  passage: { en: 'passage', zh: '段落' },
  lexical: { en: 'lexical', zh: '词语' },
  semantic: { en: 'semantic', zh: '语义' },
  graph: { en: 'graph', zh: '图谱' },
};

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new InvalidArgumentError(`Give a number from 1 to ${MOST}.`);
  return limit;
}
