import type { StoredPassage } from '../../store/graph-model.ts';
import { builder } from './builder.ts';
import { DocumentRef } from './document.ts';
import { LanguageRef } from './language.ts';
import { missingAs } from './missing.ts';

export const PassageRef = builder.loadableNodeRef('Passage', {
  id: { resolve: (passage: StoredPassage) => passage.id },
  load: async (ids: string[], { store }) => {
    const passages = await store.passages(ids);
    return ids.map((id) => passages.get(id) ?? missingAs<StoredPassage>('passage', id));
  },
});

PassageRef.implement({
  description: 'A paragraph, heading, list item, quote, table row or code block of a document.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What it says, markup removed.' }),
    kind: t.exposeString('kind', {
      description: '`heading`, `paragraph`, `list-item`, `quote`, `table-row` or `code`.',
    }),
    index: t.exposeInt('index', { description: 'Its place in the document, counting from 0.' }),
    start: t.exposeInt('start', { description: 'Where it begins: UTF-16 offset in the text of the document.' }),
    end: t.exposeInt('end', { description: 'Where it ends: UTF-16 offset, exclusive.' }),
    language: t.expose('language', { type: LanguageRef, description: 'The language it is in.' }),
    section: t.exposeStringList('section', { description: 'The headings above it, outermost first.' }),
    document: t.field({ type: DocumentRef, description: 'Where it stands.', resolve: ({ documentId }) => documentId }),
  }),
});

export const PassageConnection = builder.connectionObject({
  type: PassageRef,
  name: 'PassageConnection',
  description: 'A page of passages.',
});
