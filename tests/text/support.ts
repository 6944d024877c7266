import fc from 'fast-check';
import { expect } from 'vitest';
import { type Passage, type TextDocument, toOriginal } from '../../src/text/document.ts';

/** All passages of all segments. */
export function passagesOf(document: TextDocument): readonly Passage[] {
  return document.segments.flatMap((segment) => segment.passages);
}

/** The passage whose text is or begins with `start`. */
export function find(document: TextDocument, start: string): Passage {
  const found = passagesOf(document).find((passage) => passage.text.startsWith(start));
  if (!found) throw new Error(`no passage begins with ${JSON.stringify(start)}`);
  return found;
}

/** The original source of a piece of a passage. */
export function sourceOf(document: TextDocument, passage: Passage, part: string): string {
  const start = passage.text.indexOf(part);
  const { start: from, end } = toOriginal(passage, { start, end: start + part.length });
  return document.text.slice(from, end);
}

const FRAGMENTS = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '2. ',
  '  - ',
  '   - ',
  '    ',
  '> ',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '[a](b)',
  '[',
  ']',
  '(http://x.y/z)',
  '[r]',
  '\n[r]: http://r.st\n',
  '<b>',
  '</b>',
  '<br>',
  '<p>',
  '<li>',
  '<ul>',
  '</ul>',
  '<td>',
  '<tr>',
  '<table>',
  '<a href="u">',
  '</a>',
  '<pre>',
  '<script>',
  '<!--',
  '-->',
  '&amp;',
  '&copy',
  '&#x1F600;',
  '\\*',
  '|',
  '|a|b|\n|-|-|\n|c|d|\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\t',
  ' ',
  '  \n',
  '---\n',
  '中文',
  '。',
  '深度学习。',
  '“引”',
  '（注）',
  '：',
  '　',
  'word',
  'Dr. ',
  'U.S. ',
  'PyTorch',
  '2.0',
  '. ',
  '! ',
  '?',
  '😀',
  '𠮷',
  '\0',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '<|im_end|>',
  '\f',
  '第1章',
  '一、',
  '• ',
  'http://a.b/c',
  'www.a.b',
  'a@b.c',
  '~~',
  '^',
  '[^1]',
  '[^1]: ',
  '- [ ] ',
  '***',
  '____',
  '“**深度**”',
];

/** Texts made of markup, Chinese, astral characters, lone surrogates, NUL and all kinds of line ends. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Checks what every document promises, whatever its text. */
export function expectSound(document: TextDocument): void {
  let before = 0;
  for (const segment of document.segments) {
    expect(segment.start).toBeGreaterThanOrEqual(before);
    expect(segment.end).toBeGreaterThan(segment.start);
    before = segment.end;
    for (const [index, passage] of segment.passages.entries()) {
      expect(passage.index).toBe(index);
      expect(passage.start).toBeGreaterThanOrEqual(segment.start);
      expect(passage.end).toBeLessThanOrEqual(segment.end);
      if (passage.parent) expect(segment.passages[passage.parent.index]).toBe(passage.parent);
      expect(passage.parent?.index ?? -1).toBeLessThan(index);
      expectExactOffsets(document.text, passage);
      expectSpansInside(passage);
    }
  }
}

function expectExactOffsets(text: string, passage: Passage): void {
  expect(passage.offsets.length).toBe(passage.text.length + 1);
  expect([passage.offsets[0], passage.offsets[passage.text.length]]).toEqual([passage.start, passage.end]);
  for (let i = 0; i < passage.text.length; i += 1) {
    const at = passage.offsets[i] ?? -1;
    expect(at).toBeLessThan(passage.offsets[i + 1] ?? -1);
    const isBreak = /[ \n\t]/.test(passage.text[i] ?? '');
    const isEntity = text[at] === '&' || text[at - 1] === '&';
    if (!isBreak && !isEntity) expect(text[at]).toBe(passage.text[i]);
  }
}

function expectSpansInside(passage: Passage): void {
  let end = 0;
  for (const sentence of passage.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(end);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    end = sentence.end;
    const text = passage.text.slice(sentence.start, sentence.end);
    expect(text).toBe(text.trim());
  }
  const spans = [
    ...passage.sentences,
    ...passage.links,
    ...(passage.cells ?? []),
    ...(passage.leadIn ? [passage.leadIn] : []),
  ];
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(passage.text.length);
  }
  for (const link of passage.links) expect(link.urlEnd).toBeGreaterThanOrEqual(link.urlStart);
}
