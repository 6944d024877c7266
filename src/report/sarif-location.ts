import type { LineIndex } from './position.ts';

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
  readonly snippet: { readonly text: string };
}

const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/**
 * Where a document lies, as a relative URI below the folder the command ran in (`%SRCROOT%`), or as an absolute
 * `file:` URI. Standard input, which has no place, is called `stdin`.
 */
export function artifactLocation(document: string): { uri: string; uriBaseId?: string } {
  const path = document.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
  const escaped = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(LONE_SURROGATE, '\u{fffd}')))
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${escaped}` };
  if (/^[a-z]:\//iu.test(path)) return { uri: `file:///${path.slice(0, 2)}${escaped.slice(4)}` };
  return { uri: escaped, uriBaseId: '%SRCROOT%' };
}

/** A span of a document, in every coordinate SARIF knows for text. */
export function physicalLocation(
  artifact: object,
  span: { readonly start: number; readonly end: number },
  text: string,
  lines: LineIndex,
): { artifactLocation: object; region: Region } {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: span.end - span.start,
    snippet: { text: text.slice(span.start, span.end) },
  };
  return { artifactLocation: artifact, region };
}

/** The section a claim stands in, as a logical location; nothing outside sections. */
export function logicalLocations(section: readonly string[]): { logicalLocations?: object[] } {
  const name = section.at(-1);
  if (name === undefined) return {};
  return { logicalLocations: [{ name, fullyQualifiedName: section.join(' › '), kind: 'section' }] };
}
