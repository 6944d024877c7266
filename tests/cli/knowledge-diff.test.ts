import { describe, expect, it } from 'vitest';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const SOURCE = 'sources:\n  a: { url: https://example.org/a, title: A, kind: primary }\n';
const person = (id: string, rest: string) =>
  `  person/${id}: { kind: person, label: { en: ${id} }, source: a, facts: { ${rest} } }\n`;
const knowledge = (...entities: string[]) => folder({ 'a.yaml': `${SOURCE}entities:\n${entities.join('')}` });

describe('knowledge diff', () => {
  it('lists what was added, removed and changed', async () => {
    const old = knowledge(
      person('ada', 'birthDate: 1985'),
      person('bob', 'birthDate: 1970'),
      person('cy', 'birthDate: 1960'),
    );
    const now = knowledge(
      person('ada', 'birthDate: 1986'),
      person('cy', 'birthDate: { value: 1960, rank: preferred }'),
      person('dan', 'birthDate: 1990'),
    );
    const { code, stdout } = await errata(['knowledge', 'diff', old, now, '--ontology', ONTOLOGY]);
    expect(code).toBe(0);
    expect(stdout).toBe(`+ person/dan (person)
- person/bob (person)
+ person/dan date of birth: 1990  [A <https://example.org/a>]
- person/bob date of birth: 1970  [A <https://example.org/a>]
~ person/cy date of birth: 1960  [A <https://example.org/a>]
  → person/cy date of birth: 1960 (preferred)  [A <https://example.org/a>]
~ person/ada date of birth: 1985  [A <https://example.org/a>]
  → person/ada date of birth: 1986  [A <https://example.org/a>]
entities: 1 added, 1 removed, 0 changed
facts: 1 added, 1 removed, 2 changed
`);
  });

  it('finds nothing between the same', async () => {
    const { stdout } = await errata([
      'knowledge',
      'diff',
      KNOWLEDGE,
      KNOWLEDGE,
      '--ontology',
      ONTOLOGY,
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toEqual({
      entities: { added: [], removed: [], changed: [] },
      facts: { added: [], removed: [], changed: [] },
    });
  });
});
