import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ingestion } from '../../ingestion/ingestion.ts';
import { packageVersion, settingsFrom } from '../../settings.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openStore, storeSettings } from '../../store/open-store.ts';
import type { StoreError } from '../../store/store-error.ts';
import { type Context, complain, write } from '../context.ts';
import type { KnowledgeFlags } from '../options.ts';

/** Flags of the commands that work on the graph. */
export interface GraphFlags extends KnowledgeFlags {
  readonly data?: string;
  readonly format: 'text' | 'json';
}

/**
 * Opens the graph, works on it and closes it, whatever happens. A server that goes away meanwhile is waited for, which is said
 * once. @throws StoreError naming the fix.
 */
export async function withGraph<T>(
  flags: GraphFlags,
  context: Context,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  let said = false;
  const onWait = ({ message }: StoreError) => {
    if (!said) void complain(context, 'waiting', `${message} What was begun goes on as soon as it answers.`);
    said = true;
  };
  const store = await openStore(storeSettings(flags, context.environment), { onWait });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Works with the graph where there is one; asking for it makes none. @throws StoreError naming the fix. */
export async function withGraphIfThere<T>(
  flags: Pick<GraphFlags, 'data'>,
  { environment }: Context,
  work: (store: GraphStore | undefined) => Promise<T>,
): Promise<T> {
  const settings = storeSettings(flags, environment);
  if (!settings.neo4j && !existsSync(join(settings.data, 'graph.sqlite'))) return work(undefined);
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Loads the engine, and says how to bring things into a graph with it. */
export async function loadIngestion(flags: GraphFlags, context: Context): Promise<(store: GraphStore) => Ingestion> {
  const engine = await context.loadEngine(settingsFrom(flags, context.environment));
  return (store) => new Ingestion(engine, store, { checkerVersion: packageVersion() });
}

/** Prints as JSON or as text, as the flags say. */
export async function print(flags: GraphFlags, context: Context, { json, text }: { json: unknown; text: string }) {
  await write(context.stdout, flags.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : text);
}

/** «1 claim», «2 claims». */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
