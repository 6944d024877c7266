import { type Command, Option } from 'commander';
import type { Selection } from '../../import/wikidata/read-wikidata.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { addKnowledgeOptions } from '../options.ts';
import { type CsvFlags, importCsv, importEpoch } from './csv.ts';
import type { ImportFlags } from './import.ts';
import { importWikidata, type WikidataFlags } from './wikidata.ts';

/** `errata import wikidata | epoch | csv`. */
export function addImportCommands(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const group = program
    .command('import')
    .description('Turn data of others into reviewable YAML, compared with the knowledge; nothing known is changed.');
  const add = (usage: string, description: string) => withCommonOptions(group.command(usage).description(description));
  add('wikidata', 'Import items: by id over the network, or from entity JSON and dumps.')
    .argument(
      '<what...>',
      'ids (Q42), files (.json, .json.gz), or - for standard input; with a file, ids pick items of it',
    )
    .addOption(
      new Option('--select <which>', 'items of a file: all, or only those the knowledge has').choices(['all', 'known']),
    )
    .option('--properties <file>', 'classes, terms and qualifiers (default: import/wikidata.yaml beside the ontology)')
    .option('--base-url <url>', 'the service', 'https://www.wikidata.org')
    .option('--cache <folder>', 'where answers are kept (default: cache/wikidata in the data folder)')
    .option('--refresh', 'ask again for what the cache has')
    .option('--contact <address>', 'mail address or page for the service to reach you, sent with every request')
    .action(async (what: string[], flags: WikidataFlags & { select?: Selection }) =>
      finish(await importWikidata(what, flags, context)),
    );
  add('epoch', "Import Epoch AI's notable AI models (https://epoch.ai/data, CC BY 4.0).")
    .argument('<file>', 'the CSV file')
    .action(async (file: string, flags: ImportFlags) => finish(await importEpoch(file, flags, context)));
  add('csv', 'Import any table, as a map file says.')
    .argument('<file>', 'the CSV file')
    .requiredOption('--map <file>', 'which column is what; see "Importing" in CONTRIBUTING.md')
    .option(
      '--encoding <name>',
      'of the file, e.g. windows-1252 (default: UTF-8, UTF-16 by its mark, GB18030 where it looks Chinese)',
    )
    .option('--separator <character>', 'between cells (default: the most frequent of , ; tab | in the header)')
    .action(async (file: string, flags: CsvFlags) => finish(await importCsv(file, flags, context)));
}

function withCommonOptions(command: Command): Command {
  return addKnowledgeOptions(command)
    .requiredOption('--into <folder>', 'where to write; then load it with a second --knowledge')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json']).default('text'))
    .option('--dry-run', 'only report, write nothing')
    .option('--quiet', 'no progress bar')
    .addHelpText(
      'after',
      '\nExit codes: 0 read to the end, 2 bad usage, unreadable or incomplete input (what could be read is imported).',
    );
}
