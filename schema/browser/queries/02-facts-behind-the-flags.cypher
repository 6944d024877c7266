// Every flag: quote, correction, the facts behind it and their sources
MATCH (wrong:Refuted)-[by:REFUTED_BY]->(fact:Fact)-[:STATED_IN]->(source:Source)
MATCH (document:Document {id: wrong.documentId})
RETURN document.name AS document, wrong.start AS start, wrong.quote AS quote, wrong.correction AS correction,
  fact.statement_en AS fact, collect(DISTINCT source.title + ' <' + source.url + '>') AS sources, min(by.position) AS position
ORDER BY document, start, position
