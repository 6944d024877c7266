import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errata, folder } from './harness.ts';

const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('verify', () => {
  it('answers a claim in its language', async () => {
    expect((await errata(['verify', '生于1985年'])).stdout).toBe('✗ 有误  生于1985年\n  关于：生于1985年\n');
    expect((await errata(['verify', 'in 1986'])).stdout).toBe('✓ Supported  in 1986\n  About: in 1986\n');
  });

  it('answers as JSON', async () => {
    expect(JSON.parse((await errata(['verify', 'in 1985', '--format', 'json'])).stdout)).toMatchObject({
      claim: 'in 1985',
      verdict: 'REFUTED',
    });
  });

  it('exits with 0 whatever the verdict, unless --fail-on refuted is given', async () => {
    expect((await errata(['verify', 'in 1985'])).code).toBe(0);
    expect((await errata(['verify', 'in 1985', '--fail-on', 'refuted'])).code).toBe(1);
  });

  it('wants a claim', async () => {
    expect(await errata(['verify'])).toMatchObject({ code: 2, stdout: '' });
    expect((await errata(['verify', ' '])).stderr).toMatch(/claim is empty/u);
  });
});

describe('verify --jsonl', () => {
  it('answers each line in order, with its id first', async () => {
    const lines = ['{"id":"b","claim":"in 1985"}', '{"id":7,"claim":"in 1986"}', '{"claim":"tea"}'];
    const { code, stdout } = await errata(['verify', '--jsonl'], lines.join('\n'));
    expect(code).toBe(0);
    expect(answers(stdout).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['b', 'REFUTED'],
      [7, 'SUPPORTED'],
      [undefined, 'NOT_ENOUGH_INFO'],
    ]);
    expect(stdout).toMatch(/^\{"id":"b","claim":"in 1985","verdict":/u);
  });

  it('answers faulty lines with an error, the others as ever, and exits with 2', async () => {
    const lines = [
      '\ufeff{"id":1,"claim":"1986"}',
      'nonsense',
      '',
      '{"id":2}',
      '[1]',
      '{"id":3,"claim":5}',
      '{"id":4,"claim":"1986"}\r',
    ];
    const { code, stdout, stderr } = await errata(['verify', '--jsonl', '-'], lines.join('\n'));
    expect(code).toBe(2);
    expect(answers(stdout).map(({ id, error, verdict }) => [id, error === undefined ? verdict : 'error'])).toEqual([
      [1, 'SUPPORTED'],
      [undefined, 'error'],
      [2, 'error'],
      [undefined, 'error'],
      [3, 'error'],
      [4, 'SUPPORTED'],
    ]);
    expect(stderr).toContain('4 line(s) could not be used');
  });

  it('reads a file', async () => {
    const path = join(folder({ 'claims.jsonl': '{"id":1,"claim":"1985"}\n' }), 'claims.jsonl');
    expect(answers((await errata(['verify', '--jsonl', path])).stdout)).toMatchObject([{ id: 1, verdict: 'REFUTED' }]);
    expect(await errata(['verify', '--jsonl', 'gone.jsonl'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('answers nothing to nothing', async () => {
    expect(await errata(['verify', '--jsonl'], '')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
