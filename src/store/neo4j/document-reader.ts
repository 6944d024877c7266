import { int } from 'neo4j-driver';
import type { Verdict } from '../../assessment/result.ts';
import type { EntityId } from '../../knowledge/model.ts';
import { byId } from '../by-key.ts';
import type { Page, WholeDocument } from '../graph-answers.ts';
import type {
  DocumentId,
  DocumentSummary,
  PassageId,
  StoredDocument,
  StoredMention,
  StoredPassage,
  StoredSegment,
} from '../graph-model.ts';
import type { PageQuery } from '../graph-queries.ts';
import { fromCursor, pageSize, toPage } from '../paging.ts';
import { afterPlace, CLAIM, claimsIn, contradictionsBy } from './claim-reader.ts';
import { Conditions } from './conditions.ts';
import type { Connection, Row, Run } from './connection.ts';
import { bodies } from './knowledge-reader.ts';
import { readOneState } from './meta.ts';

const NONE: Readonly<Record<Verdict, number>> = { SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0 };

/** Reads documents and passages. */
export class DocumentReader {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async listDocuments(query: PageQuery = {}): Promise<Page<DocumentSummary>> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) {
      const [name, id] = fromCursor('documents', query.after, 2);
      conditions.add('(d.name > $name OR (d.name = $name AND d.id > $id))', { name, id });
    }
    const rows = await this.connection.rows(
      `MATCH (d:Document) ${conditions.where} WITH d ORDER BY d.name, d.id LIMIT $limit ${SUMMARY} ORDER BY d.name, d.id`,
      { ...conditions.parameters, limit: int(size + 1) },
    );
    return toPage(rows.map(toSummary), size, { list: 'documents', at: ({ name, id }) => [name, id] });
  }

  async documents(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, DocumentSummary>> {
    const statement = `UNWIND $ids AS id MATCH (d:Document {id: id}) WITH DISTINCT d ${SUMMARY} ORDER BY d.name, d.id`;
    return byId((await this.connection.rows(statement, { ids })).map(toSummary));
  }

  async document(id: DocumentId): Promise<WholeDocument | undefined> {
    return readOneState(this.connection, async (run) => {
      const [found] = await run(`MATCH (d:Document {id: $id}) ${SUMMARY}`, { id });
      if (!found) return undefined;
      const parts = <T>(label: string, order: string): Promise<T[]> => rowsOf<T>(run, { id, label, order });
      return {
        document: toSummary(found),
        text: await textOf(run, id),
        segments: await parts<StoredSegment>('Segment', 'index'),
        passages: await parts<StoredPassage>('Passage', 'index'),
        mentions: await parts<StoredMention>('Mention', 'position'),
        claims: claimsIn(await run(`MATCH (c:Claim {documentId: $id}) RETURN ${CLAIM} ORDER BY c.index`, { id })),
        contradictions: await contradictionsBy(run, new Conditions().add(INVOLVED, { id })),
      };
    });
  }

  async passages(ids: readonly PassageId[]): Promise<ReadonlyMap<PassageId, StoredPassage>> {
    const statement = 'UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN p.body AS body';
    return byId(bodies<StoredPassage>(await this.connection.rows(statement, { ids })));
  }

  async listPassages(
    query: PageQuery & { readonly document?: DocumentId | undefined } = {},
  ): Promise<Page<StoredPassage>> {
    const conditions = new Conditions();
    if (query.document !== undefined) conditions.add('p.documentId = $document', { document: query.document });
    return this.passagePage({ from: 'MATCH (p:Passage)', list: 'passages' }, conditions, query);
  }

  async passagesMentioning(entity: EntityId, query: PageQuery = {}): Promise<Page<StoredPassage>> {
    const from = 'MATCH (:Resource {id: $entity})<-[:MENTIONS]-(p:Passage)';
    const conditions = new Conditions();
    conditions.parameters.entity = entity;
    return this.passagePage({ from, list: 'mentioning' }, conditions, query);
  }

  async uncompared(): Promise<DocumentId[]> {
    const rows = await this.connection.rows('MATCH (d:Document) WHERE NOT d.compared RETURN d.id AS id ORDER BY id');
    return rows.map((row) => row.get('id'));
  }

  private async passagePage(
    { from, list }: { from: string; list: string },
    conditions: Conditions,
    page: PageQuery,
  ): Promise<Page<StoredPassage>> {
    const size = pageSize(page.limit);
    if (page.after !== undefined) {
      const [document, index] = fromCursor(list, page.after, 2);
      conditions.add(afterPlace('p'), { afterDocument: document, afterIndex: index });
    }
    const rows = await this.connection.rows(
      `${from} ${conditions.where} RETURN p.body AS body ORDER BY p.documentId, p.index LIMIT $limit`,
      { ...conditions.parameters, limit: int(size + 1) },
    );
    const at = ({ documentId, index }: StoredPassage) => [documentId, index];
    return toPage(bodies<StoredPassage>(rows), size, { list, at });
  }
}

/** A document with the counts of its claims and contradictions. */
const SUMMARY = `
  CALL (d) { MATCH (c:Claim {documentId: d.id}) WITH c.verdict AS verdict, count(*) AS count RETURN collect([verdict, count]) AS verdicts }
  CALL (d) { MATCH (:Claim {documentId: d.id})-[r:CONTRADICTS]-() RETURN count(DISTINCT r) AS contradictions }
  RETURN d.body AS body, verdicts, contradictions`;

const INVOLVED = '(a.documentId = $id OR b.documentId = $id)';

function toSummary(row: Row): DocumentSummary {
  const document = JSON.parse(row.get('body')) as StoredDocument;
  const claims = Object.fromEntries(row.get('verdicts') as [Verdict, number][]);
  return { ...document, claims: { ...NONE, ...claims }, contradictions: row.get('contradictions') };
}

async function rowsOf<T>(run: Run, { id, label, order }: { id: string; label: string; order: string }): Promise<T[]> {
  return bodies(await run(`MATCH (n:${label} {documentId: $id}) RETURN n.body AS body ORDER BY n.${order}`, { id }));
}

async function textOf(run: Run, id: DocumentId): Promise<string> {
  const [row] = await run('MATCH (t:DocumentText {id: $id}) RETURN t.text AS text, t.body AS body', { id });
  const body: unknown = row?.get('body') ?? undefined;
  return typeof body === 'string' ? (JSON.parse(body) as string) : String(row?.get('text') ?? '');
}
