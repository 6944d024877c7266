import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Place } from '../../contract/support.ts';

/** A fresh data folder. */
export async function makePlace(): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), 'errata-graph-'));
  return {
    settings: { data },
    dispose: async () => rmSync(data, { recursive: true, force: true }),
    raw: async () => tablesOf(join(data, 'graph.sqlite')),
  };
}

/** What the engine says of the file's health, and how many rows each table holds. */
function tablesOf(file: string): unknown {
  const database = new Database(file);
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all([]);
    const names = tables.map((row) => (row as { name: string }).name).filter((name) => !name.includes('_fulltext_'));
    const count = (name: string) =>
      (database.prepare(`SELECT count(*) AS rows FROM ${name}`).get([]) as { rows: number }).rows;
    return {
      health: database.prepare('PRAGMA integrity_check').pluck().all([]),
      rows: Object.fromEntries(names.map((name) => [name, count(name)])),
    };
  } finally {
    database.close();
  }
}
