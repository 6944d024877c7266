import { statSync } from 'node:fs';
import { join } from 'node:path';
import { WikidataClient } from '../../import/wikidata/client.ts';
import { loadPropertyMap, propertyMapPath } from '../../import/wikidata/property-map.ts';
import { type Selection, WikidataReader } from '../../import/wikidata/read-wikidata.ts';
import { packageVersion } from '../../settings.ts';
import { type Context, complain } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { InputError } from '../input.ts';
import { formatSize } from '../size.ts';
import { type ImportFlags, runImport, startShare } from './import.ts';

export interface WikidataFlags extends ImportFlags {
  readonly select?: Selection;
  readonly properties?: string;
  readonly baseUrl: string;
  readonly cache?: string;
  readonly refresh?: boolean;
  readonly contact?: string;
}

const ID = /^Q\d+$/u;
/** From this size on a file is taken for a dump of everything, which nobody wants whole. */
const DUMP = 1_000_000_000;

export async function importWikidata(
  what: readonly string[],
  flags: WikidataFlags,
  context: Context,
): Promise<ExitCode> {
  const ids = [...new Set(what.filter((one) => ID.test(one.toUpperCase())).map((id) => id.toUpperCase()))];
  const files = what.filter((one) => !ID.test(one.toUpperCase()));
  const total = files.length === 0 ? ids.length : sizeOf(files, flags, ids.length > 0);
  return runImport(flags, context, async (knowledge, settings) => {
    const map = loadPropertyMap(flags.properties ?? propertyMapPath(settings.ontology), knowledge.ontology);
    const share = startShare(context, total, flags.quiet === true);
    const picked = files.length > 0 && ids.length > 0 ? new Set(ids) : undefined;
    const progress =
      files.length > 0 ? { onBytes: (bytes: number) => share.add(bytes) } : { onItem: () => share.add(1) };
    const reader = new WikidataReader({ map, knowledge, select: flags.select, ids: picked, ...progress });
    try {
      for (const file of files) await reader.readFile(file === '-' ? context.stdin : file);
      if (files.length === 0) await fetchItems(reader, ids, flags, context);
    } finally {
      share.stop();
    }
    return reader.finish();
  });
}

async function fetchItems(
  reader: WikidataReader,
  ids: readonly string[],
  flags: WikidataFlags,
  context: Context,
): Promise<void> {
  const { baseUrl, cache, refresh, contact } = flags;
  if (!URL.canParse(baseUrl)) throw new InputError(`--base-url ${baseUrl}: no URL. Write it in full (https://…).`);
  const client = new WikidataClient({
    baseUrl,
    userAgent: `Errata/${packageVersion()} (${contact ?? 'knowledge importer'}) Node/${process.versions.node}`,
    cache: cache ?? join(context.environment.ERRATA_DATA || 'data', 'cache', 'wikidata'),
    refresh: refresh === true,
    onWait: (message) => void complain(context, baseUrl, message),
  });
  await reader.fetch(ids, client);
  await reader.resolve(client);
}

/** The size of all files. @throws InputError where a dump of everything is to be read without a selection. */
function sizeOf(files: readonly string[], { select }: WikidataFlags, picked: boolean): number {
  let total = 0;
  for (const file of files) {
    if (file === '-') continue;
    const size = statSync(file).size;
    if (size >= DUMP && select === undefined && !picked) {
      throw new InputError(
        `${file} has ${formatSize(size)}: say which of its items to take. --select known: those that the knowledge has; --select all; or ids (Q42 …).`,
      );
    }
    total += size;
  }
  return Math.max(total, 1);
}
