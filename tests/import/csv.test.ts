import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents, importing, loadWith, temporary } from './world.ts';

const MAP = `
source: { id: bird-list, url: https://example.org/birds, title: List of birds (CC BY 4.0), kind: secondary, read: 2026-01 }
rowSource: { suffix: " (as cited by the list)" }
kind: model
label: { en: Name, zh: 中文 }
labelAliasIn: '\\s*\\(([A-Z]+)\\)$'
columns:
  Maker: { predicate: developer, kind: organisation, create: true, list: "/[,;]\\\\s*/", most: 3, values: { BW: Bit Works } }
  Date: { predicate: releaseDate }
  Size: { predicate: parameterCount, when: { column: Sure, isNot: [guess] } }
  Site: { predicate: homepage, empty: [n/a] }
  Also: { as: alias, list: "|" }
  Paper: { as: source }
`;
const HEADER = 'Name,中文,Maker,Date,Size,Sure,Site,Also,Paper';

function write(name: string, content: string | Uint8Array): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}

async function importTable(
  content: string | Uint8Array,
  { map = MAP, flags = [] as string[], into = temporary() } = {},
) {
  const outcome = await importing(into, [
    'csv',
    write('table.csv', content),
    '--map',
    write('map.yaml', map),
    ...flags,
  ]);
  return { into, ...outcome };
}

/** Rows whose names meet what the import itself makes: a maker called as a row is, an alias that is a row's name, names of signs. */
const TWINS: [string[][]][] = [
  [
    [
      ['Robin', '', 'Robin', '', '', '', '', 'Wren', ''],
      ['Crow', '', 'Robin', '', '', '', '', 'Wren', ''],
    ],
  ],
  [
    [
      ['', 'Jay', '', '', '', '', '', 'Wren', ''],
      ['Robin', '', '', '', '', '', '', 'Wren', ''],
      ['', '#', '', '', '', '', '', 'Robin', ''],
    ],
  ],
  [
    [
      ['', '!', 'Robin', '', '', '', '', '', ''],
      ['Bit Works, Nest', '', 'Robin', '', '', '', '', 'Wren', ''],
      ['$', '', 'Robin', '', '', '', '', 'Wren', ''],
    ],
  ],
];

