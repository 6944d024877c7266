import { describe, expect, it } from 'vitest';
import { serverSettingsFrom, settingsTable } from '../../src/server/settings.ts';

describe('settings of the service', () => {
  it('take flags over the environment over defaults, and empty variables as unset', () => {
    expect(serverSettingsFrom({}, {}).port).toBe(4000);
    expect(serverSettingsFrom({}, { PORT: '4001', HOST: '' })).toMatchObject({ port: 4001, host: '127.0.0.1' });
    expect(serverSettingsFrom({ port: '4002' }, { PORT: '4001' }).port).toBe(4002);
  });

  it('name every value that cannot be used, and where it was said', () => {
    const settle = () => serverSettingsFrom({ port: '99999' }, { ERRATA_WORKERS: 'many', ERRATA_TOKEN: 'short' });
    expect(settle).toThrow(/--port \/ PORT: .*\n.*ERRATA_TOKEN: needs at least 16.*\n.*ERRATA_WORKERS: /u);
  });

  it('take only a web address for Neo4j Browser', () => {
    const settle = (address: string) => serverSettingsFrom({}, { NEO4J_BROWSER: address });
    expect(settle('https://graph.example.org/browser/').neo4jBrowser).toBe('https://graph.example.org/browser/');
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'somewhere'])
      expect(() => settle(address), address).toThrow(/NEO4J_BROWSER: must be an address such as/u);
  });

  it('are printed without secrets', () => {
    const table = settingsTable(serverSettingsFrom({}, { ERRATA_TOKEN: 'a-very-secret-token' }));
    expect(table).toMatch(/ERRATA_TOKEN +set\n/u);
    expect(table).toMatch(/PORT +--port +4000\n/u);
    expect(table).not.toContain('secret');
  });
});
