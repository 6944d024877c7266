import type { Connection, Parameter } from './connection.ts';

/** Rows that go to the database at once. */
const SIZE = 500;

/** Rows bound as one JSON text: one call of the driver instead of one a row. `sql` reads them from `json_each(?)`. */
export function insertAll(connection: Connection, sql: string, rows: Iterable<readonly Parameter[]>): void {
  let batch: (readonly Parameter[])[] = [];
  const flush = () => {
    if (batch.length > 0) connection.run(sql, JSON.stringify(batch));
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === SIZE) flush();
  }
  flush();
}

/** `INSERT` of this many columns of each row of a JSON list. */
export function insertion(table: string, columns: string, verb = 'INSERT'): string {
  const values = columns.split(',').map((_, index) => `value ->> ${index}`);
  return `${verb} INTO ${table} (${columns}) SELECT ${values.join(', ')} FROM json_each(?)`;
}
