import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../contract/support.ts';

/** A fresh data folder. */
export async function makePlace(): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), 'errata-graph-'));
  return { settings: { data }, dispose: async () => rmSync(data, { recursive: true, force: true }) };
}
