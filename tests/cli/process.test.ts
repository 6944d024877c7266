import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, KNOWLEDGE, ONTOLOGY, type Outcome, VERSION } from './harness.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const own = ['--ontology', ONTOLOGY, '--knowledge', KNOWLEDGE];

/** Runs the command line as users do: a process of its own, with the real engine. `close`: stop reading at once. */
function spawnErrata(
  parameters: readonly string[],
  { input = '', close = false, cwd = process.cwd() } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const tsx = import.meta.resolve('tsx');
    const child = spawn(process.execPath, ['--import', tsx, MAIN, ...parameters], {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    let stdout = '';
    let stderr = '';
    if (close) child.stdout.destroy();
    else child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

describe('the command', { timeout: 60_000 }, () => {
  it('finds its own files from any folder', async () => {
    const { code, stdout, stderr } = await spawnErrata(['--version'], { cwd: folder({}) });
    expect([code, stdout.trim(), stderr]).toEqual([0, VERSION, '']);
  });

  it('checks with the real engine and keeps stdout clean', async () => {
    const { code, stdout, stderr } = await spawnErrata(['check', '-', '--format', 'json', ...own], {
      input: '艾达·拜特出生于1985年。\n',
    });
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      claims: [{ verdict: 'REFUTED', correction: expect.stringContaining('1986') }],
    });
  });

  it('refuses a file of 50 MB at once', async () => {
    const path = join(folder({}), 'big.txt');
    const file = openSync(path, 'w');
    ftruncateSync(file, 50_000_000);
    closeSync(file);
    const { code, stderr } = await spawnErrata(['check', path, ...own]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `errata: ${path}: 50 MB is over the limit of 20 MB. Split the document, or raise the limit with --max-size 50MB.\n`,
    );
  });

  it('does not mind a reader that goes away', async () => {
    const input = '{"id":1,"claim":"艾达·拜特出生于1985年。"}\n'.repeat(2000);
    expect(await spawnErrata(['verify', '--jsonl', ...own], { input, close: true })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('refuses malformed knowledge with place and fix', async () => {
    const knowledge = folder({ 'a.yaml': 'entities:\n  person/x:\n    kind: persn\n    label: { en: X }\n' });
    const { code, stdout, stderr } = await spawnErrata(
      ['check', '-', '--ontology', ONTOLOGY, '--knowledge', knowledge],
      { input: 'x' },
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^errata: \d+ mistakes? in the knowledge files:\n.*a\.yaml:\d+:\d+: .*persn/u);
  });
});
