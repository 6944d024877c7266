import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../src/cli/engine.ts';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from './harness.ts';

const ADA = 'Ada Byte was born in 1985.\n';
const OTHER = 'Ada Byte was born in 1986.\n';

/** Runs commands on one graph in a fresh data folder, with the small knowledge of invented things. */
function graph() {
  const home = folder({});
  const data = join(home, 'data');
  const environment = { ERRATA_DATA: data, ERRATA_KNOWLEDGE: KNOWLEDGE, ERRATA_ONTOLOGY: ONTOLOGY };
  const run = (...parameters: string[]) => errata(parameters, '', environment, loadEngine);
  const file = (name: string, text: string) => {
    const path = join(home, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  return { run, file, data, home, environment };
}

describe('ingest', () => {
  it('adds documents, leaves them alone, replaces changed ones', async () => {
    const { run, file } = graph();
    const path = file('ada.md', ADA);
    const added = await run('ingest', path);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(
      /^added {6}.*ada\.md {2}1 claim: 1 refuted\n1 document: 1 added, 0 replaced, 0 unchanged\n$/u,
    );
    expect((await run('ingest', path)).stdout).toMatch(/^unchanged/u);
    file('ada.md', OTHER);
    expect((await run('ingest', path)).stdout).toMatch(/^replaced .* 1 supported/u);
    const listed = JSON.parse((await run('documents', '--format', 'json')).stdout);
    expect(listed).toMatchObject([{ name: path, claims: { SUPPORTED: 1, REFUTED: 0 }, contradictions: 0 }]);
  });

  it('names what it cannot read and takes in the rest', async () => {
    const { run, file, home } = graph();
    const result = await run('ingest', file('ada.md', ADA), join(home, 'missing.md'), '--format', 'json');
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('no such file');
    expect(JSON.parse(result.stdout)).toMatchObject([{ outcome: 'added', claims: { REFUTED: 1 } }]);
  });

  it('notes contradictions between documents', async () => {
    const { run, file } = graph();
    const result = await run('ingest', file('docs/one.md', ADA), file('docs/two.md', OTHER), '--format', 'json');
    expect(JSON.parse(result.stdout).map((document: { contradictions: number }) => document.contradictions)).toEqual([
      1, 1,
    ]);
  });

  it('says what to do where the graph is damaged', async () => {
    const { run, file, data } = graph();
    mkdirSync(data);
    writeFileSync(join(data, 'graph.sqlite'), 'x'.repeat(10_000));
    const result = await run('ingest', file('ada.md', ADA));
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/graph\.sqlite is damaged .* Move it away/u);
  });
});

describe('load and reassess', () => {
  const CORRECTION = `sources:
  diary: { url: https://example.org/diary, title: The Diary, kind: primary, read: 2026-01 }
entities:
  person/new-person:
    kind: person
    label: { en: Nova Newton, zh: 诺娃·牛顿 }
    source: diary
    facts: { birthDate: 1990-02-03 }
`;

  it('uses what was added in the next verification, and says which verdicts change', async () => {
    const { run, file, data } = graph();
    const document = file('nova.md', 'Nova Newton was born in 1991.\n');
    await run('ingest', document);
    const before = (await run('status')).stdout;
    const added = await run('load', file('more.yaml', CORRECTION));
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toContain('added      more.yaml\nloaded: ');
    expect(added.stdout).toContain("1 document assessed with another knowledge: run 'errata reassess'");
    expect(readdirSync(join(data, 'added-knowledge'))).toEqual(['more.yaml']);
    expect((await run('knowledge', 'find', 'Nova')).stdout).toContain('person/new-person');
    expect((await run('status')).stdout).not.toBe(before);
    const changes = JSON.parse((await run('reassess', '--format', 'json')).stdout);
    expect(changes).toMatchObject([{ document, appeared: [{ verdict: 'REFUTED' }] }]);
    expect((await run('reassess')).stdout).toBe(
      'Nothing to reassess: every document was assessed with this knowledge.\n',
    );
    expect((await run('load')).stdout).toMatch(/^unchanged: /u);
  });

  it('shows a verdict that turned with the facts that turned it', async () => {
    const { run, file, home } = graph();
    await run('ingest', file('ada.md', ADA));
    const corrected = join(home, 'corrected');
    mkdirSync(corrected);
    for (const name of readdirSync(KNOWLEDGE))
      writeFileSync(join(corrected, name), readFileSync(join(KNOWLEDGE, name), 'utf8').replaceAll('1986', '1985'));
    const result = await run('reassess', '--knowledge', corrected);
    expect(result.stdout).toContain('REFUTED → SUPPORTED  Ada Byte was born in 1985');
    expect(result.stdout).toMatch(/\+ Ada Byte – .*1985\n {6}- .*1986/u);
    expect(result.stdout).toContain('1 document reassessed, 1 verdict changed');
  });

  it('adds nothing where a file has mistakes', async () => {
    const { run, file, data } = graph();
    const good = file('good.yaml', CORRECTION);
    const wrong = file(
      'wrong.yaml',
      CORRECTION.replace('birthDate', 'birthdate').replace('new-person', 'other-person'),
    );
    const result = await run('load', good, wrong);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('birthdate');
    expect(existsSync(join(data, 'added-knowledge'))).toBe(false);
    expect(readdirSync(data)).toEqual([]);
    const table = await run('load', file('table.csv', 'a,b\n'));
    expect(table.code).toBe(2);
    expect(table.stderr).toContain('errata import');
  });
});

describe('forget and status', () => {
  it('forgets by name or id, and names what is not there', async () => {
    const { run, file } = graph();
    const [one, two] = [file('one.md', ADA), file('two.md', OTHER)];
    await run('ingest', one, two);
    const [, second] = JSON.parse((await run('documents', '--format', 'json')).stdout);
    const result = await run('forget', one, second.id, 'nobody.md');
    expect(result.code).toBe(2);
    expect(result.stdout).toBe(`forgotten  ${one}\nforgotten  ${second.id}\n`);
    expect(result.stderr).toContain("nobody.md: there is no such document. List them with 'errata documents'.");
    expect((await run('documents')).stdout).toBe("No documents. Add some with 'errata ingest'.\n");
    const status = JSON.parse((await run('status', '--format', 'json')).stdout);
    expect(status).toMatchObject({ engine: 'sqlite', documents: 0, claims: 0, outdated: 0 });
  });
});

describe('export', () => {
  const exported = async (format: string): Promise<string> => {
    const { run, file, home } = graph();
    await run('ingest', file('docs/one "quoted" & <odd>.md', `${ADA}\n艾达 𠮷 ${OTHER}`), file('docs/two.md', OTHER));
    const output = join(home, 'out');
    expect(await run('export', '--format', format, '--output', output)).toMatchObject({ code: 0, stderr: '' });
    const written = readFileSync(output, 'utf8');
    rmSync(output);
    expect((await run('export', '--format', format)).stdout.length).toBe(written.length);
    return written;
  };

  it('writes one object a line', async () => {
    const lines = (await exported('jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const count = (type: string) => lines.filter((line) => line.type === type).length;
    expect(count('document')).toBe(2);
    expect(count('claim')).toBe(3);
    expect(count('assessment')).toBe(3);
    expect(count('contradiction')).toBe(2);
    expect(lines.find((line) => line.type === 'claim' && line.assessment.verdict === 'REFUTED')).toMatchObject({
      quote: 'Ada Byte was born in 1985',
    });
    for (const type of ['predicate', 'source', 'entity', 'fact', 'segment', 'passage', 'mention'])
      expect(count(type), type).toBeGreaterThan(0);
  });

  it('writes triples that an RDF parser reads, in the words of PROV and Web Annotation', async () => {
    const quads = new Parser({ format: 'N-Triples' }).parse(await exported('ntriples'));
    const objects = (predicate: string) =>
      quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
    expect(objects('http://www.w3.org/ns/oa#exact').sort()).toEqual([
      'Ada Byte was born in 1985',
      'Ada Byte was born in 1986',
      'Ada Byte was born in 1986',
    ]);
    // Positions count code points: one less than UTF-16 after 𠮷
    expect(objects('http://www.w3.org/ns/oa#start')).toContain(String([...`${ADA}\n艾达 𠮷 `].length));
    const facts = new Set(
      quads.filter(({ object }) => object.value.endsWith('#Statement')).map(({ subject }) => subject.value),
    );
    expect(objects('http://www.w3.org/ns/prov#wasDerivedFrom').some((value) => facts.has(value))).toBe(true);
    expect(objects('https://schema.org/reviewRating')).toContain('urn:errata:verdict/REFUTED');
    expect(objects('https://schema.org/name')).toContainEqual(expect.stringContaining('one "quoted" & <odd>.md'));
  });

  it('writes GraphML whose edges join its nodes', async () => {
    const xml = await exported('graphml');
    const nodes = new Set([...xml.matchAll(/<node id="([^"]*)"/gu)].map(([, id]) => id));
    const edges = [...xml.matchAll(/<edge source="([^"]*)" target="([^"]*)"/gu)];
    expect(edges.length).toBeGreaterThan(5);
    for (const [, source, target] of edges)
      expect(nodes.has(source) && nodes.has(target), `${source} → ${target}`).toBe(true);
    expect(xml).toContain('one &quot;quoted&quot; &amp; &lt;odd&gt;.md');
    expect(xml.match(/<data key="relation">CONTRADICTS/gu)?.length).toBe(2);
  });

  it('writes reviews of decided claims', async () => {
    const reviews = JSON.parse(await exported('claimreview'));
    expect(
      reviews.map((review: { reviewRating: { ratingValue: number } }) => review.reviewRating.ratingValue).sort(),
    ).toEqual([1, 5, 5]);
    expect(reviews[0]).toMatchObject({ '@type': 'ClaimReview', citation: [{ '@type': 'CreativeWork' }] });
    const { run } = graph();
    expect((await run('export', '--format', 'claimreview')).stdout).toBe('[]\n');
  });

  it('names a file that cannot be written', async () => {
    const { run, home } = graph();
    const result = await run('export', '--format', 'jsonl', '--output', join(home, 'no', 'such', 'folder'));
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('Check --output');
  });
});
