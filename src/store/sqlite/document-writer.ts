import { z } from 'zod';
import { yearOf } from '../../knowledge/date.ts';
import { checkRows } from '../check-rows.ts';
import { toTokens } from '../full-text.ts';
import type { WriteOutcome } from '../graph-answers.ts';
import type {
  AssessmentRows,
  ClaimId,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  PastAssessment,
  StoredAssessment,
  StoredClaim,
  StoredDocument,
} from '../graph-model.ts';
import { StoreError } from '../store-error.ts';
import type { Connection, Parameter } from './connection.ts';
import { insertAll, insertion } from './insert.ts';
import { changed } from './meta.ts';

const stateSchema = z
  .object({ content: z.string(), knowledge: z.string(), checker: z.string(), body: z.string() })
  .optional();

/** Everything of a document but its history. What goes by the keys of passages goes first. */
const PARTS = [
  'DELETE FROM passages_fulltext WHERE rowid IN (SELECT key FROM passages WHERE document = ?)',
  'DELETE FROM passage_vectors WHERE passage IN (SELECT key FROM passages WHERE document = ?)',
  ...['texts', 'segments', 'passages', 'mentions', 'mentioned', 'claims'].map(
    (table) => `DELETE FROM ${table} WHERE document = ?`,
  ),
  'DELETE FROM documents WHERE id = ?',
];

/** Writes documents, verdicts and contradictions, each in one transaction. */
export class DocumentWriter {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async writeDocument(rows: DocumentRows): Promise<WriteOutcome> {
    checkRows(rows);
    return this.connection.write(() => {
      const before = this.stateOf(rows.document.id);
      const { contentHash, knowledgeVersion, checkerVersion } = rows.document;
      const sameText = before?.content === contentHash;
      if (sameText && before.knowledge === knowledgeVersion && before.checker === checkerVersion) return 'unchanged';
      const since = sameText ? (JSON.parse(before.body) as StoredDocument).ingestedAt : rows.document.ingestedAt;
      this.remove(rows.document.id);
      this.insert({ ...rows, document: { ...rows.document, ingestedAt: since } });
      changed(this.connection);
      return before ? 'replaced' : 'added';
    });
  }

  async updateAssessments(rows: AssessmentRows): Promise<void> {
    const { documentId, contentHash, knowledgeVersion, checkerVersion, assessments } = rows;
    await this.connection.write(() => {
      const before = this.stateOf(documentId);
      const claims = this.connection.json<StoredClaim>(
        'SELECT body AS json FROM claims WHERE document = ? ORDER BY position',
        documentId,
      );
      const same = claims.length === assessments.size && claims.every(({ id }) => assessments.has(id));
      if (before?.content !== contentHash || !same) throw stale(documentId);
      const assessed = claims.map((claim) => ({ ...claim, assessment: assessments.get(claim.id) as StoredAssessment }));
      for (const { id, assessment } of assessed)
        this.connection.run(
          'UPDATE claims SET verdict = ?, assessment = ? WHERE id = ?',
          assessment.verdict,
          JSON.stringify(assessment),
          id,
        );
      this.addHistory(assessed, contentHash);
      const body = JSON.stringify({ ...(JSON.parse(before.body) as StoredDocument), knowledgeVersion, checkerVersion });
      this.connection.run(
        'UPDATE documents SET knowledge_version = ?, checker_version = ?, compared = 0, body = ? WHERE id = ?',
        ...[knowledgeVersion, checkerVersion, body, documentId],
      );
      this.removeContradictions(documentId);
      this.addContradictions(rows.contradictions);
      changed(this.connection);
    });
  }

