import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

/** Input made to break things. That it comes to an end is all that is asked; how fast is for the benchmark to say. */
const engine = loadEngine();
const MEGABYTE = 1_000_000;
const PATIENCE = 240_000;
const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['white space', fill(' ', MEGABYTE)],
  ['line ends', fill('\r\n', MEGABYTE)],
  ['one word of 1 MB', fill('a', MEGABYTE)],
  ['one figure of 1 MB', fill('1', MEGABYTE)],
  ['thousands without end', `1${fill(',111', 300_000)}`],
  ['Chinese numerals', fill('一百', 300_000)],
  ['years', fill('2015-', 300_000)],
  ['capitalised words', fill('Aa ', 300_000)],
  ['initials', fill('A.', 100_000)],
  ['surnames', fill('李', 200_000)],
  ['transliterations', fill('约翰·', 100_000)],
  ['domains', fill('a.', 100_000)],
  ['protocols', fill('http://', 300_000)],
  ['powers', fill('1x10^', 200_000)],
  ['opening quotes', fill('“', 200_000)],
  ['quotes and letters', fill('"a', 200_000)],
  ['opening title marks', fill('《', 200_000)],
  ['opening brackets', fill('（(', 200_000)],
  ['commas', fill('，', 200_000)],
  ['centuries', fill('20世纪', 200_000)],
  ['combining marks', `e${fill('\u0301', 200_000)}`],
  ['10,000 nested lists', Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}- PyTorch`).join('\n')],
  ['10,000 list marks', `${'- '.repeat(10_000)}PyTorch`],
  ['10,000 quotation marks', `${'> '.repeat(10_000)}PyTorch`],
  ['10,000 nested HTML lists', `${'<ul><li>'.repeat(10_000)}PyTorch`],
  ['asterisks', fill('*', 100_000)],
  ['square brackets', fill('[', 100_000)],
  ['links that never close', fill('[a](', 100_000)],
  ['NUL bytes', `${fill('\0', 100_000)}PyTorch was developed by Google.\0`],
  ['lone surrogates', fill('\ud83dPyTorch\ude00 was developed by Google. ', 30_000)],
];

describe('hostile text comes to an end', () => {
  it.each(HOSTILE)(
    'in verify: %s',
    (_, text) => {
      expect(() => engine.verify(text)).not.toThrow();
    },
    PATIENCE,
  );

  it.each(HOSTILE)(
    'in check: %s',
    (name, text) => {
      for (const format of ['markdown', 'plain', 'html'] as const) {
        const { claims } = engine.check({ name, text, format });
        for (const { start, end, quote } of claims) expect(text.slice(start, end) === quote).toBe(true);
      }
    },
    PATIENCE,
  );

  it.each([
    ['English', 'PyTorch was developed by Google and '],
    ['Chinese', '深度学习框架PyTorch由谷歌开发，'],
  ])(
    'in a sentence of 1 MB: %s',
    (_, piece) => {
      const text = fill(piece, MEGABYTE);
      const { verdict, claims } = engine.verify(text);
      expect(verdict).toBe('REFUTED');
      expect(claims.length).toBeGreaterThan(1000);
    },
    PATIENCE,
  );
});

describe('text with what does not belong there', () => {
  it.each([
    ['NUL', 'PyTorch was developed by Google.\0'],
    ['lone surrogates', '\ude00 PyTorch was developed by Google. \ud83d'],
    ['a byte order mark', '\ufeffPyTorch was developed by Google.'],
    ['emoji', '😀 PyTorch was developed by Google. 🎉'],
    ['CRLF', '\r\nPyTorch was developed by Google.\r\n'],
    ['full-width letters', 'ＰｙＴｏｒｃｈ was developed by Google.'],
    ['Traditional characters', 'PyTorch由谷歌開發。'],
  ])('is still read: %s', (_, text) => {
    const { verdict, claims } = engine.verify(text);
    expect(verdict).toBe('REFUTED');
    for (const { start, end, quote } of claims) expect(text.slice(start, end)).toBe(quote);
  });
});
