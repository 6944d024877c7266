import type { ClaimResult, DocumentResult } from '../../src/assessment/result.ts';
import { plainNames } from '../../src/report/names.ts';
import type { CheckedDocument, ReportOptions } from '../../src/report/report.ts';

/** A small result set for the report tests: invented people, both languages, astral characters, CRLF, overlaps. */

export const ZH_TEXT =
  '# 𠀀林小雨传\r\n\r\n## 生平\r\n\r\n林小雨出生于1985年，她在苏黎世长大。😀她开发了框架“Nebula”。\r\n\r\n- 林小雨没有写过书。\r\n- Nebula是甲公司开发的。\r\n- Nebula是乙公司开发的。\r\n';

export const EN_TEXT = 'Ada Byte wrote Loop in 1999. Loop is a <b>library</b> & more [1].\nAda Byte lives in Bern.\n';

/** Builds a claim whose span is where its quote stands in the text. */
export function claim(text: string, quote: string, rest: Partial<ClaimResult>): ClaimResult {
  const start = text.indexOf(quote);
  return {
    quote,
    start,
    end: start + quote.length,
    subject: 'person/x',
    predicate: 'author',
    object: 'x',
    negated: false,
    verdict: 'NOT_ENOUGH_INFO',
    confidence: 0.9,
    layer: 'phrasing',
    explanation: { en: 'Nothing is known.', zh: '没有相关事实。' },
    evidence: [],
    language: 'zh',
    section: [],
    ...rest,
  };
}

const zhClaims: ClaimResult[] = [
  claim(ZH_TEXT, '林小雨出生于1985年', {
    subject: 'person/lin-xiaoyu',
    predicate: 'birthDate',
    object: '1985年',
    verdict: 'REFUTED',
    correction: '1986年10月23日',
    explanation: {
      en: 'Lin Xiaoyu was born on 23 October 1986, not in 1985.',
      zh: '林小雨出生于1986年10月23日，而不是1985年。',
    },
    evidence: [
      {
        factId: 'person/lin-xiaoyu.birthDate.1986-10-23',
        statement: '林小雨出生于1986年10月23日。',
        sources: [{ url: 'https://example.org/lin', title: '林小雨主页' }],
      },
    ],
    section: ['𠀀林小雨传', '生平'],
  }),
  claim(ZH_TEXT, '她在苏黎世长大', {
    subject: 'person/lin-xiaoyu',
    predicate: 'residence',
    object: 'place/zurich',
    section: ['𠀀林小雨传', '生平'],
  }),
  claim(ZH_TEXT, '她开发了框架“Nebula”', {
    subject: 'framework/nebula',
    predicate: 'creator',
    object: 'person/lin-xiaoyu',
    verdict: 'SUPPORTED',
    explanation: { en: 'Lin Xiaoyu created Nebula.', zh: '林小雨开发了Nebula。' },
    section: ['𠀀林小雨传', '生平'],
  }),
  claim(ZH_TEXT, '林小雨没有写过书', {
    negated: true,
    verdict: 'REFUTED',
    correction: '《雨》',
    explanation: { en: 'Lin Xiaoyu wrote "Rain".', zh: '林小雨写过《雨》。' },
    section: ['𠀀林小雨传', '生平'],
  }),
  claim(ZH_TEXT, 'Nebula是甲公司开发的', {
    predicate: 'developer',
    object: 'organisation/a',
    verdict: 'CONFLICTING',
    explanation: { en: 'The sources disagree.', zh: '来源说法不一。' },
    section: ['𠀀林小雨传', '生平'],
  }),
  claim(ZH_TEXT, 'Nebula是乙公司开发的', {
    predicate: 'developer',
    object: 'organisation/b',
    section: ['𠀀林小雨传', '生平'],
  }),
];

export const zhResult: DocumentResult = {
  document: 'docs/林小雨 传.md',
  language: 'zh',
  sentences: 6,
  claims: zhClaims,
  contradictions: [{ a: 4, b: 5, explanation: { en: 'Two developers.', zh: '两处开发者不同。' } }],
};

export const enResult: DocumentResult = {
  document: '<img src=x onerror=alert(1)>.txt',
  language: 'en',
  sentences: 3,
  claims: [
    claim(EN_TEXT, 'Ada Byte wrote Loop in 1999', {
      subject: 'person/ada-byte',
      predicate: 'author',
      object: '1999',
      verdict: 'REFUTED',
      correction: '2001',
      explanation: { en: 'Loop is from 2001 <script>alert(1)</script>.', zh: 'Loop 发表于2001年。' },
      evidence: [
        {
          factId: 'book/loop.publicationDate.2001',
          statement: 'Loop was published in 2001.',
          sources: [
            { url: 'javascript:alert(1)', title: 'Bad "source"' },
            { url: 'https://example.org/loop?a=1&b=2', title: 'Loop [home]' },
          ],
        },
      ],
      language: 'en',
    }),
    claim(EN_TEXT, 'Ada Byte wrote Loop', {
      subject: 'person/ada-byte',
      object: 'book/loop',
      verdict: 'SUPPORTED',
      explanation: { en: 'Ada Byte wrote Loop.', zh: 'Loop 是 Ada Byte 所著。' },
      language: 'en',
    }),
    claim(EN_TEXT, 'Loop is a <b>library</b>', { predicate: 'isA', object: 'kind/library', language: 'en' }),
  ],
  contradictions: [],
};

export const zhDocument: CheckedDocument = { result: zhResult, text: ZH_TEXT };
export const enDocument: CheckedDocument = { result: enResult, text: EN_TEXT };
export const documents: readonly CheckedDocument[] = [zhDocument, enDocument];

export const options: ReportOptions = {
  language: 'auto',
  color: false,
  version: '1.2.3',
  names: plainNames,
  failures: [],
};
