import type { StoredContradiction } from '../../store/graph-model.ts';
import { BilingualRef } from './bilingual.ts';
import { builder, storeId } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { pageArgs, toConnection } from './connection.ts';
import { pageCost } from './limits.ts';

const ContradictionRef = builder.objectRef<StoredContradiction>('Contradiction').implement({
  description: 'Two claims, of one document or of two, that cannot both hold.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id in the store.' }),
    a: t.expose('a', { type: ClaimRef, description: 'The one claim.' }),
    b: t.expose('b', { type: ClaimRef, description: 'The other.' }),
    explanation: t.expose('explanation', { type: BilingualRef, description: 'Why not both can hold.' }),
  }),
});

export const ContradictionConnection = builder.connectionObject({
  type: ContradictionRef,
  name: 'ContradictionConnection',
  description: 'A page of contradictions.',
});

builder.queryField('contradictions', (t) =>
  t.field({
    type: ContradictionConnection,
    description: 'Claims that cannot both hold.',
    args: {
      ...pageArgs,
      document: t.arg.id({ description: 'Only those in which this document takes part.' }),
      entity: t.arg.id({ description: 'Only those about this entity (id or slug).' }),
    },
    complexity: pageCost,
    resolve: (_, { document, entity, ...page }, { store }) =>
      toConnection(page, (query) =>
        store.listContradictions({
          ...query,
          document: document ? storeId(String(document), 'Document') : undefined,
          entity: entity ? storeId(String(entity), 'Entity') : undefined,
        }),
      ),
  }),
);
