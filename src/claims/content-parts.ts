import type { EntityId } from '../knowledge/model.ts';
import type { Span } from '../text/document.ts';
import type { Content, Term } from './content.ts';

/** Several stretches of text as one. */
export function together(contents: readonly Content[]): Content {
  return contentOf(
    contents.flatMap(({ terms }) => terms),
    contents.flatMap(({ pieces }) => [...pieces, { start: -1, text: '.' }]),
  );
}

/** What a text says without some of its terms. */
export function without({ terms, pieces }: Content, left: (term: Term) => boolean): Content {
  const starts = new Set(terms.filter(left).map(({ start }) => start));
  return contentOf(
    terms.filter((term) => !left(term)),
    pieces.map((piece) => (starts.has(piece.start) && isName(piece.start, terms) ? { ...piece, text: '.' } : piece)),
  );
}

/** What a stretch of a text says; what begins before it counts with its whole words. */
export function within({ terms, pieces }: Content, { start, end }: Span): Content {
  return contentOf(
    terms.filter((term) => term.start >= start && term.end <= end),
    pieces.filter((piece) => piece.start < end && piece.start + piece.text.length > start),
  );
}

function isName(place: number, terms: readonly Term[]): boolean {
  return terms.some(({ start, type }) => start === place && type === 'name');
}

/** What terms say, with the pieces of the text they stand in. */
export function contentOf(terms: readonly Term[], pieces: Content['pieces']): Content {
  const words = new Set<string>();
  const ids = new Set<EntityId>();
  for (const term of terms) {
    for (const { text } of term.words) words.add(text);
    for (const id of term.ids) ids.add(id);
  }
  const text = pieces
    .map((piece) => piece.text)
    .join(' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return { terms, ids, words, text, pieces };
}
