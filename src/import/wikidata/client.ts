import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ImportError } from '../import-error.ts';
import { LANGUAGES } from './names.ts';

/** What wbgetentities allows in one request. */
const BATCH = 50;
const RETRIES = 5;
/** Milliseconds before the first retry; doubled each time. */
const PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const TIMEOUT = 60_000;

export interface ClientOptions {
  /** Default: https://www.wikidata.org */
  readonly baseUrl: string;
  readonly userAgent: string;
  /** Folder of the answers kept; undefined: none is kept. */
  readonly cache?: string | undefined;
  /** Ask again for what the cache has. */
  readonly refresh?: boolean;
  /** Waits some milliseconds; tests give their own. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Called with what is being waited for. */
  readonly onWait?: (message: string) => void;
}

/** What the service has for an id: an entity (perhaps under another id, after a redirect), or nothing. */
export type Fetched =
  | { readonly id: string; readonly entity: unknown }
  | { readonly id: string; readonly problem: 'missing' | 'invalid' };

const answer = z.object({
  entities: z.record(z.string(), z.looseObject({ id: z.string().optional() })).optional(),
  error: z.looseObject({ code: z.string(), info: z.string().default(''), id: z.string().optional() }).optional(),
});

/** Asks Wikidata's API (wbgetentities) politely: in batches, with maxlag, backing off where the server wants it. */
export class WikidataClient {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }

  /**
   * Fetches entities, known ones from the cache; in the order asked. `parts`: `names` leaves out the statements.
   * @throws ImportError where the service does not answer; what came before is in the cache, so that the next run goes on.
   */
  async *fetch(ids: readonly string[], parts: 'all' | 'names'): AsyncGenerator<Fetched> {
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = ids.slice(at, at + BATCH);
      const known = new Map(batch.flatMap((id) => this.cached(id, parts) ?? []).map((one) => [one.id, one]));
      const open = batch.filter((id) => !known.has(id));
      for (const one of open.length === 0 ? [] : await this.ask(open, parts)) {
        known.set(one.id, one);
        this.keep(one, parts);
      }
      for (const id of batch) yield known.get(id) ?? { id, problem: 'missing' };
    }
  }

  private async ask(ids: readonly string[], parts: 'all' | 'names'): Promise<Fetched[]> {
    const { entities = {}, error } = await this.request(ids, parts);
    if (error) {
      const bad = error.id ?? ids.find((id) => error.info.includes(`"${id}"`));
      if (
        !/^(?:no-such-entity|param-illegal|invalid-entity-id)$/u.test(error.code) ||
        bad === undefined ||
        !ids.includes(bad)
      ) {
        throw new ImportError(`Wikidata refuses: ${error.code}: ${error.info}`);
      }
      const rest = ids.filter((id) => id !== bad);
      return [{ id: bad, problem: 'invalid' }, ...(rest.length === 0 ? [] : await this.ask(rest, parts))];
    }
    const all = Object.values(entities);
    return ids.map((id): Fetched => {
      const entity = entities[id] ?? all.find((one) => (one.redirects as { from?: string } | undefined)?.from === id);
      return entity === undefined || 'missing' in entity ? { id, problem: 'missing' } : { id, entity };
    });
  }

  private async request(ids: readonly string[], parts: 'all' | 'names'): Promise<z.output<typeof answer>> {
    const url = new URL('/w/api.php', this.options.baseUrl);
    const props =
      parts === 'all' ? 'info|labels|aliases|descriptions|claims|sitelinks' : 'info|labels|aliases|sitelinks';
    url.search = new URLSearchParams({
      action: 'wbgetentities',
      format: 'json',
      ids: ids.join('|'),
      props,
      languages: [...LANGUAGES.en, ...LANGUAGES.zh].join('|'),
      sitefilter: 'enwiki|zhwiki',
      redirects: 'yes',
      maxlag: '5',
    }).toString();
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.tryOnce(url);
      if ('json' in outcome) return outcome.json;
      if (attempt === RETRIES) {
        throw new ImportError(
          `${url.origin}: ${outcome.reason}, also after ${RETRIES} retries. What was fetched is kept in the cache; run the same command again later.`,
        );
      }
      const pause = Math.min(outcome.after ?? PAUSE * 2 ** attempt, LONGEST_PAUSE);
      this.options.onWait?.(`${outcome.reason}; trying again in ${Math.ceil(pause / 1000)} s`);
      await (this.options.sleep ?? wait)(pause);
    }
  }

  /** One request: the answer, or why to try again. @throws ImportError where trying again is of no use. */
  private async tryOnce(
    url: URL,
  ): Promise<{ json: z.output<typeof answer> } | { reason: string; after: number | undefined }> {
    try {
      const headers = { 'user-agent': this.options.userAgent, accept: 'application/json' };
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT) });
      const after = retryAfter(response.headers.get('retry-after'));
      if (response.status === 429 || response.status >= 500) {
        await response.body?.cancel();
        return { reason: `the server answers ${response.status}`, after };
      }
      if (!response.ok)
        throw new ImportError(`${url.origin} answers ${response.status} ${response.statusText}. Check --base-url.`);
      const json = answer.safeParse(JSON.parse(await response.text()));
      if (!json.success)
        throw new ImportError(`${url.origin} does not answer as Wikidata's API does. Check --base-url.`);
      if (json.data.error?.code === 'maxlag') return { reason: 'the servers lag behind (maxlag)', after };
      return { json: json.data };
    } catch (error) {
      if (error instanceof ImportError) throw error;
      return { reason: `no complete answer (${describe(error)})`, after: undefined };
    }
  }

  private cached(id: string, parts: 'all' | 'names'): Fetched | undefined {
    const { cache, refresh } = this.options;
    if (cache === undefined || refresh === true) return undefined;
    try {
      return { id, entity: JSON.parse(readFileSync(cacheFile(cache, id, parts), 'utf8')) as unknown };
    } catch {
      return undefined;
    }
  }

  private keep(one: Fetched, parts: 'all' | 'names'): void {
    const { cache } = this.options;
    if (cache === undefined || !('entity' in one)) return;
    mkdirSync(cache, { recursive: true });
    const file = cacheFile(cache, one.id, parts);
    writeFileSync(`${file}.part`, JSON.stringify(one.entity));
    renameSync(`${file}.part`, file);
  }
}

function cacheFile(folder: string, id: string, parts: 'all' | 'names'): string {
  return join(folder, parts === 'all' ? `${id}.json` : `${id}.names.json`);
}

/** Seconds or a date; undefined where the header says nothing usable. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
