import { wholeName } from '../full-text.ts';
import type { SearchHits } from '../graph-answers.ts';
import type { StoredEntity, StoredFact, StoredPassage } from '../graph-model.ts';
import type { SearchQuery, SearchScope } from '../graph-queries.ts';
import { inRange } from '../paging.ts';
import type { Connection } from './connection.ts';
import type { KnowledgeReader } from './knowledge-reader.ts';
import { toQuery } from './match.ts';

const ALL: readonly SearchScope[] = ['entity', 'passage', 'fact'];
/** How much more a word in a name counts than one in a description. */
const NAME_WEIGHT = 8;

/** Full-text search. */
export class Searcher {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;

  constructor(connection: Connection, knowledge: KnowledgeReader) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  search({ text, scopes = ALL, limit = 20 }: SearchQuery): SearchHits {
    const most = inRange('limit', limit, [1, 200]);
    const match = toQuery(text);
    const wanted = (scope: SearchScope) => match !== undefined && scopes.includes(scope);
    return this.connection.read(() => ({
      entities: wanted('entity') ? this.entities(`(${match}) OR names : "${wholeName(text)}"`, most) : [],
      passages: wanted('passage') ? this.passages(match ?? '', most) : [],
      facts: wanted('fact') ? this.facts(match ?? '', most) : [],
    }));
  }

  private entities(match: string, limit: number): SearchHits['entities'] {
    const found = this.connection.json<[number, StoredEntity]>(
      `SELECT '[' || score || ',' || body || ']' AS json FROM
        (SELECT rowid, -bm25(entities_fulltext, ${NAME_WEIGHT}, 1) AS score FROM entities_fulltext WHERE entities_fulltext MATCH ?)
        JOIN entities ON key = rowid ORDER BY score DESC, id LIMIT ?`,
      match,
      limit,
    );
    return found.map(([score, entity]) => ({ score, entity }));
  }

  private passages(match: string, limit: number): SearchHits['passages'] {
    const found = this.connection.json<[number, StoredPassage]>(
      `SELECT '[' || score || ',' || body || ']' AS json FROM
        (SELECT rowid, -bm25(passages_fulltext) AS score FROM passages_fulltext WHERE passages_fulltext MATCH ?)
        JOIN passages ON key = rowid ORDER BY score DESC, document, position LIMIT ?`,
      match,
      limit,
    );
    return found.map(([score, passage]) => ({ score, passage }));
  }

  private facts(match: string, limit: number): SearchHits['facts'] {
    const found = this.connection.json<[number, number]>(
      `SELECT '[' || score || ',' || rowid || ']' AS json FROM
        (SELECT rowid, -bm25(facts_fulltext) AS score FROM facts_fulltext WHERE facts_fulltext MATCH ? ORDER BY rank LIMIT ?)`,
      match,
      limit,
    );
    const positions = found.map(([, position]) => position).sort((a, b) => a - b);
    const byPosition = new Map<number, StoredFact>();
    this.knowledge.factsAt(positions).forEach((fact, index) => {
      byPosition.set(positions[index] ?? 0, fact);
    });
    return found.flatMap(([score, position]) => {
      const fact = byPosition.get(position);
      return fact ? [{ score, fact }] : [];
    });
  }
}
