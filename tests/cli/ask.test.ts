import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const NO_DATA = { ERRATA_DATA: '/nonexistent/errata-data' };
const FLAGS = ['--knowledge', KNOWLEDGE, '--ontology', ONTOLOGY];
const lines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('ask', () => {
  it('answers with the sources', async () => {
    const { code, stdout } = await errata(['ask', 'What is the place of birth of Ada Byte?', ...FLAGS], '', NO_DATA);
    expect(code).toBe(0);
    expect(stdout).toContain('Ada Byte – place of birth: Bitville.');
    expect(stdout).toContain("Source: Ada Byte's home page <https://example.org/ada-byte>");
  });

  it('shows on request how it understood the question', async () => {
    const question = ['ask', '艾达·拜特的出生地是什么？', '--explain', ...FLAGS];
    const { stdout } = await errata(question, '', NO_DATA);
    expect(stdout).toContain('person/ada-byte –birthPlace→ ?');
    expect(stdout).toContain('问题的理解');
  });

  it('abstains with exit code 0 and keeps what is related apart', async () => {
    const { code, stdout } = await errata(['ask', 'What is the salary of Ada Byte?', ...FLAGS], '', NO_DATA);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No answer\./u);
    expect(stdout).toContain('Related, but no answer:');
  });

  it('wants a question', async () => {
    expect(await errata(['ask'])).toMatchObject({ code: 2, stdout: '' });
    expect((await errata(['ask', ' '])).stderr).toMatch(/question is empty/u);
  });
});

describe('ask --jsonl', () => {
  it('answers each line in order, in exactly the documented form', async () => {
    const input = [
      '{"id":"b","question":"What is the place of birth of Ada Byte?"}',
      '{"id":7,"question":"What is the salary of Ada Byte?"}',
      '{"id":8,"question":""}',
    ].join('\n');
    const { code, stdout } = await errata(['ask', '--jsonl', ...FLAGS], input, NO_DATA);
    expect(code).toBe(0);
    const answers = lines(stdout);
    for (const answer of answers)
      expect(Object.keys(answer)).toEqual(['id', 'question', 'answer', 'answers', 'abstained', 'facts', 'warnings']);
    expect(answers.map(({ id, abstained }) => [id, abstained])).toEqual([
      ['b', false],
      [7, true],
      [8, true],
    ]);
    expect(answers[0]).toMatchObject({ answers: [{ text: 'Bitville', entityId: 'place/bitville' }], warnings: [] });
    expect(answers[1]).toMatchObject({ answer: null, answers: [], facts: [], warnings: [] });
  });

  it('answers faulty lines with an error, the others as ever, and exits with 2', async () => {
    const path = join(folder({ 'q.jsonl': 'nonsense\n{"id":1}\n{"id":2,"question":"Ada Byte?"}\n' }), 'q.jsonl');
    const { code, stdout, stderr } = await errata(['ask', '--jsonl', path, ...FLAGS], '', NO_DATA);
    expect(code).toBe(2);
    expect(lines(stdout).map(({ id, error }) => [id, error === undefined])).toEqual([
      [undefined, false],
      [1, false],
      [2, true],
    ]);
    expect(stderr).toContain('2 line(s) could not be used');
  });
});

describe('ask --documents', () => {
  it('warns of what the named files get wrong', async () => {
    const path = join(folder({ 'article.md': 'Ada was born in 1985.' }), 'article.md');
    const question = ['ask', 'What is the date of birth of Ada Byte?', '--documents', path, ...FLAGS];
    const { stdout } = await errata(question, '', NO_DATA);
    expect(stdout).toContain('The documents say otherwise:');
    expect(stdout).toContain(path);
  });

  it('names a file that is not there', async () => {
    const question = ['ask', 'What is the date of birth of Ada Byte?', '--documents', 'gone.md', ...FLAGS];
    const { code, stderr } = await errata(question, '', NO_DATA);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no such file/u);
  });
});
