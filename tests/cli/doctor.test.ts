import { describe, expect, it } from 'vitest';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const OPTIONS = ['--ontology', ONTOLOGY, '--knowledge', KNOWLEDGE];

describe('errata doctor', () => {
  it('finds everything in order, and says what a new graph lacks', async () => {
    const { code, stdout } = await errata(['doctor', '--data', folder({}), ...OPTIONS]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ versions: .*Node v/u);
    expect(stdout).toMatch(/✓ graph: sqlite at .*0 facts, 0 documents/u);
    expect(stdout).toMatch(/! knowledge in the graph: none yet\n +→ errata load/u);
  });

  it('says how to mend what is broken, and exits with 2', async () => {
    const knowledge = folder({ 'wrong.yaml': 'entities:\n  nothing: {}\n' });
    const data = folder({ 'graph.sqlite': 'this is no database, but long enough to look at'.repeat(100) });
    const parameters = ['doctor', '--format', 'json', '--data', data, '--ontology', ONTOLOGY, '--knowledge', knowledge];
    const { code, stdout } = await errata(parameters);
    const broken = JSON.parse(stdout).filter(({ state }: { state: string }) => state === 'broken');
    expect(code).toBe(2);
    expect(broken).toMatchObject([
      { what: 'knowledge', fix: expect.stringContaining('errata knowledge validate') },
      { what: 'graph', fix: expect.stringContaining('--data') },
    ]);
  });
});
