import type { ComponentChildren } from 'preact';
import { go } from '../state/route.ts';

/** A link within the page: opens without loading it anew, but like any link in a new tab. */
export function RoomLink({ to, children, ...more }: RoomLinkProps) {
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={open} {...more}>
      {children}
    </a>
  );
}

interface RoomLinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
  readonly 'aria-current'?: 'page' | undefined;
}

/** An address from documents or sources, opened elsewhere; anything but http and https is shown as text. */
export function OuterLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  if (!isWebAddress(url)) return <span class="dead-link">{children}</span>;
  return (
    <a class="outer-link" href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** Whether it is an address that may be opened. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}
