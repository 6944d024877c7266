import type { Source } from '../../knowledge/model.ts';
import type { StoredFact } from '../graph-model.ts';
import type { Run } from './connection.ts';

/** A fact as kept: its sources by key. */
type PackedFact = Omit<StoredFact, 'sources'> & { readonly sources: readonly string[] };

/** More are not kept in memory. */
const MOST = 100_000;

/** Sources by key. A key stands for one content for ever, so what is here is never out of date. */
export class SourceCache {
  private readonly sources = new Map<string, Source>();

  /** Unpacks facts from their `body`, and fetches the sources that are not here yet. */
  async facts(run: Run, bodies: readonly string[]): Promise<StoredFact[]> {
    const packed = bodies.map((body) => JSON.parse(body) as PackedFact);
    await this.fetch(run, packed);
    return packed.map((fact) => ({ ...fact, sources: fact.sources.flatMap((key) => this.sources.get(key) ?? []) }));
  }

  private async fetch(run: Run, facts: readonly PackedFact[]): Promise<void> {
    const keys = new Set(facts.flatMap(({ sources }) => sources.filter((key) => !this.sources.has(key))));
    if (keys.size === 0) return;
    if (this.sources.size > MOST) this.sources.clear();
    const ids = [...keys].map((key) => key.slice(0, key.lastIndexOf('#')));
    const rows = await run('UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN s.key AS key, s.body AS body', { ids });
    for (const row of rows) this.sources.set(row.get('key'), JSON.parse(row.get('body')) as Source);
  }
}
