import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../import-error.ts';

const NEWLINE = 10;
const GZIP = [0x1f, 0x8b];
const BZIP2 = 'BZh';
/** The longest line read; the largest items of Wikidata have about 4 MB. */
const LONGEST = 256_000_000;

export interface LineOptions {
  /** Called with the bytes of the file read since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Called where the stream breaks off: everything before it has been handed out. */
  readonly onCut?: (reason: string) => void;
}

/**
 * The lines of a file or stream as bytes, gunzipped where it is gzip, without the line break. Memory: one chunk and one
 * line. A compressed stream that is cut or damaged ends early and is reported; its last, incomplete line is not handed out.
 */
export async function* readLines(
  input: string | Readable,
  { onBytes, onCut }: LineOptions = {},
): AsyncGenerator<Buffer> {
  const raw = typeof input === 'string' ? createReadStream(input, { highWaterMark: 1 << 20 }) : input;
  let pending: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpack(raw, onBytes)) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const piece = chunk.subarray(from, at);
        yield pending.length === 0 ? piece : Buffer.concat([...pending, piece]);
        pending = [];
        size = 0;
        from = at + 1;
      }
      if (from === chunk.length) continue;
      pending.push(chunk.subarray(from));
      size += chunk.length - from;
      if (size > LONGEST)
        throw new ImportError('a line is longer than 256 MB. Is it a Wikidata dump (one item a line)?');
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    onCut?.(`the compressed file is cut off or damaged (${error.message})`);
    return;
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

async function* unpack(raw: Readable, onBytes: ((bytes: number) => void) | undefined): AsyncGenerator<Buffer> {
  const chunks = counted(raw, onBytes);
  const first = await chunks.next();
  if (first.done) return;
  const head = first.value;
  if (head.subarray(0, 3).toString('latin1') === BZIP2) {
    throw new ImportError(
      'bzip2 is not read. Unpack it into this command: bunzip2 -c FILE | errata import wikidata - …',
    );
  }
  if (head[0] !== GZIP[0] || head[1] !== GZIP[1]) {
    yield head;
    yield* chunks;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  // A failure on either side ends the loop below.
  pipeline(Readable.from(prepend(head, chunks)), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Buffer;
}

async function* prepend(head: Buffer, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* chunks;
}

async function* counted(raw: Readable, onBytes: ((bytes: number) => void) | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of raw) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    onBytes?.(bytes.length);
    yield bytes;
  }
}

function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^Z_|ERR_STREAM_PREMATURE_CLOSE/u.test(String(error.code));
}
