import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { REPORTERS, type ReportFormat } from '../report/formats.ts';
import { knowledgeNames } from '../report/names.ts';
import type { CheckedDocument, Failure, ReportOptions, Shown } from '../report/report.ts';
import { packageVersion, settingsFrom } from '../settings.ts';
import { detectFormat } from '../text/detect-format.ts';
import { type Checker, type Context, complain, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { expandInputs, readInput, STDIN_NAME } from './input.ts';
import {
  addKnowledgeOptions,
  type KnowledgeFlags,
  type LanguageFlag,
  languageOption,
  parseOnly,
  parseSizeOption,
} from './options.ts';
import { startProgress } from './progress.ts';

export type FailOn = 'refuted' | 'contradiction' | 'never';

export interface CheckFlags extends KnowledgeFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly quiet?: boolean;
  readonly only?: ReadonlySet<Shown>;
  readonly maxSize: number;
  readonly color?: boolean;
  readonly language: LanguageFlag;
}

export function addCheckCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('list what documents get wrong, with the right value, its source and the place')
    .description(
      'Lists the statements of documents (Markdown, plain text, HTML) that sourced facts refute, and those that contradict each other.',
    )
    .argument('<file...>', 'files, folders (searched for .md, .markdown, .txt, .html, .htm), or - for standard input')
    .addOption(new Option('--format <format>', 'how to report').choices(Object.keys(REPORTERS)).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addOption(
      new Option('--fail-on <what>', 'when to exit with 1; contradiction: also for contradictions')
        .choices(['refuted', 'contradiction', 'never'])
        .default('refuted'),
    )
    .option(
      '--only <verdicts>',
      'what to show: refuted, conflicting, contradictions, supported, no-information, all (comma-separated; default: what suits the format)',
      parseOnly,
    )
    .option('--max-size <size>', 'largest document to read', parseSizeOption, 20_000_000)
    .option('--quiet', 'no report on standard output and no progress: only the exit code, errors, and --output')
    .option('--color', 'colour the text report (default: on a terminal, unless NO_COLOR is set)')
    .option('--no-color', 'do not colour')
    .addOption(languageOption("each document's own"))
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing refuted, 1 something refuted (see --fail-on), 2 bad usage or unreadable input.',
    );
  addKnowledgeOptions(command).action(async (files: string[], flags: CheckFlags) => {
    finish(await check(files, flags, context));
  });
}

/** Checks documents and reports; input that cannot be read is named on stderr and does not stop the others. */
export async function check(inputs: readonly string[], flags: CheckFlags, context: Context): Promise<ExitCode> {
  const failures: Failure[] = [];
  const fail = async (document: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    failures.push({ document, message });
    await complain(context, document, message);
  };
  const paths = await expandInputs(inputs, fail);
  const engine = await context.loadEngine(settingsFrom(flags, context.environment));
  const progress = startProgress(context, paths.length, flags.quiet === true);
  const documents: CheckedDocument[] = [];
  for (const path of paths) {
    try {
      documents.push(await checkOne(path, engine, flags, context));
    } catch (error) {
      await fail(path === '-' ? STDIN_NAME : path, error);
    }
    progress.advance();
  }
  progress.stop();
  const written = await report(documents, failures, engine, flags, context);
  if (!written || failures.length > 0) return EXIT.unusable;
  return isFound(documents, flags.failOn) ? EXIT.found : EXIT.ok;
}

async function checkOne(path: string, engine: Checker, flags: CheckFlags, context: Context): Promise<CheckedDocument> {
  const text = await readInput(path, context.stdin, flags.maxSize);
  const name = path === '-' ? STDIN_NAME : path;
  return { text, result: engine.check({ name, text, format: detectFormat(path === '-' ? undefined : path, text) }) };
}

/** Writes the report; false where its file cannot be written. */
async function report(
  documents: readonly CheckedDocument[],
  failures: readonly Failure[],
  engine: Checker,
  flags: CheckFlags,
  context: Context,
): Promise<boolean> {
  const options: ReportOptions = {
    language: flags.language,
    ...(flags.only ? { only: flags.only } : {}),
    color:
      flags.color ?? (flags.output === undefined && context.stdout.isTTY === true && !context.environment.NO_COLOR),
    version: packageVersion(),
    names: knowledgeNames(engine.knowledge),
    failures,
  };
  if (flags.output === undefined) {
    if (!flags.quiet) await write(context.stdout, REPORTERS[flags.format](documents, options));
    return true;
  }
  try {
    writeFileSync(flags.output, REPORTERS[flags.format](documents, options));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await complain(context, flags.output, `the report cannot be written (${reason}). Check --output.`);
    return false;
  }
}

function isFound(documents: readonly CheckedDocument[], failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return documents.some(
    ({ result }) =>
      result.claims.some(({ verdict }) => verdict === 'REFUTED') ||
      (failOn === 'contradiction' && result.contradictions.length > 0),
  );
}