  async writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]): Promise<void> {
    await this.connection.write(() => {
      this.connection.run(
        'DELETE FROM contradictions WHERE (document_a = ? OR document_b = ?) AND document_a <> document_b',
        ...[document, document],
      );
      this.addContradictions(rows);
      this.connection.run('UPDATE documents SET compared = 1 WHERE id = ?', document);
      changed(this.connection);
    });
  }

  async forgetDocument(id: DocumentId): Promise<boolean> {
    return this.connection.write(() => {
      const known = this.stateOf(id) !== undefined;
      this.remove(id);
      const past = this.connection.run('DELETE FROM history WHERE document = ?', id);
      if (known || past > 0) changed(this.connection);
      return known;
    });
  }

  private stateOf(id: DocumentId) {
    const sql =
      'SELECT content_hash AS content, knowledge_version AS knowledge, checker_version AS checker, body FROM documents WHERE id = ?';
    return stateSchema.parse(this.connection.get(sql, id));
  }

  private remove(id: DocumentId): void {
    this.removeContradictions(id);
    for (const sql of PARTS) this.connection.run(sql, id);
  }

  private insert({ document, text, segments, passages, mentions, claims, contradictions }: DocumentRows): void {
    const { id, name, contentHash, knowledgeVersion, checkerVersion } = document;
    const { connection } = this;
    connection.run(
      'INSERT INTO documents (id, name, content_hash, knowledge_version, checker_version, compared, body) VALUES (?, ?, ?, ?, ?, 0, ?)',
      ...[id, name, contentHash, knowledgeVersion, checkerVersion, JSON.stringify(document)],
    );
    connection.run('INSERT INTO texts (document, body) VALUES (?, ?)', id, JSON.stringify(text));
    insertAll(
      connection,
      insertion('segments', 'document,position,body'),
      segments.map((row) => [id, row.index, JSON.stringify(row)]),
    );
    const base = this.lastKey('passages');
    const keys = new Map(passages.map((row, index) => [row.id, base + 1 + index]));
    const keyOf = (passage: string) => keys.get(passage) ?? 0;
    insertAll(
      connection,
      insertion('passages', 'key,id,document,position,body'),
      passages.map((row) => [keyOf(row.id), row.id, id, row.index, JSON.stringify(row)]),
    );
    insertAll(
      connection,
      insertion('passages_fulltext', 'rowid,text'),
      passages.map((row) => [keyOf(row.id), toTokens(row.text)]),
    );
    insertAll(
      connection,
      insertion('mentions', 'document,position,body'),
      mentions.map((row, index) => [id, index, JSON.stringify(row)]),
    );
    const mentioned = mentions.flatMap(({ entities, passageId }) =>
      entities.slice(0, 1).map((entity) => [entity, id, keyOf(passageId)]),
    );
    insertAll(connection, insertion('mentioned', 'entity,document,passage', 'INSERT OR IGNORE'), mentioned);
    insertAll(connection, CLAIM, claims.map(claimRow));
    this.addHistory(claims, contentHash);
    this.addContradictions(contradictions);
  }

  private lastKey(table: string): number {
    return z.object({ key: z.number() }).parse(this.connection.get(`SELECT coalesce(max(key), 0) AS key FROM ${table}`))
      .key;
  }

  private addHistory(claims: readonly StoredClaim[], contentHash: string): void {
    const rows = claims.map(({ id, documentId, quote, assessment }): Parameter[] => {
      const past: PastAssessment = { ...assessment, claimId: id, documentId, contentHash, quote };
      const { knowledgeVersion, checkerVersion, assessedAt } = assessment;
      return [documentId, id, contentHash, knowledgeVersion, checkerVersion, assessedAt, JSON.stringify(past)];
    });
    const columns = 'document,claim,content_hash,knowledge_version,checker_version,assessed_at,body';
    insertAll(this.connection, insertion('history', columns, 'INSERT OR IGNORE'), rows);
  }

  /** Adds contradictions whose claims are both there. */
  private addContradictions(rows: readonly ContradictionRow[]): void {
    const documents = this.documentsOf(rows.flatMap(({ a, b }) => [a, b]));
    const complete = rows.flatMap(({ id, a, b, explanation }): Parameter[][] => {
      const [documentA, documentB] = [documents.get(a), documents.get(b)];
      return documentA && documentB ? [[id, a, b, documentA, documentB, JSON.stringify(explanation)]] : [];
    });
    insertAll(
      this.connection,
      insertion('contradictions', 'id,a,b,document_a,document_b,explanation', 'INSERT OR REPLACE'),
      complete,
    );
  }

  private documentsOf(claims: readonly ClaimId[]): ReadonlyMap<ClaimId, DocumentId> {
    const sql = `SELECT '[' || json_quote(id) || ',' || json_quote(document) || ']' AS json FROM claims WHERE id IN (SELECT value FROM json_each(?))`;
    return new Map(this.connection.json<[ClaimId, DocumentId]>(sql, JSON.stringify(claims)));
  }

  private removeContradictions(document: DocumentId): void {
    this.connection.run('DELETE FROM contradictions WHERE document_a = ? OR document_b = ?', document, document);
  }
}

const CLAIM = insertion(
  'claims',
  'id,document,position,subject,predicate,object,timed,from_year,to_year,verdict,body,assessment',
);

function claimRow({ assessment, ...claim }: StoredClaim): Parameter[] {
  const { id, documentId, index, subject, predicate, object, period } = claim;
  const year = (date: string | undefined) => (date === undefined ? null : yearOf(date));
  const years = [period ? 1 : 0, year(period?.from), year(period?.to)];
  const said = [subject.entity ?? null, predicate, object.entity ?? null];
  return [
    id,
    documentId,
    index,
    ...said,
    ...years,
    assessment.verdict,
    JSON.stringify(claim),
    JSON.stringify(assessment),
  ];
}

function stale(document: DocumentId): StoreError {
  return new StoreError(
    'STORE_STALE',
    `${document} has changed or is gone. Ingest it again instead of reassessing it.`,
  );
}
