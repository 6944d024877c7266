import { describe, expect, it } from 'vitest';
import { toOriginal } from '../../src/text/document.ts';
import { readDocument } from '../../src/text/read-document.ts';
import { expectSound, find, passagesOf, sourceOf } from './support.ts';

const read = (text: string) => readDocument(text, 'markdown');
const texts = (text: string) => passagesOf(read(text)).map(({ kind, text: own }) => [kind, own]);

describe('Markdown blocks', () => {
  it('hangs text under headings and headings under larger headings', () => {
    const document = read('# A\n\ntext\n\n## B\n\nmore\n\n# C\n\nlast');
    expect(passagesOf(document).map((p) => [p.text, p.level, p.parent?.text])).toEqual([
      ['A', 1, undefined],
      ['text', 0, 'A'],
      ['B', 2, 'A'],
      ['more', 0, 'B'],
      ['C', 1, undefined],
      ['last', 0, 'C'],
    ]);
  });

  it('takes a paragraph that is one bold run for a heading below the last', () => {
    const document = read('### 附录\n\n**A.1 框架对比**\n\n以下是：\n\n**A.2 资源**\n\n- x\n\n### 下一章\n\n文');
    expect(find(document, 'A.1')).toMatchObject({ kind: 'heading', level: 6, parent: { text: '附录' } });
    expect(find(document, '以下').parent?.text).toBe('A.1 框架对比');
    expect(find(document, 'A.2').parent?.text).toBe('附录');
    expect(find(document, 'x').parent?.text).toBe('A.2 资源');
    expect(find(document, '文').parent?.text).toBe('下一章');
    expect(find(document, 'A.1').leadIn).toBeUndefined();
  });

  it('keeps a bold sentence as a paragraph', () => {
    expect(texts('**PyTorch由Google开发。**')).toEqual([['paragraph', 'PyTorch由Google开发。']]);
  });

  it('nests list items under their parents, tight and loose', () => {
    const document = read(
      '# T\n\n1. **TensorFlow**：\n   - 由Google开发。\n\n2. **PyTorch**\n\n   - 由Facebook开发\n     - 在2016年\n',
    );
    const facebook = find(document, '由Facebook');
    expect(facebook).toMatchObject({
      kind: 'list-item',
      level: 2,
      parent: { text: 'PyTorch', level: 1, parent: { text: 'T' } },
    });
    expect(find(document, '在2016').parent).toBe(facebook);
    expect(find(document, 'PyTorch').leadIn).toEqual({ start: 0, end: 7 });
    expect(find(document, 'TensorFlow').leadIn).toEqual({ start: 0, end: 10 });
  });

  it('keeps further paragraphs of a list item apart, below it', () => {
    const document = read('- first\n\n  second\n\n  > third\n');
    expect(find(document, 'second')).toMatchObject({ kind: 'paragraph', parent: { text: 'first' } });
    expect(find(document, 'third')).toMatchObject({ kind: 'quote', parent: { text: 'first' } });
  });

  it('reads table rows with their header and cells', () => {
    const document = read('| Name | By |\n| --- | --- |\n| **PyTorch** | [Meta](https://m.com) |\n|  | x |\n');
    const row = find(document, 'PyTorch');
    expect(row).toMatchObject({ kind: 'table-row', header: ['Name', 'By'], text: 'PyTorch\tMeta' });
    expect(row.cells?.map((cell) => row.text.slice(cell.start, cell.end))).toEqual(['PyTorch', 'Meta']);
    expect(row.sentences).toHaveLength(2);
    expect(find(document, '\tx').cells).toEqual([
      { start: 0, end: 0 },
      { start: 1, end: 2 },
    ]);
    expect(find(document, 'Name').header).toBeUndefined();
  });

  it('keeps code without sentences', () => {
    const [code] = passagesOf(read('```js\nconst a = 1;\n\nb();\n```\n'));
    expect(code).toMatchObject({ kind: 'code', text: 'const a = 1;\n\nb();', sentences: [] });
  });

  it('skips front matter, rules, comments and images, and reads HTML blocks', () => {
    expect(
      texts(
        '---\ntitle: x\n---\n\n<!-- a\n\nb -->\n\n---\n\n![alt](i.png) text\n\n<p align="center">In <b>HTML</b></p>\n',
      ),
    ).toEqual([
      ['code', 'title: x'],
      ['paragraph', 'text'],
      ['paragraph', 'In HTML'],
    ]);
  });

  it('reads quotes, joining soft line breaks with a space or, in Chinese, with nothing', () => {
    expect(texts('> **摘要**：\n本文\n> in two\n> lines')).toEqual([['quote', '摘要：本文 in two lines']]);
  });
});

