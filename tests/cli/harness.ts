import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ClaimResult, DocumentResult, Verification } from '../../src/assessment/result.ts';
import { Extractor } from '../../src/claims/extractor.ts';
import type { Checker, Context } from '../../src/cli/context.ts';
import { run } from '../../src/cli/program.ts';
import { Engine, type GivenDocument } from '../../src/engine.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/knowledge/model.ts';
import { Linker } from '../../src/linking/linker.ts';
import { packageVersion, settingsFrom } from '../../src/settings.ts';

export const VERSION = packageVersion();
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
/** A small knowledge of invented things, with an ontology of its own. */
export const KNOWLEDGE = join(FIXTURES, 'knowledge');
export const ONTOLOGY = join(FIXTURES, 'ontology.yaml');

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, with an engine that refutes every `1985` and supports every `1986`. */
export async function errata(
  parameters: readonly string[],
  input: string | Uint8Array = '',
  environment: Record<string, string> = {},
  loadEngine: Context['loadEngine'] = async () => fakeEngine(),
): Promise<Outcome> {
  const out = new Sink();
  const error = new Sink();
  const code = await run(parameters, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: out,
    stderr: error,
    environment,
    loadEngine,
  });
  return { code, stdout: out.text, stderr: error.text };
}

/** A fresh folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), 'errata-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

class Sink extends Writable {
  text = '';

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

function fakeEngine(): Checker {
  const knowledge = loadKnowledge(settingsFrom({ ontology: ONTOLOGY, knowledge: [KNOWLEDGE] }, {}));
  const linker = new Linker(knowledge);
  // registers the phrasings and grammar words that questions are read by
  new Extractor(knowledge, linker);
  const check = ({ name, text }: { name: string; text: string }) => checkFake(name, text);
  const examine = (given: GivenDocument) => new Engine(knowledge).examine(given);
  return {
    knowledge,
    linker,
    check,
    examine,
    verify: verifyFake,
    verifyInDepth: async (claim) => verifyFake(claim),
  };
}

function checkFake(document: string, text: string): DocumentResult {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const claims = [...text.matchAll(/198[56]/gu)].map((match) => fakeClaim(match[0], match.index, language));
  const contradictions = claims.length > 1 ? [{ a: 0, b: 1, explanation: { en: 'Two years.', zh: '两个年份。' } }] : [];
  return { document, language, sentences: 1, claims, contradictions };
}

function fakeClaim(quote: string, start: number, language: Language): ClaimResult {
  const refuted = quote === '1985';
  return {
    quote,
    start,
    end: start + quote.length,
    subject: 'person/ada-byte',
    predicate: 'birthDate',
    object: quote,
    negated: false,
    verdict: refuted ? 'REFUTED' : 'SUPPORTED',
    confidence: 1,
    layer: 'phrasing',
    explanation: { en: 'Born in 1986.', zh: '生于1986年。' },
    ...(refuted ? { correction: '1986' } : {}),
    evidence: [],
    language,
    section: [],
  };
}

function verifyFake(claim: string): Verification {
  const { claims } = checkFake('', claim);
  const verdict = claims[0]?.verdict ?? 'NOT_ENOUGH_INFO';
  return {
    claim,
    verdict,
    confidence: 1,
    explanation: { en: `About: ${claim}`, zh: `关于：${claim}` },
    unexplained: [],
    claims,
  };
}
