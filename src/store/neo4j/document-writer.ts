import { checkRows } from '../check-rows.ts';
import type { WriteOutcome } from '../graph-answers.ts';
import type {
  AssessmentRows,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  StoredAssessment,
  StoredClaim,
  StoredDocument,
} from '../graph-model.ts';
import { StoreError } from '../store-error.ts';
import { inBatches } from './batches.ts';
import type { Connection, Run } from './connection.ts';
import {
  assessmentProperties,
  claimProperties,
  contradictionProperties,
  documentProperties,
  mentionProperties,
  namedBy,
  passageProperties,
  pastProperties,
  segmentProperties,
  VERDICT_LABELS,
} from './document-properties.ts';
import * as statements from './document-statements.ts';
import { LINK_EVIDENCE } from './evidence.ts';
import { changed } from './meta.ts';

/** Rows sent at once, within one transaction. */
const BATCH = 5_000;

/** Half of a surrogate pair, which no text property can hold; JSON can. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** Writes documents, verdicts and contradictions, each in one transaction. */
export class DocumentWriter {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async writeDocument(rows: DocumentRows): Promise<WriteOutcome> {
    checkRows(rows);
    const { document } = rows;
    return this.connection.write(async (run) => {
      if (isSame(await stateOf(run, document.id), document)) return 'unchanged';
      const before = await lock(run, document.id);
      if (isSame(before, document)) return 'unchanged';
      if (before) await removeParts(run, document.id);
      const since = before?.contentHash === document.contentHash ? before.ingestedAt : document.ingestedAt;
      await this.insert(run, { ...rows, document: { ...document, ingestedAt: since } });
      await run(statements.REMOVE_BARE);
      await changed(run);
      return before ? 'replaced' : 'added';
    });
  }

  async updateAssessments(rows: AssessmentRows): Promise<void> {
    const { documentId, contentHash, knowledgeVersion, checkerVersion, assessments } = rows;
    await this.connection.write(async (run) => {
      const before = await lock(run, documentId);
      const found = await run(statements.CLAIMS_OF, { id: documentId });
      const claims = found.map((row) => JSON.parse(row.get('body')) as StoredClaim);
      const same = claims.length === assessments.size && claims.every(({ id }) => assessments.has(id));
      if (before?.contentHash !== contentHash || !same) throw stale(documentId);
      const assessed = claims.map((claim) => ({ ...claim, assessment: assessments.get(claim.id) as StoredAssessment }));
      await this.assess(run, assessed);
      await addHistory(run, assessed, contentHash);
      const document = { ...before, knowledgeVersion, checkerVersion };
      await run(statements.SET_DOCUMENT, {
        id: documentId,
        properties: { ...documentProperties(document), compared: false },
      });
      await run(statements.REMOVE_CONTRADICTIONS, { id: documentId });
      await run(statements.ADD_CONTRADICTIONS, { rows: rows.contradictions.map(contradictionRow) });
      await changed(run);
    });
  }

