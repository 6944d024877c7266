import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { addKnowledgeOptions } from '../options.ts';
import { coverage } from './coverage.ts';
import { diff } from './diff.ts';
import { find } from './find.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { stats } from './stats.ts';
import { validate } from './validate.ts';

/** `errata knowledge validate | stats | show | find | diff | coverage`. */
export function addKnowledgeCommands(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const knowledge = program.command('knowledge').description('Look into the reference knowledge.');
  const format = () => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
  const language = () => new Option('--language <language>', 'language of labels').choices(['zh', 'en']).default('en');
  addKnowledgeOptions(knowledge.command('validate').description('List every mistake with file, line and fix.'))
    .option('--ambiguous', 'list the names that several entities go by, and what tells them apart')
    .action(async (flags) => finish(await validate(flags, context)));
  knowledge
    .command('schema')
    .description('Print a JSON Schema of knowledge files, for completion in editors.')
    .option('--ontology <file>', 'ontology (default: what Errata ships)')
    .action(async (flags) => finish(await schema(flags, context)));
  addKnowledgeOptions(knowledge.command('stats').description('Count entities, facts and sources.'))
    .addOption(format())
    .action(async (flags) => finish(await stats(flags, context)));
  addKnowledgeOptions(knowledge.command('show').description('Print all facts of an entity, and those about it.'))
    .argument('<entity>', 'an id such as person/ada-lovelace, or a name')
    .addOption(format())
    .addOption(language())
    .action(async (entity: string, flags) => finish(await show(entity, flags, context)));
  addKnowledgeOptions(knowledge.command('find').description('Find entities by a part of a name, id or description.'))
    .argument('<text>', 'what to look for')
    .addOption(format())
    .addOption(language())
    .action(async (text: string, flags) => finish(await find(text, flags, context)));
  knowledge
    .command('diff')
    .description('List what was added, removed and changed between two states of the knowledge.')
    .argument('<old>', 'a folder or file')
    .argument('<new>', 'a folder or file')
    .option('--ontology <file>', 'ontology of both (default: what Errata ships)')
    .addOption(format())
    .action(async (old: string, now: string, flags) => finish(await diff(old, now, flags, context)));
  addKnowledgeOptions(knowledge.command('coverage').description('List what of a document the knowledge cannot decide.'))
    .argument('<document>', 'a file, or - for standard input')
    .addOption(format())
    .action(async (document: string, flags) => finish(await coverage(document, flags, context)));
}
