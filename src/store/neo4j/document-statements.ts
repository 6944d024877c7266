/** The Cypher by which documents are written. `$id` is the document; values come as parameters only. */

export const LOCK_DOCUMENT = `
  MERGE (d:Document {id: $id}) SET d.locked = true REMOVE d.locked RETURN d.body AS body`;

/** The same where it exists. */
export const LOCK_EXISTING = `
  MATCH (d:Document {id: $id}) SET d.locked = true REMOVE d.locked RETURN d.body AS body`;

export const SET_DOCUMENT = 'MERGE (d:Document {id: $id}) SET d = $properties';

/** The text stands beside the document, so that nobody who looks at a document is shown all of it. */
export const ADD_TEXT = `
  MATCH (d:Document {id: $id}) MERGE (t:DocumentText {id: $id}) SET t.text = $text, t.body = $body MERGE (d)-[:HAS_TEXT]->(t)`;

/** Things that the knowledge does not hold (yet) become bare nodes. */
export const ADD_NAMED = 'UNWIND $ids AS id MERGE (n:Resource {id: id}) ON CREATE SET n:Unknown';

export const ADD_SEGMENTS = `
  MATCH (d:Document {id: $id}) UNWIND $rows AS row
  CREATE (d)-[:HAS_SEGMENT]->(s:Segment) SET s = row`;

export const ADD_PASSAGES = `
  UNWIND $rows AS row MATCH (s:Segment {id: row.segmentId})
  CREATE (s)-[:HAS_PASSAGE]->(p:Passage) SET p = row`;

export const ADD_PARENTS = `
  UNWIND $rows AS row MATCH (p:Passage {id: row.id}) MATCH (parent:Passage {id: row.parentId}) CREATE (p)-[:UNDER]->(parent)`;

export const ADD_MENTIONS = `
  UNWIND $rows AS row MATCH (p:Passage {id: row.passageId})
  CREATE (p)-[:HAS_MENTION]->(m:Mention) SET m = row
  WITH m UNWIND range(0, size(m.entities) - 1) AS position
  MATCH (n:Resource {id: m.entities[position]}) CREATE (m)-[:REFERS_TO {position: position}]->(n)`;

export const ADD_MENTIONED = `
  UNWIND $rows AS row MATCH (p:Passage {id: row.passageId}) MATCH (n:Resource {id: row.entity})
  WITH p, n, count(*) AS times CREATE (p)-[:MENTIONS {times: times}]->(n)`;

export const ADD_CLAIMS = `
  UNWIND $rows AS row MATCH (p:Passage {id: row.passageId})
  CREATE (c:Claim)-[:QUOTED_FROM]->(p) SET c = row.properties, c:$(row.label)
  WITH c
  CALL (c) { MATCH (n:Resource {id: c.subjectId}) CREATE (c)-[:ABOUT {as: 'subject'}]->(n) }
  CALL (c) { MATCH (n:Resource {id: c.objectId}) CREATE (c)-[:ABOUT {as: 'object'}]->(n) }`;

export const CLAIMS_OF = 'MATCH (c:Claim {documentId: $id}) RETURN c.body AS body ORDER BY c.index';

export const ASSESS = `
  UNWIND $rows AS row MATCH (c:Claim {id: row.id})
  REMOVE c:Supported:Refuted:Conflicting:Undecided
  SET c += row.properties, c.assessment = row.body, c:$(row.label)
  WITH c MATCH (c)-[old:SUPPORTED_BY|REFUTED_BY|WEIGHED]->() DELETE old`;

export const ADD_HISTORY = `
  UNWIND $rows AS row MERGE (a:Assessment {id: row.id}) ON CREATE SET a = row
  WITH a MATCH (c:Claim {id: a.claimId}) MERGE (c)-[:ASSESSED_AS]->(a)`;

/** Earlier verdicts on claims that the document makes again. */
export const LINK_HISTORY = `
  MATCH (a:Assessment {documentId: $id}) MATCH (c:Claim {id: a.claimId}) MERGE (c)-[:ASSESSED_AS]->(a)`;

export const ADD_CONTRADICTIONS = `
  UNWIND $rows AS row MATCH (a:Claim {id: row.a}) MATCH (b:Claim {id: row.b})
  MERGE (a)-[r:CONTRADICTS {id: row.id}]->(b) SET r = row.properties`;

export const REMOVE_CONTRADICTIONS = 'MATCH (:Claim {documentId: $id})-[r:CONTRADICTS]-() DELETE r';

export const REMOVE_OUTER_CONTRADICTIONS = `
  MATCH (:Claim {documentId: $id})-[r:CONTRADICTS]-(other:Claim) WHERE other.documentId <> $id DELETE r`;

/** Everything of a document but itself and its history. */
export const REMOVE_PARTS = ['Claim', 'Mention', 'Passage', 'Segment']
  .map((label) => `MATCH (n:${label} {documentId: $id}) DETACH DELETE n`)
  .concat('MATCH (n:DocumentText {id: $id}) DETACH DELETE n');

/** Bare nodes that nothing names any more. */
export const REMOVE_BARE = 'MATCH (n:Unknown) WHERE NOT (n)--() DELETE n';