  async writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]): Promise<void> {
    await this.connection.write(async (run) => {
      await run(statements.REMOVE_OUTER_CONTRADICTIONS, { id: document });
      await run(statements.ADD_CONTRADICTIONS, { rows: rows.map(contradictionRow) });
      await run('MATCH (d:Document {id: $id}) SET d.compared = true', { id: document });
      await changed(run);
    });
  }

  async forgetDocument(id: DocumentId): Promise<boolean> {
    return this.connection.write(async (run) => {
      const known = documentIn(await run(statements.LOCK_EXISTING, { id })) !== undefined;
      await removeParts(run, id);
      await run('MATCH (d:Document {id: $id}) DETACH DELETE d', { id });
      const [row] = await run('MATCH (a:Assessment {documentId: $id}) DETACH DELETE a RETURN count(*) AS past', { id });
      await run(statements.REMOVE_BARE);
      if (known || row?.get('past') > 0) await changed(run);
      return known;
    });
  }

  private async insert(run: Run, rows: DocumentRows): Promise<void> {
    const { document, text, segments, passages, mentions, claims, contradictions } = rows;
    const { id } = document;
    await run(statements.SET_DOCUMENT, { id, properties: { ...documentProperties(document), compared: false } });
    await run(statements.ADD_TEXT, { id, text, body: HALF_CHARACTER.test(text) ? JSON.stringify(text) : null });
    await run(statements.ADD_NAMED, { ids: namedBy(rows) });
    await each(run, statements.ADD_SEGMENTS, { id, rows: segments.map(segmentProperties) });
    await each(run, statements.ADD_PASSAGES, { id, rows: passages.map(passageProperties) });
    await each(run, statements.ADD_PARENTS, { id, rows: passages.filter(({ parentId }) => parentId !== undefined) });
    const properties = mentions.map((mention, position) => mentionProperties(mention, { documentId: id, position }));
    await each(run, statements.ADD_MENTIONS, { id, rows: properties });
    const first = mentions.flatMap(({ passageId, entities: [entity] }) =>
      entity === undefined ? [] : [{ passageId, entity }],
    );
    await each(run, statements.ADD_MENTIONED, { id, rows: first });
    const claimRows = claims.map((claim) => ({
      passageId: claim.passageId,
      label: VERDICT_LABELS[claim.assessment.verdict],
      properties: claimProperties(claim),
    }));
    await each(run, statements.ADD_CLAIMS, { id, rows: claimRows });
    await run(LINK_EVIDENCE, { claims: claims.map((claim) => claim.id) });
    await addHistory(run, claims, document.contentHash);
    await run(statements.LINK_HISTORY, { id });
    await run(statements.ADD_CONTRADICTIONS, { rows: contradictions.map(contradictionRow) });
  }

  private async assess(run: Run, claims: readonly StoredClaim[]): Promise<void> {
    const rows = claims.map(({ id, assessment }) => ({
      id,
      body: JSON.stringify(assessment),
      label: VERDICT_LABELS[assessment.verdict],
      properties: { correction: null, reason: null, ...assessmentProperties(assessment) },
    }));
    for (const batch of inBatches(rows, BATCH)) await run(statements.ASSESS, { rows: batch });
    await run(LINK_EVIDENCE, { claims: claims.map(({ id }) => id) });
  }
}

async function each(
  run: Run,
  statement: string,
  { id, rows }: { id: string; rows: readonly unknown[] },
): Promise<void> {
  for (const batch of inBatches(rows, BATCH)) await run(statement, { id, rows: batch });
}

async function addHistory(run: Run, claims: readonly StoredClaim[], contentHash: string): Promise<void> {
  const rows = claims.map((claim) => pastProperties(claim, contentHash));
  for (const batch of inBatches(rows, BATCH)) await run(statements.ADD_HISTORY, { rows: batch });
}

async function removeParts(run: Run, id: DocumentId): Promise<void> {
  for (const statement of statements.REMOVE_PARTS) await run(statement, { id });
}

/** The document there is. */
async function stateOf(run: Run, id: DocumentId): Promise<StoredDocument | undefined> {
  return documentIn(await run('MATCH (d:Document {id: $id}) RETURN d.body AS body', { id }));
}

/** The document there is, or else a bare node for it, which no other transaction can change until this one ends. */
async function lock(run: Run, id: DocumentId): Promise<StoredDocument | undefined> {
  return documentIn(await run(statements.LOCK_DOCUMENT, { id }));
}

function documentIn([row]: Awaited<ReturnType<Run>>): StoredDocument | undefined {
  const body: unknown = row?.get('body') ?? undefined;
  return typeof body === 'string' ? (JSON.parse(body) as StoredDocument) : undefined;
}

/** Whether text, knowledge and program are those of the document there is. */
function isSame(before: StoredDocument | undefined, now: StoredDocument): boolean {
  const { contentHash, knowledgeVersion, checkerVersion } = now;
  return (
    before?.contentHash === contentHash &&
    before.knowledgeVersion === knowledgeVersion &&
    before.checkerVersion === checkerVersion
  );
}

function contradictionRow(row: ContradictionRow) {
  return { id: row.id, a: row.a, b: row.b, properties: contradictionProperties(row) };
}

function stale(document: DocumentId): StoreError {
  return new StoreError(
    'STORE_STALE',
    `${document} has changed or is gone. Ingest it again instead of reassessing it.`,
  );
}
