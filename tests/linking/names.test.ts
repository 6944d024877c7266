import { describe, expect, it } from 'vitest';
import { findNames, findUrlsAndTitles, isHanPersonName } from '../../src/linking/names.ts';
import { nameLinker } from '../fixtures/world.ts';

const urls = (text: string) =>
  findUrlsAndTitles(text).flatMap(({ value }) => (value.type === 'url' ? [value.url] : []));
const titles = (text: string) =>
  findUrlsAndTitles(text).flatMap(({ value }) => (value.type === 'title' ? [value.title] : []));
const names = (text: string) => findNames(text).flatMap(({ value }) => (value.type === 'name' ? [value.name] : []));

describe('addresses', () => {
  it.each([
    ['see https://arxiv.org/abs/1706.03762.', 'https://arxiv.org/abs/1706.03762'],
    ['（https://pytorch.org/）', 'https://pytorch.org/'],
    ['官网是https://pytorch.org，很好', 'https://pytorch.org'],
    ['see pytorch.org for more', 'https://pytorch.org'],
    ['github.com/pytorch/pytorch', 'https://github.com/pytorch/pytorch'],
    ['HTTP://EXAMPLE.ORG/a?b=c&d', 'HTTP://EXAMPLE.ORG/a?b=c&d'],
  ])('are found in «%s»', (text, url) => {
    expect(urls(text)).toEqual([url]);
  });

  it.each(['a@example.org', 'node.js', 'e.g. this', 'end.Then'])('are not seen in «%s»', (text) => {
    expect(urls(text)).toEqual([]);
  });
});

describe('titles', () => {
  it.each([
    ['《深度学习》很好', '深度学习'],
    ['the paper “Attention Is All You Need” says', 'Attention Is All You Need'],
    ['the paper "Attention Is All You Need" says', 'Attention Is All You Need'],
    ['「注意力」', '注意力'],
  ])('are found in «%s»', (text, title) => {
    expect(titles(text)).toEqual([title]);
  });

  it('end at their own mark', () => {
    expect(titles('《一》和《二》')).toEqual(['一', '二']);
  });
});

describe('names by their form', () => {
  it('are runs of capitalised words', () => {
    expect(names('the engineer Zorblax Quimby met Jean de la Tour')).toEqual(['Zorblax Quimby', 'Jean de la Tour']);
  });

  it('are transliterations with a dot', () => {
    expect(names('约翰·史密斯')).toEqual(['约翰·史密斯']);
  });

  it('are Chinese surnames with one or two characters', () => {
    expect(isHanPersonName('李飞飞')).toBe(true);
    expect(isHanPersonName('王强')).toBe(true);
    expect(isHanPersonName('王')).toBe(false);
    expect(isHanPersonName('框架')).toBe(false);
  });
});

describe('the names in a sentence', () => {
  const linked = (text: string) =>
    nameLinker
      .link(text)
      .filter((item) => item.entities.length > 0 || item.value)
      .map((item) => [item.surface, item.entities[0] ?? item.value?.type]);

  it('name what is known, whatever case, width and script', () => {
    expect(linked('ada byte')).toEqual([['ada byte', 'person/ada-byte']]);
    expect(linked('ＡＤＡ Ｂｙｔｅ')).toEqual([['ＡＤＡ Ｂｙｔｅ', 'person/ada-byte']]);
    expect(linked('頂峰公司')).toEqual([['頂峰公司', 'organisation/acme']]);
  });

  it('stay apart from longer names that are not known', () => {
    expect(linked('Charles Byte')).toEqual([['Charles Byte', 'name']]);
    expect(linked('Byte')).toEqual([['Byte', 'person/ada-byte']]);
  });

  it('are marked where nobody knows them', () => {
    expect(linked('we met Zorblax Quimby')).toEqual([['Zorblax Quimby', 'name']]);
    expect(linked('由约翰·史密斯提出')).toContainEqual(['由约翰·史密斯提出', 'name']);
  });

  it('are found misspelt', () => {
    expect(linked('we use Torchlett')).toEqual([['Torchlett', 'framework/torchlet']]);
    expect(linked('we met Dora Dleta')).toEqual([['Dora Dleta', 'person/dora-delta']]);
  });

  it('are titles where a work is called so', () => {
    expect(linked('“Gates Are Enough”')).toEqual([['“Gates Are Enough”', 'paper/gates-are-enough']]);
    expect(linked('《门就够了》')).toEqual([['《门就够了》', 'paper/gates-are-enough']]);
    expect(linked('《没有的书》')).toEqual([['《没有的书》', 'title']]);
  });

  it('keep versions apart', () => {
    expect(linked('Zeta-3')).toEqual([['Zeta-3', 'model/zeta-3']]);
    expect(linked('Zeta-3.5')).toEqual([['Zeta-3.5', 'model/zeta-3-5']]);
    expect(linked('Zeta-3.7').map(([, id]) => id)).not.toContain('model/zeta-3');
  });
});
