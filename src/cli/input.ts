import { createReadStream, type Dirent, readdirSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { ErrataError } from '../errors.ts';
import { decodeBytes } from '../text/decode.ts';
import { formatSize } from './size.ts';

/** The name under which standard input is reported. */
export const STDIN_NAME = 'stdin';

const DOCUMENT = /\.(?:md|markdown|txt|html?)$/iu;
const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Input that cannot be used. The message names reason and fix; the caller names the input. */
export class InputError extends ErrataError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('INPUT_UNREADABLE', message, options);
  }
}

/**
 * The files an argument stands for: itself, or all documents below a folder (Markdown, plain text, HTML), sorted;
 * hidden folders and `node_modules` are left out and links to folders not followed.
 */
export function findDocuments(argument: string): string[] {
  if (argument === '-') return ['-'];
  try {
    if (!statSync(argument).isDirectory()) return [argument];
    const found = documentsBelow(argument).sort();
    if (found.length > 0) return found;
  } catch (error) {
    throw describe(error);
  }
  throw new InputError(
    'the folder holds no .md, .markdown, .txt, .html or .htm file. Name the files themselves, or another folder.',
  );
}

function documentsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) => {
    const path = normalize(join(folder, entry.name));
    if (entry.isDirectory())
      return entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name) ? [] : documentsBelow(path);
    return DOCUMENT.test(entry.name) ? [path] : [];
  });
}

/** The files that arguments stand for, each once. What cannot be found is told to `fail` and left out. */
export async function expandInputs(
  inputs: readonly string[],
  fail: (name: string, error: unknown) => Promise<void>,
): Promise<string[]> {
  const byPlace = new Map<string, string>();
  for (const input of inputs) {
    try {
      for (const path of findDocuments(input)) {
        const place = path === '-' ? '-' : resolve(path);
        if (!byPlace.has(place)) byPlace.set(place, path);
      }
    } catch (error) {
      await fail(input, error);
    }
  }
  return [...byPlace.values()];
}

/** Reads and decodes a file, or `stdin` for `-`. @throws InputError or UnreadableInputError */
export async function readInput(path: string, stdin: Readable, maximum: number): Promise<string> {
  try {
    if (path === '-') return decodeBytes(await collect(stdin, maximum)).text;
    const stats = statSync(path);
    if (stats.isDirectory()) throw new InputError('this is a folder. Name the files in it.');
    if (stats.size > maximum) throw tooLarge(formatSize(stats.size), stats.size, maximum);
    return decodeBytes(await collect(createReadStream(path), maximum)).text;
  } catch (error) {
    throw describe(error);
  }
}

async function collect(stream: Readable, maximum: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > maximum) throw tooLarge(`more than ${formatSize(maximum)}`, maximum * 2, maximum);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(size: string, enough: number, maximum: number): InputError {
  const next = `${Math.ceil(enough / 1_000_000)}MB`;
  return new InputError(
    `${size} is over the limit of ${formatSize(maximum)}. Split the document, or raise the limit with --max-size ${next}.`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder. Check the path.',
  ENOTDIR: 'no such file or folder (a part of the path is a file). Check the path.',
  EACCES: 'no permission to read it. Change its permissions, or run as a user who may.',
  EPERM: 'no permission to read it. Change its permissions, or run as a user who may.',
  EISDIR: 'this is a folder. Name the files in it.',
  ELOOP: 'the link leads back to itself. Mend the link.',
  ENAMETOOLONG: 'the name is too long. Check the path.',
};

/** Turns what the system says into reason and fix. */
function describe(error: unknown): ErrataError {
  if (error instanceof ErrataError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    REASONS[code] ?? `cannot be read (${error instanceof Error ? error.message : String(error)}). Check the path.`;
  return new InputError(reason, { cause: error });
}
