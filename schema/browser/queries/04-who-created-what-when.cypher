// Who created what, and when
MATCH (work:Entity)-[made:CREATOR|DEVELOPER|AUTHOR|FOUNDER|INTRODUCED_BY]->(maker:Entity)
OPTIONAL MATCH (work)-[:HAS_FACT]->(date:Fact)
  WHERE date.predicate IN ['releaseDate', 'publicationDate', 'foundingDate', 'introducedIn'] AND NOT date.deprecated
WITH work, made, maker, min(date.value) AS since
RETURN since, work.name AS work, work.kind AS kind, toLower(type(made)) AS how, collect(DISTINCT maker.name) AS who
ORDER BY since DESC, work
LIMIT 500
