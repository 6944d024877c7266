import { isCjk } from './characters.ts';

/** A plain `http(s)://domain/path` without the characters that need Markdown's finer rules. */
const ADDRESS = /https?:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:\/[A-Za-z0-9/._%#?=-]*)?/y;
const TRAILING = /[?!.,:*_~'")]+$/;
const AFTER = /^[.,:!?"')]*(?:\s|$)/;
const BEYOND = /[^!-~]/;

/**
 * Reads the bare address at `at` in a line. Returns its length, or undefined where Markdown's full rules are needed.
 * Unlike GFM, which runs on to the next space, an address ends before Chinese writing.
 */
export function readBareUrl(line: string, at: number): number | undefined {
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(line)?.[0];
  if (!match || /[A-Za-z]/.test(line[at - 1] ?? '')) return undefined;
  const length = bareUrlLength(match);
  if (/-$|[-.]\//.test(match) || length <= match.indexOf('://') + 3) return undefined;
  const rest = line.slice(at + length, at + length + 10);
  return AFTER.test(rest) || (match.length === length && isCjk(rest.charCodeAt(0))) ? length : undefined;
}

/** How much of an address as GFM finds it is the address: up to Chinese writing, without trailing punctuation. */
export function bareUrlLength(address: string): number {
  const end = BEYOND.exec(address)?.index ?? address.length;
  return address.slice(0, end).replace(TRAILING, (marks) => (marks.startsWith(')') && address.includes('(') ? ')' : ''))
    .length;
}
