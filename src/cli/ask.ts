import { createReadStream } from 'node:fs';
import { type Command, Option } from 'commander';
import { Answerer } from '../answer/answerer.ts';
import { settingsFrom } from '../settings.ts';
import { renderAnswer } from './answer-text.ts';
import { askedDocuments } from './ask-documents.ts';
import { askLines } from './ask-lines.ts';
import { type Context, complain, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { InputError, readInput } from './input.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';

export interface AskFlags extends KnowledgeFlags {
  readonly jsonl?: boolean;
  readonly format: 'text' | 'json';
  readonly documents?: readonly string[];
  readonly data?: string;
  readonly explain?: boolean;
  readonly color?: boolean;
}

const LONGEST_INPUT = 20_000_000;

export function addAskCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('ask')
    .summary('answer a question in Chinese or English from sourced facts')
    .description(
      'Answers a question from the facts, with sources, and warns where documents say otherwise. With --jsonl, reads one ' +
        '{"id", "question"} a line and answers one JSON object a line, in order.',
    )
    .argument('[question]', 'the question, or - for standard input; with --jsonl a file (default: standard input)')
    .option('--jsonl', 'many questions, one JSON object a line')
    .addOption(
      new Option('--format <format>', 'how to answer a single question').choices(['text', 'json']).default('text'),
    )
    .option(
      '--documents <path...>',
      'warn of what these files or folders get wrong (default: the documents ingested; before any are, the corpus that Errata ships)',
    )
    .option('--data <folder>', 'data folder, where ingested documents are kept (default: ERRATA_DATA or ./data)')
    .option('--explain', 'show how the question was understood: entities, relations, query, facts')
    .option('--color', 'colour the answer (default: on a terminal, unless NO_COLOR is set)')
    .option('--no-color', 'do not colour');
  addKnowledgeOptions(command).action(async (question: string | undefined, flags: AskFlags) => {
    if (question === undefined && !flags.jsonl)
      command.error("error: missing required argument 'question' (or use --jsonl)");
    finish(flags.jsonl ? await askMany(question ?? '-', flags, context) : await askOne(question ?? '', flags, context));
  });
}

async function askOne(argument: string, flags: AskFlags, context: Context): Promise<ExitCode> {
  const question = (argument === '-' ? await readInput('-', context.stdin, LONGEST_INPUT) : argument).trim();
  if (question === '')
    throw new InputError('the question is empty. Ask one, as in: errata ask "Who created PyTorch?".');
  const answer = await withAnswerer(flags, context, (answerer) => answerer.ask(question));
  const color = flags.color ?? (context.stdout.isTTY === true && !context.environment.NO_COLOR);
  const text =
    flags.format === 'json'
      ? `${JSON.stringify(answer, null, 2)}\n`
      : renderAnswer(answer, { color, explain: flags.explain ?? false });
  await write(context.stdout, text);
  return EXIT.ok;
}

async function askMany(path: string, flags: AskFlags, context: Context): Promise<ExitCode> {
  return await withAnswerer(flags, context, (answerer) => askAll(path, answerer, context));
}

async function askAll(path: string, answerer: Answerer, context: Context): Promise<ExitCode> {
  const input = path === '-' ? context.stdin : createReadStream(path);
  let malformed = 0;
  try {
    for await (const { line, error } of askLines(input, (question) => answerer.ask(question))) {
      await write(context.stdout, `${line}\n`);
      if (error) malformed++;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || error.code === 'EPIPE') throw error;
    await complain(context, path, `cannot be read (${error.message}). Check the path.`);
    return EXIT.unusable;
  }
  if (malformed === 0) return EXIT.ok;
  const what = `${malformed} line(s) could not be used; see their "error". Each needs {"id": …, "question": "…"}.`;
  await complain(context, '', what);
  return EXIT.unusable;
}

async function withAnswerer<T>(
  flags: AskFlags,
  context: Context,
  work: (answerer: Answerer) => Promise<T>,
): Promise<T> {
  const engine = await context.loadEngine(settingsFrom(flags, context.environment));
  const { documents, close } = await askedDocuments(engine, flags, context);
  try {
    return await work(new Answerer({ engine, documents }));
  } finally {
    await close();
  }
}
