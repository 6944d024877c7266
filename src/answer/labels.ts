import type { Language } from '../knowledge/model.ts';
import type { Missing } from './answer.ts';

/** The fixed words of answers, in both languages. */
export const YES = { en: 'Yes', zh: '是的' } as const;
export const NO = { en: 'No', zh: '不是' } as const;

const MISSING: Readonly<Record<Missing, Readonly<Record<Language, string>>>> = {
  empty: {
    en: 'There is no question. Ask one, as in: Who created PyTorch?',
    zh: '没有问题。请提一个问题，例如：PyTorch是谁开发的？',
  },
  'too-long': {
    en: 'The question is too long. Ask one thing in a sentence; to check a text, use `errata check`.',
    zh: '问题太长。请用一句话问一件事；要检查文章，请用 errata check。',
  },
  'not-a-question': {
    en: 'This is no question that facts could answer. Ask about a person, framework, model, paper or technique.',
    zh: '这不是能用事实回答的问题。请就人物、框架、模型、论文或技术提问。',
  },
  'unknown-language': { en: 'Ask in English or Chinese.', zh: '请用中文或英文提问。' },
  'unknown-entity': { en: 'The knowledge has no «{}».', zh: '知识库中没有“{}”。' },
  'not-understood': {
    en: 'The question was not understood well enough to answer it safely ({}).',
    zh: '未能可靠地理解这个问题（{}）。',
  },
  'no-fact': {
    en: 'The knowledge holds no fact that answers this ({}).',
    zh: '知识库中没有能回答这个问题的事实（{}）。',
  },
  'no-documents': {
    en: 'No documents have been read yet. Read some with `errata ingest`.',
    zh: '还没有读入任何文档。请先用 errata ingest 读入。',
  },
  conflicting: { en: 'Good sources differ: {}', zh: '可靠来源说法不一：{}' },
};

/** What is missing, in words; `detail` fills the gap. */
export function missingMessage(reason: Missing, language: Language, detail = ''): string {
  const text = MISSING[reason][language];
  if (detail === '') return text.replace(/ ?[(（]\{\}[)）]|«\{\}»|“\{\}”/gu, '').replace('{}', '');
  return text.replace('{}', detail);
}