describe('import csv', () => {
  it('turns columns into facts, names, links and sources', async () => {
    const row =
      '"Robin (RB)",知更鸟,"BW, Nest\nLabs",2020-03-01,1.5B,yes,https://example.org/robin,Redbreast|Erithacus,https://example.org/paper';
    const { into, report } = await importTable(`${HEADER}\n${row}\n`);
    expect(report).toMatchObject({ read: 1, added: { entities: 2, facts: 5 }, matched: { entities: 1 }, skipped: [] });
    expect(contents(into)['model.yaml']).toBe(`entities:
  model/robin:
    kind: model
    label: { en: Robin, zh: 知更鸟 }
    aliases: { en: [ RB, Redbreast, Erithacus ] }
    source: [ bird-list, bird-list-819ae6b622 ]
    facts:
      developer: [ organisation/bit-works, organisation/nest-labs ]
      releaseDate: 2020-03-01
      parameterCount: 1500000000
      homepage: https://example.org/robin
`);
    const { sources } = loadWith(into);
    expect(sources.get('bird-list')?.title).toBe('List of birds (CC BY 4.0)');
    expect([...sources.values()].map(({ title }) => title)).toContain('Robin (as cited by the list)');
  });

  it('lists what the knowledge contradicts and writes nothing of it', async () => {
    const { into, report } = await importTable(`${HEADER}\nWren,,Nest Labs,2019-05-07,2000000,yes,,,\n`);
    expect(report.conflicting.map(({ predicate, imported, reason }) => [predicate, imported, reason])).toEqual([
      ['developer', 'organisation/nest-labs', 'the known list is complete without it'],
      ['parameterCount', '2000000 parameters', 'another value is known'],
    ]);
    expect(report).toMatchObject({ added: { entities: 0, facts: 0 }, matched: { entities: 1, facts: 1 }, files: [] });
    expect(contents(into)).toEqual({});
  });

  it('skips with reasons', async () => {
    const rows = [
      'Robin,,,someday,guessed,yes,n/a,,',
      'Robin,,,,,,,,',
      ',,,2020,,,,,',
      'Crow,,"A,B,C,D",,7e9,guess,no url,,',
    ];
    const { report } = await importTable(`${HEADER}\n${rows.join('\n')}\n`);
    expect(Object.fromEntries(report.skipped.map(({ reason, examples }) => [reason, examples[0]]))).toEqual({
      'Date: no value that releaseDate takes': 'row 2: someday',
      'Size: no value that parameterCount takes': 'row 2: guessed',
      'row with the name of an earlier row (row 2)': 'row 3 Robin',
      'row without a name': 'row 4',
      'Maker: more than 3 values': 'row 5',
      "Size: left out where Sure is 'guess'": 'row 5',
      'Site: no value that homepage takes': 'row 5: no url',
    });
  });

  it.each([
    ['a byte order mark and CRLF', `\uFEFF${HEADER}\r\nRobin,,,2020,,,,,\r\n`],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\nRobin;;;2020;;;;;\n`],
    ['tabs', `${HEADER.replaceAll(',', '\t')}\nRobin\t\t\t2020\t\t\t\t\t\n`],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEADER}\nRobin,,,2020,,,,,\n`, 'utf16le')])],
    ['other columns beside', `X,${HEADER}\n"1\n2",Robin,,,2020,,,,,\n`],
    [
      'quoted names of columns',
      `"Name","中文","Maker","Date","Size","Sure","Site","Also","Paper"\nRobin,,,2020,,,,,\n`,
    ],
  ])('reads %s', async (_, content) => {
    const { into, code } = await importTable(content);
    expect(code).toBe(0);
    expect(loadWith(into).factsOf('model/robin', 'releaseDate')).toHaveLength(1);
  });

  it('reads an encoding that is named', async () => {
    const bytes = Buffer.from(`${HEADER}\nCaf\xe9,,,2020,,,,,\n`.replace('中文', 'X'), 'latin1');
    const map = MAP.replace(', zh: 中文', '');
    const refused = await importTable(bytes, { map });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--encoding');
    const { into } = await importTable(bytes, { map, flags: ['--encoding', 'windows-1252'] });
    expect(loadWith(into).entities.get('model/cafe')?.label.en).toBe('Café');
    expect((await importTable(bytes, { map, flags: ['--encoding', 'klingon'] })).stderr).toContain(
      'there is no such encoding',
    );
  });

  it('leaves out rows with too many or too few cells, and names their lines', async () => {
    const rows = ['Robin,,,2020,,,,,', '"Crow says "caw, caw"",,,2020,,,,,', 'Owl,,,2020', 'Jay,,,2021,,,,,'];
    const { code, report } = await importTable(`${HEADER}\n${rows.join('\n')}\n`);
    expect(code).toBe(0);
    expect(report.added.entities).toBe(2);
    expect(report.skipped).toMatchObject([
      {
        reason: 'row that cannot be read',
        count: 2,
        examples: ['line 3: 10 cells instead of 9', 'line 4: 4 cells instead of 9'],
      },
    ]);
  });

  it('takes stray quotes as they stand', async () => {
    const { into, code } = await importTable(`${HEADER}\nRo"bin,,,2020,,,,,\n"Crow"s,,,2020,,,,,\nJay,,,2021,,,,,\n`);
    expect(code).toBe(0);
    expect([...loadWith(into).entities.values()].map(({ label }) => label.en)).toEqual(
      expect.arrayContaining(['Ro"bin', '"Crow"s', 'Jay']),
    );
  });

  it('keeps what stands before a cell that never ends', async () => {
    const { code, report } = await importTable(`${HEADER}\nRobin,,,2020,,,,,\n"Crow,,,2020,,,,,\nJay,,,2021,,,,,\n`);
    expect(code).toBe(2);
    expect(report.added.entities).toBe(1);
    expect(report.incomplete).toMatch(/opens in or after line 3 is never closed/u);
  });

  it('names missing columns and those that are there', async () => {
    const { code, stderr } = await importTable('Bird,Date\nRobin,2020\n');
    expect(code).toBe(2);
    expect(stderr).toContain("the file lacks 'Name', '中文', 'Maker'");
    expect(stderr).toContain("it has 'Bird', 'Date'");
  });

  it('names mistakes of the map with line and fix', async () => {
    const map = MAP.replace('releaseDate', 'releaseDay').replace('kind: model', 'kind: modle');
    const { code, stderr } = await importTable(`${HEADER}\n`, { map });
    expect(code).toBe(2);
    expect(stderr).toMatch(/map\.yaml:4:\d+: unknown kind 'modle'/u);
    expect(stderr).toMatch(/map\.yaml:9:\d+: unknown predicate 'releaseDay'/u);
  });

  it('makes ids, dates and qualifiers as the map says', async () => {
    const map = `
source: { id: staff, url: https://example.org/staff, title: Staff, kind: primary }
kind: person
label: { en: Who }
id: person/{Who}-{Born}
columns:
  Born: { predicate: birthDate }
  Where: { predicate: employer, kind: organisation, qualifiers: { start: From, end: To, asOf: Seen }, date: DD/MM/YYYY }
`;
    const { into } = await importTable(
      'Who,Born,Where,From,To,Seen\nEve Null,1970,Bit Works,01/02/1999,,31/01/2026\n',
      { map },
    );
    const [fact] = loadWith(into).factsOf('person/eve-null-1970', 'employer');
    expect(fact).toMatchObject({
      qualifiers: { start: '1999-02-01' },
      asOf: '2026-01-31',
      value: { id: 'organisation/bit-works' },
    });
  });

  it('writes the same bytes however often it runs, whatever the cells hold', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('Robin', 'Wren', 'Bit Works, Nest', '2020-01', '7e9', 'yes: no', '- x', '#'),
    );
    const rows = fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const lines = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const table = `${HEADER}\n${lines.join('\n')}\n`;
        const first = await importTable(table);
        expect(first.stderr).toBe('');
        const before = contents(first.into);
        const second = await importTable(table, { into: first.into });
        expect(second.report.files).toEqual([]);
        expect(contents(first.into)).toEqual(before);
        loadWith(first.into);
      }),
      { numRuns: 40, examples: TWINS },
    );
  }, 60_000);
});
