// Every document: how many of its claims hold
MATCH (document:Document)
OPTIONAL MATCH (claim:Claim {documentId: document.id})
WITH document, count(claim) AS claims, count(CASE WHEN claim:Supported THEN 1 END) AS supported,
  count(CASE WHEN claim:Refuted THEN 1 END) AS refuted, count(CASE WHEN claim:Conflicting THEN 1 END) AS conflicting,
  count(CASE WHEN claim:Undecided THEN 1 END) AS undecided
RETURN document.name AS document, document.language AS language, document.ingestedAt AS ingested, claims, supported,
  refuted, conflicting, undecided
ORDER BY refuted DESC, document
