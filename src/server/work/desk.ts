import type { GivenDocument } from '../../engine.ts';
import { type Ingested, Ingestion, type Reassessed } from '../../ingestion/ingestion.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { DocumentId } from '../../store/graph-model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { CheckPool } from './check-pool.ts';
import { Progress } from './progress.ts';

export interface DeskOptions {
  readonly store: GraphStore;
  readonly knowledge: KnowledgeBase;
  /** Where documents are checked. */
  readonly checks: CheckPool;
  /** The version of the program, which is noted with every verdict. */
  readonly version: string;
}

/** Takes what is to be written into the graph, one thing after the other, and tells how it goes. */
export class Desk {
  readonly progress = new Progress();
  private readonly store: GraphStore;
  private readonly version: string;
  private ingestion: Ingestion;
  private last: Promise<unknown> = Promise.resolve();

  constructor({ store, knowledge, checks, version }: DeskOptions) {
    this.store = store;
    this.version = version;
    this.ingestion = this.ingestionWith(knowledge, checks);
  }

  /** Checks with this knowledge what is handed in from now on. Resolves when what was handed in before is done. */
  async use(knowledge: KnowledgeBase, checks: CheckPool): Promise<void> {
    await this.next(async () => {
      this.ingestion = this.ingestionWith(knowledge, checks);
    });
  }

  /** Makes the knowledge that is loaded the graph's. @returns whether it was another */
  async loadKnowledge(): Promise<boolean> {
    return await this.next(async () => {
      this.progress.tell({ stage: 'knowledge', done: 0, total: 0 });
      return await this.ingestion.loadKnowledge();
    });
  }

  /** Checks documents and puts them into the graph. @throws Problem, StoreError at the first that fails; those before are in */
  async add(documents: readonly GivenDocument[]): Promise<Ingested[]> {
    return await this.next(async () => {
      const results: Ingested[] = [];
      const total = documents.length;
      for (const document of documents) {
        const { name } = document;
        this.progress.tell({ stage: 'document', name, done: results.length, total });
        const ingested = await this.ingestion.ingest(document);
        results.push(ingested);
        this.progress.tell({ stage: 'document', name, done: results.length, total, document: ingested.document });
      }
      await this.compare(total);
      return results;
    });
  }

  /** @returns whether there was one */
  async remove(id: DocumentId): Promise<boolean> {
    return await this.next(() => this.store.forgetDocument(id));
  }

  /** Checks again what was checked with another knowledge or program. @returns what has changed, by document */
  async reassess(): Promise<Reassessed[]> {
    return await this.next(async () => {
      const results: Reassessed[] = [];
      for await (const reassessed of this.ingestion.reassess()) {
        results.push(reassessed);
        this.progress.tell({
          stage: 'document',
          name: reassessed.document.name,
          done: results.length,
          total: results.length,
        });
      }
      this.progress.tell({ stage: 'done', done: results.length, total: results.length });
      return results;
    });
  }

  /** Resolves when all that was handed in is done. */
  async settled(): Promise<void> {
    await this.last;
  }

  private ingestionWith(knowledge: KnowledgeBase, checks: CheckPool): Ingestion {
    const examiner = { knowledge, examine: (given: GivenDocument) => checks.examine(given) };
    return new Ingestion(examiner, this.store, { checkerVersion: this.version });
  }

  private async compare(total: number): Promise<void> {
    this.progress.tell({ stage: 'compare', done: total, total });
    await this.ingestion.compareDocuments();
    this.progress.tell({ stage: 'done', done: total, total });
  }

  /** Runs work after all that was handed in before it. */
  private async next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work);
    this.last = result.catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      this.progress.tell({ stage: 'failed', done: 0, total: 0, message });
    });
    return await result;
  }
}
