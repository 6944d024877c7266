import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ingestion } from '../../src/ingestion/ingestion.ts';
import type { Page } from '../../src/store/graph-answers.ts';
import type { DocumentRows, KnowledgeRows, StoredClaim } from '../../src/store/graph-model.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { toKnowledgeRows } from '../../src/store/knowledge-rows.ts';
import type { StoreSettings } from '../../src/store/open-store.ts';
import { toDocumentRows } from '../../src/store/to-graph.ts';
import { engine, world } from '../fixtures/world.ts';

/** Where an adapter keeps a graph: empty when made. `settings` are what `openStore` and other processes open it with. */
export interface Place {
  readonly settings: StoreSettings;
  /** Removes everything. Called after the store was closed. */
  dispose(): Promise<void>;
  /** What the engine itself shows, past the store: equal graphs show the same. */
  raw?(): Promise<unknown>;
}

export type MakePlace = () => Promise<Place>;

export const NOON = new Date('2026-11-27T12:00:00.000Z');
export const CHECKER = '1.0.0';

/** The invented world's knowledge. */
export const worldRows: KnowledgeRows = toKnowledgeRows(world);

/** A document of the invented world, checked. */
export function rowsOf(name: string, text: string, { at = NOON, checkerVersion = CHECKER } = {}): DocumentRows {
  const examination = engine.examine({ name, text, format: 'markdown' });
  return toDocumentRows(examination, world, {
    knowledgeVersion: worldRows.version,
    checkerVersion,
    at: at.toISOString(),
  });
}

/** Brings things into a store with a clock that stands still. */
export function ingestionInto(store: GraphStore): Ingestion {
  return new Ingestion(engine, store, { checkerVersion: CHECKER, now: () => NOON });
}

/** What a list holds, page by page. */
export async function all<T>(list: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await list(after);
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

/** Everything that a graph holds, in a fixed order: equal graphs have equal snapshots. */
export async function snapshot(store: GraphStore) {
  const documents = await all((after) => store.listDocuments({ after, limit: 3 }));
  return {
    knowledge: (await store.version()).knowledge,
    predicates: await store.predicates(),
    entities: await all((after) => store.listEntities({ after, vocabulary: true })),
    facts: await all((after) => store.listFacts({ after, deprecated: true })),
    sources: await all((after) => store.listSources({ after })),
    documents: await Promise.all(documents.map(({ id }) => store.document(id))),
    history: await Promise.all(documents.map(({ id }) => store.history(id))),
    contradictions: await all((after) => store.listContradictions({ after })),
    statistics: await store.statistics(),
    uncompared: await store.uncompared(),
  };
}

/** Where two snapshots differ, with what stands there: the whole would be too long to be shown. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return [`${path}: ${JSON.stringify(a)} instead of ${JSON.stringify(b)}`];
  const entries = (value: object) => new Map(value instanceof Map ? value : Object.entries(value));
  const [ours, theirs] = [entries(a), entries(b)];
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  return keys.flatMap((key) => differences(ours.get(key), theirs.get(key), `${path}/${String(key)}`)).slice(0, 10);
}

export const SENTENCES = [
  'Ada Byte was born in 1986.',
  'Ada Byte was born in 1985.',
  'Ada Byte was born in Nibbleton.',
  '艾达·拜特出生于比特城。',
  '火炬框架由环宇公司开发。',
  'Torchlet was developed by Acme Research.',
  'Torchlet was released in 2016.',
  'Carl Codd founded Acme Labs.',
  'Finn Phi founded Acme Labs.',
  'Ada Byte joined Globex in 2020.',
  'Zeta-3 was developed by Acme Labs.',
  'Eve Epsilon was born in 1950.',
] as const;

/** Documents that agree and disagree with the knowledge and with each other; always the same ones. */
export function manyDocuments(count: number): { name: string; text: string; format: 'markdown' }[] {
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = SENTENCES.filter((_sentence, at) => (at * 7 + index * 5) % 4 < 2);
    return {
      name: `docs/${String(index).padStart(3, '0')}.md`,
      text: `# Part ${index}\n\n${paragraphs.join('\n\n')}\n`,
      format: 'markdown',
    };
  });
}

/** The one claim of these that satisfies a condition. */
export function theClaim(claims: readonly StoredClaim[], condition: (claim: StoredClaim) => boolean): StoredClaim {
  const [claim, ...others] = claims.filter(condition);
  if (claim && others.length === 0) return claim;
  throw new Error(`${others.length + (claim ? 1 : 0)} claims of ${claims.length} satisfy the condition`);
}

export const CORPUS = fileURLToPath(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url));
export const corpusText = () => readFileSync(CORPUS, 'utf8');
