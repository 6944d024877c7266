import { fold } from '../text/fold.ts';

/** A name as it is compared: case, width, accents, Traditional or Simplified, dashes and spacing do not matter. */
export function nameKey(text: string): string {
  return fold(text).replaceAll(/\s+/gu, ' ').trim();
}

/** A link as it is compared: without protocol, `www.`, mobile host, query of no meaning, or trailing slash. */
export function linkKey(url: string): string {
  const bare = url
    .trim()
    .replace(/^https?:\/\//iu, '')
    .replace(/^(?:www|m)\./iu, '')
    .replace(/^([a-z-]+)\.m\.wikipedia\.org/iu, '$1.wikipedia.org')
    .replace(/^wikidata\.org\/(?:entity|wiki\/Special:EntityData)\//iu, 'wikidata.org/wiki/')
    .replace(/[/#?]+$/u, '');
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  return host.toLowerCase() + (slash < 0 ? '' : decode(bare.slice(slash)).replaceAll(' ', '_'));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The name part of an id: small Latin letters and digits joined by hyphens; other scripts stay where there is no Latin. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const latin = plain
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  if (/[a-z]/u.test(latin)) return latin.slice(0, 80).replace(/-+$/u, '');
  const other = name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return other === '' ? 'unnamed' : other.slice(0, 80);
}

/** A name without initials in its middle («Ada B. Byte» → «Ada Byte»); undefined where it has none. */
export function withoutInitials(name: string): string | undefined {
  const shorter = name.replaceAll(/(?<=\S) \p{Lu}\.?(?= \S)/gu, '');
  return shorter === name ? undefined : shorter;
}
