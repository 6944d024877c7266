import { describe, expect, it } from 'vitest';
import { formatReport, type ImportReport, SkipLog } from '../../src/import/report.ts';

const report: ImportReport = {
  importer: 'csv',
  read: 3,
  added: { entities: 1, facts: 2, names: 0 },
  matched: { entities: 1, facts: 4 },
  conflicting: [
    {
      origin: 'row 2',
      entity: 'model/wren',
      predicate: 'releaseDate',
      imported: '2020',
      known: [{ value: '2019-05', sources: ['https://example.org/byte'] }],
      reason: 'another value is known',
    },
  ],
  ambiguous: [
    { origin: 'row 3', name: 'Robin', candidates: ['model/a', 'model/b'], reason: 'several entities have this name' },
  ],
  skipped: [{ reason: 'row without a name', count: 7, examples: ['row 4', 'row 5'] }],
  files: ['out/model.yaml'],
  incomplete: 'the file is cut off',
};

describe('the report of an import', () => {
  it('says what was added, what not, and why', () => {
    expect(formatReport(report)).toBe(`csv: 3 records read
added        1 entities, 2 facts, 0 names and links
matched      1 entities, 4 facts known already
conflicting  1
  row 2: model/wren releaseDate: 2020 – another value is known: 2019-05 <https://example.org/byte>
ambiguous    1
  row 3: 'Robin': several entities have this name: model/a, model/b
skipped      7
  7 × row without a name (row 4; row 5 …)
written      out/model.yaml
incomplete   the file is cut off
`);
  });

  it('counts what is skipped by reason, most frequent first', () => {
    const log = new SkipLog();
    log.add('rare', 'a');
    for (let index = 0; index < 9; index++) log.add('often', `example ${index}`);
    expect(log.list().map(({ reason, count, examples }) => [reason, count, examples.length])).toEqual([
      ['often', 9, 5],
      ['rare', 1, 1],
    ]);
  });
});
