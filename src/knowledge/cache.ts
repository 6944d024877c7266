import { createHash, type Hash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { pack, type ReadKnowledge, unpack } from './pack.ts';

/** A file's bytes, with its name as far as it matters. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How many cached knowledges are kept: the latest ones. */
const KEPT = 8;
/** Below this many bytes reading anew is as fast. */
const SMALLEST = 64_000;
const NEWLINE = 10;
const DIGEST_LENGTH = 40;

/**
 * Knowledge as read, kept between runs. An entry goes by a hash of every byte that it was made from, of the files' names
 * and of this folder's code, so a stale one is never found; its last line is a checksum of the rest, so a damaged one is
 * never used. A cache that cannot be read or written is no error: the knowledge is then read from its files.
 */
export class KnowledgeCache {
  private readonly folder: string;
  private readonly smallest: number;

  /** `smallest`: total bytes below which nothing is cached (default 64,000). */
  constructor(folder: string, options: { readonly smallest?: number } = {}) {
    this.folder = folder;
    this.smallest = options.smallest ?? SMALLEST;
  }

  /** The cache where `ERRATA_CACHE` or the defaults say; undefined where it is off or no folder can be written. */
  static usual(): KnowledgeCache | undefined {
    const folder = cacheFolder();
    return folder === undefined ? undefined : new KnowledgeCache(folder);
  }

  /** The entry made from exactly these files by this code. */
  read(key: string): ReadKnowledge | undefined {
    try {
      return unpack(checkedLines(readFileSync(this.path(key)), key));
    } catch {
      return undefined;
    }
  }

  /** Keeps knowledge that was read without errors. Readers see the whole entry or none. */
  write(key: string, knowledge: ReadKnowledge): void {
    const draft = join(this.folder, `${randomUUID()}.tmp`);
    try {
      writeLines(draft, key, pack(knowledge));
      renameSync(draft, this.path(key));
      this.prune();
    } catch {
      rmSync(draft, { force: true });
    }
  }

  /** Whether these files are many enough to be cached. */
  isWorth(files: readonly FileBytes[]): boolean {
    return files.reduce((sum, { bytes }) => sum + bytes.length, 0) >= this.smallest;
  }

  private path(key: string): string {
    return join(this.folder, `knowledge-${key}.jsonl`);
  }

  private prune(): void {
    const aged = (name: string) => ({ path: join(this.folder, name), time: statSync(join(this.folder, name)).mtimeMs });
    const names = readdirSync(this.folder);
    const entries = names.filter((name) => /^knowledge-.*\.jsonl$/u.test(name)).map(aged);
    const surplus = entries.sort((a, b) => b.time - a.time).slice(KEPT);
    const hourAgo = Date.now() - 3_600_000;
    const left = names
      .filter((name) => name.endsWith('.tmp'))
      .map(aged)
      .filter(({ time }) => time < hourAgo);
    for (const { path } of [...surplus, ...left]) rmSync(path, { force: true });
  }
}

/** The key of knowledge made from these files (in this order) by this code. */
export function cacheKey(files: readonly FileBytes[]): string {
  const hash = createHash('sha256');
  for (const file of readerCode()) addFile(hash, file);
  for (const file of files) addFile(hash, file);
  return hash.digest('hex');
}

function addFile(hash: Hash, { name, bytes }: FileBytes): void {
  hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
}

/** The code that reads, and the package's list of what it depends on: a changed reader may read the same files otherwise. */
function readerCode(): FileBytes[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => /(?<!\.d)\.[jt]s$/u.test(name))
    .sort();
  const manifest = fileURLToPath(new URL('../../package.json', import.meta.url));
  return [...names.map((name) => join(folder, name)), manifest].map((path) => ({
    name: basename(path),
    bytes: readFileSync(path),
  }));
}

function writeLines(path: string, key: string, lines: Iterable<string>): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    const hash = createHash('sha1');
    const put = (line: string) => {
      const bytes = Buffer.from(`${line}\n`);
      hash.update(bytes);
      writeSync(file, bytes);
    };
    put(key);
    for (const line of lines) put(line);
    writeSync(file, hash.digest('hex'));
  } finally {
    closeSync(file);
  }
}

/** The lines between key and checksum, one after the other: all at once would take twice the memory. @throws Error where either is wrong. */
function* checkedLines(bytes: Buffer, key: string): Generator<string> {
  const body = bytes.subarray(0, -DIGEST_LENGTH);
  const digest = bytes.subarray(-DIGEST_LENGTH).toString('latin1');
  if (createHash('sha1').update(body).digest('hex') !== digest) throw new Error('the cached knowledge is damaged');
  for (let start = 0, first = true; start < body.length; first = false) {
    const end = body.indexOf(NEWLINE, start);
    const line = body.toString('utf8', start, end);
    if (!first) yield line;
    else if (line !== key) throw new Error('the cached knowledge is of other files');
    start = end + 1;
  }
}
