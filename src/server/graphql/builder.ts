import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import type { GraphContext } from './context.ts';
import { LIMITS } from './limits.ts';

/** What types are made with. Defines none itself; `schema.ts` gathers those of the files beside it. */
export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
}>({
  plugins: [ErrorsPlugin, RelayPlugin, DataloaderPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    nodesOnConnection: { description: 'What the page holds, without the cursors.' },
    idFieldOptions: { description: 'The id that `node` finds it by.' },
    cursorFieldOptions: { description: 'Where it lies in the list; stays true when others come and go.' },
    nodeFieldOptions: { description: 'What lies there.' },
    edgesFieldOptions: { description: 'What the page holds, each with its cursor.' },
    pageInfoFieldOptions: { description: 'Where the page lies in the list.' },
    hasNextPageFieldOptions: { description: 'Whether more follow.' },
    hasPreviousPageFieldOptions: { description: 'Whether the page was asked for with a cursor.' },
    startCursorFieldOptions: { description: 'The cursor of the first entry.' },
    endCursorFieldOptions: { description: 'The cursor of the last entry: pass it as `after` to go on.' },
    defaultEdgeTypeOptions: { description: 'An entry of a page.' },
    nodeTypeOptions: { description: 'Anything with an id that `node` finds again.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    nodeQueryOptions: {
      description: 'What an id stands for: an entity, a fact, a document, a passage, a claim.',
      args: { id: { description: 'A global id.' } },
    },
    nodesQueryOptions: {
      description: 'What several ids stand for, in order.',
      args: { ids: { description: 'Global ids.' } },
      complexity: { field: 1, multiplier: 10 },
    },
    encodeGlobalID: (type, id) => Buffer.from(`${type}:${id}`).toString('base64url'),
    decodeGlobalID: (id) => nodeId(id),
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 1,
    limit: LIMITS,
  },
  errors: { directResult: true, defaultTypes: [] },
});

/** The types that implement `Node`. */
const NODE_TYPES: ReadonlySet<string> = new Set(['Entity', 'Fact', 'Document', 'Passage', 'Claim']);

/** What `node` is to look for. What is no global id is taken for the store's own id of an entity, which need not exist. */
function nodeId(id: string): { typename: string; id: string } {
  const decoded = decodeGlobalId(id);
  return NODE_TYPES.has(decoded.typename) ? decoded : { typename: 'Entity', id };
}

/** Takes a global id apart; what is none comes back as one of no type, which nothing has. */
export function decodeGlobalId(id: string): { typename: string; id: string } {
  const text = Buffer.from(id, 'base64url').toString();
  const at = text.indexOf(':');
  return at > 0 ? { typename: text.slice(0, at), id: text.slice(at + 1) } : { typename: '', id };
}

/** The store's own id: from a global id of this type, or the id itself (`framework/pytorch`). */
export function storeId(id: string, typename: string): string {
  if (id.includes('/')) return id;
  const decoded = decodeGlobalId(id);
  return decoded.typename === typename ? decoded.id : id;
}
