import { join } from 'node:path';
import { z } from 'zod';
import { ErrataError } from '../errors.ts';
import { PACKAGE_ROOT } from '../settings.ts';

/** Where a setting can be said: its environment variable, and its flag where it has one. */
interface Name {
  readonly environment: string;
  readonly flag?: string;
  /** Its value is never shown. */
  readonly secret?: true;
}

const count = z.coerce.number().int().positive();
const orOff = z.coerce.number().int().min(0);
const yesNo = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', 'yes', 'no'])])
  .transform((value) => value === true || value === 'true' || value === '1' || value === 'yes');

const serverSettingsSchema = z.object({
  /** The address to listen on; 0.0.0.0 opens the service to other machines. */
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 takes a free port from the system. */
  port: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The bearer token for writing; unset: writing is off. */
  token: z.string().min(16, 'needs at least 16 characters, so that it cannot be guessed').optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Shows what internal errors say to clients. */
  development: yesNo.default(false),
  /** Whether X-Forwarded-For of a proxy in front is believed. */
  trustProxy: yesNo.default(false),
  /** Requests a minute and client; 0: no limit. */
  rateLimit: orOff.default(600),
  /** Worker threads for checking documents. */
  workers: count.max(64).default(1),
  /** Checks that may wait for a worker; more are answered with 503. */
  queue: orOff.default(32),
  /** Milliseconds after which a check is given up. */
  checkTimeout: count.default(120_000),
  /** Bytes of a document. */
  maxDocument: count.default(20_000_000),
  /** UTF-16 code units of one claim. */
  maxClaim: count.default(2_000),
  /** Claims of one request. */
  maxBatch: count.default(1_000),
  /** UTF-16 code units of the text of one POST /verify. */
  maxText: count.default(100_000),
  /** Verifications that are kept, so that the same claim is answered at once; 0: none. */
  cache: orOff.default(10_000),
  /** The address of Neo4j Browser, for links to it; unset: guessed where Neo4j has its usual ports. */
  neo4jBrowser: z
    .url({ protocol: /^https?$/u, error: 'must be an address such as http://localhost:7474/browser/' })
    .optional(),
  /** A file of examples for the page: statements and questions in both languages. */
  examples: z
    .string()
    .min(1)
    .default(join(PACKAGE_ROOT, 'seed', 'examples.yaml')),
  /** Milliseconds in which requests may finish once the process is told to stop. */
  shutdownTimeout: count.default(30_000),
});

/** Everything that can be set about the service. */
export type ServerSettings = z.output<typeof serverSettingsSchema>;
type SettingName = keyof ServerSettings;

const NAMES: Readonly<Record<SettingName, Name>> = {
  host: { environment: 'HOST', flag: '--host' },
  port: { environment: 'PORT', flag: '--port' },
  token: { environment: 'ERRATA_TOKEN', secret: true },
  logLevel: { environment: 'ERRATA_LOG_LEVEL', flag: '--log-level' },
  development: { environment: 'ERRATA_DEVELOPMENT' },
  trustProxy: { environment: 'ERRATA_TRUST_PROXY' },
  rateLimit: { environment: 'ERRATA_RATE_LIMIT' },
  workers: { environment: 'ERRATA_WORKERS', flag: '--workers' },
  queue: { environment: 'ERRATA_QUEUE' },
  checkTimeout: { environment: 'ERRATA_CHECK_TIMEOUT' },
  maxDocument: { environment: 'ERRATA_MAX_DOCUMENT' },
  maxClaim: { environment: 'ERRATA_MAX_CLAIM' },
  maxBatch: { environment: 'ERRATA_MAX_BATCH' },
  maxText: { environment: 'ERRATA_MAX_TEXT' },
  cache: { environment: 'ERRATA_CACHED_CLAIMS' },
  neo4jBrowser: { environment: 'NEO4J_BROWSER' },
  examples: { environment: 'ERRATA_EXAMPLES' },
  shutdownTimeout: { environment: 'ERRATA_SHUTDOWN_TIMEOUT' },
};
const SETTING_NAMES = Object.keys(NAMES) as SettingName[];

/** What flags can set; each wins over the environment, which wins over the default. */
export type ServerFlags = { readonly [Name in SettingName]?: string | number | boolean | undefined };

/**
 * Settles flags and environment. Empty variables count as unset.
 * @throws ErrataError `SETTINGS_INVALID` that names every wrong setting, its value and what it takes.
 */
export function serverSettingsFrom(
  flags: ServerFlags,
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, flags[name] ?? (environment[NAMES[name].environment] || undefined)]),
  );
  const parsed = serverSettingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = NAMES[issue.path[0] as SettingName];
    return `  ${name.flag ? `${name.flag} / ` : ''}${name.environment}: ${issue.message}`;
  });
  throw new ErrataError('SETTINGS_INVALID', `these settings cannot be used:\n${lines.join('\n')}`);
}

/** One line per setting: flag, environment variable, value. Secrets are only said to be set or not. */
export function settingsTable(settings: ServerSettings): string {
  const rows = SETTING_NAMES.map((name) => {
    const { flag = '', environment, secret } = NAMES[name];
    const value = settings[name];
    return [environment, flag, value === undefined ? 'not set' : secret ? 'set' : String(value)];
  });
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}\n`)
    .join('');
}
