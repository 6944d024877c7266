import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchTerms, toTokens } from '../../src/store/full-text.ts';

const HAN = [...'深度学习神经网络模型框架开发者数据繁體'];
const han = (minLength: number) => fc.string({ unit: fc.constantFrom(...HAN), minLength, maxLength: 12 });

/** Whether a text holds all terms of a query, as an index of its tokens finds it. */
function finds(text: string, query: string): boolean {
  const tokens = toTokens(text).split(' ');
  return searchTerms(query).every((term) =>
    tokens.some((_token, at) =>
      term.tokens.every((wanted, index) => {
        const token = tokens[at + index] ?? '';
        return term.beginning && index === term.tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
      }),
    ),
  );
}

it('finds every part of one or more characters of a Chinese text', () => {
  fc.assert(fc.property(han(0), han(1), han(0), (before, part, after) => finds(`${before}${part}${after}`, part)));
});

it('finds no Chinese text that does not hold the characters side by side', () => {
  fc.assert(
    fc.property(han(2), han(2), (text, query) => {
      const [plain, wanted] = [text, query].map((value) => value.replaceAll('體', '体'));
      expect(finds(text, query)).toBe((plain ?? '').includes(wanted ?? ''));
    }),
  );
});

it('finds words from their beginning, whatever their case, width and accents', () => {
  expect(finds('PyTorch 2.0, naïve Bayes', 'ｐｙｔｏｒ NAIVE bay 2')).toBe(true);
  expect(finds('nai\u0308ve', 'naive')).toBe(true);
  expect(finds('PyTorch', 'torch')).toBe(false);
  expect(finds('深度学习 with PyTorch', 'pytorch 学习')).toBe(true);
});

it('makes tokens of letters and digits only, so that the index takes each as one word', () => {
  const word = /^[\p{Letter}\p{Number}]+$/u;
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const property = fc.property(text, (given) => {
    const tokens = [...toTokens(given).split(' '), ...searchTerms(given).flatMap((term) => term.tokens)];
    return tokens.every((token) => token === '' || word.test(token));
  });
  fc.assert(property, { numRuns: 300, examples: [['⺀'], ['〇々ー'], ['𠮷野家'], ['が'], ['e\u0301']] });
});

it('says words that two texts share once', () => {
  expect(toTokens('PyTorch – developer', 'PyTorch——开发者')).toBe('pytorch developer 开发 发者 者');
});
