import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const own = ['--ontology', ONTOLOGY, '--knowledge', KNOWLEDGE];

describe('knowledge', () => {
  it('validates', async () => {
    expect(await errata(['knowledge', 'validate', ...own])).toEqual({
      code: 0,
      stdout: '2 entities, 2 facts, 1 sources\n',
      stderr: '',
    });
  });

  it('names every mistake with file, line and fix', async () => {
    const path = folder({
      'a.yaml': 'entities:\n  person/x:\n    kind: person\n    label: { en: X }\n    facts:\n      birthDay: 1985\n',
      'b.yaml': 'entities: [\n',
    });
    const { code, stdout } = await errata(['knowledge', 'validate', '--ontology', ONTOLOGY, '--knowledge', path]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/a\.yaml:6:\d+: .*birthDay/u);
    expect(stdout).toMatch(/b\.yaml:\d+:\d+: not valid YAML/u);
  });

  it('counts, as text and as JSON', async () => {
    const { stdout } = await errata(['knowledge', 'stats', '--format', 'json', ...own]);
    expect(JSON.parse(stdout)).toEqual({
      entities: 2,
      facts: 2,
      sources: 1,
      predicates: 2,
      byKind: { city: 1, person: 1 },
    });
    expect((await errata(['knowledge', 'stats', ...own])).stdout).toMatch(
      /^2 entities, 2 facts, 1 sources, 2 predicates\n +1 {2}city\n/u,
    );
  });

  it('finds by a part of a name in either language, whatever the case', async () => {
    expect((await errata(['knowledge', 'find', 'ada BYTE', ...own])).stdout).toBe(
      'person/ada-byte  Ada Byte (person)\n',
    );
    expect((await errata(['knowledge', 'find', '艾達', '--language', 'zh', ...own])).stdout).toBe(
      'person/ada-byte  艾达·拜特 (person)\n',
    );
    expect(await errata(['knowledge', 'find', 'zzz', ...own])).toMatchObject({ code: 0, stdout: '' });
  });

  it('shows an entity by id or name, with what is said about it', async () => {
    const { stdout } = await errata(['knowledge', 'show', 'Ada Byte', ...own]);
    expect(stdout).toContain('Ada Byte  person/ada-byte (person)\ninvented programmer\n');
    expect(stdout).toContain("1986-10-23  [Ada Byte's home page <https://example.org/ada-byte>]");
    expect((await errata(['knowledge', 'show', 'place/bitville', ...own])).stdout).toContain(
      'named by:\n  Ada Byte · ',
    );
  });

  it('suggests where an entity is unknown', async () => {
    const { code, stderr } = await errata(['knowledge', 'show', 'zzz', ...own]);
    expect(code).toBe(2);
    expect(stderr).toContain("zzz: no such entity. Try 'errata knowledge find'");
  });

  it('says which path is missing', async () => {
    const gone = join(KNOWLEDGE, 'gone');
    expect((await errata(['knowledge', 'stats', '--ontology', ONTOLOGY, '--knowledge', gone])).stderr).toBe(
      `errata: ${gone}: no such file or folder. Check the path.\n`,
    );
  });

  it('takes its paths from the environment, flags first', async () => {
    const environment = { ERRATA_KNOWLEDGE: KNOWLEDGE, ERRATA_ONTOLOGY: ONTOLOGY };
    expect((await errata(['knowledge', 'validate'], '', environment)).stdout).toContain('2 entities');
  });
});
