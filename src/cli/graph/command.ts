import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { addKnowledgeOptions, parseSizeOption } from '../options.ts';
import { forget, listDocuments, status } from './documents.ts';
import { EXPORTERS, type ExportFlags, exportGraph } from './export.ts';
import type { GraphFlags } from './graph.ts';
import { type IngestFlags, ingest } from './ingest.ts';
import { load } from './load.ts';
import { reassess } from './reassess.ts';

/** The commands that work on the graph: ingest, load, documents, forget, status, reassess, export. */
export function addGraphCommands(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const format = () => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
  const graph = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option('--data <folder>', 'data folder, where the graph is kept (default: ./data)');
  const learned = (usage: string, description: string) =>
    addKnowledgeOptions(graph(usage, description)).addOption(format());

  learned('ingest', 'Check documents and keep them in the graph, with passages, mentions, claims and verdicts.')
    .argument('<file...>', 'files, folders (searched for .md, .markdown, .txt, .html, .htm), or - for standard input')
    .option('--max-size <size>', 'largest document to read', parseSizeOption, 20_000_000)
    .option('--quiet', 'no progress bar')
    .action(async (files: string[], flags: IngestFlags) => finish(await ingest(files, flags, context)));
  learned('load', 'Bring the knowledge into the graph; files given are checked and added to it for good.')
    .argument('[file...]', 'YAML files of knowledge, or folders of them, to add to the data folder')
    .action(async (files: string[], flags: GraphFlags) => finish(await load(files, flags, context)));
  learned(
    'reassess',
    'Assess documents again after the knowledge has changed; say which verdicts changed, and why.',
  ).action(async (flags: GraphFlags) => finish(await reassess(flags, context)));
  graph('documents', 'List the documents of the graph.')
    .addOption(format())
    .action(async (flags: GraphFlags) => finish(await listDocuments(flags, context)));
  graph('forget', 'Remove documents from the graph with everything that only they support.')
    .argument('<document...>', "names as 'errata documents' shows them, or ids")
    .addOption(format())
    .action(async (names: string[], flags: GraphFlags) => finish(await forget(names, flags, context)));
  graph('status', 'Say where the graph is, what it holds and whether something is due.')
    .addOption(format())
    .action(async (flags: GraphFlags) => finish(await status(flags, context)));
  graph('export', 'Write the graph for other programs.')
    .addOption(new Option('--format <format>', 'what to write').choices(Object.keys(EXPORTERS)).makeOptionMandatory())
    .option('--output <file>', 'write to a file instead of standard output')
    .action(async (flags: ExportFlags) => finish(await exportGraph(flags, context)));
}
