import type { Source } from '../../knowledge/model.ts';
import { toTokens, wholeName } from '../full-text.ts';
import type { KnowledgeRows, StoredEntity, StoredFact } from '../graph-model.ts';
import { yearsOf } from '../holds-in.ts';
import { insertAll, insertion } from './batches.ts';
import type { Connection, Parameter } from './connection.ts';
import { changed, metaText, setMeta } from './meta.ts';

const CLEAR = `
  DELETE FROM predicates; DELETE FROM entities; DELETE FROM entity_kinds; DELETE FROM facts;
  INSERT INTO entities_fulltext (entities_fulltext) VALUES ('delete-all');
  INSERT INTO facts_fulltext (facts_fulltext) VALUES ('delete-all');`;

/** Makes this the knowledge, in one transaction. @returns false where it is already. */
export async function writeKnowledge(connection: Connection, rows: KnowledgeRows): Promise<boolean> {
  if (metaText(connection, 'knowledge') === rows.version) return false;
  return connection.write(() => {
    if (metaText(connection, 'knowledge') === rows.version) return false;
    connection.execute(CLEAR);
    insertAll(
      connection,
      insertion('predicates', 'body'),
      map(rows.predicates, (predicate) => [JSON.stringify(predicate)]),
    );
    const vocabulary = writeEntities(connection, rows.entities);
    writeFacts(connection, rows.facts, { keys: writeSources(connection, rows.sources), vocabulary });
    setMeta(connection, 'knowledge', rows.version);
    changed(connection);
    return true;
  });
}

/** @returns the ids of kinds and terms. */
function writeEntities(connection: Connection, entities: Iterable<StoredEntity>): ReadonlySet<string> {
  const list = [...entities];
  insertAll(
    connection,
    insertion('entities', 'key,id,kind,vocabulary,body'),
    map(list, (entity, index) => [index, entity.id, entity.kind, entity.vocabulary ? 1 : 0, JSON.stringify(entity)]),
  );
  insertAll(
    connection,
    insertion('entities_fulltext', 'rowid,names,description'),
    map(list, (entity, index) => [index, namesOf(entity), toTokens(Object.values(entity.description).join('\n'))]),
  );
  const pairs = list.flatMap(({ id, kinds }) => kinds.map((kind) => [kind, id]));
  insertAll(connection, insertion('entity_kinds', 'kind,entity'), pairs);
  return new Set(list.flatMap(({ id, vocabulary }) => (vocabulary ? [id] : [])));
}

/** The tokens of all names, and one for each name as a whole. */
function namesOf({ label, aliases }: StoredEntity): string {
  const names = [...new Set([...Object.values(label), ...aliases.map(({ text }) => text)])];
  return names.map((name) => `${toTokens(name)} ${wholeName(name)}`).join(' ');
}

/** Keeps the keys of sources that are still the same. @returns the key of each source by its id. */
function writeSources(connection: Connection, sources: Iterable<Source>): ReadonlyMap<string, number> {
  const list = [...sources].map(({ id, ...rest }): [string, string] => [id, JSON.stringify({ id, ...rest })]);
  connection.execute('CREATE TEMP TABLE IF NOT EXISTS given (id TEXT PRIMARY KEY, body TEXT); DELETE FROM given');
  insertAll(connection, insertion('given', 'id,body'), list);
  connection.execute(`
    DELETE FROM sources WHERE (id, body) NOT IN (SELECT id, body FROM given);
    INSERT INTO sources (id, body) SELECT id, body FROM given WHERE id NOT IN (SELECT id FROM sources);`);
  const keys = connection.json<[string, number]>(
    `SELECT '[' || json_quote(id) || ',' || key || ']' AS json FROM sources`,
  );
  return new Map(keys);
}

interface Known {
  /** Keys of sources by id. */
  readonly keys: ReadonlyMap<string, number>;
  readonly vocabulary: ReadonlySet<string>;
}

const FACT = insertion('facts', 'position,id,subject,predicate,object,deprecated,passable,from_year,to_year,body');
const TOKENS = insertion('facts_fulltext', 'rowid,statement');

function writeFacts(connection: Connection, facts: Iterable<StoredFact>, known: Known): void {
  const sourceLists = new Map<readonly Source[], readonly number[]>();
  const keysOf = (sources: readonly Source[]): readonly number[] => {
    const found = sourceLists.get(sources);
    if (found) return found;
    const keys = sources.flatMap(({ id }) => known.keys.get(id) ?? []);
    sourceLists.set(sources, keys);
    return keys;
  };
  insertAll(
    connection,
    FACT,
    map(facts, (fact, position) => factRow(fact, { position, known, sources: keysOf(fact.sources) })),
  );
  insertAll(
    connection,
    TOKENS,
    map(facts, ({ statement }, position) => [position, toTokens(`${statement.en}\n${statement.zh}`)]),
  );
}

function factRow(
  fact: StoredFact,
  { position, known, sources }: { position: number; known: Known; sources: readonly number[] },
): Parameter[] {
  const { id, subject, predicate, value, rank, qualifiers } = fact;
  const object = value.type === 'entity' ? value.id : null;
  const passable = object !== null && !known.vocabulary.has(object) && !known.vocabulary.has(subject);
  const { from, to } = yearsOf(qualifiers);
  const body = JSON.stringify({ ...fact, sources });
  const flags = [rank === 'deprecated' ? 1 : 0, passable ? 1 : 0];
  return [position, id, subject, predicate, object, ...flags, from ?? null, to ?? null, body];
}

function* map<T>(
  items: Iterable<T>,
  toRow: (item: T, index: number) => readonly Parameter[],
): Generator<readonly Parameter[]> {
  let index = 0;
  for (const item of items) yield toRow(item, ++index);
}
