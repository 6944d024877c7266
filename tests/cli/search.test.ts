import { expect, it } from 'vitest';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const search = (...parameters: string[]) =>
  errata(['search', ...parameters, '--knowledge', KNOWLEDGE, '--ontology', ONTOLOGY], '', {
    ERRATA_DATA: folder({}),
    ERRATA_MODEL: '/no-such-model',
  });

it('prints what it found with the ranks that led to it, and says that it went without a model', async () => {
  const { code, stdout, stderr } = await search('Ada Byte');
  expect(code).toBe(0);
  expect(stdout).toMatch(/entity person\/ada-byte {2}\d\.\d{4} \(lexical \d+, graph \d+\)/u);
  expect(stderr).toMatch(/words and graph only.*no-such-model.*ERRATA_MODEL/u);
});

it('answers a Chinese text in Chinese', async () => {
  const { stdout, stderr } = await search('查无此物');
  expect(stdout).toBe('没有找到。\n');
  expect(stderr).toContain('仅按词语和图谱查找');
});

it('prints JSON with hits, ranks and notes', async () => {
  const { stdout } = await search(
    'Ada Byte',
    '--format',
    'json',
    '--limit',
    '1',
    '--type',
    'entity',
    '--by',
    'lexical',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    hits: [{ type: 'entity', id: 'person/ada-byte', ranks: { lexical: 1 } }],
    notes: [],
  });
});

it.each([
  [['  '], 'the text is empty'],
  [['Ada', '--limit', '0'], 'from 1 to 100'],
  [['Ada', '--by', 'magic'], 'lexical, semantic, graph'],
])('refuses %j with the fix', async (parameters, message) => {
  const { code, stderr } = await search(...parameters);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

it('names the model that cannot be used for indexing', async () => {
  const { code, stderr } = await errata(['index', '--knowledge', KNOWLEDGE, '--ontology', ONTOLOGY], '', {
    ERRATA_DATA: folder({}),
    ERRATA_MODEL: '/no-such-model',
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/no-such-model.*no such folder.*ERRATA_MODEL/u);
});
