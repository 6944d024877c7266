import { expect, it } from 'vitest';
import { Phrases } from '../../src/claims/phrases.ts';

const phrases = new Phrases(['deep learning', 'deep learning model', 'ok', '训练', '训练样本']);

it('finds the longest phrase at a place', () => {
  expect(phrases.longestAt('a deep learning model', 2)).toBe('deep learning model');
  expect(phrases.longestAt('a deep learning method', 2)).toBe('deep learning');
  expect(phrases.longestAt('用训练样本', 1)).toBe('训练样本');
  expect(phrases.longestAt('用训练集', 1)).toBe('训练');
  expect(phrases.longestAt('用训', 1)).toBeUndefined();
});

it('finds phrases without Chinese characters between word borders only', () => {
  expect(phrases.longestAt('it is ok.', 6)).toBe('ok');
  expect(phrases.longestAt('look', 2)).toBeUndefined();
  expect(phrases.longestAt('token', 1)).toBeUndefined();
  expect(phrases.longestAt('预训练了', 1)).toBe('训练');
});
