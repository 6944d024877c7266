import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language, LocalText } from '../knowledge/model.ts';
import { Linker } from '../linking/linker.ts';
import { languageOf } from '../text/language.ts';
import { Embedder } from './embedder.ts';
import { CHANNELS, type Channel, type Fused, fuse, type Ranks, type Weigh } from './fusion.ts';
import { GraphCandidates } from './graph-candidates.ts';
import { type FoundPassages, GraphPassages, type PassageQuery } from './graph-passages.ts';
import { LexicalIndex } from './lexical-index.ts';
import { type Note, noModel, notAllIndexed, nothingToFind, notIndexed } from './notes.ts';
import type { PassageGraph } from './passage-graph.ts';
import { RetrievalError } from './retrieval-error.ts';
import { sampleQuestions } from './sample-questions.ts';
import {
  HIT_TYPES,
  type HitType,
  keyOf,
  LANGUAGES,
  type Searchable,
  type SearchPassage,
  searchablePassage,
  searchables,
} from './searchable.ts';
import { type Coverage, SemanticIndex, type UpdateOptions } from './semantic-index.ts';
import type { VectorSettings } from './vector-settings.ts';
import { weightOf } from './weights.ts';

/** How many candidates each channel gives. */
const DEPTH = 100;
/** Longer texts are searched by their beginning: as many UTF-16 code units. */
const LONGEST_QUERY = 2000;
/** So many texts are embedded on the way, within a second or two; more wait for `update`. */
const AT_ONCE = 100;
/** Documents put into the index at once, and milliseconds after which other work has its turn. */
const BATCH = 50;
const TURN = 8;

export interface SearchOptions {
  readonly knowledge: KnowledgeBase;
  /** Where vectors are kept, and with which model they are made; without it search goes by words and graph alone. */
  readonly vectors?: VectorSettings | undefined;
  /** Passages of ingested documents; more can follow with `putPassages`. */
  readonly passages?: Iterable<SearchPassage>;
  /** A graph with passages of documents, searched where they are; next to `passages`. */
  readonly graph?: PassageGraph | undefined;
  /** Made from the knowledge if not given. */
  readonly linker?: Linker;
}

export interface QueryOptions {
  /** How many hits at most (default 10). */
  readonly limit?: number;
  /** What is wanted (default everything). */
  readonly types?: readonly HitType[];
  /** Which ways of finding to use (default all). */
  readonly channels?: readonly Channel[];
  /** The languages of the wordings to compare with, whatever the text's own (default both). */
  readonly languages?: readonly Language[];
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
  readonly notes: readonly Note[];
}

/** Finds facts, entities and passages by words, by meaning and by the graph. */
export class Search {
  private readonly documents = new Map<string, Searchable>();
  private readonly lexical = new LexicalIndex();
  private readonly graph: GraphCandidates;
  private readonly semantic: SemanticIndex | undefined;
  private readonly passages: GraphPassages | undefined;
  /** What the last look at the vectors said; undefined where the documents have changed since. */
  private state: Promise<readonly Note[]> | undefined;

  private constructor({ knowledge, vectors, linker, graph }: SearchOptions, wording: Wording) {
    this.graph = new GraphCandidates(knowledge, linker ?? new Linker(knowledge));
    this.semantic = vectors && this.semanticIndex(vectors, sampleQuestions(knowledge, wording));
    this.passages = graph && new GraphPassages(graph, vectors && Embedder.shared(vectors.model));
  }

  /**
   * Makes the lexical index, giving way to other work every few milliseconds; the model is loaded, and vectors are read, with
   * the first search that wants them.
   */
  static async open(options: SearchOptions): Promise<Search> {
    const { knowledge, passages = [] } = options;
    const wording = new Wording(knowledge);
    const search = new Search(options, wording);
    let batch: Searchable[] = [];
    let turn = performance.now();
    for (const document of searchables(knowledge, wording)) {
      batch.push(document);
      if (batch.length < BATCH) continue;
      search.put(batch);
      batch = [];
      if (performance.now() - turn < TURN) continue;
      await nextTurn();
      turn = performance.now();
    }
    search.put(batch);
    search.putPassages(passages);
    return search;
  }

  /** Adds passages, or replaces those with the same id. */
  putPassages(passages: Iterable<SearchPassage>): void {
    this.put([...passages].flatMap((passage) => searchablePassage(passage) ?? []));
  }

  removePassages(ids: Iterable<string>): void {
    const keys = [...ids].map((id) => keyOf('passage', id));
    for (const key of keys) this.documents.delete(key);
    this.lexical.remove(keys);
    this.state = undefined;
  }

  /**
   * Makes the vectors that are missing and keeps them in the data folder; dear the first time (a minute or two for the bundled knowledge).
   * @throws RetrievalError where the model or the folder cannot be used, or no vectors are wanted.
   */
  async update(options: UpdateOptions = {}): Promise<Coverage> {
    if (!this.semantic) throw new RetrievalError('NO_VECTORS', 'search was opened without a data folder and model.');
    const coverage = await this.semantic.update(options);
    this.state = undefined;
    return coverage;
  }

