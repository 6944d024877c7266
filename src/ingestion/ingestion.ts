import type { Examination } from '../assessment/examination.ts';
import type { Engine, GivenDocument } from '../engine.ts';
import type { WholeDocument, WriteOutcome } from '../store/graph-answers.ts';
import type { DocumentId, DocumentRows, DocumentSummary, StoredDocument } from '../store/graph-model.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { documentId } from '../store/ids.ts';
import { knowledgeVersion, toKnowledgeRows } from '../store/knowledge-rows.ts';
import { StoreError } from '../store/store-error.ts';
import { contentHash, toDocumentRows } from '../store/to-graph.ts';
import { compareClaims, topicsOf } from './compare-claims.ts';
import { type ClaimChanges, compareVerdicts } from './flips.ts';

/** What ingestion needs of the engine. */
export interface Examiner extends Pick<Engine, 'knowledge'> {
  /** In this thread (an engine) or in another. */
  examine(given: GivenDocument): Examination | Promise<Examination>;
}

export interface IngestionOptions {
  /** The version of the program, which is noted with every verdict. */
  readonly checkerVersion: string;
  /** What time it is; default: the clock. */
  readonly now?: (() => Date) | undefined;
}

/** What has become of a document. */
export interface Ingested {
  readonly outcome: WriteOutcome;
  readonly document: DocumentSummary;
}

/** What a reassessment has changed in one document. */
export interface Reassessed extends ClaimChanges {
  readonly document: StoredDocument;
}

/**
 * Brings knowledge and documents into a graph. Each step is one transaction, and a step that was interrupted is found and done
 * again: after a crash, run the same thing once more.
 */
export class Ingestion {
  private readonly engine: Examiner;
  private readonly store: GraphStore;
  private readonly checkerVersion: string;
  private readonly now: () => Date;

  constructor(engine: Examiner, store: GraphStore, options: IngestionOptions) {
    this.engine = engine;
    this.store = store;
    this.checkerVersion = options.checkerVersion;
    this.now = options.now ?? (() => new Date());
  }

  /** Makes the engine's knowledge the graph's. @returns whether it was another. @throws StoreError */
  async loadKnowledge(): Promise<boolean> {
    const held = (await this.store.version()).knowledge;
    if (held === knowledgeVersion(this.engine.knowledge)) return false;
    return this.store.writeKnowledge(toKnowledgeRows(this.engine.knowledge));
  }

  /**
   * Checks a document and writes it, unless this text is there already, checked with this knowledge and program. Call
   * `loadKnowledge` before and `compareDocuments` after the last one. @throws StoreError
   */
  async ingest(given: GivenDocument): Promise<Ingested> {
    const id = documentId(given.name);
    const held = (await this.store.documents([id])).get(id);
    if (held && this.isCurrent(held) && held.contentHash === contentHash(given.text))
      return { outcome: 'unchanged', document: held };
    const outcome = await this.store.writeDocument(await this.toRows(given));
    const document = (await this.store.documents([id])).get(id);
    if (document) return { outcome, document };
    throw new StoreError(
      'STORE_STALE',
      `“${given.name}” was removed by another process while it was ingested. Ingest it again.`,
    );
  }

  /** Looks for contradictions between documents where that was not done yet. @returns the number of documents compared. */
  async compareDocuments(): Promise<number> {
    const ids = await this.store.uncompared();
    for (const id of ids) await this.compareDocument(id);
    return ids.length;
  }

  /**
   * Checks again every document whose verdicts come from another knowledge or program, and says what has changed, one document
   * after the other. @throws StoreError
   */
  async *reassess(): AsyncGenerator<Reassessed> {
    for await (const summary of this.documents()) {
      if (this.isCurrent(summary)) continue;
      const before = await this.store.document(summary.id);
      if (before) yield await this.reassessDocument(before);
    }
    await this.compareDocuments();
  }

  private async reassessDocument(before: WholeDocument): Promise<Reassessed> {
    const { name, format } = before.document;
    const rows = await this.toRows({ name, text: before.text, format });
    if (sameClaims(before, rows)) await this.store.updateAssessments(toAssessments(rows));
    else await this.store.writeDocument(rows);
    return { document: before.document, ...compareVerdicts(before.claims, rows.claims) };
  }

  private async compareDocument(id: DocumentId): Promise<void> {
    const own = (await this.store.document(id))?.claims ?? [];
    const topics = topicsOf(own);
    const others = topics.length === 0 ? [] : await this.store.claimsOn(topics);
    await this.store.writeContradictions(id, compareClaims(own, others, this.engine.knowledge));
  }

  private isCurrent(document: StoredDocument): boolean {
    const version = knowledgeVersion(this.engine.knowledge);
    return document.knowledgeVersion === version && document.checkerVersion === this.checkerVersion;
  }

  private async toRows(given: GivenDocument): Promise<DocumentRows> {
    const { knowledge } = this.engine;
    return toDocumentRows(await this.engine.examine(given), knowledge, {
      knowledgeVersion: knowledgeVersion(knowledge),
      checkerVersion: this.checkerVersion,
      at: this.now().toISOString(),
    });
  }

  private async *documents(): AsyncGenerator<DocumentSummary> {
    let after: string | undefined;
    do {
      const page = await this.store.listDocuments({ after });
      yield* page.items;
      after = page.next;
    } while (after !== undefined);
  }
}

/** Whether a document read by the same program still says the same, so that only its verdicts need to be written. */
function sameClaims(before: WholeDocument, rows: DocumentRows): boolean {
  if (before.document.checkerVersion !== rows.document.checkerVersion) return false;
  return (
    sameSet(before.claims, rows.claims, ({ id, start, passageId, subject, object }) =>
      JSON.stringify([id, start, passageId, subject.text, object.text]),
    ) && sameSet(before.mentions, rows.mentions, ({ id, type, entities }) => JSON.stringify([id, type, entities]))
  );
}

function sameSet<T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): boolean {
  const keys = new Set(a.map(keyOf));
  return a.length === b.length && b.every((item) => keys.has(keyOf(item)));
}

function toAssessments({ document, claims, contradictions }: DocumentRows) {
  const { id: documentId, contentHash, knowledgeVersion, checkerVersion } = document;
  const assessments = new Map(claims.map(({ id, assessment }) => [id, assessment]));
  return { documentId, contentHash, knowledgeVersion, checkerVersion, assessments, contradictions };
}
