import { type Command, Option } from 'commander';
import { settingsFrom } from '../settings.ts';
import { type Context, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';

interface ServeFlags extends KnowledgeFlags {
  readonly host?: string;
  readonly port?: string;
  readonly workers?: string;
  readonly logLevel?: string;
}

export function addServeCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('serve')
    .summary('answer over HTTP')
    .description(
      'Serves the HTTP interface until it is told to stop (Ctrl-C, SIGTERM); what has begun is finished first.',
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1; 0.0.0.0 opens it to other machines)')
    .option('--port <number>', 'port; 0 takes a free one (default: 4000)')
    .option('--workers <number>', 'threads that check documents (default: 1)')
    .addOption(
      new Option('--log-level <level>', 'what to log (default: info)').choices([
        'fatal',
        'error',
        'warn',
        'info',
        'debug',
        'trace',
        'silent',
      ]),
    );
  addKnowledgeOptions(command).action(async (flags: ServeFlags) => finish(await serveUntilStopped(flags, context)));
}

async function serveUntilStopped(flags: ServeFlags, context: Context): Promise<ExitCode> {
  const { createLogger } = await import('../server/logger.ts');
  const { serve } = await import('../server/serve.ts');
  const { serverSettingsFrom, settingsTable } = await import('../server/settings.ts');
  const settings = serverSettingsFrom(flags, context.environment);
  const knowledge = settingsFrom(flags, context.environment);
  await write(context.stderr, `Settings (environment, flag, value):\n${settingsTable(settings)}`);
  const served = await serve({ settings, knowledge, logger: createLogger(settings.logLevel) });
  await write(context.stderr, `${addresses(served.address)}\n`);
  await untilToldToStop();
  await write(context.stderr, 'Stopping: finishing what has begun …\n');
  await served.stop();
  return EXIT.ok;
}

/** Where to find what. */
function addresses(address: string): string {
  return [
    `Errata is ready at ${address}`,
    `  POST ${address}/verify        is a statement true?  {"claim": "…"}`,
    `  POST ${address}/check         what does a document get wrong?`,
    `       ${address}/openapi.json  the description of both`,
    `       ${address}/readyz        health; /healthz, /metrics`,
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
