import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished } from 'vitest';
import { CHROMIUM, FLAGS } from '../neo4j/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | undefined;

/** A group of tests in a real browser against the service; skipped, with a warning, where there is no Chromium. */
export function describeInBrowser(name: string, tests: () => void): void {
  describe.skipIf(inject('webAddress') === '')(name, () => {
    beforeAll(async () => {
      browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: FLAGS });
    });
    afterAll(async () => await browser?.close());
    tests();
  });
}

export interface OpenOptions extends BrowserContextOptions {
  /** Console messages and failed requests that the test brings about on purpose. */
  readonly expected?: RegExp;
}

/**
 * Opens an address of the page as a reader with this language, colours and window. The test fails where the page writes
 * errors to the console, throws, or asks another machine for anything.
 */
export async function openPage(path: string, { expected, ...options }: OpenOptions = {}): Promise<Page> {
  if (!browser) throw new Error('openPage belongs into describeInBrowser');
  const address = inject('webAddress');
  const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true, ...options });
  // A busy machine is slow, not broken.
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (text: string) => void (expected?.test(text) || complaints.push(text));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`thrown: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(?:data|blob):/u.test(request.url()))
      complain(`left: ${request.url()}`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(address + path);
  return page;
}

/** Serious and critical problems that axe finds in the page as it stands, in a line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows none but its own.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
