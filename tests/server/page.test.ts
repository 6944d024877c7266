import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { dataFolder, startService } from './support.ts';

it('serves the built page under the strict policy, and errors as everywhere', async () => {
  const page = dataFolder();
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Errata</title>');
  writeFileSync(join(page, 'assets', 'app-1a2b.js'), 'console.log(1)');
  const { services } = await startService();
  const app = await createApp({ services, settings: serverSettingsFrom({}, {}), page });
  const index = await app.inject('/');
  expect(index.body).toContain('<title>Errata</title>');
  expect(index.headers['content-security-policy']).toContain("script-src 'self'");
  expect(index.headers['cache-control']).toBe('no-cache');
  const script = await app.inject('/assets/app-1a2b.js');
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await app.inject('/assets/none.js')).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await app.inject('/../package.json')).statusCode).toBe(404);
  expect((await app.inject('/verify')).json()).toMatchObject({ status: 405 });
  expect((await app.inject('/explore')).json()).toMatchObject({ status: 404 });
  await app.close();
});

it('answers browsers with the page at the addresses of its rooms', async () => {
  const page = dataFolder();
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Errata</title>');
  const { services } = await startService();
  const app = await createApp({ services, settings: serverSettingsFrom({}, {}), page });
  for (const url of ['/check', '/check/?document=a.md', '/verify', '/ask', '/explore?entity=a', '/overview']) {
    const answer = await app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(answer.body, url).toContain('<title>Errata</title>');
    expect(answer.headers, url).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept' });
  }
  await app.close();
});

it('leads to GraphiQL where no page is built', async () => {
  const { services } = await startService();
  const app = await createApp({ services, settings: serverSettingsFrom({}, {}), page: dataFolder() });
  expect((await app.inject('/')).headers.location).toBe('/graphql');
  await app.close();
});
