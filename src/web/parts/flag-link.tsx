import type { ComponentChildren } from 'preact';
import { address } from '../state/route.ts';
import { RoomLink } from './link.tsx';

interface FlagLinkProps {
  /** The name of a document of the graph. */
  readonly document: string;
  /** The id of the claim there; where it is not known, `start` and `end` find it. */
  readonly claim?: string;
  /** Where the flag lies in the text: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly children: ComponentChildren;
}

/** Leads to a flag in an ingested document. */
export function FlagLink({ document, claim, start, end, children }: FlagLinkProps) {
  const at = claim === undefined ? `${start}-${end}` : undefined;
  return (
    <RoomLink class="flag-link" to={address('check', { document, claim, at })}>
      {children}
    </RoomLink>
  );
}
