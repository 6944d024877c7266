import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { GivenDocument } from '../engine.ts';
import { type VectorSettings, vectorSettings } from '../retrieval/vector-settings.ts';
import type { IngestionEvent } from '../server/work/progress.ts';
import { PACKAGE_ROOT, settingsFrom } from '../settings.ts';
import { openStore, storeSettings } from '../store/open-store.ts';
import { detectFormat } from '../text/detect-format.ts';
import { type Context, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { graphSummary } from './graph-summary.ts';
import { findDocuments, readInput } from './input.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';

interface ServeFlags extends KnowledgeFlags {
  readonly host?: string;
  readonly port?: string;
  readonly workers?: string;
  readonly logLevel?: string;
  readonly data?: string;
  /** False with --no-corpus. */
  readonly corpus: boolean;
}

const CORPUS = join(PACKAGE_ROOT, 'seed', 'documents');
const LARGEST = 20_000_000;
/** Whoever asks over HTTP is told to come back rather than kept waiting. */
const SERVING = { reading: 0, writing: 8_000 };
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export function addServeCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('serve')
    .summary('answer over HTTP: REST, GraphQL, MCP')
    .description(
      'Serves until it is told to stop (Ctrl-C, SIGTERM); what has begun is finished first. A graph that holds no documents begins with the corpus.',
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1; 0.0.0.0 opens it to other machines)')
    .option('--port <number>', 'port; 0 takes a free one (default: 4000)')
    .option('--data <folder>', 'data folder (default: ./data, or ERRATA_DATA)')
    .option('--workers <number>', 'threads that check documents (default: 1)')
    .option('--no-corpus', 'leave an empty graph empty')
    .addOption(new Option('--log-level <level>', 'what to log (default: info)').choices(LEVELS));
  addKnowledgeOptions(command).action(async (flags: ServeFlags) => finish(await serveUntilStopped(flags, context)));
}

async function serveUntilStopped(flags: ServeFlags, context: Context): Promise<ExitCode> {
  const told = untilToldToStop();
  const { createLogger } = await import('../server/logger.ts');
  const { serve } = await import('../server/serve.ts');
  const { serverSettingsFrom, settingsTable } = await import('../server/settings.ts');
  const { corpus, ...settable } = flags;
  const settings = serverSettingsFrom(settable, context.environment);
  await write(context.stderr, `Settings (environment, flag, value):\n${settingsTable(settings)}\n`);
  const served = await serve({
    settings,
    knowledge: () => settingsFrom(flags, context.environment),
    logger: createLogger(settings.logLevel),
    openStore: () => openStore(storeSettings(flags, context.environment), { patience: SERVING }),
    vectors: () => usableVectors(flags, context),
    ...(corpus ? { corpus: () => readCorpus(context) } : {}),
    onProgress: (event) => void context.stderr.write(describe(event)),
  });
  const { store } = served.services;
  if (store) await write(context.stderr, `\n${await graphSummary(store)}\n`);
  await write(context.stderr, `${addresses(served.address)}\n`);
  await told;
  await write(context.stderr, 'Stopping: finishing what has begun …\n');
  await served.stop();
  return EXIT.ok;
}

/** Searching by meaning costs memory: it is done where vectors were made (`errata index`), or may be in a graph that others share. */
function usableVectors(flags: ServeFlags, { environment }: Context): VectorSettings | undefined {
  const settings = vectorSettings(flags, environment);
  const shared = storeSettings(flags, environment).neo4j !== undefined;
  return shared || existsSync(join(settings.dataFolder, 'retrieval')) ? settings : undefined;
}

async function readCorpus(context: Context): Promise<GivenDocument[]> {
  const documents: GivenDocument[] = [];
  for (const path of findDocuments(CORPUS)) {
    const text = await readInput(path, context.stdin, LARGEST);
    documents.push({ name: relative(PACKAGE_ROOT, path), text, format: detectFormat(path, text) });
  }
  return documents;
}

/** A line of progress; nothing for what goes without saying. */
function describe({ stage, name, done, total, document, message }: IngestionEvent): string {
  if (stage === 'knowledge') return 'Knowledge …\n';
  if (stage === 'failed') return `Failed: ${message ?? ''}\n`;
  if (stage !== 'document' || document === undefined) return '';
  const { REFUTED, SUPPORTED } = document.claims;
  return `[${done}/${total}] ${name ?? ''}: ${REFUTED} refuted, ${SUPPORTED} supported\n`;
}

/** Where to find what. */
function addresses(address: string): string {
  return [
    `Errata is ready at ${address}`,
    `  ${address}/              the page: check, verify, ask, explore`,
    `  ${address}/graphql       GraphQL, to try in the browser`,
    `  ${address}/docs/api      REST: POST /verify, /ask, /check, to try in the browser`,
    `  ${address}/readyz        health; /healthz, /metrics`,
    'Stop it with Ctrl-C.',
  ].join('\n');
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => resolve();
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
