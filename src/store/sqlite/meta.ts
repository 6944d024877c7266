import { z } from 'zod';
import type { Connection } from './connection.ts';

const row = z.object({ value: z.unknown() }).optional();

/** A text that the file notes about itself. */
export function metaText(connection: Connection, key: string): string | undefined {
  const value = row.parse(connection.get('SELECT value FROM meta WHERE key = ?', key))?.value;
  return typeof value === 'string' ? value : undefined;
}

export function setMeta(connection: Connection, key: string, value: string): void {
  connection.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
}

/** Notes that a transaction changes something. */
export function changed(connection: Connection): void {
  connection.run(`UPDATE meta SET value = value + 1 WHERE key = 'revision'`);
}

const versions = z.object({ revision: z.number(), knowledge: z.string().nullable() });

/** The revision, and the version of the knowledge. */
export function readVersions(connection: Connection): z.output<typeof versions> {
  return versions.parse(
    connection.get(
      `SELECT (SELECT value FROM meta WHERE key = 'revision') AS revision, (SELECT value FROM meta WHERE key = 'knowledge') AS knowledge`,
    ),
  );
}
