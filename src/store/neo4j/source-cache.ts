import type { Source } from '../../knowledge/model.ts';
import type { StoredFact } from '../graph-model.ts';
import type { Row, Run } from './connection.ts';

/** A fact as kept: its sources by key. */
type PackedFact = Omit<StoredFact, 'sources'> & { readonly sources: readonly string[] };

/** More are not kept in memory. */
const MOST = 50_000;

/** Sources by key. A key stands for one content for ever, so what is here is never out of date. */
export class SourceCache {
  private readonly sources = new Map<string, Source>();
  /** Whether all were asked for once, so that few look-ups need a second round trip. */
  private filled = false;

  /** Unpacks facts from their `body`, and fetches the sources that are not here yet. */
  async facts(run: Run, bodies: readonly string[]): Promise<StoredFact[]> {
    const packed = bodies.map((body) => JSON.parse(body) as PackedFact);
    await this.fetch(run, packed);
    return packed.map((fact) => ({ ...fact, sources: fact.sources.flatMap((key) => this.sources.get(key) ?? []) }));
  }

  private async fetch(run: Run, facts: readonly PackedFact[]): Promise<void> {
    const missing = () => [...new Set(facts.flatMap(({ sources }) => sources.filter((key) => !this.sources.has(key))))];
    if (!this.filled && missing().length > 0) {
      this.filled = true;
      this.keep(await run(`MATCH (s:Source) ${KEPT} LIMIT toInteger($most)`, { most: MOST }));
    }
    const keys = missing();
    if (keys.length === 0) return;
    if (this.sources.size > MOST) this.sources.clear();
    const ids = [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('#'))))];
    this.keep(await run(`UNWIND $ids AS id MATCH (s:Source {id: id}) ${KEPT}`, { ids }));
  }

  private keep(rows: readonly Row[]): void {
    for (const row of rows) this.sources.set(row.get('key'), JSON.parse(row.get('body')) as Source);
  }
}

const KEPT = 'RETURN s.key AS key, s.body AS body';
