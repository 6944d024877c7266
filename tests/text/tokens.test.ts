import { expect, it } from 'vitest';
import { tokensOf } from '../../src/text/tokens.ts';

it('meets different forms of an English word in one stem', () => {
  expect(tokensOf('Developed')).toEqual(tokensOf('develops'));
});

it('finds a compound name whole and in parts', () => {
  expect(tokensOf('GPT-3')).toEqual(['gpt3', 'gpt', '3']);
  expect(tokensOf('GPT3')).toEqual(['gpt3', 'gpt', '3']);
});

it('keeps the signs that belong to a name', () => {
  expect(tokensOf('C++')).not.toEqual(tokensOf('C'));
});

it('splits Chinese into neighbouring pairs, broken at function characters', () => {
  expect(tokensOf('反向传播的作者')).toEqual(['反向', '向传', '传播', '作者']);
});

it('does not tell Traditional from Simplified, full width from half', () => {
  expect(tokensOf('機器學習ＡＩ')).toEqual(tokensOf('机器学习AI'));
});

it('has nothing of a text without words', () => {
  expect(tokensOf('… ?! 的 the')).toEqual([]);
});
