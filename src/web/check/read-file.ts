import type { Bilingual } from '../../assessment/result.ts';
import type { Format } from './checked.ts';
import type { Draft } from './draft.ts';

/** A file's text, or why it has none. */
export type ReadFile = Draft | { readonly trouble: Bilingual };

/** Bytes that are read at most. */
const MOST = 20_000_000;

/** Reads a dropped or picked file: UTF-8, UTF-16 with its mark, or GB18030, as the command line does. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST) return { trouble: TOO_LARGE };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { trouble: UNREADABLE };
  const text = decode(new Uint8Array(bytes));
  return text === undefined ? { trouble: BINARY } : { text, name: file.name, format: formatOf(file.name) };
}

/** Undefined where the bytes are no text. */
export function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of marked(bytes) ?? ['utf-8', 'gb18030']) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined && !BINARY_SIGNS.test(text)) return text;
  }
  return undefined;
}

/** Characters that texts do not have. */
const BINARY_SIGNS = /[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/u;

function marked([first, second]: Uint8Array): readonly string[] | undefined {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function formatOf(name: string): Format | undefined {
  if (/\.(?:md|markdown)$/iu.test(name)) return 'markdown';
  return /\.html?$/iu.test(name) ? 'html' : undefined;
}

const TOO_LARGE = {
  en: 'This file is larger than 20 MB. Check it in parts.',
  zh: '文件超过 20 MB。请拆分后逐段核查。',
};
const UNREADABLE = {
  en: 'This cannot be read: drop a single file, not a folder.',
  zh: '无法读取：请拖入单个文件，而不是文件夹。',
};
const BINARY = {
  en: 'This file is no text. Drop a .md, .txt or .html file; save other documents as text first.',
  zh: '该文件不是文本。请拖入 .md、.txt 或 .html 文件；其他文档请先另存为文本。',
};
