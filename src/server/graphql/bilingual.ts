import type { Bilingual } from '../../assessment/result.ts';
import { builder } from './builder.ts';

export const BilingualRef = builder.objectRef<Bilingual>('Bilingual').implement({
  description: 'The same text in English and Chinese.',
  fields: (t) => ({
    en: t.exposeString('en', { description: 'In English.' }),
    zh: t.exposeString('zh', { description: '中文。' }),
  }),
});
