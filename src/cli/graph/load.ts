import { addedKnowledge, dataFolder } from '../../settings.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { addKnowledge } from './add-knowledge.ts';
import { counted, type GraphFlags, loadIngestion, print, withGraph } from './graph.ts';

/**
 * Makes the knowledge in use the graph's. Files that are given are first checked together with the rest and added to the
 * data folder, from where every later command reads them. @throws KnowledgeError with all mistakes, before anything changes.
 */
export async function load(files: readonly string[], flags: GraphFlags, context: Context): Promise<ExitCode> {
  const folder = addedKnowledge(dataFolder(flags, context.environment));
  const added = files.length === 0 ? [] : addKnowledge(files, { folder, flags, environment: context.environment });
  const makeIngestion = await loadIngestion(flags, context);
  const result = await withGraph(flags, context, async (store) => {
    const changed = await makeIngestion(store).loadKnowledge();
    const { knowledge: version } = await store.version();
    const { entities, facts, sources } = await store.statistics();
    return { changed, version, entities, facts, sources, outdated: (await store.status()).outdated, added };
  });
  await print(flags, context, { json: result, text: describe(result) });
  return EXIT.ok;
}

interface Loaded {
  readonly changed: boolean;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly outdated: number;
  readonly added: readonly string[];
}

function describe({ changed, entities, facts, sources, outdated, added }: Loaded): string {
  const files = added.map((file) => `added      ${file}\n`).join('');
  const what = `${counted(entities, 'entity', 'entities')}, ${counted(facts, 'fact')}, ${counted(sources, 'source')}`;
  const due =
    outdated > 0
      ? `${counted(outdated, 'document')} assessed with another knowledge: run 'errata reassess' to see which verdicts change.\n`
      : '';
  return `${files}${changed ? 'loaded' : 'unchanged'}: ${what}\n${due}`;
}
