import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/html.ts';
import { documents, EN_TEXT, enDocument, options, ZH_TEXT, zhDocument } from './sample.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const all = (node: Node): Element[] => {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(all)] : own;
};
const attribute = (element: Element, name: string) => element.attrs.find((item) => item.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const withClass = (page: string, name: string) =>
  all(parse(page)).filter((element) => (attribute(element, 'class') ?? '').split(' ').includes(name));

const page = reportHtml(documents, options);
const elements = all(parse(page));

describe('the annotated page', () => {
  it('shows the whole text, line by line', () => {
    const shown = withClass(page, 'text').map((section) => section.childNodes.map(textOf).join('\n'));
    expect(shown).toEqual([ZH_TEXT.replaceAll('\r\n', '\n'), EN_TEXT]);
  });

  it('marks each claim with its verdict', () => {
    const marks = withClass(reportHtml([zhDocument], options), 'mark');
    expect(marks.map((mark) => [textOf(mark), attribute(mark, 'class')])).toEqual([
      ['林小雨出生于1985年', 'mark refuted'],
      ['她在苏黎世长大', 'mark not-enough-info'],
      ['她开发了框架“Nebula”', 'mark supported'],
      ['林小雨没有写过书', 'mark refuted'],
      ['Nebula是甲公司开发的', 'mark conflicting contradiction'],
      ['Nebula是乙公司开发的', 'mark not-enough-info contradiction'],
    ]);
  });

  it('gives overlapping claims a common piece that names both', () => {
    const marks = withClass(reportHtml([enDocument], options), 'mark');
    expect(marks.slice(0, 2).map((mark) => [textOf(mark), attribute(mark, 'data-claims')])).toEqual([
      ['Ada Byte wrote Loop', '0 1'],
      [' in 1999', '0'],
    ]);
  });

  it('links only to places that exist in it, and to the web', () => {
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of elements.filter(({ tagName }) => tagName === 'a')) {
      const href = attribute(link, 'href') ?? '';
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
      else expect(href).toMatch(/^https:\/\//u);
    }
  });

  it('makes nothing of hostile names and texts', () => {
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['img', 'iframe', 'link', 'object']) expect(names).not.toContain(name);
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(page).toContain('javascript:alert(1)');
    expect(page).not.toMatch(/href="javascript:/u);
  });

  it('asks the network for nothing and forbids it', () => {
    const loading = new Set(['src', 'srcset', 'data', 'action', 'background', 'ping']);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => loading.has(name))).toEqual([]);
    for (const style of elements.filter(({ tagName }) => tagName === 'style'))
      expect(textOf(style)).not.toMatch(/@import|url\(/u);
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(attribute(policy ?? parseEmpty(), 'content')).toMatch(/^default-src 'none'/u);
  });

  it('speaks Chinese and English', () => {
    expect(reportHtml([zhDocument], options)).toContain('<html lang="zh-CN">');
    expect(reportHtml([zhDocument], options)).toContain('Errata 勘误报告');
    expect(reportHtml([zhDocument], { ...options, language: 'en' })).toContain('Errata report');
  });

  it('names documents that could not be read', () => {
    expect(reportHtml([], { ...options, failures: [{ document: '<x>', message: 'gone' }] })).toContain(
      '<b>&lt;x&gt;</b> gone',
    );
  });
});

function parseEmpty(): Element {
  const [html] = all(parse(''));
  if (!html) throw new Error('parse5 always makes a root element');
  return html;
}
