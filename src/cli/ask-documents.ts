import { join, relative } from 'node:path';
import { checkedDocuments } from '../answer/checked-documents.ts';
import type { Documents } from '../answer/documents.ts';
import type { DocumentResult } from '../assessment/result.ts';
import { PACKAGE_ROOT } from '../settings.ts';
import { detectFormat } from '../text/detect-format.ts';
import type { Checker, Context } from './context.ts';
import { findDocuments, readInput } from './input.ts';

const LARGEST = 20_000_000;
const CORPUS = join(PACKAGE_ROOT, 'seed', 'documents');

/** The documents named, or the corpus that Errata ships; checked when an answer first needs them. */
export function askedDocuments(engine: Checker, paths: readonly string[] | undefined, context: Context): Documents {
  return checkedDocuments(async () => {
    const results: DocumentResult[] = [];
    for (const path of (paths ?? [CORPUS]).flatMap((argument) => findDocuments(argument))) {
      const text = await readInput(path, context.stdin, LARGEST);
      const name = paths ? path : relative(PACKAGE_ROOT, path);
      results.push(engine.check({ name, text, format: detectFormat(path, text) }));
    }
    return results;
  });
}
