import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Span } from './document.ts';
import { HtmlReader } from './html-reader.ts';
import type { Outline, Place } from './outline.ts';
import { readPlain } from './plain.ts';

/** A tag longer than this is no HTML (and parse5 compares each attribute of a tag with all others). */
const LONGEST_TAG = 65_536;
/** Elements whose content is not markup, and how parse5 has to read it. */
const MODES: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

/**
 * Reads a range of HTML into passages. Works on parse5's tokens rather than its tree: a tree moves text about (foster
 * parents, adoption) and nests as deep as the input wishes, whereas tokens keep their places. Linear.
 */
export function readHtml(text: string, span: Span, outline: Outline, place: Place = {}): void {
  const source = text.slice(span.start, span.end);
  if (hasEndlessTag(source)) {
    readPlain(text, span, outline);
    return;
  }
  const reader = new HtmlReader({ text, base: span.start }, outline, place);
  let end = 0;
  const between = (token: Token.Token) => {
    const location = token.location;
    if (!location) return;
    if (location.startOffset > end) reader.text({ start: end, end: location.startOffset });
    end = Math.max(end, location.endOffset);
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        between(token);
        if (Object.hasOwn(MODES, token.tagName)) tokenizer.state = MODES[token.tagName] ?? tokenizer.state;
        reader.open(token);
      },
      onEndTag(token) {
        between(token);
        reader.close(token.tagName);
      },
      onComment: between,
      onDoctype: between,
      onEof: () => undefined,
      // Text is taken from the source between the tags, because parse5's places for it are not exact around entities.
      onCharacter: () => undefined,
      onNullCharacter: () => undefined,
      onWhitespaceCharacter: () => undefined,
    },
  );
  tokenizer.write(source, true);
  if (source.length > end) reader.text({ start: end, end: source.length });
  reader.finish();
}

function hasEndlessTag(source: string): boolean {
  const opening = /<[A-Za-z/]/g;
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const end = source.indexOf('>', match.index);
    if ((end < 0 ? source.length : end) - match.index > LONGEST_TAG) return true;
    if (end < 0) return false;
    opening.lastIndex = end;
  }
  return false;
}
