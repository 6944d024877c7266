import type { Readable, Writable } from 'node:stream';
import type { Engine } from '../engine.ts';
import type { Settings } from '../settings.ts';

/** What the commands need of the engine. */
export type Checker = Pick<Engine, 'check' | 'examine' | 'verify' | 'verifyInDepth' | 'knowledge' | 'linker'>;

/** The world around a command: streams, environment, engine. Tests give their own. */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Loads the engine; dear, so only when a command needs it. @throws KnowledgeError with all mistakes. */
  loadEngine(settings: Settings): Promise<Checker>;
}

/** Writes and waits until the stream wants more, so that large reports into slow pipes stay out of memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.destroyed) return;
  await new Promise<void>((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Says on stderr what went wrong; `subject` is the file or option. */
export async function complain(context: Context, subject: string, message: string): Promise<void> {
  await write(context.stderr, `errata: ${subject === '' ? '' : `${subject}: `}${message}\n`);
}
