import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import yaml, { CORE_SCHEMA } from 'js-yaml';
import { yamlFiles } from '../../src/knowledge/load.ts';

/** What was written. */
export interface LargeKnowledge {
  readonly folder: string;
  readonly facts: number;
  readonly bytes: number;
}

interface File {
  sources?: Record<string, unknown> | null;
  entities?: Record<string, { facts?: Record<string, unknown> } | null> | null;
}

/** Writes whole copies of a knowledge, each but the first with ids of its own, until there are this many facts. */
export function writeLargeKnowledge(from: string, folder: string, atLeast: number): LargeKnowledge {
  mkdirSync(folder, { recursive: true });
  const files = yamlFiles(from).map((path) => ({
    name: basename(path),
    content: (yaml.load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) ?? {}) as File,
  }));
  const ids = new Set(
    files.flatMap(({ content }) => [...Object.keys(content.entities ?? {}), ...Object.keys(content.sources ?? {})]),
  );
  let facts = 0;
  let bytes = 0;
  for (let copy = 0; facts < atLeast; copy++) {
    for (const [index, { name, content }] of files.entries()) {
      facts += countFacts(content);
      const text = yaml.dump(rename(content, ids, copy), { flowLevel: 4, lineWidth: -1, schema: CORE_SCHEMA });
      bytes += Buffer.byteLength(text);
      writeFileSync(join(folder, `${copy}-${index}-${name}`), text);
    }
  }
  return { folder, facts, bytes };
}

function countFacts({ entities }: File): number {
  const values = Object.values(entities ?? {}).flatMap((entity) => Object.values(entity?.facts ?? {}));
  return values.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0);
}

/** The value with every known id (as key or text) marked as of this copy. */
function rename(value: unknown, ids: ReadonlySet<string>, copy: number): unknown {
  const own = (text: string) => (copy > 0 && ids.has(text) ? `${text}-copy-${copy}` : text);
  if (typeof value === 'string') return own(value);
  if (Array.isArray(value)) return value.map((item) => rename(item, ids, copy));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [own(key), rename(item, ids, copy)]));
}
