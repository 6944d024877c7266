import type { Command } from 'commander';
import { settingsFrom } from '../settings.ts';
import { openStore, storeSettings } from '../store/open-store.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';

interface McpFlags extends KnowledgeFlags {
  readonly data?: string;
}

export function addMcpCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('mcp')
    .summary('answer the Model Context Protocol on standard input and output')
    .description(
      'Serves tools and resources to agents over the Model Context Protocol on standard input and output. The same is at /mcp of `errata serve`.',
    )
    .option('--data <folder>', 'data folder (default: ./data, or ERRATA_DATA)');
  addKnowledgeOptions(command).action(async (flags: McpFlags) => finish(await answerMcp(flags, context)));
}

async function answerMcp(flags: McpFlags, context: Context): Promise<ExitCode> {
  const { createServices, loadServices } = await import('../server/load-services.ts');
  const { createLogger } = await import('../server/logger.ts');
  const { answerStdio } = await import('../server/mcp/stdio.ts');
  const { serverSettingsFrom } = await import('../server/settings.ts');
  const settings = serverSettingsFrom({}, context.environment);
  const options = {
    settings,
    knowledge: () => settingsFrom(flags, context.environment),
    openStore: () => openStore(storeSettings(flags, context.environment)),
    // Standard output is the protocol's
    logger: createLogger(settings.logLevel, process.stderr),
  };
  const services = createServices(options);
  // Clients wait for the first answer only a few seconds: what needs knowledge says that it is not ready until it is.
  const loading = loadServices(services, options);
  try {
    await Promise.race([answerStdio({ services, settings }), loading.then(() => new Promise<never>(() => undefined))]);
  } finally {
    await loading.catch(() => undefined);
    await Promise.all([services.checks.destroy(), services.reader?.destroy()]);
    await services.store?.close();
  }
  return EXIT.ok;
}
