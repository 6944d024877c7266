// Schema 1 of the graph in Neo4j. Statements end with a semicolon at the end of a line; each can be run again.
// The adapter runs the files of this folder in order when it opens a database whose schema is older.

// What things are called by: unique, and found at once.
CREATE CONSTRAINT resource_id IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT predicate_id IF NOT EXISTS FOR (n:Predicate) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_text_id IF NOT EXISTS FOR (n:DocumentText) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT segment_id IF NOT EXISTS FOR (n:Segment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT assessment_id IF NOT EXISTS FOR (n:Assessment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;

// Look-ups
CREATE INDEX fact_subject IF NOT EXISTS FOR (n:Fact) ON (n.subject);
CREATE INDEX fact_object IF NOT EXISTS FOR (n:Fact) ON (n.object);
CREATE INDEX fact_position IF NOT EXISTS FOR (n:Fact) ON (n.position);
CREATE INDEX document_name IF NOT EXISTS FOR (n:Document) ON (n.name, n.id);
CREATE INDEX segment_place IF NOT EXISTS FOR (n:Segment) ON (n.documentId, n.index);
CREATE INDEX passage_place IF NOT EXISTS FOR (n:Passage) ON (n.documentId, n.index);
CREATE INDEX mention_place IF NOT EXISTS FOR (n:Mention) ON (n.documentId, n.position);
CREATE INDEX claim_place IF NOT EXISTS FOR (n:Claim) ON (n.documentId, n.index);
CREATE INDEX claim_verdict IF NOT EXISTS FOR (n:Claim) ON (n.verdict);
CREATE INDEX claim_topic IF NOT EXISTS FOR (n:Claim) ON (n.subjectId, n.predicate);
CREATE INDEX claim_object IF NOT EXISTS FOR (n:Claim) ON (n.objectId);
CREATE INDEX assessment_document IF NOT EXISTS FOR (n:Assessment) ON (n.documentId);
CREATE INDEX assessment_claim IF NOT EXISTS FOR (n:Assessment) ON (n.claimId);
CREATE INDEX contradiction_id IF NOT EXISTS FOR ()-[r:CONTRADICTS]-() ON (r.id);

// Full text for people, in Neo4j Browser: Chinese of two characters or more, and words as a whole
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.label_en, n.label_zh, n.aliases, n.description_en, n.description_zh] OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };
CREATE FULLTEXT INDEX passage_text IF NOT EXISTS FOR (n:Passage) ON EACH [n.text] OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };

// Full text for the program: the tokens that every store searches by, so that all give the same answers
CREATE FULLTEXT INDEX entity_tokens IF NOT EXISTS FOR (n:Entity) ON EACH [n.nameTokens, n.textTokens] OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX passage_tokens IF NOT EXISTS FOR (n:Passage) ON EACH [n.tokens] OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX fact_tokens IF NOT EXISTS FOR (n:Fact) ON EACH [n.tokens] OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
