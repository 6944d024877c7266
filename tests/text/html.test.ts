import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/text/read-document.ts';
import { expectSound, find, passagesOf, sourceOf } from './support.ts';

const read = (text: string) => readDocument(text, 'html');
const outline = (text: string) => passagesOf(read(text)).map((p) => [p.kind, p.text, p.parent?.text]);

describe('HTML', () => {
  it('reads titles, headings, paragraphs and quotes', () => {
    const source =
      '<title>T</title><h1>A</h1><p>one <em>two</em>\n three</p><h2>B</h2>loose<blockquote><p>q</p></blockquote>';
    expect(outline(source)).toEqual([
      ['heading', 'T', undefined],
      ['heading', 'A', undefined],
      ['paragraph', 'one two three', 'A'],
      ['heading', 'B', 'A'],
      ['paragraph', 'loose', 'B'],
      ['quote', 'q', 'B'],
    ]);
  });

  it('nests lists without end tags and puts definitions under their terms', () => {
    expect(
      outline('<ul><li><b>PyTorch</b><ul><li>由Facebook开发</ul><li>Keras</ul><dl><dt>A<dd>b<dt>C</dl><p>d'),
    ).toEqual([
      ['list-item', 'PyTorch', undefined],
      ['list-item', '由Facebook开发', 'PyTorch'],
      ['list-item', 'Keras', undefined],
      ['list-item', 'A', undefined],
      ['list-item', 'b', 'A'],
      ['list-item', 'C', undefined],
      ['paragraph', 'd', undefined],
    ]);
    expect(find(read('<li><strong>X</strong>: y'), 'X').leadIn).toEqual({ start: 0, end: 1 });
  });

  it('reads table rows with their header', () => {
    const row = find(read('<table><tr><th>Name<th>Year</tr><tr><td> A </td><td></td></tr></table>'), 'A');
    expect(row).toMatchObject({ kind: 'table-row', text: 'A\t', header: ['Name', 'Year'] });
    expect(row.cells).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 2 },
    ]);
  });

  it('decodes entities and points to their spelling', () => {
    const document = read('<p>A&amp;B &copyleft &notanentity; &#8364; &#x1F600; 1 < 2 & 3');
    const passage = find(document, 'A&B');
    expect(passage.text).toBe('A&B ©left ¬anentity; € 😀 1 < 2 & 3');
    expect(sourceOf(document, passage, 'A&B')).toBe('A&amp;B');
    expect(sourceOf(document, passage, '©l')).toBe('&copyl');
    expectSound(document);
  });

  it('gives the targets of links', () => {
    const source = '<p>by <a class=x href="https://a.org/?b=1&amp;c">Meta AI</a>, <a href=y>Y</a>';
    const { links, text } = find(read(source), 'by');
    expect(links.map((l) => [text.slice(l.start, l.end), l.url, source.slice(l.urlStart, l.urlEnd)])).toEqual([
      ['Meta AI', 'https://a.org/?b=1&c', 'https://a.org/?b=1&amp;c'],
      ['Y', 'y', 'y'],
    ]);
  });

  it('ignores scripts, styles, templates and comments, and keeps code without sentences', () => {
    const source =
      '<style>p{}</style><script>"<p>no"</script><template><p>no</template><!-- <p>no --><pre>a &lt;\n b</pre>';
    expect(outline(source)).toEqual([['code', 'a <\n b', undefined]]);
  });

  it('separates lines at <br>', () => {
    expect(find(read('<p>PyTorch<br/>Keras'), 'PyTorch').sentences).toHaveLength(2);
  });
});
