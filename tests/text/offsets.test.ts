import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Passage } from '../../src/text/document.ts';
import { readMarkdown } from '../../src/text/markdown.ts';
import { Outline } from '../../src/text/outline.ts';
import { readDocument } from '../../src/text/read-document.ts';
import { anyText, expectSound } from './support.ts';

// Thousands of documents, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 });

describe('offsets', () => {
  it.each(['markdown', 'html', 'plain'] as const)('are exact and strictly increasing in %s', (format) => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(readDocument(text, format))),
      { numRuns: 500 },
    );
  });

  it('stay inside their segment where raw HTML never closes', () => {
    expectSound(readDocument('- <pre><|im_end|>', 'markdown'));
  });
});

describe('the shortcut for simple Markdown', () => {
  const line = fc.constantFrom(
    '# Title',
    '## 标题',
    '### **粗体** 标题',
    '- item',
    '- **粗**：文本',
    '1. **X**',
    '2. two',
    '   - nested **b**',
    '  - less',
    '     - deep',
    '10. ten',
    'plain text',
    '中文段落。',
    '**整行**',
    '**a**b',
    'a**b**c',
    '[t](http://u.v)',
    '- 链接：[arXiv](https://arxiv.org/)',
    'use `code` here',
    '---',
    '',
    '',
    '',
    'snake_case_name',
    'R&D & more',
    '1 < 2',
    '2) other',
    '* star',
    '+ plus',
    '> quote',
    'x  ',
    '-5 degrees',
    '**a** **b**',
    '(a) [b] c',
    '3.5 倍',
    '**中文**。后',
    '- # no',
    '- - two',
    '|a|',
    '===',
    '**a_b**',
    '5. **A**: b',
    '# ',
    '#no',
    '# x #',
    'https://a.b',
    'see https://a.b/c-d?e=f. Then',
    'http://x.y/z, (https://q.r/s)',
    '*em* and *two words*',
    'a*b*c',
    '*“q”* x',
    '> quote **b**',
    '> 引文',
    '> > deep',
    '[r]: http://d.e/f',
    '[r] and [x][r]',
    '|a|b|',
    '|-|-|',
    '| **c** | d |',
    '||x|',
    '| a | b | c |',
    '* *x* y',
    '  continued **b**',
    '   中文续行',
    '      far',
    '- trailing  ',
    '   # h',
    '  | x |',
    '[t](http://u.v "w x") z',
    '**[a](b)**：c',
    '- **`x` y**: z',
    '**a `b** c`',
    '**[a]** b',
    '**a http://b.c/d** e',
    '\\*a\\* &amp; \\b',
    '&copy; x',
    '&nope; y',
    '**a &lt; b**',
    '   ```',
    '```',
    '<b>x</b>',
    '<div>',
    '&#32; z',
    '\\',
    'a\\',
    '- *em*: z',
    '**[a](b)**',
    '`a` `b`',
    '`` a ``',
    '[^1]',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => lines.join(end));

  it('yields the same passages as the full parser', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(read(source, true)).toEqual(read(source, false));
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

function read(source: string, shortcut: boolean): unknown[] {
  const outline = new Outline();
  readMarkdown(source, { start: 0, end: source.length }, outline, { shortcut });
  return outline.passages.map(describePassage);
}

function describePassage(passage: Passage): unknown {
  const { kind, level, text, offsets, leadIn, links, parent } = passage;
  return { kind, level, text, offsets: [...offsets], leadIn, links, parent: parent?.index };
}
