import type { RetrievalError } from './retrieval-error.ts';

/** Something the reader of search results should know, in both languages. */
export interface Note {
  readonly en: string;
  readonly zh: string;
}

export const nothingToFind: Note = {
  en: 'The text has no word to search for. Give a name or a few words.',
  zh: '文本中没有可搜索的词语。请输入名称或几个词。',
};

export const notIndexed: Note = {
  en: 'Found by words and graph only: there are no vectors yet. Make them once with: errata index',
  zh: '仅按词语和图谱查找：尚无向量。请运行一次：errata index',
};

export function notAllIndexed(missing: number, all: number): Note {
  return {
    en: `${missing} of ${all} texts have no vector yet and are found by words and graph only. Make them with: errata index`,
    zh: `${all}条文本中有${missing}条尚无向量，仅按词语和图谱查找。请运行：errata index`,
  };
}

export function noModel({ message }: RetrievalError): Note {
  return { en: `Found by words and graph only: ${message}`, zh: `仅按词语和图谱查找：${message}` };
}
