import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aliases, entity, item, type Json, person, snak, snaks, statement, texts, time } from './items.ts';
import { contents, importing, loadWith, temporary } from './world.ts';

const university = item('Q200', {
  labels: texts({ en: 'Bit University' }),
  claims: { P31: [statement(entity('P31', 'Q3918'))] },
});

function file(content: string | Uint8Array, name = 'items.json'): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}

function dump(...items: readonly Json[]): string {
  return `[\n${items.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}

async function imported(...items: readonly Json[]) {
  const into = temporary();
  const outcome = await importing(into, ['wikidata', file(dump(...items))]);
  return { into, ...outcome };
}

describe('import wikidata, statements', () => {
  it('reads names, dates, qualifiers, ranks and references', async () => {
    const employer = statement(entity('P108', 'Q200'), {
      rank: 'preferred',
      qualifiers: snaks(time('P580', '+2015-00-00T00:00:00Z', 9), time('P582', '+2018-06-00T00:00:00Z', 10)),
      references: [
        { snaks: snaks(snak('P854', 'https://example.org/cv', 'string'), time('P813', '+2025-03-01T00:00:00Z')) },
      ],
    });
    const education = statement(entity('P69', 'Q200'), {
      qualifiers: snaks(entity('P512', 'Q752297'), entity('P184', 'Q300')),
    });
    const { into, report } = await imported(
      person(
        'Q100',
        'Carl Nibble',
        {
          P106: [statement(entity('P106', 'Q5482740'))],
          P569: [statement(time('P569', '+1970-02-03T00:00:00Z'))],
          P108: [employer],
          P69: [education],
        },
        {
          labels: texts({ en: 'Carl Nibble', zh: '卡爾·尼布爾', 'zh-cn': '卡尔·尼布尔' }),
          aliases: aliases({ en: ['C. Nibble'] }),
        },
      ),
      university,
      person('Q300', 'Dora Word'),
    );
    expect(report).toMatchObject({ read: 3, conflicting: [], ambiguous: [], skipped: [] });
    expect(contents(into)['person.yaml']).toContain(`  person/carl-nibble:
    kind: person
    label: { en: Carl Nibble, zh: 卡尔·尼布尔 }
    aliases: { en: [ C. Nibble ] }
    sameAs: [ https://www.wikidata.org/wiki/Q100 ]
    source: wikidata-q100
    facts:
      isA: kind/programmer
      birthDate: 1970-02-03
      employer: { value: organisation/bit-university, start: 2015, end: 2018-06, rank: preferred, source: `);
    const knowledge = loadWith(into);
    const [study] = knowledge.factsOf('person/carl-nibble', 'educatedAt');
    expect(study?.qualifiers).toEqual({ degree: ['degree/phd'], advisor: ['person/dora-word'] });
    const [post] = knowledge.factsOf('person/carl-nibble', 'employer');
    expect(post?.sources).toMatchObject([{ url: 'https://example.org/cv', read: '2025-03-01' }]);
  });

  it.each([
    ['somevalue', statement(snak('P569', undefined, '', 'somevalue')), 'unknown value (somevalue)'],
    ['novalue', statement(snak('P569', undefined, '', 'novalue')), 'no value (novalue)'],
    ['a century', statement(time('P569', '+1900-00-00T00:00:00Z', 7)), 'less precise than a year'],
    ['a date before our era', statement(time('P569', '-0350-01-01T00:00:00Z')), 'before our era'],
    ['an impossible day', statement(time('P569', '+1970-02-31T00:00:00Z')), 'no such day'],
  ])('skips %s with the reason', async (_, claim, reason) => {
    const { into, report } = await imported(person('Q100', 'Carl Nibble', { P569: [claim] }));
    expect(report.skipped).toHaveLength(1);
    expect(report.skipped[0]?.reason).toContain(reason);
    expect(loadWith(into).factsOf('person/carl-nibble', 'birthDate')).toEqual([]);
  });

  it('gives Julian days as years', async () => {
    const { into } = await imported(
      person('Q100', 'Carl Nibble', { P569: [statement(time('P569', '+1570-02-03T00:00:00Z', 11, 'Q1985786'))] }),
    );
    expect(loadWith(into).factsOf('person/carl-nibble', 'birthDate')[0]?.value).toEqual({ type: 'date', date: '1570' });
  });

  it('prefers the preferred of several dates and keeps deprecated ones as such', async () => {
    const dates = [
      statement(time('P569', '+1970-00-00T00:00:00Z', 9)),
      statement(time('P569', '+1971-00-00T00:00:00Z', 9), { rank: 'preferred' }),
      statement(time('P569', '+1972-00-00T00:00:00Z', 9), { rank: 'deprecated' }),
    ];
    const { into } = await imported(person('Q100', 'Carl Nibble', { P569: dates }));
    const facts = loadWith(into).facts.filter(({ subject }) => subject === 'person/carl-nibble');
    expect(facts.map(({ value, rank }) => [value, rank])).toEqual([
      [{ type: 'date', date: '1971' }, 'preferred'],
      [{ type: 'date', date: '1972' }, 'deprecated'],
    ]);
  });

  it('leaves out malformed statements and unknown values, and says so', async () => {
    const { report } = await imported(
      person('Q100', 'Carl Nibble', { P569: [{ mainsnak: 7 }], P19: [statement(entity('P19', 'Q999'))] }),
    );
    expect(report.added.entities).toBe(1);
    expect(report.skipped.map(({ reason }) => reason)).toEqual([
      'birthPlace: the value is no known entity',
      'statement that is not in the documented form',
    ]);
  });
});

describe('import wikidata, matching', () => {
  it('extends a known entity that shares a link, by new facts only', async () => {
    const { into, report } = await imported(
      person(
        'Q100',
        'Ada B.',
        { P569: [statement(time('P569', '+1986-00-00T00:00:00Z', 9))], P19: [statement(entity('P19', 'Q400'))] },
        { sitelinks: { enwiki: { site: 'enwiki', title: 'Ada Byte' } } },
      ),
      item('Q400', { labels: texts({ en: 'Bitville' }), claims: { P31: [statement(entity('P31', 'Q486972'))] } }),
    );
    expect(report).toMatchObject({
      added: { entities: 0, facts: 1 },
      matched: { entities: 2, facts: 1 },
      conflicting: [],
    });
    expect(contents(into)['person.yaml']).toContain('  person/ada-byte:\n    extends: true\n');
    const ada = loadWith(into).entities.get('person/ada-byte');
    expect(ada?.sameAs).toEqual(['https://en.wikipedia.org/wiki/Ada_Byte', 'https://www.wikidata.org/wiki/Q100']);
  });

  it('lists conflicts with both sides and writes nothing of them', async () => {
    const claims = {
      P108: [statement(entity('P108', 'Q500'))],
      P569: [statement(time('P569', '+1985-00-00T00:00:00Z', 9))],
    };
    const works = item('Q500', {
      labels: texts({ en: 'Bit Works' }),
      claims: { P31: [statement(entity('P31', 'Q43229'))] },
    });
    const { into, report } = await imported(person('Q100', 'Ada Byte', claims), works);
    expect(report.conflicting).toEqual([
      {
        origin: 'Q100',
        entity: 'person/ada-byte',
        predicate: 'birthDate',
        imported: '1985',
        known: [{ value: '1986-10-23', sources: ['https://example.org/byte'] }],
        reason: 'another value is known',
      },
    ]);
    expect(loadWith(into).factsOf('person/ada-byte', 'birthDate')).toHaveLength(1);
  });

  it('takes a namesake for nobody where nothing agrees', async () => {
    const { into, report } = await imported(
      person('Q100', 'Ada Byte', { P569: [statement(time('P569', '+1885-00-00T00:00:00Z', 9))] }),
    );
    expect(report.ambiguous).toMatchObject([{ origin: 'Q100', candidates: ['person/ada-byte'] }]);
    expect(report.files).toEqual([]);
    expect(contents(into)).toEqual({});
  });

  it('never gives one known entity to two items', async () => {
    const { report } = await imported(person('Q100', 'Ada Byte'), person('Q101', 'Ada Byte'));
    expect(report.ambiguous.map(({ origin, reason }) => [origin, reason])).toEqual([
      ['Q100', 'also fits Q101'],
      ['Q101', 'also fits Q100'],
    ]);
  });

  it('gives new namesakes different ids', async () => {
    const { into } = await imported(person('Q100', 'Wei Wang'), person('Q101', 'Wei Wang'));
    expect([...loadWith(into).entities.keys()].filter((id) => id.includes('wei-wang'))).toEqual([
      'person/wei-wang',
      'person/wei-wang-q101',
    ]);
  });

  it('does not confuse entities of different kinds', async () => {
    const { report } = await imported(person('Q100', 'Wren'));
    expect(report.ambiguous).toMatchObject([
      { candidates: ['model/wren'], reason: 'an entity of another kind has this name (wanted: person)' },
    ]);
  });

  it('reports classes that have no kind', async () => {
    const { report } = await imported(
      item('Q100', {
        labels: texts({ en: 'Something' }),
        claims: { P31: [statement(entity('P31', 'Q5'), { rank: 'deprecated' })] },
      }),
    );
    expect(report.added.entities).toBe(0);
    expect(report.skipped.map(({ reason }) => reason)).toContain('no kind of the ontology fits its classes');
  });
});

describe('import wikidata, files', () => {
  const carl = person('Q100', 'Carl Nibble', { P569: [statement(time('P569', '+1970-02-03T00:00:00Z'))] });
  const dora = person('Q300', 'Dora Word');

  it.each([
    ['one entity', JSON.stringify(carl), 1],
    ['one entity, indented', JSON.stringify(carl, null, 2), 1],
    ['a map of entities', JSON.stringify({ entities: { Q100: carl, Q300: dora } }), 2],
    ['an array on one line', JSON.stringify([carl, dora]), 2],
    ['a dump', dump(carl, dora), 2],
    ['a dump with CRLF', dump(carl, dora).replaceAll('\n', '\r\n'), 2],
    ['one entity a line', `${JSON.stringify(carl)}\n${JSON.stringify(dora)}\n`, 2],
    ['a byte order mark', `\uFEFF${dump(carl)}`, 1],
    ['a gzipped dump', gzipSync(dump(carl, dora)), 2],
    [
      'a dump of two gzip members',
      Buffer.concat([gzipSync(`[\n${JSON.stringify(carl)},\n`), gzipSync(`${JSON.stringify(dora)}\n]\n`)]),
      2,
    ],
  ])('reads %s', async (_, content, count) => {
    const { code, report } = await importing(temporary(), ['wikidata', file(content)]);
    expect({ code, read: report.read, added: report.added.entities, skipped: report.skipped }).toEqual({
      code: 0,
      read: count,
      added: count,
      skipped: [],
    });
  });

  it('reads a dump with spaces after colons', async () => {
    const spaced = (one: Json) => JSON.stringify(one, null, 1).replaceAll(/\n\s*/gu, ' ');
    const { report } = await importing(temporary(), [
      'wikidata',
      'Q300',
      file(`[\n${spaced(carl)},\n${spaced(dora)}\n]\n`),
    ]);
    expect(report.added.entities).toBe(1);
    expect(report.skipped).toMatchObject([{ reason: 'item that is not wanted (not among the ids given)', count: 1 }]);
  });

  it('reads standard input', async () => {
    const { report } = await importing(temporary(), ['wikidata', '-'], dump(carl));
    expect(report.added.entities).toBe(1);
  });

  it('writes the same bytes however often it runs', async () => {
    const into = temporary();
    const source = file(dump(carl, dora, university));
    const first = await importing(into, ['wikidata', source]);
    const before = contents(into);
    const second = await importing(into, ['wikidata', source]);
    expect(first.report.files).toHaveLength(3);
    expect(second.report).toMatchObject({
      added: { entities: 0, facts: 0, names: 0 },
      matched: { entities: 3, facts: 1 },
      files: [],
    });
    expect(contents(into)).toEqual(before);
  });

  it('keeps what a cut dump had and goes on from there', async () => {
    const whole = gzipSync(
      dump(
        ...Array.from({ length: 400 }, (_, index) =>
          person(`Q${1000 + index}`, `Carl Nibble ${index} ${Math.sin(index)}`),
        ),
      ),
    );
    const into = temporary();
    const first = await importing(into, ['wikidata', file(whole.subarray(0, Math.floor(whole.length * 0.7)))]);
    expect(first.code).toBe(2);
    expect(first.report.incomplete).toMatch(/cut off or damaged .*run the same command again/u);
    expect(first.report.added.entities).toBeGreaterThan(50);
    expect(first.report.added.entities).toBeLessThan(400);
    const second = await importing(into, ['wikidata', file(whole)]);
    expect(second.code).toBe(0);
    expect(first.report.added.entities + second.report.added.entities).toBe(400);
    const fresh = temporary();
    await importing(fresh, ['wikidata', file(whole)]);
    expect(contents(into)).toEqual(contents(fresh));
  });

  it.each([
    ['a dump', dump(carl, dora).slice(0, -5)],
    ['a map of entities', JSON.stringify({ entities: { Q100: carl, Q300: dora } }).slice(0, -30)],
    ['an array', JSON.stringify([carl, dora]).slice(0, -30)],
  ])('keeps the complete items of %s that is cut', async (_, content) => {
    const { code, report } = await importing(temporary(), ['wikidata', file(content)]);
    expect(code).toBe(2);
    expect(report.incomplete).toContain('cut off');
    expect(report.added.entities).toBe(1);
  });

  it('goes on after a line that is no JSON', async () => {
    const { code, report } = await importing(temporary(), [
      'wikidata',
      file(`[\n{"type":"item","id":"Q1","claims":{"P31":["id":"Q5"]}},\n${JSON.stringify(carl)}\n]\n`),
    ]);
    expect(code).toBe(0);
    expect(report.added.entities).toBe(1);
    expect(report.skipped[0]?.examples[0]).toMatch(/^line 2: /u);
  });

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['another format', 'hello\n', 'no JSON of Wikidata'],
    ['bzip2', 'BZh91AY&SY', 'bunzip2 -c'],
  ])('refuses %s and says what to do', async (_, content, message) => {
    const { code, stderr } = await importing(temporary(), ['wikidata', file(content)]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('takes only the items asked for, or only known ones', async () => {
    const ada = person('Q7', 'Ada Byte', { P569: [statement(time('P569', '+1986-10-23T00:00:00Z'))] });
    const source = file(dump(ada, carl, dora));
    const picked = await importing(temporary(), ['wikidata', 'Q300', source]);
    expect(picked.report.added.entities).toBe(1);
    const known = await importing(temporary(), ['wikidata', source, '--select', 'known']);
    expect(known.report).toMatchObject({
      read: 3,
      added: { entities: 0, names: 1 },
      matched: { entities: 1, facts: 1 },
    });
  });

  it('refuses to write into the reference knowledge', async () => {
    const { code, stderr } = await importing(`${temporary()}/../${'x'}`, [
      'wikidata',
      file(dump(carl)),
      '--knowledge',
      temporary(),
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const folder = temporary();
    const inside = await importing(join(folder, 'in'), ['wikidata', file(dump(carl)), '--knowledge', folder]);
    expect(inside.code).toBe(2);
    expect(inside.stderr).toContain('Import into a folder of its own');
  });

  it('keeps what a reviewer changed and noted', async () => {
    const into = temporary();
    await importing(into, ['wikidata', file(dump(carl))]);
    const path = join(into, 'person.yaml');
    const edited = (contents(into)['person.yaml'] ?? '')
      .replace('    facts:', '    # checked\n    facts:')
      .replace('kind: person', 'kind: programmer');
    writeFileSync(path, edited);
    await importing(into, ['wikidata', file(dump(carl, dora))]);
    const text = contents(into)['person.yaml'] ?? '';
    expect(text).toContain('# checked');
    expect(text).toContain('kind: programmer');
    expect(text).toContain('person/dora-word');
  });
});
