import type { ComponentChildren } from 'preact';
import { address } from '../state/route.ts';
import { RoomLink } from './link.tsx';

interface FlagLinkProps {
  /** The name of a document of the graph. */
  readonly document: string;
  /** Where the flag lies in its text: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly children: ComponentChildren;
}

/** Leads to a flag in an ingested document. */
export function FlagLink({ document, start, end, children }: FlagLinkProps) {
  return (
    <RoomLink class="flag-link" to={address('check', { document, at: `${start}-${end}` })}>
      {children}
    </RoomLink>
  );
}
