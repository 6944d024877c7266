// A person's studies and posts in order, with sources (name in the next line)
WITH 'Andrej Karpathy' AS name
MATCH (person:Person) WHERE name IN person.aliases OR name IN [person.label_en, person.label_zh]
MATCH (person)-[:HAS_FACT]->(fact:Fact)-[:HAS_VALUE]->(where:Entity)
WHERE fact.predicate IN ['educatedAt', 'employer', 'memberOf'] AND NOT fact.deprecated
OPTIONAL MATCH (fact)-[:STATED_IN]->(source:Source)
RETURN fact.start AS start, fact.end AS end, fact.predicate AS what, where.name AS where, fact.statement_en AS said,
  collect(DISTINCT source.url) AS sources
ORDER BY start, end
