import { ErrataError } from '../errors.ts';
import { looksChinese, nameBinary } from './byte-signs.ts';

/** The encodings that `decodeBytes` recognises. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Text and how it was encoded. */
export interface DecodedText {
  /** The text without byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Input that is no text, or text in an encoding that cannot be told. Codes: `INPUT_BINARY`, `INPUT_ENCODING`. */
export class UnreadableInputError extends ErrataError {}

/**
 * Decodes a file's bytes: UTF-8 and UTF-16 by their byte order marks, else UTF-8 if valid, else GB18030 if the result
 * is mostly common Chinese. Throws `UnreadableInputError` for binary files and for anything that is neither.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const binary = nameBinary(bytes);
  if (binary) {
    throw new UnreadableInputError(
      'INPUT_BINARY',
      `This is ${binary}, not text. Convert it to Markdown, HTML or plain text first.`,
    );
  }
  return decodeUtf8(bytes);
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  if (bytes.length % 2 === 1) {
    throw new UnreadableInputError(
      'INPUT_ENCODING',
      `The byte order mark says ${encoding.toUpperCase()}, but the file has an odd number of bytes (${bytes.length}): it is cut off. Save it again, best as UTF-8.`,
    );
  }
  // Lone surrogates become U+FFFD; they harm nothing else.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (cause) {
    const text = looksChinese(bytes) ? decodeGb18030(bytes) : undefined;
    if (text !== undefined) return { text, encoding: 'gb18030' };
    throw new UnreadableInputError(
      'INPUT_ENCODING',
      `The text is neither UTF-8 (invalid from byte ${validUtf8Length(bytes)} on) nor GB18030. Convert it to UTF-8 first, for example with "iconv -f ENCODING -t UTF-8".`,
      { cause },
    );
  }
}

function decodeGb18030(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes from the start decode: halves the range until the first fault is found. */
function validUtf8Length(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
