import { int } from 'neo4j-driver';
import type { SearchHits } from '../graph-answers.ts';
import type { StoredEntity, StoredFact, StoredPassage } from '../graph-model.ts';
import type { SearchQuery, SearchScope } from '../graph-queries.ts';
import { inRange } from '../paging.ts';
import type { Connection, Row, Run } from './connection.ts';
import type { KnowledgeReader } from './knowledge-reader.ts';
import { luceneNameQuery, luceneQuery } from './lucene.ts';
import { readOneState } from './meta.ts';

const ALL: readonly SearchScope[] = ['entity', 'passage', 'fact'];

/** The index of a scope, and how hits of the same score are sorted. */
const INDEXES = {
  entity: ['entity_tokens', 'n.id'],
  passage: ['passage_tokens', 'n.documentId, n.index'],
  fact: ['fact_tokens', 'n.position'],
} as const;

/** Full-text search. */
export class Searcher {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;

  constructor(connection: Connection, knowledge: KnowledgeReader) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  async search({ text, scopes = ALL, limit = 20 }: SearchQuery): Promise<SearchHits> {
    const most = inRange('limit', limit, [1, 200]);
    const words = luceneQuery(text);
    return readOneState(this.connection, async (run) => {
      const find = async (scope: SearchScope, query: string | undefined): Promise<readonly Row[]> =>
        query !== undefined && scopes.includes(scope) ? await hits(run, scope, { query, limit: int(most) }) : [];
      const entities = await find('entity', luceneNameQuery(text));
      const passages = await find('passage', words);
      const facts = await find('fact', words);
      return {
        entities: entities.map((row) => ({
          score: row.get('score'),
          entity: JSON.parse(row.get('body')) as StoredEntity,
        })),
        passages: passages.map((row) => ({
          score: row.get('score'),
          passage: JSON.parse(row.get('body')) as StoredPassage,
        })),
        facts: await this.facts(run, facts),
      };
    });
  }

  private async facts(run: Run, rows: readonly Row[]): Promise<SearchHits['facts']> {
    const facts: StoredFact[] = await this.knowledge.unpack(run, rows);
    return facts.map((fact, index) => ({ score: rows[index]?.get('score'), fact }));
  }
}

function hits(run: Run, scope: SearchScope, parameters: Readonly<Record<string, unknown>>): Promise<readonly Row[]> {
  const [index, order] = INDEXES[scope];
  return run(
    `CALL db.index.fulltext.queryNodes('${index}', $query) YIELD node AS n, score
     RETURN n.body AS body, score ORDER BY score DESC, ${order} LIMIT $limit`,
    parameters,
  );
}
