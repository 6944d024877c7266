import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { CHROMIUM } from '../neo4j/browser.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The token that the service of the tests lets write. */
const TOKEN = 'let-me-write-to-the-graph';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the service with the real knowledge and the corpus; empty where there is no Chromium. */
    readonly webAddress: string;
    readonly webToken: string;
  }
}

/** Builds the page from its sources and serves it, with the real knowledge and the corpus, on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('webToken', TOKEN);
  if (CHROMIUM === undefined) {
    const message = 'The tests of the page are SKIPPED: no Chromium is at /usr/bin/chromium or at CHROMIUM.';
    if (process.env.ERRATA_REQUIRE_BROWSER) throw new Error(message);
    console.warn(message);
    project.provide('webAddress', '');
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'errata-web-'));
  const page = join(folder, 'page');
  await build({ configFile: file('vite.config.ts'), build: { outDir: page }, logLevel: 'warn' });
  const served = await serve({
    settings: serverSettingsFrom({ port: '0' }, { ERRATA_TOKEN: TOKEN, ERRATA_MAX_DOCUMENT: '3000000' }),
    knowledge: () => settingsFrom({}, {}),
    logger: pino({ level: 'silent' }),
    openStore: () => openStore({ data: join(folder, 'data') }),
    corpus: async () => readCorpus(),
    page,
  });
  project.provide('webAddress', served.address);
  return async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function readCorpus() {
  return readdirSync(file('seed/documents')).map((name) => ({
    name: `seed/documents/${name}`,
    text: readFileSync(file(`seed/documents/${name}`), 'utf8'),
    format: 'markdown' as const,
  }));
}
