import { endsLikeSentence } from './characters.ts';
import type { Passage, PassageKind, Span } from './document.ts';
import type { Draft, PassageBuilder } from './passage-builder.ts';
import { splitSentences } from './sentences.ts';

/** A bold paragraph ranks below every real heading, whatever their levels. */
const BOLD_HEADING = { level: 6, rank: 7 };
const LONGEST_BOLD_HEADING = 100;

/** Where a block stands. */
export interface Place {
  /** The list item around it. */
  readonly item?: Passage | undefined;
  /** Whether a block quote is around it. */
  readonly quoted?: boolean;
  /** List depth, counting from 1; 0 outside lists. */
  readonly depth?: number;
}

interface Entry {
  readonly kind: PassageKind;
  readonly level: number;
  readonly parent: Passage | undefined;
  readonly header?: readonly string[];
}

/** Collects a segment's passages in order and gives each its parent. */
export class Outline {
  readonly passages: Passage[] = [];
  #headings: { readonly rank: number; readonly passage: Passage }[] = [];

  /** Adds a heading of level 1…6. Headings inside lists and quotes do not structure what follows. */
  heading(builder: PassageBuilder, level: number, place: Place = {}): void {
    const draft = builder.finish();
    if (draft) this.#heading(draft, { level, rank: level }, place);
  }

  /** Adds running text; a paragraph that is nothing but one bold run counts as a heading. */
  paragraph(builder: PassageBuilder, place: Place = {}): void {
    const draft = builder.finish();
    if (!draft) return;
    if (!place.item && !place.quoted && isBoldHeading(draft)) {
      this.#heading(draft, BOLD_HEADING, place);
      return;
    }
    const kind = place.quoted ? 'quote' : 'paragraph';
    this.#add(draft, { kind, level: 0, parent: this.#parentOf(place) });
  }

  /** Adds a list item's own text. Returns it, to be the `item` of what stands below it. */
  listItem(builder: PassageBuilder, place: Place): Passage | undefined {
    const draft = builder.finish();
    return draft && this.#add(draft, { kind: 'list-item', level: place.depth ?? 1, parent: this.#parentOf(place) });
  }

  /** Adds a table row; without `header` it is the header row itself. Returns the texts of its cells. */
  tableRow(builder: PassageBuilder, header: readonly string[] | undefined, place: Place = {}): readonly string[] {
    const draft = builder.finish();
    if (!draft) return [];
    const entry = { kind: 'table-row', level: 0, parent: this.#parentOf(place) } as const;
    this.#add(draft, header ? { ...entry, header } : entry);
    return draft.cells.map((cell) => draft.text.slice(cell.start, cell.end));
  }

  /** Adds program code, which has no sentences. */
  code(builder: PassageBuilder, place: Place = {}): void {
    const draft = builder.finish();
    if (draft) this.#add(draft, { kind: 'code', level: 0, parent: this.#parentOf(place) });
  }

  #heading(draft: Draft, size: { readonly level: number; readonly rank: number }, place: Place): void {
    if (place.item || place.quoted) {
      this.#add(draft, { kind: 'heading', level: size.level, parent: this.#parentOf(place) });
      return;
    }
    while ((this.#headings.at(-1)?.rank ?? 0) >= size.rank) this.#headings.pop();
    const passage = this.#add(draft, { kind: 'heading', level: size.level, parent: this.#parentOf(place) });
    this.#headings.push({ rank: size.rank, passage });
  }

  #parentOf(place: Place): Passage | undefined {
    return place.item ?? this.#headings.at(-1)?.passage;
  }

  #add(draft: Draft, entry: Entry): Passage {
    const leadIn = leadInOf(draft, entry.kind);
    const { kind, level, parent, header } = entry;
    const passage: Passage = {
      kind,
      level,
      parent,
      index: this.passages.length,
      start: draft.offsets[0] ?? 0,
      end: draft.offsets[draft.text.length] ?? 0,
      text: draft.text,
      offsets: draft.offsets,
      links: draft.links,
      sentences: sentencesOf(draft, entry.kind),
      ...(header ? { header } : {}),
      ...(draft.longEnds.size > 0 ? { longEnds: draft.longEnds } : {}),
      ...(draft.cells.length > 0 ? { cells: draft.cells } : {}),
      ...(leadIn ? { leadIn } : {}),
    };
    this.passages.push(passage);
    return passage;
  }
}

function sentencesOf(draft: Draft, kind: PassageKind) {
  if (kind === 'code') return [];
  if (draft.cells.length === 0) return splitSentences(draft.text);
  return draft.cells.flatMap((cell) => splitSentences(draft.text, cell));
}

function leadInOf(draft: Draft, kind: PassageKind): Span | undefined {
  const first = draft.strongs[0];
  if (first?.start !== 0 || kind === 'code') return undefined;
  return first.end < draft.text.length || kind === 'list-item' ? { start: first.start, end: first.end } : undefined;
}

function isBoldHeading(draft: Draft): boolean {
  const first = draft.strongs[0];
  if (first?.start !== 0 || draft.text.length > LONGEST_BOLD_HEADING || draft.text.includes('\n')) return false;
  const rest = draft.text.slice(first.end).trim();
  if (rest !== '' && rest !== '：' && rest !== ':') return false;
  return !endsLikeSentence(draft.text.slice(0, first.end));
}
