import { Command, CommanderError } from 'commander';
import { ErrataError } from '../errors.ts';
import { packageVersion } from '../settings.ts';
import { addAskCommand } from './ask.ts';
import { addCheckCommand } from './check.ts';
import { type Context, complain } from './context.ts';
import { addDoctorCommand } from './doctor.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addGraphCommands } from './graph/command.ts';
import { addImportCommands } from './import/command.ts';
import { addIndexCommand } from './index-vectors.ts';
import { addKnowledgeCommands } from './knowledge/command.ts';
import { addMcpCommand } from './mcp.ts';
import { addSearchCommand } from './search.ts';
import { addServeCommand } from './serve.ts';
import { addVerifyCommand } from './verify.ts';

/** Runs the command line. Never throws: whatever goes wrong is said on stderr and gives exit code 2. */
export async function run(parameters: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(parameters, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    if (isBrokenPipe(error)) return code;
    await complain(context, '', describe(error, context));
    return EXIT.unusable;
  }
}

function createProgram(context: Context, finish: (code: ExitCode) => void): Command {
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
  addCheckCommand(program, context, finish);
  addVerifyCommand(program, context, finish);
  addServeCommand(program, context, finish);
  addMcpCommand(program, context, finish);
  addDoctorCommand(program, context, finish);
  addAskCommand(program, context, finish);
  addSearchCommand(program, context, finish);
  addIndexCommand(program, context, finish);
  addGraphCommands(program, context, finish);
  addImportCommands(program, context, finish);
  addKnowledgeCommands(program, context, finish);
  for (const command of [...program.commands, ...program.commands.flatMap((parent) => parent.commands)]) {
    command.exitOverride().copyInheritedSettings(program);
  }
  return program;
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
