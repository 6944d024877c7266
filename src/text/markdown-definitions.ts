import type { Span } from './document.ts';

/** The targets of reference links by identifier, with the original offsets of the address. */
export type Definitions = ReadonlyMap<string, Definition>;

interface Definition {
  readonly label: string;
  readonly url: string;
  readonly target: Span;
}

const DEFINITION = /^ {0,3}\[([^[\]\\\r\n]{1,200})\]:[ \t]*<?([^\s<>]{1,2000})/gm;
const LABEL = /\[([^[\]\\]{1,200})\]/g;

/** Finds the link and footnote definitions (`[label]: url`) of a range. The first of a label counts. */
export function findDefinitions(text: string, span: Span): Definitions {
  const definitions = new Map<string, Definition>();
  const source = text.slice(span.start, span.end);
  if (!source.includes(']:')) return definitions;
  for (const match of source.matchAll(DEFINITION)) {
    const [whole, label = '', url = ''] = match;
    const end = span.start + match.index + whole.length;
    const identifier = identify(label);
    if (!definitions.has(identifier))
      definitions.set(identifier, { label, url, target: { start: end - url.length, end } });
  }
  return definitions;
}

/** Appends the definitions that a stretch of Markdown refers to, so that it can be parsed apart from the rest. */
export function withDefinitions(source: string, definitions: Definitions): string {
  if (definitions.size === 0 || !source.includes('[')) return source;
  const wanted = new Set<Definition>();
  for (const match of source.matchAll(LABEL)) {
    const definition = definitions.get(identify(match[1] ?? ''));
    if (definition) wanted.add(definition);
  }
  if (wanted.size === 0) return source;
  return `${source}\n\n${[...wanted].map(({ label, url }) => `[${label}]: ${url}`).join('\n\n')}`;
}

function identify(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase();
}
