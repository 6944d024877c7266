import type { Bytes, Connection, Parameter } from './connection.ts';

/**
 * Inserts rows one by one: binding each row's values is as fast as binding many rows at once, and faster than reading them from
 * one JSON text. Call it within a transaction.
 */
export function insertAll(connection: Connection, sql: string, rows: Iterable<readonly (Parameter | Bytes)[]>): void {
  for (const row of rows) connection.run(sql, ...row);
}

/** `INSERT` of one row of these columns. */
export function insertion(table: string, columns: string, verb = 'INSERT'): string {
  return `${verb} INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/gu, '?')})`;
}
