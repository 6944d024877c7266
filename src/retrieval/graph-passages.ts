import type { EntityId, Language } from '../knowledge/model.ts';
import type { Embedder } from './embedder.ts';
import type { Channel } from './fusion.ts';
import type { PassageGraph } from './passage-graph.ts';
import { keyOf, type SearchPassage } from './searchable.ts';

/** Passages embedded between two writes. */
const CHUNK = 200;
/** More things that a text names are not looked up. */
const NAMED = 8;

export interface PassageQuery {
  readonly text: string;
  readonly limit: number;
  readonly channels: readonly Channel[];
  readonly languages: readonly Language[];
  /** Things that the text names. */
  readonly named: readonly EntityId[];
}

/** Passages found, by key, and their places per channel. */
export interface FoundPassages {
  readonly passages: ReadonlyMap<string, SearchPassage>;
  readonly lists: { readonly [channel in Channel]: readonly string[] };
}

/** Finds passages where they are kept, in the graph: this process holds nothing of them. */
export class GraphPassages {
  private readonly graph: PassageGraph;
  private readonly embedder: Embedder | undefined;

  constructor(graph: PassageGraph, embedder: Embedder | undefined) {
    this.graph = graph;
    this.embedder = embedder;
  }

  async search(query: PassageQuery): Promise<FoundPassages> {
    const passages = new Map<string, SearchPassage>();
    const note = (found: readonly SearchPassage[]): string[] => {
      const wanted = found.filter(({ language }) => query.languages.includes(language)).slice(0, query.limit);
      for (const passage of wanted) passages.set(keyOf('passage', passage.id), passage);
      return wanted.map(({ id }) => keyOf('passage', id));
    };
    const by = async (channel: Channel, find: () => Promise<readonly SearchPassage[]>) =>
      query.channels.includes(channel) ? note(await find()) : [];
    const [lexical, semantic, graph] = await Promise.all([
      by('lexical', () => this.byWords(query)),
      by('semantic', () => this.byMeaning(query)),
      by('graph', () => this.byGraph(query)),
    ]);
    return { passages, lists: { lexical, semantic, graph } };
  }

  /**
   * Makes vectors of passages that have none and keeps them in the graph; of more than `atMost` none. @returns how many were made.
   * @throws RetrievalError where the model cannot be used
   */
  async update(options: {
    readonly atMost?: number | undefined;
    readonly onProgress?: ((done: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<number> {
    if (!this.embedder) return 0;
    const model = await this.model(this.embedder);
    const { atMost } = options;
    if (atMost !== undefined && (await this.graph.passagesWithoutVector(model, atMost + 1)).length > atMost) return 0;
    let done = 0;
    for (;;) {
      const missing = await this.graph.passagesWithoutVector(model, CHUNK);
      if (missing.length === 0) return done;
      const texts = missing.map(({ text }) => text);
      const vectors = await this.embedder.embed(texts, 'passage', { signal: options.signal });
      await this.graph.writeVectors(model, new Map(missing.flatMap(({ id }, at) => pair(id, vectors[at]))));
      done += missing.length;
      options.onProgress?.(done);
    }
  }

  private async byWords({ text, limit }: PassageQuery): Promise<readonly SearchPassage[]> {
    const { passages } = await this.graph.search({ text, scopes: ['passage'], limit });
    return passages.map(({ passage }) => passage);
  }

  /** The nearest of each language take turns: vectors lie in one cloud per language, so that their cosines do not compare. */
  private async byMeaning({ text, limit, languages }: PassageQuery): Promise<readonly SearchPassage[]> {
    if (!this.embedder || !(await this.embedder.canRead(text))) return [];
    const [model, [vector]] = [await this.model(this.embedder), await this.embedder.embed([text], 'query')];
    if (!vector) return [];
    const found = await Promise.all(
      languages.map((language) => this.graph.nearestPassages({ model, vector, language, limit })),
    );
    return inTurns(found.map((list) => list.map(({ passage }) => passage))).slice(0, limit);
  }

  /** Passages that mention what the text names; those that mention most of it first. */
  private async byGraph({ named, limit }: PassageQuery): Promise<readonly SearchPassage[]> {
    const counts = new Map<string, { readonly passage: SearchPassage; count: number }>();
    for (const entity of named.slice(0, NAMED)) {
      for (const passage of (await this.graph.passagesMentioning(entity, { limit })).items) {
        const known = counts.get(passage.id);
        if (known) known.count++;
        else counts.set(passage.id, { passage, count: 1 });
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count).map(({ passage }) => passage);
  }

  private async model(embedder: Embedder): Promise<string> {
    const { model, dtype, digest, runtime } = await embedder.identity();
    return [model, dtype, digest, runtime].join(' ');
  }
}

function pair(id: string, vector: Float32Array | undefined): [string, Float32Array][] {
  return vector ? [[id, vector]] : [];
}

function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
