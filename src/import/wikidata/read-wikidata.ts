import type { Readable } from 'node:stream';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Draft } from '../draft.ts';
import { nameKey } from '../names.ts';
import { SkipLog } from '../report.ts';
import type { Reading } from '../run-import.ts';
import type { WikidataClient } from './client.ts';
import { ItemConverter } from './convert.ts';
import type { Wanted } from './filter.ts';
import { type Item, readItem } from './item.ts';
import type { PropertyMap } from './property-map.ts';
import { type FileCounts, readEntities } from './read-file.ts';

/** Which items of a file are taken. */
export type Selection = 'all' | 'known';

export interface WikidataOptions {
  readonly map: PropertyMap;
  readonly knowledge: KnowledgeBase;
  /** `known`: only items that the knowledge has already. Default `all`. */
  readonly select?: Selection | undefined;
  /** Only these items of a file. */
  readonly ids?: ReadonlySet<string> | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly onItem?: (() => void) | undefined;
}

/** Reads items from files and, by id, from the service, into drafts. */
export class WikidataReader {
  private readonly options: WikidataOptions;
  private readonly skips = new SkipLog();
  private readonly converter: ItemConverter;
  private readonly properties: ReadonlySet<string>;
  private readonly drafts = new Map<string, Draft>();
  private read = 0;
  private incomplete: string | undefined;

  constructor(options: WikidataOptions) {
    this.options = options;
    this.converter = new ItemConverter(options.map, options.knowledge.ontology, this.skips);
    this.properties = this.converter.properties();
  }

  async readFile(input: string | Readable): Promise<void> {
    const counts: FileCounts = { items: 0, passed: 0 };
    const wanted = this.wanted();
    for await (const json of readEntities(input, counts, { wanted, skips: this.skips, onBytes: this.options.onBytes }))
      this.take(json);
    this.read += counts.items;
    if (counts.passed > 0) this.skips.add(`item that is not wanted (${this.wish()})`, undefined, counts.passed);
    if (counts.cut !== undefined) {
      const name = typeof input === 'string' ? input : 'the input';
      this.incomplete = `${name}: ${counts.cut}. The ${counts.items} items before are imported; run the same command again with the complete file, it goes on from there.`;
    }
  }

  /** Fetches items by id. An answer that does not come ends the reading; what came before counts. */
  async fetch(ids: readonly string[], client: WikidataClient): Promise<void> {
    try {
      for await (const one of client.fetch(ids, 'all')) {
        this.read++;
        this.options.onItem?.();
        if ('problem' in one)
          this.skips.add(one.problem === 'missing' ? 'item that is deleted or never was' : 'no valid id', one.id);
        else this.take(one.entity, one.id);
      }
    } catch (error) {
      if (this.drafts.size === 0) throw error;
      this.incomplete = error instanceof Error ? error.message : String(error);
    }
  }

  /** Fetches the names of the items that facts point to, so that they can be found in the knowledge. */
  async resolve(client: WikidataClient): Promise<void> {
    const open = [...this.converter.references.keys()].filter((id) => !this.drafts.has(id)).sort(byNumber);
    try {
      for await (const one of client.fetch(open, 'names')) {
        if ('problem' in one) continue;
        const item = readItem(one.entity, this.properties);
        if (typeof item === 'string') continue;
        const mention = this.converter.convertMention({ ...item, id: one.id });
        if (!this.drafts.has(one.id)) this.drafts.set(one.id, mention);
      }
    } catch (error) {
      this.incomplete ??= error instanceof Error ? error.message : String(error);
    }
  }

  finish(): Reading {
    this.mentionLinked();
    const sorted = [...this.drafts.values()].sort((a, b) => byNumber(a.key, b.key));
    const drafts = {
      drafts: new Map(sorted.map((draft) => [draft.key, draft])),
      sources: this.converter.sources,
      fixed: this.options.map.terms,
    };
    const base = { importer: 'wikidata', drafts, read: this.read, skips: this.skips };
    return this.incomplete === undefined ? base : { ...base, incomplete: this.incomplete };
  }

  /** Items that are only referred to may be known by their page, as earlier imports have noted it. */
  private mentionLinked(): void {
    for (const id of this.converter.references.keys()) {
      if (this.drafts.has(id)) continue;
      this.drafts.set(id, this.converter.convertMention(emptyItem(id)));
    }
  }

  private take(json: unknown, asked?: string): void {
    const item = readItem(json, this.properties);
    if (typeof item === 'string') {
      this.skips.add(item);
      return;
    }
    if (asked === undefined && this.options.ids?.has(item.id) === false) {
      this.skips.add(`item that is not wanted (${this.wish()})`);
      return;
    }
    const from = item.redirects?.from ?? asked;
    if (from !== undefined && from !== item.id) {
      this.skips.add('redirected: read under its new id', `${from} → ${item.redirects?.to ?? item.id}`);
    }
    const reason = this.obstacle(item);
    if (reason === undefined) this.drafts.set(item.id, this.converter.convert(item, this.options.select !== 'known'));
    else this.skips.add(reason, item.id);
  }

  /** Why an item cannot be taken. */
  private obstacle(item: Item): string | undefined {
    if (item.type !== 'item') return `entity that is no item (${item.type})`;
    if (item.missing !== undefined) return 'item that is deleted or never was';
    return this.drafts.get(item.id)?.record ? 'item that was read before' : undefined;
  }

  private wanted(): Wanted {
    const { map, select, ids, knowledge } = this.options;
    const classes = new Set(map.classes.keys());
    if (ids !== undefined) return { ids, classes };
    if (select !== 'known') return { classes };
    const names = new Set<string>();
    const pages = new Set<string>();
    for (const { aliases, label, sameAs } of knowledge.entities.values()) {
      for (const { text } of aliases) names.add(nameKey(text));
      for (const text of [label.en, label.zh]) if (text !== undefined) names.add(nameKey(text));
      for (const url of sameAs) {
        const title = /^https?:\/\/(?:en|zh)\.(?:m\.)?wikipedia\.org\/wiki\/([^?#]+)/u.exec(url)?.[1];
        if (title !== undefined) pages.add(decode(title));
      }
    }
    return { classes, names, pages };
  }

  private wish(): string {
    const { ids, select } = this.options;
    if (ids !== undefined) return 'not among the ids given';
    return select === 'known'
      ? 'no name of the knowledge, or no class that the map knows'
      : 'no class that the map knows';
  }
}

function emptyItem(id: string) {
  return {
    id,
    type: 'item',
    labels: {},
    descriptions: {},
    aliases: {},
    claims: {},
    sitelinks: {},
    malformed: 0,
  } as const;
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}

function decode(title: string): string {
  try {
    return decodeURIComponent(title);
  } catch {
    return title;
  }
}
