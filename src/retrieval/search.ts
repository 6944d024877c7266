import { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language, LocalText } from '../knowledge/model.ts';
import { Linker } from '../linking/linker.ts';
import { type Channel, fuse, type Ranks } from './fusion.ts';
import { GraphCandidates } from './graph-candidates.ts';
import { LexicalIndex } from './lexical-index.ts';
import {
  HIT_TYPES,
  type HitType,
  keyOf,
  type Searchable,
  type SearchPassage,
  searchablePassage,
  searchables,
} from './searchable.ts';

/** How many candidates each channel gives. */
const DEPTH = 100;
/** The graph knows best which fact of a named thing is meant. */
const WEIGHTS = { graph: 1.5 };
/** Longer texts are searched by their beginning: as many UTF-16 code units. */
const LONGEST_QUERY = 2000;

export interface SearchOptions {
  readonly knowledge: KnowledgeBase;
  /** Where vectors are kept between runs; without it they are not used. */
  readonly dataFolder?: string;
  /** Passages of ingested documents; more can follow with `putPassages`. */
  readonly passages?: Iterable<SearchPassage>;
  /** Made from the knowledge if not given. */
  readonly linker?: Linker;
  /** The languages in which facts and entities are worded and found (default both). */
  readonly languages?: readonly Language[];
}

export interface QueryOptions {
  /** How many hits at most (default 10). */
  readonly limit?: number;
  /** What is wanted (default everything). */
  readonly types?: readonly HitType[];
  /** Which ways of finding to use (default all). */
  readonly channels?: readonly Channel[];
}

/** Something found, and why. */
export interface Hit {
  readonly type: HitType;
  /** The id of the fact or entity in the knowledge, or of the passage as given. */
  readonly id: string;
  /** A passage has its own language only. */
  readonly text: LocalText;
  /** Sum of reciprocal ranks: comparable within one answer only. */
  readonly score: number;
  /** The place in each channel's own list, from 1; missing where a channel did not find it. */
  readonly ranks: Ranks;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** Where the search was not all it could be: why, and what to do. Empty where all is well. */
  readonly notes: readonly { readonly en: string; readonly zh: string }[];
}

/** Finds facts, entities and passages by words, by meaning and by the graph. */
export class Search {
  private readonly documents = new Map<string, Searchable>();
  private readonly lexical = new LexicalIndex();
  private readonly graph: GraphCandidates;

  private constructor(options: SearchOptions) {
    const { knowledge, languages } = options;
    this.graph = new GraphCandidates(knowledge, options.linker ?? new Linker(knowledge));
    this.put(searchables(knowledge, new Wording(knowledge), languages));
    this.putPassages(options.passages ?? []);
  }

  /** Makes the indexes. @throws RetrievalError where the data folder cannot be read. */
  static async open(options: SearchOptions): Promise<Search> {
    return new Search(options);
  }

  /** Adds passages, or replaces those with the same id. */
  putPassages(passages: Iterable<SearchPassage>): void {
    this.put([...passages].flatMap((passage) => searchablePassage(passage) ?? []));
  }

  removePassages(ids: Iterable<string>): void {
    const keys = [...ids].map((id) => keyOf('passage', id));
    for (const key of keys) this.documents.delete(key);
    this.lexical.remove(keys);
  }

  /** What fits a text best. Never throws on text: what has no word finds nothing, with a note. */
  async search(text: string, options: QueryOptions = {}): Promise<SearchAnswer> {
    const query = text.slice(0, LONGEST_QUERY).trim();
    if (!/[\p{L}\p{N}]/u.test(query)) return { hits: [], notes: [NOTHING_TO_FIND] };
    const types = options.types ?? HIT_TYPES;
    const channels = options.channels ?? ['lexical', 'graph'];
    const accepts = (key: string) => types.some((type) => key.startsWith(`${type} `));
    const lists = {
      ...(channels.includes('lexical') ? { lexical: this.lexical.search(query, DEPTH, accepts) } : {}),
      ...(channels.includes('graph') ? { graph: this.graph.search(query, DEPTH, accepts) } : {}),
    };
    const hits = fuse(lists, WEIGHTS).slice(0, options.limit ?? 10);
    return { hits: hits.flatMap(({ key, score, ranks }) => this.hit(key, score, ranks)), notes: [] };
  }

  private hit(key: string, score: number, ranks: Ranks): Hit[] {
    const document = this.documents.get(key);
    return document ? [{ type: document.type, id: document.id, text: document.text, score, ranks }] : [];
  }

  private put(documents: readonly Searchable[]): void {
    for (const document of documents) this.documents.set(document.key, document);
    this.lexical.put(documents);
  }
}

const NOTHING_TO_FIND = {
  en: 'The text has no word to search for. Give a name or a few words.',
  zh: '文本中没有可搜索的词语。请输入名称或几个词。',
};
