import type { Source } from '../../knowledge/model.ts';
import { builder } from './builder.ts';
import { pageArgs, toConnection } from './connection.ts';
import { pageCost } from './limits.ts';

export const SourceRef = builder.objectRef<Source>('Source').implement({
  description: 'Where facts come from: a page, a paper, a book.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its name in the knowledge files.' }),
    url: t.exposeString('url', { description: 'Its address.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it.' }),
    kind: t.exposeString('kind', {
      description: '`primary`: who it is about says so; `secondary`: an encyclopedia, a book, the news.',
    }),
    read: t.exposeString('read', { nullable: true, description: 'When it was read, as in 2026-01.' }),
  }),
});

const SourceConnection = builder.connectionObject({
  type: SourceRef,
  name: 'SourceConnection',
  description: 'A page of sources.',
});

builder.queryField('sources', (t) =>
  t.field({
    type: SourceConnection,
    description: 'All sources, in the order of their ids.',
    args: pageArgs,
    complexity: pageCost,
    resolve: (_, args, { store }) => toConnection(args, (page) => store.listSources(page)),
  }),
);
