import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { detectFormat } from '../../src/text/detect-format.ts';
import type { Passage } from '../../src/text/document.ts';
import { readDocument } from '../../src/text/read-document.ts';
import { expectSound, passagesOf } from './support.ts';

const corpus = readFileSync(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url), 'utf8');

vi.setConfig({ testTimeout: 60_000 });

describe('the corpus', () => {
  const document = readDocument(corpus, detectFormat('000_3859fd2a01099e28.txt', corpus));

  it('is Chinese Markdown in five segments, with exact offsets', () => {
    expect([document.format, document.language, document.segments.length]).toEqual(['markdown', 'zh', 5]);
    expect(document.segments.map((segment) => segment.passages.length)).toEqual([99, 169, 44, 41, 123]);
    expectSound(document);
  });

  it('has no separators and no markup left in its passages', () => {
    for (const { text } of passagesOf(document)) expect(text).not.toMatch(/\*\*|<\||^#|\]\(/);
  });

  it('places statements under the thing they are about', () => {
    const statements = passagesOf(document).filter((passage) => passage.text.startsWith('由Facebook开发'));
    expect(statements.map((passage) => lineage(passage).slice(0, 3))).toEqual([
      ['由Facebook开发。', 'PyTorch：', 'A.1 主流深度学习框架对比'],
      [expect.stringContaining('由Facebook开发：'), 'PyTorch', 'A.1 主流深度学习框架对比'],
      [expect.stringContaining('由Facebook开发：'), 'PyTorch', 'A.1 主流深度学习框架对比'],
    ]);
  });

  it('finds all links', () => {
    const links = passagesOf(document).flatMap((passage) => passage.links);
    expect(links).toHaveLength(corpus.match(/\]\(http/g)?.length ?? 0);
    for (const link of links) expect(corpus.slice(link.urlStart, link.urlEnd)).toBe(link.url);
  });
});

describe('segments', () => {
  it('end at chat marks and form feed lines, and skip blank ones', () => {
    const source = 'a<|im_end|>\n<|im_start|>assistant\nb<|endoftext|> \n\f\nc\fd<|eot_id|>\n';
    const { segments } = readDocument(source, 'plain');
    expect(segments.map((s) => [s.index, s.passages.map((p) => p.text)])).toEqual([
      [0, ['a']],
      [1, ['b']],
      [2, ['c\fd']],
    ]);
  });

  it('are none in a blank text', () => {
    expect(readDocument(' \n\t', 'markdown')).toMatchObject({ segments: [], language: 'en' });
  });
});

describe('detectFormat', () => {
  it.each([
    ['a.md', 'x', 'markdown'],
    ['A.HTM', 'x', 'html'],
    ['a.txt', '# Title\n', 'markdown'],
    [undefined, 'see [a](b)', 'markdown'],
    [undefined, '<!DOCTYPE html><p>x', 'html'],
    ['a.txt', 'just text, 3.5 and * star', 'plain'],
    ['constructor', 'x', 'plain'],
  ] as const)('takes %s with %j for %s', (name, text, format) => {
    expect(detectFormat(name, text)).toBe(format);
  });
});

describe('hostile input', () => {
  const nested = Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n');
  it.each([
    ['nested list items', nested],
    ['list marks on one line', '- '.repeat(10_000)],
    ['block quotes', `${'>'.repeat(10_000)} a`],
    ['brackets', '['.repeat(10_000)],
    ['emphasis', '*a _b '.repeat(10_000)],
    ['one long line', 'word **bold** 中文。'.repeat(60_000)],
    ['backticks', Array.from({ length: 300 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['open tags', '<div>'.repeat(20_000)],
    ['list tags', '<ul><li>a'.repeat(10_000)],
    ['attributes', `<a ${Array.from({ length: 30_000 }, (_, i) => `a${i}`).join(' ')}`],
    ['spaces', `a${' '.repeat(100_000)}b`],
    ['stops', 'a. '.repeat(50_000)],
    ['dots', '.'.repeat(200_000)],
    ['open brackets and stops', '（。'.repeat(50_000)],
  ])('with endless %s is read in every format', (_, text) => {
    for (const format of ['markdown', 'html', 'plain'] as const) {
      expect(readDocument(text, format).segments.length).toBeLessThanOrEqual(1);
    }
  });
});

function lineage(passage: Passage | undefined): string[] {
  return passage ? [passage.text, ...lineage(passage.parent)] : [];
}