describe('inline Markdown', () => {
  it('gives links with their targets, inline, by reference and bare', () => {
    const source =
      'See [arXiv](<https://arxiv.org/> "t"), [the *docs*][d], <https://a.b/c> and www.x.org.\n\n# H\n\n[d]: https://docs.org/x\n';
    const document = read(source);
    const { links, text } = find(document, 'See');
    expect(
      links.map((link) => [text.slice(link.start, link.end), link.url, source.slice(link.urlStart, link.urlEnd)]),
    ).toEqual([
      ['arXiv', 'https://arxiv.org/', 'https://arxiv.org/'],
      ['the docs', 'https://docs.org/x', 'https://docs.org/x'],
      ['https://a.b/c', 'https://a.b/c', 'https://a.b/c'],
      ['www.x.org', 'http://www.x.org', 'www.x.org'],
    ]);
  });

  it('ends bare addresses before Chinese writing and punctuation', () => {
    for (const source of [
      '见https://a.b/c。后文',
      '见 \\*https://a.b/c。后文',
      '(https://a.b/c), www',
      '见https://a.b/c，',
    ]) {
      const passage = passagesOf(read(source))[0];
      expect(passage?.links.map((link) => link.url)).toEqual(['https://a.b/c']);
      const [link] = passage?.links ?? [];
      expect([passage?.text.slice(link?.start, link?.end), source.slice(link?.urlStart, link?.urlEnd)]).toEqual(
        Array(2).fill('https://a.b/c'),
      );
    }
  });

  it('decodes entities and escapes and points to their spelling', () => {
    const document = read('AT&amp;T \\*x\\* &#20013; &#x1F600;!');
    const passage = find(document, 'AT&T');
    expect(passage.text).toBe('AT&T *x* 中 😀!');
    expect(sourceOf(document, passage, 'AT&')).toBe('AT&amp;');
    expect(sourceOf(document, passage, '*x')).toBe('*x');
    expect(sourceOf(document, passage, '😀')).toBe('&#x1F600;');
  });

  it('reads bold next to Chinese punctuation, which CommonMark leaves as asterisks', () => {
    const passage = find(read('**“深度学习”**是学科，**“算法”**是方法，**《论文》**也是。'), '“');
    expect(passage.text).toBe('“深度学习”是学科，“算法”是方法，《论文》也是。');
    expect(passage.leadIn).toEqual({ start: 0, end: 6 });
    expect(find(read('**“学习”**是\\*学科'), '“').leadIn).toEqual({ start: 0, end: 4 });
  });

  it('keeps inline code as text and drops inline HTML', () => {
    expect(texts('Use `np.array` <span>now</span><br>Next')).toEqual([['paragraph', 'Use np.array now\nNext']]);
  });

  it('maps a range across markup to the source with the markup', () => {
    const document = read('他说**PyTorch**是框架');
    const passage = find(document, '他');
    expect(document.text.slice(...Object.values(toOriginal(passage, { start: 1, end: 10 })))).toBe('说**PyTorch**是');
  });

  it('stays exact with a byte order mark, CRLF and NUL', () => {
    const document = read('\ufeff# A\r\n\r\nx\0y **b**\r\nz\r\n');
    expectSound(document);
    expect(passagesOf(document).map((p) => p.text)).toEqual(['A', 'x\0y b z']);
  });
});
