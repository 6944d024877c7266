import type { Source } from '../../knowledge/model.ts';
import { toTokens, wholeName } from '../full-text.ts';
import type { KnowledgeRows, StoredEntity, StoredFact } from '../graph-model.ts';
import { yearsOf } from '../holds-in.ts';
import type { Connection, Parameter } from './connection.ts';
import { insertAll, insertion } from './insert.ts';
import { changed, metaText, setMeta } from './meta.ts';

const CLEAR = `
  DELETE FROM predicates; DELETE FROM entities; DELETE FROM kind_sets; DELETE FROM facts;
  INSERT INTO entities_fulltext (entities_fulltext) VALUES ('delete-all');
  INSERT INTO facts_fulltext (facts_fulltext) VALUES ('delete-all');`;

const PREDICATE = insertion('predicates', 'body');

/** Makes this the knowledge, in one transaction. @returns false where it is already. */
export async function writeKnowledge(connection: Connection, rows: KnowledgeRows): Promise<boolean> {
  if (metaText(connection, 'knowledge') === rows.version) return false;
  return connection.write(() => {
    if (metaText(connection, 'knowledge') === rows.version) return false;
    connection.execute(CLEAR);
    for (const predicate of rows.predicates) connection.run(PREDICATE, JSON.stringify(predicate));
    const vocabulary = writeEntities(connection, rows.entities);
    writeFacts(connection, rows.facts, { keys: writeSources(connection, rows.sources), vocabulary });
    setMeta(connection, 'knowledge', rows.version);
    changed(connection);
    return true;
  });
}

const ENTITY = insertion('entities', 'key,id,kind,kind_set,vocabulary,body');
const NAMES = insertion('entities_fulltext', 'rowid,names,description');

/** @returns the ids of kinds and terms. */
function writeEntities(connection: Connection, entities: Iterable<StoredEntity>): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  const sets = new KindSets();
  let key = 0;
  for (const entity of entities) {
    key += 1;
    if (entity.vocabulary) vocabulary.add(entity.id);
    const { id, kind, kinds, description } = entity;
    connection.run(ENTITY, key, id, kind, sets.numberOf(kinds), entity.vocabulary ? 1 : 0, JSON.stringify(entity));
    connection.run(NAMES, key, namesOf(entity), toTokens(Object.values(description).join('\n')));
  }
  insertAll(connection, insertion('kind_sets', 'kind,kind_set'), sets.rows());
  return vocabulary;
}

/** Numbers for the sets of kinds that occur. */
class KindSets {
  private readonly numbers = new Map<string, number>();
  private readonly sets: (readonly string[])[] = [];

  numberOf(kinds: readonly string[]): number {
    const key = JSON.stringify(kinds);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.sets.length);
    return this.sets.push(kinds) - 1;
  }

  *rows(): Generator<[kind: string, set: number]> {
    for (const [number, kinds] of this.sets.entries()) for (const kind of kinds) yield [kind, number];
  }
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
  let position = 0;
  for (const fact of facts) {
    position += 1;
    connection.run(FACT, ...factRow(fact, { position, known, sources: keysOf(fact.sources) }));
    connection.run(TOKENS, position, toTokens(fact.statement.en, fact.statement.zh));
  }
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
