import { join } from 'node:path';
import { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language, LocalText } from '../knowledge/model.ts';
import { Linker } from '../linking/linker.ts';
import { languageOf } from '../text/language.ts';
import { Embedder } from './embedder.ts';
import { CHANNELS, type Channel, fuse, type Ranks } from './fusion.ts';
import { GraphCandidates } from './graph-candidates.ts';
import { LexicalIndex } from './lexical-index.ts';
import { type Note, noModel, notAllIndexed, nothingToFind, notIndexed } from './notes.ts';
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

export interface SearchOptions {
  readonly knowledge: KnowledgeBase;
  /** Where vectors are kept, and with which model they are made; without it search goes by words and graph alone. */
  readonly vectors?: VectorSettings | undefined;
  /** Passages of ingested documents; more can follow with `putPassages`. */
  readonly passages?: Iterable<SearchPassage>;
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
  /** What the last look at the vectors said; undefined where the documents have changed since. */
  private state: Promise<readonly Note[]> | undefined;

  private constructor(options: SearchOptions) {
    const { knowledge, vectors } = options;
    const wording = new Wording(knowledge);
    this.graph = new GraphCandidates(knowledge, options.linker ?? new Linker(knowledge));
    this.put(searchables(knowledge, wording));
    this.putPassages(options.passages ?? []);
    this.semantic = vectors && this.semanticIndex(vectors, sampleQuestions(knowledge, wording));
  }

  /** Makes the lexical index; the model is loaded, and vectors are read, with the first search that wants them. */
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
    const meant = new Set(candidates.flatMap((candidate) => (candidate.meant ? [candidate.key] : [])));
    const fused = fuse(lists, (channel, key) => weightOf(channel, key, meant)).slice(0, limit);
    return { hits: fused.flatMap(({ key, score, ranks }) => this.hit(key, score, ranks)), notes };
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

  private hit(key: string, score: number, ranks: Ranks): Hit[] {
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
