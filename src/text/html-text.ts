import type { Span } from './document.ts';
import { readEntity } from './html-entities.ts';
import type { PassageBuilder } from './passage-builder.ts';

/** Adds the text between two tags: entities decoded, white space collapsed. `span` is an original range. */
export function addHtmlText(builder: PassageBuilder, text: string, span: Span): void {
  let plain = span.start;
  let at = span.start;
  const flush = () => {
    if (at > plain) builder.add(text.slice(plain, at), plain);
  };
  while (at < span.end) {
    const code = text.charCodeAt(at);
    if (isHtmlSpace(code)) {
      flush();
      at = addSpace(builder, text, { start: at, end: span.end });
      plain = at;
    } else if (code === 0x26 && addEntity(builder, text, { at, end: span.end, flush })) {
      at += readEntity(text, at)?.length ?? 1;
      plain = at;
    } else at += 1;
  }
  flush();
}

/** Adds preformatted text: entities decoded, lines kept. */
export function addPreformatted(builder: PassageBuilder, text: string, span: Span): void {
  let plain = span.start;
  let at = span.start;
  const flush = () => {
    if (at > plain) builder.add(text.slice(plain, at), plain);
  };
  while (at < span.end) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) {
      flush();
      const end = text.startsWith('\r\n', at) && at + 1 < span.end ? at + 2 : at + 1;
      builder.hardBreak(at, end);
      at = end;
      plain = at;
    } else if (code === 0x26 && addEntity(builder, text, { at, end: span.end, flush })) {
      at += readEntity(text, at)?.length ?? 1;
      plain = at;
    } else at += 1;
  }
  flush();
}

interface EntityPlace {
  readonly at: number;
  readonly end: number;
  readonly flush: () => void;
}

function addEntity(builder: PassageBuilder, text: string, place: EntityPlace): boolean {
  const entity = readEntity(text, place.at);
  if (!entity || place.at + entity.length > place.end) return false;
  place.flush();
  builder.addSpelt(entity.value, place.at, place.at + entity.length);
  return true;
}

function addSpace(builder: PassageBuilder, text: string, span: Span): number {
  let at = span.start;
  let hasBreak = false;
  for (; at < span.end && isHtmlSpace(text.charCodeAt(at)); at += 1)
    hasBreak ||= text[at] === '\n' || text[at] === '\r';
  if (hasBreak) builder.softBreak(span.start, at);
  else builder.space(span.start, at);
  return at;
}

function isHtmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
}
