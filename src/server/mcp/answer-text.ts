import type { Answer } from '../../answer/answer.ts';

/** An answer in words, with its facts, sources and warnings. */
export function answerText({ answer, missing, facts, warnings, related, language }: Answer): string {
  const words = language === 'zh' ? ZH : EN;
  return [
    answer ?? missing?.message ?? words.nothing,
    ...facts.map(({ statement, sources }) => `- ${statement} (${sources.map(({ url }) => url).join(', ')})`),
    ...warnings.map(({ document, quote, correct }) => `! ${document}: “${quote}” → ${correct}`),
    ...(related.length > 0 ? [words.related, ...related.map(({ statement }) => `- ${statement}`)] : []),
  ].join('\n');
}

const EN = { nothing: 'No answer.', related: 'Related:' };
const ZH = { nothing: '没有答案。', related: '相关：' };
