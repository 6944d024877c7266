import type { Language } from '../knowledge/model.ts';
import type { Shown } from './report.ts';

/** Every fixed word of the reports, in both languages. */
export interface Labels {
  readonly verdict: Readonly<Record<Shown, string>>;
  readonly verdictHelp: Readonly<Record<Shown, string>>;
  readonly language: string;
  readonly title: string;
  readonly correct: string;
  readonly source: string;
  readonly sources: string;
  readonly evidence: string;
  readonly contradictions: string;
  readonly findings: string;
  readonly nothingFlagged: string;
  readonly nothingRead: string;
  readonly notRead: string;
  readonly noDocuments: string;
  readonly show: string;
  readonly close: string;
  readonly original: string;
  readonly otherStatement: string;
  readonly place: string;
  readonly colon: string;
  readonly stop: string;
  readonly separator: string;
  /** How many findings call for a change. */
  readonly flagged: (count: number) => string;
  /** The parts of the summary, each with its number. */
  readonly counts: Readonly<Record<CountName, (count: number) => string>>;
}

export type CountName =
  | 'documents'
  | 'sentences'
  | 'claims'
  | 'supported'
  | 'refuted'
  | 'conflicting'
  | 'noInformation'
  | 'contradictions';

const plural = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;

const english: Labels = {
  verdict: {
    REFUTED: 'Refuted',
    SUPPORTED: 'Supported',
    CONFLICTING: 'Conflicting sources',
    NOT_ENOUGH_INFO: 'No information',
    CONTRADICTION: 'Contradiction',
  },
  verdictHelp: {
    REFUTED: 'The statement contradicts a sourced fact of the reference knowledge.',
    SUPPORTED: 'A sourced fact of the reference knowledge says the same.',
    CONFLICTING: 'The sources of the reference knowledge disagree with each other here.',
    NOT_ENOUGH_INFO: 'The reference knowledge does not decide this statement.',
    CONTRADICTION: 'Two statements of the text cannot both be true.',
  },
  language: 'English',
  title: 'Errata report',
  correct: 'Correct',
  source: 'Source',
  sources: 'Sources',
  evidence: 'Evidence',
  contradictions: 'Contradictions within the text',
  findings: 'Findings',
  nothingFlagged: 'Nothing to flag.',
  nothingRead: 'No document was checked.',
  notRead: 'Not checked',
  noDocuments: 'no documents',
  show: 'Show',
  close: 'Close',
  original: 'Text',
  otherStatement: 'the other statement',
  place: 'Place',
  colon: ': ',
  stop: '. ',
  separator: ', ',
  flagged: (count) => `${count} to look at`,
  counts: {
    documents: plural('document', 'documents'),
    sentences: plural('sentence', 'sentences'),
    claims: plural('checkable claim', 'checkable claims'),
    supported: (count) => `${count} supported`,
    refuted: (count) => `${count} refuted`,
    conflicting: (count) => `${count} conflicting`,
    noInformation: (count) => `${count} no information`,
    contradictions: plural('contradiction', 'contradictions'),
  },
};

const chinese: Labels = {
  verdict: {
    REFUTED: '有误',
    SUPPORTED: '属实',
    CONFLICTING: '来源不一',
    NOT_ENOUGH_INFO: '信息不足',
    CONTRADICTION: '自相矛盾',
  },
  verdictHelp: {
    REFUTED: '该陈述与参考知识中有出处的事实相抵触。',
    SUPPORTED: '参考知识中有出处的事实与该陈述一致。',
    CONFLICTING: '参考知识的各个来源在这一点上彼此不一致。',
    NOT_ENOUGH_INFO: '参考知识不足以判断该陈述。',
    CONTRADICTION: '文中的两处陈述不可能同时成立。',
  },
  language: '中文',
  title: 'Errata 勘误报告',
  correct: '应为',
  source: '来源',
  sources: '来源',
  evidence: '依据',
  contradictions: '文中自相矛盾之处',
  findings: '检查结果',
  nothingFlagged: '未发现问题。',
  nothingRead: '没有检查任何文档。',
  notRead: '未能检查',
  noDocuments: '没有文档',
  show: '显示',
  close: '关闭',
  original: '原文',
  otherStatement: '另一处陈述',
  place: '位置',
  colon: '：',
  stop: '。',
  separator: '，',
  flagged: (count) => `${count} 处需要留意`,
  counts: {
    documents: (count) => `${count} 篇文档`,
    sentences: (count) => `${count} 个句子`,
    claims: (count) => `${count} 条可核查陈述`,
    supported: (count) => `${count} 条属实`,
    refuted: (count) => `${count} 条有误`,
    conflicting: (count) => `${count} 条来源不一`,
    noInformation: (count) => `${count} 条信息不足`,
    contradictions: (count) => `${count} 处自相矛盾`,
  },
};

const LABELS: Readonly<Record<Language, Labels>> = { en: english, zh: chinese };

export function labelsOf(language: Language): Labels {
  return LABELS[language];
}

/** One sign per verdict, for formats without colour. */
export const MARKS: Readonly<Record<Shown, string>> = {
  REFUTED: '✗',
  SUPPORTED: '✓',
  CONFLICTING: '±',
  NOT_ENOUGH_INFO: '?',
  CONTRADICTION: '⇄',
};
