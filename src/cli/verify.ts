import { createReadStream } from 'node:fs';
import { type Command, Option } from 'commander';
import { renderVerification } from '../report/verification.ts';
import { settingsFrom } from '../settings.ts';
import { type Checker, type Context, complain, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { InputError, readInput } from './input.ts';
import { addKnowledgeOptions, type KnowledgeFlags, type LanguageFlag, languageOption } from './options.ts';
import { verifyLines } from './verify-lines.ts';

export interface VerifyFlags extends KnowledgeFlags {
  readonly jsonl?: boolean;
  readonly format: 'text' | 'json';
  readonly language: LanguageFlag;
  readonly failOn: 'refuted' | 'never';
  readonly color?: boolean;
}

const LONGEST_CLAIM = 20_000_000;

export function addVerifyCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .summary('say whether a statement is true, on what evidence')
    .description(
      'Says whether a statement is true. With --jsonl, reads one {"id", "claim"} a line and answers one JSON object a line, in order; ' +
        'lines that are no such object are answered with {"error"} and make the exit code 2.',
    )
    .argument('[claim]', 'the statement, or - for standard input; with --jsonl a file (default: standard input)')
    .option('--jsonl', 'many claims, one JSON object a line')
    .addOption(
      new Option('--format <format>', 'how to answer a single claim').choices(['text', 'json']).default('text'),
    )
    .addOption(new Option('--fail-on <what>', 'when to exit with 1').choices(['refuted', 'never']).default('never'))
    .option('--color', 'colour the answer (default: on a terminal, unless NO_COLOR is set)')
    .option('--no-color', 'do not colour')
    .addOption(languageOption("the claim's own"));
  addKnowledgeOptions(command).action(async (claim: string | undefined, flags: VerifyFlags) => {
    if (claim === undefined && !flags.jsonl) command.error("error: missing required argument 'claim' (or use --jsonl)");
    finish(flags.jsonl ? await verifyMany(claim ?? '-', flags, context) : await verifyOne(claim ?? '', flags, context));
  });
}

/** Answers one claim. */
async function verifyOne(argument: string, flags: VerifyFlags, context: Context): Promise<ExitCode> {
  const claim = (argument === '-' ? await readInput('-', context.stdin, LONGEST_CLAIM) : argument).trim();
  if (claim === '') throw new InputError('the claim is empty. Give a sentence, as in: errata verify "…".');
  const verification = await (await load(flags, context)).verifyInDepth(claim);
  const color = flags.color ?? (context.stdout.isTTY === true && !context.environment.NO_COLOR);
  const answer =
    flags.format === 'json'
      ? `${JSON.stringify(verification, null, 2)}\n`
      : renderVerification(verification, { language: flags.language, color });
  await write(context.stdout, answer);
  return flags.failOn === 'refuted' && verification.verdict === 'REFUTED' ? EXIT.found : EXIT.ok;
}

/** Answers a file or standard input line by line. */
async function verifyMany(path: string, flags: VerifyFlags, context: Context): Promise<ExitCode> {
  const engine = await load(flags, context);
  const input = path === '-' ? context.stdin : createReadStream(path);
  let refuted = false;
  let malformed = 0;
  try {
    for await (const { line, error, verdict } of verifyLines(input, (claim) => engine.verifyInDepth(claim))) {
      await write(context.stdout, `${line}\n`);
      if (error) malformed++;
      refuted ||= verdict === 'REFUTED';
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code !== 'EPIPE') {
      await complain(context, path, `cannot be read (${error.message}). Check the path.`);
      return EXIT.unusable;
    }
    throw error;
  }
  if (malformed > 0) {
    await complain(
      context,
      '',
      `${malformed} line(s) could not be used; see their "error". Each needs {"id": …, "claim": "…"}.`,
    );
    return EXIT.unusable;
  }
  return flags.failOn === 'refuted' && refuted ? EXIT.found : EXIT.ok;
}

async function load(flags: VerifyFlags, context: Context): Promise<Checker> {
  return await context.loadEngine(settingsFrom(flags, context.environment));
}
