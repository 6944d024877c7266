import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { checkClassifier } from '../entailment/entailment-model.ts';
import { Forest } from '../entailment/forest.ts';
import { readKnowledge } from '../knowledge/load.ts';
import { findModel } from '../retrieval/model-files.ts';
import { vectorSettings } from '../retrieval/vector-settings.ts';
import { packageVersion, settingsFrom } from '../settings.ts';
import { knowledgeVersion } from '../store/knowledge-rows.ts';
import { openStore, storeSettings } from '../store/open-store.ts';
import { type Context, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { describeCounts } from './knowledge/stats.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';

interface DoctorFlags extends KnowledgeFlags {
  readonly data?: string;
  readonly format: 'text' | 'json';
}

/** What one look has found. */
export interface Finding {
  readonly what: string;
  /** `warning`: everything works, but not as well as it could. */
  readonly state: 'well' | 'warning' | 'broken';
  readonly detail: string;
  /** How to mend it; where it is not well. */
  readonly fix?: string;
}

const OLDEST_NODE = 20;
/** Packages with a part in machine code, which an install can leave out. */
const NATIVE = ['libsql', 'hnswlib-node', 'onnxruntime-node'];

export function addDoctorCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('doctor')
    .summary('look whether everything is in order, and say how to mend what is not')
    .description(
      'Looks at the versions, the packages with machine code, the knowledge, the graph and the models. Changes nothing but the schema of an older graph. Exit code 2 where something is broken.',
    )
    .option('--data <folder>', 'data folder (default: ./data, or ERRATA_DATA)')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'));
  addKnowledgeOptions(command).action(async (flags: DoctorFlags) => finish(await examine(flags, context)));
}

async function examine(flags: DoctorFlags, context: Context): Promise<ExitCode> {
  const findings: Finding[] = [lookAtNode(), ...NATIVE.map(lookAtPackage)];
  const { finding, version } = lookAtKnowledge(flags, context);
  findings.push(
    finding,
    ...(await lookAtGraph(flags, context, version)),
    lookAtModel(flags, context),
    lookAtClassifier(flags, context),
  );
  const text = flags.format === 'json' ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(line).join('');
  await write(context.stdout, text);
  return findings.some(({ state }) => state === 'broken') ? EXIT.unusable : EXIT.ok;
}

const SIGNS = { well: '✓', warning: '!', broken: '✗' } as const;

function line({ what, state, detail, fix }: Finding): string {
  return `${SIGNS[state]} ${what}: ${detail}\n${fix === undefined ? '' : `    → ${fix}\n`}`;
}

function lookAtNode(): Finding {
  const detail = `Errata ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return { what: 'versions', state: 'well', detail };
  return { what: 'versions', state: 'broken', detail, fix: `Install Node ${OLDEST_NODE} or newer.` };
}

function lookAtPackage(name: string): Finding {
  const require = createRequire(import.meta.url);
  try {
    require(name);
    return { what: `package ${name}`, state: 'well', detail: 'loads' };
  } catch (error) {
    const fix = `Install again on this machine (npm ci), or build it (npm rebuild ${name}).`;
    return { what: `package ${name}`, state: 'broken', detail: reason(error), fix };
  }
}

function lookAtKnowledge(flags: DoctorFlags, context: Context): { finding: Finding; version?: string } {
  const what = 'knowledge';
  try {
    const { knowledge, problems } = readKnowledge(settingsFrom(flags, context.environment));
    const detail = describeCounts(knowledge);
    const version = knowledgeVersion(knowledge);
    const mistakes = problems.filter(({ severity }) => severity === 'error').length;
    if (mistakes === 0) return { finding: { what, state: 'well', detail }, version };
    const fix = 'errata knowledge validate lists each with file, line and fix.';
    return { finding: { what, state: 'broken', detail: `${detail}; ${mistakes} mistake(s)`, fix }, version };
  } catch (error) {
    return { finding: { what, state: 'broken', detail: reason(error), fix: 'Check --knowledge and --ontology.' } };
  }
}

async function lookAtGraph(flags: DoctorFlags, context: Context, version: string | undefined): Promise<Finding[]> {
  try {
    const store = await openStore(storeSettings(flags, context.environment));
    try {
      const [status, { documents, facts }] = await Promise.all([store.status(), store.statistics()]);
      const detail = `${status.engine} at ${status.place}: ${facts} facts, ${documents} documents`;
      return [
        { what: 'graph', state: 'well', detail },
        lookAtLoaded(status.knowledge, version),
        lookAtVerdicts(status.outdated, (await store.uncompared()).length),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    const fix = 'Check --data, or NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD; errata status says more.';
    return [{ what: 'graph', state: 'broken', detail: reason(error), fix }];
  }
}

function lookAtLoaded(held: string | undefined, version: string | undefined): Finding {
  const what = 'knowledge in the graph';
  if (held === undefined)
    return {
      what,
      state: 'warning',
      detail: 'none yet',
      fix: 'errata load brings it in; errata serve does so by itself.',
    };
  if (version === undefined || held === version) return { what, state: 'well', detail: 'up to date' };
  const fix = 'errata load brings the present one in; errata serve does so by itself.';
  return { what, state: 'warning', detail: 'another than the present one', fix };
}

function lookAtVerdicts(outdated: number, uncompared: number): Finding {
  const what = 'verdicts';
  if (outdated > 0) {
    const detail = `${outdated} document(s) were checked with another knowledge or program`;
    return { what, state: 'warning', detail, fix: 'errata reassess checks them again and says what changed.' };
  }
  if (uncompared > 0) {
    const detail = `${uncompared} document(s) were not yet compared with the others`;
    return { what, state: 'warning', detail, fix: 'errata reassess does it.' };
  }
  return { what, state: 'well', detail: 'up to date' };
}

function lookAtModel(flags: DoctorFlags, context: Context): Finding {
  const what = 'embedding model';
  try {
    const { name, dtype } = findModel(vectorSettings(flags, context.environment).model);
    return { what, state: 'well', detail: `${name} (${dtype})` };
  } catch (error) {
    return { what, state: 'warning', detail: reason(error), fix: 'Search works by words and by the graph without it.' };
  }
}

function lookAtClassifier(flags: DoctorFlags, context: Context): Finding {
  const what = 'classifier';
  const { entailment } = settingsFrom(flags, context.environment);
  if (entailment === undefined) return { what, state: 'well', detail: 'off' };
  try {
    checkClassifier(entailment);
    Forest.read(entailment);
    return { what, state: 'well', detail: basename(entailment) };
  } catch (error) {
    const fix = 'Restore the folder (a fresh checkout), or set ERRATA_ENTAILMENT=off.';
    return { what, state: 'broken', detail: reason(error), fix };
  }
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
