// Undecided claims by what they are about: where more knowledge would decide most
MATCH (claim:Undecided)
OPTIONAL MATCH (predicate:Predicate {id: claim.predicate})
RETURN coalesce(predicate.label_en, claim.predicate) AS predicate, claim.reason AS reason, count(*) AS claims,
  collect(DISTINCT claim.subject)[..5] AS about, head(collect(claim.quote)) AS example
ORDER BY claims DESC, predicate
LIMIT 50
