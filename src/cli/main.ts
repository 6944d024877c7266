import { loadEngine } from './engine.ts';
import { run } from './program.ts';

// A reader that goes away (`| head`) is no error; the write's own callback reports every other failure.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  loadEngine,
});
