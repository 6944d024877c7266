import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errata, folder } from './harness.ts';

describe('exit codes of check', () => {
  it.each([
    ['0 when nothing is refuted', '1986', [], 0],
    ['1 when something is refuted', '1985', [], 1],
    ['0 for refuted statements with --fail-on never', '1985', ['--fail-on', 'never'], 0],
    ['0 for contradictions by default', '1986 1986', [], 0],
    ['1 for contradictions with --fail-on contradiction', '1986 1986', ['--fail-on', 'contradiction'], 1],
    ['1 for refuted statements with --fail-on contradiction', '1985', ['--fail-on', 'contradiction'], 1],
  ])('are %s', async (_, text, flags, code) => {
    expect((await errata(['check', '-', ...flags], text)).code).toBe(code);
  });

  it.each([
    [['check', '--nonsense', '-'], "unknown option '--nonsense'"],
    [['check'], "missing required argument 'file'"],
    [['check', '--format', 'pdf', '-'], 'Allowed choices are text, json, jsonl, sarif, markdown, html, claimreview'],
    [['check', '--only', 'wrong', '-'], 'Choose from refuted'],
    [['check', '--max-size', 'huge', '-'], 'Give a size such as 20MB'],
    [['chekc', '-'], "unknown command 'chekc'"],
    [[], 'Usage: errata'],
  ])('are 2 for bad usage: %j', async (parameters, message) => {
    const { code, stdout, stderr } = await errata(parameters);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('are 0 for --help and --version', async () => {
    expect((await errata(['check', '--help'])).code).toBe(0);
    expect(await errata(['--version'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('inputs of check', () => {
  it('reads standard input', async () => {
    const { stdout } = await errata(['check', '-', '--format', 'json'], '生于1985年');
    expect(JSON.parse(stdout)).toMatchObject({ document: 'stdin', language: 'zh', claims: [{ start: 2, end: 6 }] });
  });

  it('searches folders for documents, in order, hidden folders and node_modules left out', async () => {
    const path = folder({ 'b.md': '', 'a.txt': '', 'c.html': '', 'x.png': '', 'd.markdown': '' });
    for (const name of ['sub', '.git', 'node_modules']) {
      mkdirSync(join(path, name));
      writeFileSync(join(path, name, 'e.htm'), '');
    }
    const { stdout } = await errata(['check', path, '--format', 'json']);
    const names = (JSON.parse(stdout) as { document: string }[]).map(({ document }) => document.slice(path.length + 1));
    expect(names).toEqual(['a.txt', 'b.md', 'c.html', 'd.markdown', join('sub', 'e.htm')]);
  });

  it('checks a file named twice once', async () => {
    const path = folder({ 'a.md': '1985' });
    const { stdout } = await errata(['check', path, join(path, 'a.md'), '--format', 'jsonl']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('reads a text with a stray NUL', async () => {
    expect((await errata(['check', '-', '--format', 'json'], 'born\0 in 1985')).code).toBe(1);
  });

  it('takes an empty file for a document without statements', async () => {
    const path = folder({ 'empty.md': '' });
    expect(await errata(['check', join(path, 'empty.md')])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('input that cannot be read', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);

  it.each([
    ['binary', png, /not text.*Convert/u],
    ['bad UTF-8', Buffer.from([0x61, 0xc3, 0x28, 0xff, 0x80, 0x61]), /neither UTF-8.*Convert/u],
    ['NUL bytes', Buffer.alloc(500), /not text.*Convert/u],
    ['cut-off UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), /odd number of bytes.*Save it again/u],
  ])('is named with reason and fix: %s', async (_, content, message) => {
    const path = join(folder({ 'x.md': content }), 'x.md');
    const { code, stderr } = await errata(['check', path]);
    expect(code).toBe(2);
    expect(stderr).toContain(`errata: ${path}: `);
    expect(stderr).toMatch(message);
  });

  it('is named with reason and fix: missing', async () => {
    expect(await errata(['check', 'gone.md'])).toMatchObject({
      code: 2,
      stderr: 'errata: gone.md: no such file or folder. Check the path.\n',
    });
  });

  it('is named with reason and fix: a folder without documents, a link to itself', async () => {
    const path = folder({});
    symlinkSync(join(path, 'loop.md'), join(path, 'loop.md'));
    expect((await errata(['check', join(path, 'loop.md')])).stderr).toMatch(/link leads back to itself/u);
    expect((await errata(['check', folder({})])).stderr).toMatch(/holds no \.md.*Name the files/u);
  });

  it('is refused above the size limit, from files and from standard input', async () => {
    const path = join(folder({ 'big.md': 'x'.repeat(3000) }), 'big.md');
    expect((await errata(['check', path, '--max-size', '2k'])).stderr).toMatch(
      /3 kB is over the limit of 2 kB.*--max-size/u,
    );
    expect((await errata(['check', '-', '--max-size', '2k'], 'x'.repeat(3000))).stderr).toMatch(
      /stdin: more than 2 kB/u,
    );
    expect((await errata(['check', path, '--max-size', '3k'])).code).toBe(0);
  });

  it('does not stop the others from being checked', async () => {
    const path = folder({ 'a.md': '1985', 'b.md': png });
    const { code, stdout } = await errata(['check', 'gone.md', path, '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ claims: [{ verdict: 'REFUTED' }] }]);
  });

  it('is noted in SARIF', async () => {
    const { stdout } = await errata(['check', 'gone.md', '--format', 'sarif']);
    expect(stdout).toContain('"executionSuccessful": false');
  });
});

describe('output of check', () => {
  it.each(['text', 'json', 'jsonl', 'sarif', 'markdown', 'html', 'claimreview'])('can be %s', async (format) => {
    const { code, stdout, stderr } = await errata(['check', '-', '--format', format], '1985');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/\n$/u);
    expect(stdout).toContain('1985');
  });

  it('goes to a file with --output', async () => {
    const path = join(folder({}), 'report.json');
    const { code, stdout } = await errata(['check', '-', '--format', 'json', '--output', path], '1985');
    expect([code, stdout]).toEqual([1, '']);
    expect(readFileSync(path, 'utf8')).toContain('"REFUTED"');
  });

  it('says so when the file cannot be written', async () => {
    const { code, stderr } = await errata(['check', '-', '--output', join(folder({}), 'no', 'x')], '');
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written.*Check --output/u);
  });

  it('is nothing with --quiet, the exit code aside', async () => {
    expect(await errata(['check', '-', '--quiet'], '1985')).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('shows what --only names', async () => {
    const { stdout } = await errata(['check', '-', '--only', 'supported'], '1985 1986');
    expect(stdout).toContain('✓ Supported');
    expect(stdout).not.toContain('✗');
  });

  it('is coloured on demand, and not where NO_COLOR is set', async () => {
    expect((await errata(['check', '-', '--color'], '1985')).stdout).toContain('\u001b[');
    expect((await errata(['check', '-'], '1985', { NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
  });

  it('speaks the language asked for', async () => {
    expect((await errata(['check', '-', '--language', 'zh'], 'in 1985')).stdout).toContain('应为：1986');
  });
});
