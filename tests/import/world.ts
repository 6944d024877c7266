import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
export const ONTOLOGY = join(FIXTURES, 'ontology.yaml');
export const KNOWLEDGE = join(FIXTURES, 'knowledge');

/** A folder that is removed after the test. */
export function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), 'errata-import-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export interface Imported {
  readonly code: number;
  readonly report: ImportReport;
  readonly stderr: string;
}

/** Runs `errata import …` on the invented knowledge and reads its JSON report (an empty one where it failed). */
export async function importing(
  into: string,
  parameters: readonly string[],
  input: string | Uint8Array = '',
): Promise<Imported> {
  const out = new Sink();
  const error = new Sink();
  const flags = ['--into', into, '--ontology', ONTOLOGY, '--knowledge', KNOWLEDGE, '--format', 'json'];
  const code = await run(['import', ...parameters, ...flags], {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: out,
    stderr: error,
    environment: {},
    loadEngine: () => Promise.reject(new Error('importers need no engine')),
  });
  return { code, report: JSON.parse(out.text === '' ? '{}' : out.text) as ImportReport, stderr: error.text };
}

/** All files of a folder, name → content. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The invented knowledge together with what was imported. @throws KnowledgeError where the import is not valid. */
export function loadWith(folder: string) {
  return loadKnowledge({ ontology: ONTOLOGY, knowledge: [KNOWLEDGE, folder] });
}

class Sink extends Writable {
  text = '';

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}
