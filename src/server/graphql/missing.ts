import { Problem } from '../http/problem.ts';

/** What stands where something of an id was asked for and there is none; dataloaders hand it to whoever asked. */
export class Missing extends Problem {}

/** An error in the place of a thing, typed as the thing so that loaders may return either. */
export function missingAs<Thing>(
  what: 'fact' | 'entity' | 'document' | 'passage' | 'claim',
  id: string,
): Thing | Error {
  const zh = { fact: '事实', entity: '实体', document: '文档', passage: '段落', claim: '陈述' }[what];
  return new Missing('NOT_FOUND', {
    status: 404,
    title: { en: `No such ${what}`, zh: `没有该${zh}` },
    detail: {
      en: `There is no ${what} “${id.slice(0, 200)}”. It may have been removed; search for it by its name.`,
      zh: `没有${zh}“${id.slice(0, 200)}”。它可能已被删除，请按名称搜索。`,
    },
  });
}
