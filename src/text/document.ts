/**
 * What a document is once its bytes are read. All offsets are UTF-16 code units, end exclusive.
 *
 * Two coordinate systems exist and must not be mixed: *original* offsets count in `TextDocument.text` (the decoded
 * input, markup included), *passage* offsets count in `Passage.text` (readable text, markup removed).
 * `toOriginal` converts the second into the first.
 */

export type Language = 'zh' | 'en';
export type DocumentFormat = 'markdown' | 'plain' | 'html';

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextDocument {
  /** The decoded text of the whole input, byte order mark removed, otherwise as it was. */
  readonly text: string;
  readonly format: DocumentFormat;
  /** The language of most sentences. */
  readonly language: Language;
  readonly segments: readonly Segment[];
}

/** One of several texts kept in one file, separated by `<|im_end|>` or the like. `start`/`end` are original offsets. */
export interface Segment extends Span {
  readonly index: number;
  readonly passages: readonly Passage[];
}

export type PassageKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-row' | 'code';

/**
 * A block of running text: a heading, a paragraph, the own text of one list item, one table row.
 * `start` is `offsets[0]` and `end` is `offsets[text.length]`: markup around the text lies outside, markup within inside.
 */
export interface Passage extends Span {
  /** Position in the segment, counting from 0. */
  readonly index: number;
  readonly kind: PassageKind;
  /** Readable text: markup removed, links replaced by their text, soft line breaks kept as one space or nothing (zh). */
  readonly text: string;
  /** `offsets[i]` is the original offset of `text[i]`, strictly increasing; `offsets[text.length]` is the end of the last character. */
  readonly offsets: readonly number[] | Uint32Array;
  /**
   * Where a character is spelt with more than one code unit in the original (`&amp;`, a line break with its indentation): passage offset of the
   * character to original offset of the end of its spelling. Absent when there are none.
   */
  readonly longEnds?: ReadonlyMap<number, number>;
  /** Heading level (1…6) or list depth (1…); 0 for others. */
  readonly level: number;
  /** The passage this one stands under: the parent list item, else (for top items and paragraphs) the nearest heading. */
  readonly parent: Passage | undefined;
  /** For table rows: the header cells' texts, in order. */
  readonly header?: readonly string[];
  /** For table rows: the spans of the cells, in passage offsets. */
  readonly cells?: readonly Span[];
  /** The bold or strong run that opens the passage («**PyTorch**：…»), in passage offsets. */
  readonly leadIn?: Span;
  readonly links: readonly Link[];
  readonly sentences: readonly Sentence[];
}

/** A hyperlink. `start`/`end` are the passage offsets of its text; `urlStart`/`urlEnd` the original offsets of the target. */
export interface Link extends Span {
  readonly url: string;
  readonly urlStart: number;
  readonly urlEnd: number;
}

/** A sentence in passage offsets, without surrounding white space. */
export interface Sentence extends Span {
  readonly language: Language;
}

/** Converts a range of a passage's text into original offsets. */
export function toOriginal(passage: Passage, span: Span): Span {
  const start = passage.offsets[span.start] ?? passage.end;
  const last = span.end > span.start ? passage.offsets[span.end - 1] : undefined;
  if (last === undefined) return { start, end: start };
  return { start, end: passage.longEnds?.get(span.end - 1) ?? last + 1 };
}
