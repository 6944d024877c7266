import type { DocumentFormat } from './document.ts';

const EXTENSIONS: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};
/** How much of a text is looked at. */
const SAMPLE = 65_536;
const HTML = /^[\s\ufeff]*(?:<!doctype html|<html[\s>])/i;
const MARKDOWN = [
  /^#{1,6} +\S/m,
  /^ {0,6}(?:[-*+]|\d{1,9}[.)]) +\S/m,
  /\*\*[^\s*][^*\n]{0,200}\*\*/,
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
  /^(?:```|~~~)/m,
  /^> \S/m,
  /^\|.{0,500}\|[ \t]*\r?\n\|?[ \t]*:?-+/m,
];

/**
 * Decides how to read a file: by its extension, else (for `.txt`, others and none) by the text itself: HTML if it
 * declares itself so, Markdown when it shows headings, lists, bold, links or tables, else plain.
 */
export function detectFormat(fileName: string | undefined, text: string): DocumentFormat {
  const extension = /\.([^./\\]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (known) return known;
  const sample = text.slice(0, SAMPLE);
  if (HTML.test(sample)) return 'html';
  return MARKDOWN.some((pattern) => pattern.test(sample)) ? 'markdown' : 'plain';
}
