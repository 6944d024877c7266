import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/text/read-document.ts';
import { passagesOf } from './support.ts';

const outline = (text: string) => passagesOf(readDocument(text, 'plain')).map((p) => [p.kind, p.text, p.parent?.text]);

describe('plain text', () => {
  it('reads titles and list items by their look', () => {
    expect(
      outline(
        '第1章 引言\n\n一、背景\n他出生于1986年。\n\n1. PyTorch\n  - 由Facebook开发\n2、Keras\n• last\n\n第2章：结论\n完。',
      ),
    ).toEqual([
      ['heading', '第1章 引言', undefined],
      ['heading', '一、背景', '第1章 引言'],
      ['paragraph', '他出生于1986年。', '一、背景'],
      ['list-item', 'PyTorch', '一、背景'],
      ['list-item', '由Facebook开发', 'PyTorch'],
      ['list-item', 'Keras', '一、背景'],
      ['list-item', 'last', '一、背景'],
      ['heading', '第2章：结论', undefined],
      ['paragraph', '完。', '第2章：结论'],
    ]);
  });

  it('joins wrapped lines and separates short ones', () => {
    const wrapped =
      'Andrej Karpathy is a computer scientist who was born in Slovakia\nand later moved to Canada with his family when he was fifteen.';
    expect(outline(wrapped)[0]?.[1]).toBe(wrapped.replace('\n', ' '));
    const [lines] = passagesOf(readDocument('PyTorch came from Google\nKeras came from France', 'plain'));
    expect(lines?.sentences).toHaveLength(2);
  });

  it('keeps markup as it is', () => {
    expect(outline('**a** <b> &amp;')).toEqual([['paragraph', '**a** <b> &amp;', undefined]]);
  });
});
