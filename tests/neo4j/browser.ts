import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Neo4jAddress } from './harness.ts';

/** The Chromium of the system: `CHROMIUM`, or where Debian puts it; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** How tests run it: without screen and without calls home. */
export const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A window of Neo4j Browser. */
export class Neo4jBrowser {
  readonly page: Page;
  private readonly context: BrowserContext;
  private readonly folder: string;

  private constructor(context: BrowserContext, page: Page, folder: string) {
    this.context = context;
    this.page = page;
    this.folder = folder;
  }

  /** Opens it with an empty profile and connects. */
  static async open({ http, uri, user, password }: Neo4jAddress): Promise<Neo4jBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'errata-chromium-'));
    const context = await chromium.launchPersistentContext(folder, {
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: FLAGS,
      viewport: { width: 1440, height: 1000 },
    });
    context.setDefaultTimeout(150_000);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${http}/browser/`, { waitUntil: 'domcontentloaded' });
    const form = (name: string) => page.locator(`[data-testid="${name}"]`);
    await form('boltaddress').fill(uri.replace(/^\w+:\/\//u, ''));
    await page.locator('select').first().selectOption('bolt://');
    await form('username').fill(user);
    await form('password').fill(password);
    await form('connect').click();
    await form('frameCommand').filter({ hasText: ':play start' }).first().waitFor();
    return new Neo4jBrowser(context, page, folder);
  }

  /** Types a command or a query into the editor and runs it. */
  async run(text: string): Promise<void> {
    await this.page.locator('[data-testid="activeEditor"]').click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Control+Enter');
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
