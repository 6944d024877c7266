import type { Verdict } from '../../assessment/result.ts';
import type { EntityId } from '../../knowledge/model.ts';
import { byId } from '../by-key.ts';
import type { ClaimCount, Page, WholeDocument } from '../graph-answers.ts';
import type {
  ClaimId,
  DocumentId,
  DocumentSummary,
  PassageId,
  PastAssessment,
  StoredClaim,
  StoredContradiction,
  StoredDocument,
  StoredPassage,
} from '../graph-model.ts';
import type { ClaimQuery, ContradictionQuery, PageQuery, Topic } from '../graph-queries.ts';
import { fromCursor, pageSize, toPage } from '../paging.ts';
import type { Connection, Parameter } from './connection.ts';
import { ANY, Conditions } from './knowledge-reader.ts';

/** A claim with its present verdict as one JSON text: `body` ends in `}`, and the assessment is put before it. */
export const CLAIM = `substr(claims.body, 1, length(claims.body) - 1) || ',"assessment":' || claims.assessment || '}'`;
const NONE: Readonly<Record<Verdict, number>> = { SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0 };

type ContradictionParts = Omit<StoredContradiction, 'a' | 'b'> & { a: ClaimId; b: ClaimId };

/** Reads documents and what they say. */
export class DocumentReader {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  listDocuments(query: PageQuery = {}): Page<DocumentSummary> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) conditions.add('(name, id) > (?, ?)', ...fromCursor('documents', query.after, 2));
    const rows = this.summaries(`${conditions.where} ORDER BY name, id LIMIT ?`, ...conditions.parameters, size + 1);
    return toPage(rows, size, { list: 'documents', at: ({ name, id }) => [name, id] });
  }

  documents(ids: readonly DocumentId[]): ReadonlyMap<DocumentId, DocumentSummary> {
    return byId(this.summaries(`WHERE id ${ANY} ORDER BY name, id`, JSON.stringify(ids)));
  }

  document(id: DocumentId): WholeDocument | undefined {
    return this.connection.read(() => {
      const document = this.documents([id]).get(id);
      if (!document) return undefined;
      const rows = <T>(table: string) =>
        this.connection.json<T>(`SELECT body AS json FROM ${table} WHERE document = ? ORDER BY position`, id);
      const [text = ''] = this.connection.json<string>('SELECT body AS json FROM texts WHERE document = ?', id);
      const claims = this.claimsBy(new Conditions().add('document = ?', id), 'ORDER BY position');
      const contradictions = this.contradictions('WHERE document_a = ? OR document_b = ? ORDER BY id', id, id);
      return {
        document,
        text,
        segments: rows('segments'),
        passages: rows('passages'),
        mentions: rows('mentions'),
        claims,
        contradictions,
      };
    });
  }

  passages(ids: readonly PassageId[]): ReadonlyMap<PassageId, StoredPassage> {
    return byId(
      this.connection.json<StoredPassage>(`SELECT body AS json FROM passages WHERE id ${ANY}`, JSON.stringify(ids)),
    );
  }

  listPassages(query: PageQuery & { readonly document?: DocumentId | undefined } = {}): Page<StoredPassage> {
    const conditions = new Conditions();
    if (query.document !== undefined) conditions.add('document = ?', query.document);
    return this.passagePage(conditions, query, 'passages');
  }

  passagesMentioning(entity: EntityId, query: PageQuery = {}): Page<StoredPassage> {
    const conditions = new Conditions().add('key IN (SELECT passage FROM mentioned WHERE entity = ?)', entity);
    return this.passagePage(conditions, query, 'mentioning');
  }

  uncompared(): DocumentId[] {
    return this.connection.json('SELECT json_quote(id) AS json FROM documents WHERE compared = 0 ORDER BY id');
  }

  claims(ids: readonly ClaimId[]): ReadonlyMap<ClaimId, StoredClaim> {
    return byId(this.claimsBy(new Conditions().add(`id ${ANY}`, JSON.stringify(ids)), ''));
  }

  listClaims({ verdicts, entity, document, predicates, period, ...page }: ClaimQuery = {}): Page<StoredClaim> {
    const size = pageSize(page.limit);
    const conditions = new Conditions();
    if (page.after !== undefined)
      conditions.add('(document, position) > (?, ?)', ...fromCursor('claims', page.after, 2));
    if (verdicts) conditions.add(`verdict ${ANY}`, JSON.stringify(verdicts));
    if (entity !== undefined) conditions.add('(subject = ? OR object = ?)', entity, entity);
    if (document !== undefined) conditions.add('document = ?', document);
    if (predicates) conditions.add(`predicate ${ANY}`, JSON.stringify(predicates));
    if (period) conditions.add('timed = 1');
    if (period?.from !== undefined) conditions.add('coalesce(to_year, ?) >= ?', period.from, period.from);
    if (period?.to !== undefined) conditions.add('coalesce(from_year, ?) <= ?', period.to, period.to);
    const rows = this.claimsBy(conditions, 'ORDER BY document, position LIMIT ?', size + 1);
    return toPage(rows, size, { list: 'claims', at: ({ documentId, index }) => [documentId, index] });
  }

  claimsOn(topics: readonly Topic[]): readonly StoredClaim[] {
    const pairs = JSON.stringify(topics.map(({ subject, predicate }) => [subject, predicate]));
    const conditions = new Conditions().add(
      '(subject, predicate) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))',
      pairs,
    );
    return this.claimsBy(conditions, 'ORDER BY document, position');
  }

  countClaims(): readonly ClaimCount[] {
    const groups =
      'SELECT document, predicate, verdict, count(*) AS count FROM claims GROUP BY document, predicate, verdict';
    return this.connection.json(
      `SELECT json_object('document', document, 'predicate', predicate, 'verdict', verdict, 'count', count) AS json
        FROM (${groups}) ORDER BY document, predicate, verdict`,
    );
  }

  history(document: DocumentId, claim?: ClaimId): readonly PastAssessment[] {
    const conditions = new Conditions().add('document = ?', document);
    if (claim !== undefined) conditions.add('claim = ?', claim);
    const sql = `SELECT body AS json FROM history ${conditions.where} ORDER BY assessed_at DESC, claim, content_hash, knowledge_version, checker_version`;
    return this.connection.json(sql, ...conditions.parameters);
  }

  listContradictions({ document, entity, ...page }: ContradictionQuery = {}): Page<StoredContradiction> {
    const size = pageSize(page.limit);
    const conditions = new Conditions();
    if (page.after !== undefined) conditions.add('id > ?', ...fromCursor('contradictions', page.after, 1));
    if (document !== undefined) conditions.add('(document_a = ? OR document_b = ?)', document, document);
    const about = 'IN (SELECT id FROM claims WHERE subject = ? UNION SELECT id FROM claims WHERE object = ?)';
    if (entity !== undefined) conditions.add(`(a ${about} OR b ${about})`, entity, entity, entity, entity);
    const rows = this.connection.read(() =>
      this.contradictions(`${conditions.where} ORDER BY id LIMIT ?`, ...conditions.parameters, size + 1),
    );
    return toPage(rows, size, { list: 'contradictions', at: ({ id }) => [id] });
  }

  /** Contradictions that meet a condition, with their claims. Within a transaction. */
  private contradictions(rest: string, ...parameters: Parameter[]): StoredContradiction[] {
    const sql = `SELECT '{"id":' || json_quote(id) || ',"a":' || json_quote(a) || ',"b":' || json_quote(b) || ',"explanation":' || explanation || '}' AS json
      FROM contradictions ${rest}`;
    const rows = this.connection.json<ContradictionParts>(sql, ...parameters);
    const claims = this.claims([...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
    return rows.flatMap((row) => {
      const [a, b] = [claims.get(row.a), claims.get(row.b)];
      return a && b ? [{ ...row, a, b }] : [];
    });
  }

  private claimsBy({ where, parameters }: Conditions, rest: string, ...more: Parameter[]): StoredClaim[] {
    return this.connection.json(`SELECT ${CLAIM} AS json FROM claims ${where} ${rest}`, ...parameters, ...more);
  }

  private passagePage(conditions: Conditions, page: PageQuery, list: string): Page<StoredPassage> {
    const size = pageSize(page.limit);
    if (page.after !== undefined) conditions.add('(document, position) > (?, ?)', ...fromCursor(list, page.after, 2));
    const rows = this.connection.json<StoredPassage>(
      `SELECT body AS json FROM passages ${conditions.where} ORDER BY document, position LIMIT ?`,
      ...conditions.parameters,
      size + 1,
    );
    return toPage(rows, size, { list, at: ({ documentId, index }) => [documentId, index] });
  }

  /** Documents that meet a condition, with the counts of their claims and contradictions. */
  private summaries(rest: string, ...parameters: Parameter[]): DocumentSummary[] {
    const sql = `SELECT '[' || body || ',{' ||
        coalesce((SELECT group_concat('"' || verdict || '":' || count) FROM
          (SELECT verdict, count(*) AS count FROM claims WHERE document = documents.id GROUP BY verdict)), '') || '},' ||
        (SELECT count(*) FROM contradictions WHERE document_a = documents.id OR document_b = documents.id) || ']' AS json
      FROM documents ${rest}`;
    const rows = this.connection.json<[StoredDocument, Partial<Record<Verdict, number>>, number]>(sql, ...parameters);
    return rows.map(([document, claims, contradictions]) => ({
      ...document,
      claims: { ...NONE, ...claims },
      contradictions,
    }));
  }
}
