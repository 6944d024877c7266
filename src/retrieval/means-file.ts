import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type MeansData, meansSchema } from './language-means.ts';
import { storageError } from './retrieval-error.ts';

/** The means kept in a file; undefined where there is none or it is damaged. */
export function readMeans(path: string): MeansData | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return meansSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** @throws RetrievalError where the file cannot be written. */
export function writeMeans(path: string, means: MeansData): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, JSON.stringify(means));
    renameSync(`${path}.tmp`, path);
  } catch (cause) {
    throw storageError(path, cause);
  }
}
