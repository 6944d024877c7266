import type { DocumentFormat, Passage, Segment, Span, TextDocument } from './document.ts';
import { readHtml } from './html.ts';
import { mainLanguage } from './language.ts';
import { readMarkdown } from './markdown.ts';
import { Outline } from './outline.ts';
import { readPlain } from './plain.ts';
import { splitSegments } from './segments.ts';

const readers: Readonly<Record<DocumentFormat, (text: string, span: Span, outline: Outline) => void>> = {
  markdown: readMarkdown,
  html: readHtml,
  plain: readPlain,
};

/**
 * Reads a decoded text into segments, passages and sentences. Never throws, whatever the text holds; time grows with
 * its length. All offsets are UTF-16 code units; see `document.ts` for the two coordinate systems.
 */
export function readDocument(text: string, format: DocumentFormat): TextDocument {
  const segments = splitSegments(text).map((span, index) => readSegment(text, { ...span, index }, format));
  return { text, format, language: mainLanguage(segments.flatMap(passagesOf)), segments };
}

function readSegment(text: string, place: Span & { readonly index: number }, format: DocumentFormat): Segment {
  const outline = new Outline();
  readers[format](text, place, outline);
  return { start: place.start, end: place.end, index: place.index, passages: outline.passages };
}

function passagesOf(segment: Segment): readonly Passage[] {
  return segment.passages;
}