  /**
   * Makes vectors of passages of the graph that have none, for new documents. @returns how many
   * @throws RetrievalError where the model cannot be used
   */
  async updatePassages(options: { readonly atMost?: number } = {}): Promise<number> {
    return (await this.passages?.update(options)) ?? 0;
  }

  /** What fits a text best. Never throws on text; where a way of finding is missing it goes without, with a note. */
  async search(text: string, options: QueryOptions = {}): Promise<SearchAnswer> {
    const query = text.slice(0, LONGEST_QUERY).trim();
    if (!/[\p{L}\p{N}]/u.test(query)) return { hits: [], notes: [nothingToFind] };
    const { types = HIT_TYPES, channels = CHANNELS, limit = 10, languages = LANGUAGES } = options;
    const accepts = (key: string) => types.some((type) => key.startsWith(`${type} `));
    const { keys: semantic, notes } = channels.includes('semantic')
      ? await this.byMeaning(query, { types, languages })
      : NONE;
    const candidates = channels.includes('graph') ? this.graph.search(query, DEPTH, accepts) : [];
    const lists = {
      lexical: channels.includes('lexical') ? this.lexical.search(query, { limit: DEPTH, accepts, languages }) : [],
      semantic,
      graph: candidates.map(({ key }) => key),
    };
    const found = types.includes('passage') ? await this.passagesFor(query, { channels, languages }) : NOWHERE;
    const meant = new Set(candidates.flatMap((candidate) => (candidate.meant ? [candidate.key] : [])));
    const weigh: Weigh = (channel, key) => weightOf(channel, key, meant);
    const fused = [...fuse(lists, weigh), ...fuse(found.lists, weigh)].sort(byScore).slice(0, limit);
    const hit = ({ key, score, ranks }: Fused) => this.hit(key, score, ranks, found.passages.get(key));
    return { hits: fused.flatMap(hit), notes };
  }

  private async passagesFor(
    text: string,
    wanted: Pick<PassageQuery, 'channels' | 'languages'>,
  ): Promise<FoundPassages> {
    if (!this.passages) return NOWHERE;
    const query = { text, limit: DEPTH, named: this.graph.namedBy(text), ...wanted };
    try {
      return await this.passages.search(query);
    } catch (error) {
      if (!(error instanceof RetrievalError)) throw error;
      return await this.passages.search({ ...query, channels: ['lexical', 'graph'] });
    }
  }

  private async byMeaning(
    text: string,
    wanted: { readonly types: readonly HitType[]; readonly languages: readonly Language[] },
  ): Promise<{ keys: string[]; notes: readonly Note[] }> {
    if (!this.semantic) return NONE;
    this.state ??= this.settle(this.semantic);
    const notes = await this.state;
    try {
      const language = languageOf(text, { start: 0, end: text.length });
      return { keys: await this.semantic.search(text, { limit: DEPTH, language, ...wanted }), notes };
    } catch (error) {
      if (!(error instanceof RetrievalError)) throw error;
      return { keys: [], notes: [noModel(error)] };
    }
  }

  /** Repairs and completes the vectors where that is quick; says what is left to do. */
  private async settle(semantic: SemanticIndex): Promise<readonly Note[]> {
    try {
      const { texts, indexed } = await semantic.update({ atMost: AT_ONCE });
      await this.passages?.update({ atMost: AT_ONCE });
      if (indexed === texts) return [];
      return [indexed === 0 ? notIndexed : notAllIndexed(texts - indexed, texts)];
    } catch (error) {
      if (!(error instanceof RetrievalError)) throw error;
      return [noModel(error)];
    }
  }

  private semanticIndex(
    { dataFolder, model }: VectorSettings,
    questions: { en: string[]; zh: string[] },
  ): SemanticIndex {
    const folder = join(dataFolder, 'retrieval');
    return new SemanticIndex({ embedder: Embedder.shared(model), folder, documents: this.documents, questions });
  }

  private hit(key: string, score: number, ranks: Ranks, passage?: SearchPassage): Hit[] {
    if (passage) return [{ type: 'passage', id: passage.id, text: { [passage.language]: passage.text }, score, ranks }];
    const document = this.documents.get(key);
    return document ? [{ type: document.type, id: document.id, text: document.text, score, ranks }] : [];
  }

  private put(documents: readonly Searchable[]): void {
    for (const document of documents) this.documents.set(document.key, document);
    this.lexical.put(documents);
    this.state = undefined;
  }
}

const NONE = { keys: [], notes: [] };
const NOWHERE: FoundPassages = { passages: new Map(), lists: { lexical: [], semantic: [], graph: [] } };

function byScore(a: Fused, b: Fused): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1);
}
