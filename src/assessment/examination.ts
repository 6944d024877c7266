import type { Claim, Reading } from '../claims/claim.ts';
import type { EntityId, PartialDate } from '../knowledge/model.ts';
import type { Mention } from '../linking/mentions.ts';
import type { Passage, TextDocument } from '../text/document.ts';
import type { DocumentResult } from './result.ts';

/** A stretch of time; an absent end is open. */
export interface SaidPeriod {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** What a claim says besides what its result holds. */
export interface ClaimContext {
  readonly passage: Passage;
  /** As the text words them. */
  readonly subjectText: string;
  readonly objectText: string;
  readonly qualifiers: Readonly<Record<string, readonly EntityId[]>>;
  readonly period?: SaidPeriod;
}

/** A checked document with everything that a store keeps of it. */
export interface Examination {
  readonly document: TextDocument;
  readonly result: DocumentResult;
  /** One for each of `result.claims`, in order. */
  readonly contexts: readonly ClaimContext[];
  /** Mentions of each passage that has any. */
  readonly mentions: ReadonlyMap<Passage, readonly Mention[]>;
}

/** What a claim says about time: the date said with it, else the date that is its object. */
export function periodOf({ time }: Claim, { object }: Reading): SaidPeriod | undefined {
  const said = time?.date ?? object.value;
  if (said?.type !== 'date') return undefined;
  switch (time?.relation ?? 'at') {
    case 'at':
      return { from: said.start, to: said.end };
    case 'since':
      return { from: said.start };
    case 'after':
      return { from: said.end };
    case 'until':
      return { to: said.end };
    case 'before':
      return { to: said.start };
  }
}
