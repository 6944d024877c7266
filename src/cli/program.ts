import { Command, CommanderError } from 'commander';
import { ErrataError } from '../errors.ts';
import { packageVersion } from '../settings.ts';
import { type Context, complain } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** Adds commands to the program. */
type AddCommands = (program: Command, context: Context, finish: (code: ExitCode) => void) => void;

/** The commands in the order of the help text, with where they are: only the code of the command that is named is loaded. */
const COMMANDS: readonly { readonly names: readonly string[]; readonly load: () => Promise<AddCommands> }[] = [
  { names: ['check'], load: async () => (await import('./check.ts')).addCheckCommand },
  { names: ['verify'], load: async () => (await import('./verify.ts')).addVerifyCommand },
  { names: ['serve'], load: async () => (await import('./serve.ts')).addServeCommand },
  { names: ['mcp'], load: async () => (await import('./mcp.ts')).addMcpCommand },
  { names: ['doctor'], load: async () => (await import('./doctor.ts')).addDoctorCommand },
  { names: ['ask'], load: async () => (await import('./ask.ts')).addAskCommand },
  { names: ['search'], load: async () => (await import('./search.ts')).addSearchCommand },
  { names: ['index'], load: async () => (await import('./index-vectors.ts')).addIndexCommand },
  {
    names: ['ingest', 'load', 'documents', 'forget', 'status', 'reassess', 'export'],
    load: async () => (await import('./graph/command.ts')).addGraphCommands,
  },
  { names: ['import'], load: async () => (await import('./import/command.ts')).addImportCommands },
  { names: ['knowledge'], load: async () => (await import('./knowledge/command.ts')).addKnowledgeCommands },
];

/** Runs the command line. Never throws: whatever goes wrong is said on stderr and gives exit code 2. */
export async function run(parameters: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    const program = await createProgram(parameters, context, (result) => {
      code = result;
    });
    await program.parseAsync(parameters, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    if (isBrokenPipe(error)) return code;
    await complain(context, '', describe(error, context));
    return EXIT.unusable;
  }
}

async function createProgram(
  parameters: readonly string[],
  context: Context,
  finish: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command('errata')
    .description(
      'Checks documents about AI people and techniques against sourced facts. Offline, deterministic, Chinese and English.',
    )
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError("(see 'errata help', or --help after a command)")
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  for (const add of await addersFor(parameters)) add(program, context, finish);
  for (const command of [...program.commands, ...program.commands.flatMap((parent) => parent.commands)]) {
    command.exitOverride().copyInheritedSettings(program);
  }
  return program;
}

/** What adds the command that the parameters name; where they name none, all commands, for the help text. */
async function addersFor(parameters: readonly string[]): Promise<AddCommands[]> {
  const name = parameters.find((parameter) => !parameter.startsWith('-')) ?? '';
  const named = COMMANDS.filter(({ names }) => names.includes(name));
  return Promise.all((named.length > 0 ? named : COMMANDS).map(({ load }) => load()));
}

/** Whether the reader of our output has gone (`errata … | head`): no error of ours. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** Mistakes of the user's input speak for themselves; anything else is ours and shows where it happened on request. */
function describe(error: unknown, { environment }: Context): string {
  if (error instanceof ErrataError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if ('code' in error && error.code === 'ENOENT' && path !== undefined)
    return `${path}: no such file or folder. Check the path.`;
  if ('syscall' in error) return `${error.message}. Check the path.`;
  const trace = environment.ERRATA_DEBUG
    ? `\n${error.stack ?? ''}`
    : ' Run again with ERRATA_DEBUG=1 to see where, and report it.';
  return `internal error: ${error.message}.${trace}`;
}
