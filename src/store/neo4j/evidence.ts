/** Joins the claims `$claims` with the facts of their evidence that are there, by a relationship that says how they stand. */
export const LINK_EVIDENCE = `
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})
  UNWIND range(0, size(c.evidence) - 1) AS position
  MATCH (f:Fact {id: c.evidence[position]})
  WITH c, f, CASE c.verdict WHEN 'SUPPORTED' THEN 'SUPPORTED_BY' WHEN 'REFUTED' THEN 'REFUTED_BY' ELSE 'WEIGHED' END AS type,
    min(position) AS position
  MERGE (c)-[r:$(type)]->(f) SET r.position = position`;
