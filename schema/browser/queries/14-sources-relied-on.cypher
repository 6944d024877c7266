// Which sources carry the verdicts
MATCH (claim:Claim)-[by:SUPPORTED_BY|REFUTED_BY]->(fact:Fact)-[:STATED_IN]->(source:Source)
RETURN source.title AS source, source.kind AS kind, source.url AS url, source.read AS read,
  count(DISTINCT CASE WHEN type(by) = 'REFUTED_BY' THEN claim END) AS refuted,
  count(DISTINCT CASE WHEN type(by) = 'SUPPORTED_BY' THEN claim END) AS supported
ORDER BY refuted + supported DESC, source
LIMIT 50
