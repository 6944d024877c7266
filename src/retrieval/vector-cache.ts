import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { storageError } from './retrieval-error.ts';

const KEY_BYTES = 16;
const CHECK_BYTES = 4;

/** The key of a text: the first 128 bits of its SHA-256, in hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, KEY_BYTES * 2);
}

/**
 * Vectors by the hash of their text, of one model: a file of fixed records (hash, little-endian 32-bit floats, checksum) that only grows.
 * What follows the first damaged or incomplete record is not used, and cut off before more is written.
 */
export class VectorCache {
  private readonly path: string;
  private readonly dimension: number;
  private vectors: Map<string, Float32Array> | undefined;

  constructor(path: string, dimension: number) {
    this.path = path;
    this.dimension = dimension;
  }

  get(hash: string): Float32Array | undefined {
    return this.all().get(hash);
  }

  get size(): number {
    return this.all().size;
  }

  /** Keeps vectors on disk. @throws RetrievalError where they cannot be written; nothing half-written is ever read. */
  put(entries: readonly (readonly [hash: string, vector: Float32Array])[]): void {
    const vectors = this.all();
    const fresh = entries.filter(([hash]) => !vectors.has(hash));
    if (fresh.length === 0) return;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      appendFileSync(this.path, Buffer.concat(fresh.map(([hash, vector]) => this.record(hash, vector))));
    } catch (cause) {
      this.vectors = undefined;
      throw storageError(this.path, cause);
    }
    for (const [hash, vector] of fresh) vectors.set(hash, vector);
  }

  private all(): Map<string, Float32Array> {
    this.vectors ??= this.read();
    return this.vectors;
  }

  private read(): Map<string, Float32Array> {
    const vectors = new Map<string, Float32Array>();
    try {
      if (!existsSync(this.path)) return vectors;
      const bytes = readFileSync(this.path);
      const length = KEY_BYTES + this.dimension * 4 + CHECK_BYTES;
      let at = 0;
      for (; at + length <= bytes.length; at += length) {
        const record = bytes.subarray(at, at + length);
        if (!isWhole(record)) break;
        vectors.set(record.toString('hex', 0, KEY_BYTES), vectorIn(record));
      }
      if (at < bytes.length) truncateSync(this.path, at);
      return vectors;
    } catch (cause) {
      throw storageError(this.path, cause);
    }
  }

  private record(hash: string, vector: Float32Array): Buffer {
    const floats = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    const body = Buffer.concat([Buffer.from(hash, 'hex'), floats]);
    return Buffer.concat([body, checksum(body)]);
  }
}

function vectorIn(record: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(record.subarray(KEY_BYTES, -CHECK_BYTES)).buffer);
}

function isWhole(record: Buffer): boolean {
  return checksum(record.subarray(0, -CHECK_BYTES)).equals(record.subarray(-CHECK_BYTES));
}

function checksum(body: Buffer): Buffer {
  return createHash('sha1').update(body).digest().subarray(0, CHECK_BYTES);
}
