import type { Readable } from 'node:stream';
import { ImportError } from '../import-error.ts';
import type { SkipLog } from '../report.ts';
import { isWanted, type Wanted } from './filter.ts';
import { type LineOptions, readLines } from './lines.ts';
import { splitObjects } from './split-objects.ts';

/** The largest file that is read whole: one entity, or `{"entities": …}`. Dumps are read line by line, of any size. */
const WHOLE = 400_000_000;
const COMMA = 44;

export interface FileOptions extends LineOptions {
  readonly wanted: Wanted;
  readonly skips: SkipLog;
}

/** Counts of a reading, filled as it goes on. */
export interface FileCounts {
  /** Items seen, wanted or not. */
  items: number;
  /** Of those, the ones that are not wanted. */
  passed: number;
  /** Set where the input ends early. */
  cut?: string;
}

/**
 * The entities of a file as parsed JSON: one entity, `{"entities": {…}}` (both pretty-printed or not), an array, or the form of
 * the dumps: `[`, then one entity a line with a comma behind it, then `]`. Also one entity a line without the array.
 * What cannot be parsed is noted and left out; so is the incomplete end of a file that is cut.
 */
export async function* readEntities(
  input: string | Readable,
  counts: FileCounts,
  options: FileOptions,
): AsyncGenerator<unknown> {
  const cut = (reason: string) => {
    counts.cut = reason;
    options.onCut?.(reason);
  };
  const lines = readLines(input, { onBytes: options.onBytes, onCut: cut });
  const first = await nextLine(lines);
  if (first === undefined) {
    if (counts.cut === undefined)
      throw new ImportError('the file is empty. Give an entity, {"entities": …} or a dump of Wikidata.');
    return;
  }
  const head = first.toString('latin1', 0, 1);
  if (head !== '{' && head !== '[')
    throw new ImportError('this is no JSON of Wikidata: it begins neither with { nor with [.');
  if (isArrayStart(first)) yield* readDump(lines, counts, options, cut);
  else if (isEntityLine(first)) yield* readDump(prepend(first, lines), counts, options, cut, true);
  else yield* readWhole(prepend(first, lines), counts, options, cut);
}

async function* readDump(
  lines: AsyncGenerator<Buffer>,
  counts: FileCounts,
  options: FileOptions,
  cut: (reason: string) => void,
  open = false,
): AsyncGenerator<unknown> {
  let closed = open;
  let number = open ? 0 : 1;
  for await (const raw of lines) {
    number++;
    const line = trim(raw);
    if (line.length === 0) continue;
    if (line.length === 1 && line[0] === 93) {
      closed = true;
      continue;
    }
    counts.items++;
    if (!isWanted(line, options.wanted)) {
      counts.passed++;
      continue;
    }
    try {
      yield JSON.parse(line.toString('utf8')) as unknown;
    } catch (error) {
      options.skips.add(
        'line that is no JSON',
        `line ${number}: ${error instanceof Error ? error.message.slice(0, 80) : ''}`,
      );
    }
  }
  if (!closed && counts.cut === undefined)
    cut(`the file ends after line ${number} without the closing ]: it is cut off`);
}

async function* readWhole(
  lines: AsyncGenerator<Buffer>,
  counts: FileCounts,
  options: FileOptions,
  cut: (reason: string) => void,
): AsyncGenerator<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const line of lines) {
    parts.push(line);
    size += line.length + 1;
    if (size > WHOLE)
      throw new ImportError('the file is over 400 MB and not in the form of the dumps (one entity a line).');
  }
  const text = parts.map((part) => part.toString('utf8')).join('\n');
  for (const entity of parseWhole(text, options, cut)) {
    counts.items++;
    const { ids } = options.wanted;
    if (ids === undefined || ids.has(String((entity as { id?: unknown }).id))) yield entity;
    else counts.passed++;
  }
}

/** The entities of a text in any of the forms that are no dump; of one that is cut, the complete ones. */
function parseWhole(text: string, { skips }: FileOptions, cut: (reason: string) => void): unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    if (Array.isArray(json)) return json;
    if (typeof json !== 'object' || json === null) return [];
    if (!('entities' in json)) return [json];
    const { entities } = json;
    if (Array.isArray(entities)) return entities;
    return typeof entities === 'object' && entities !== null ? Object.values(entities) : [];
  } catch {
    const depth = text.startsWith('[') ? 1 : /^\{\s*"entities"\s*:/u.test(text) ? 2 : 0;
    const { objects, rest } = splitObjects(text, depth);
    cut(rest ? 'the JSON is cut off' : 'the JSON is malformed');
    return objects.flatMap((object) => {
      try {
        return [JSON.parse(object) as unknown];
      } catch (error) {
        skips.add('entity that is no JSON', error instanceof Error ? error.message.slice(0, 80) : '');
        return [];
      }
    });
  }
}

async function nextLine(lines: AsyncGenerator<Buffer>): Promise<Buffer | undefined> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = trim(stripMark(next.value));
    if (line.length > 0) return line;
  }
  return undefined;
}

/** `[` alone on its line: the form of the dumps. */
function isArrayStart(line: Buffer): boolean {
  return line.length === 1 && line[0] === 91;
}

/** A line that holds a whole entity. */
function isEntityLine(line: Buffer): boolean {
  if (line[0] !== 123 || line[line.length - 1] !== 125) return false;
  const head = line.toString('latin1', 0, 200);
  return /^\{\s*(?:"pageid"[^{]*)?"(?:type|id)"\s*:\s*"/u.test(head);
}

async function* prepend(first: Buffer, lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* lines;
}

function stripMark(line: Buffer): Buffer {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

/** Without white space around it and the comma behind it. */
function trim(line: Buffer): Buffer {
  let start = 0;
  let end = line.length;
  while (start < end && isSpace(line[start])) start++;
  while (end > start && (isSpace(line[end - 1]) || line[end - 1] === COMMA)) end--;
  return line.subarray(start, end);
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 13 || byte === 10;
}
