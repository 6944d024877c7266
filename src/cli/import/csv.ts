import { dirname, join } from 'node:path';
import { loadCsvMap } from '../../import/csv/map-schema.ts';
import { readCsvFile } from '../../import/csv/read-csv.ts';
import { readRows } from '../../import/csv/read-rows.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type ImportFlags, runImport, startShare } from './import.ts';

export interface CsvFlags extends ImportFlags {
  readonly map: string;
  readonly encoding?: string;
  readonly separator?: string;
}

export async function importCsv(file: string, flags: CsvFlags, context: Context): Promise<ExitCode> {
  return importTable('csv', file, flags, context, () => flags.map);
}

/** Epoch AI's table: the map that ships beside the ontology. */
export async function importEpoch(file: string, flags: ImportFlags, context: Context): Promise<ExitCode> {
  return importTable('epoch', file, flags, context, (ontology) => join(dirname(ontology), 'import', 'epoch.yaml'));
}

async function importTable(
  importer: string,
  file: string,
  flags: ImportFlags & Partial<CsvFlags>,
  context: Context,
  mapFor: (ontologyPath: string) => string,
): Promise<ExitCode> {
  return runImport(flags, context, async ({ ontology }, settings) => {
    const map = loadCsvMap(mapFor(settings.ontology), ontology);
    const table = readCsvFile(file, {
      separator: flags.separator ?? map.separator,
      encoding: flags.encoding ?? map.encoding,
    });
    const share = startShare(context, table.rows.length, flags.quiet === true);
    try {
      return readRows(importer, table, map, ontology, () => share.add(1));
    } finally {
      share.stop();
    }
  });
}
