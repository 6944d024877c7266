// What the documents write about most, and how much of it is wrong
MATCH (:Passage)-[mentions:MENTIONS]->(thing:Entity) WHERE NOT thing:Term
WITH thing, sum(mentions.times) AS mentions
OPTIONAL MATCH (thing)<-[:ABOUT]-(claim:Claim)
RETURN thing.name AS name, thing.label_zh AS name_zh, thing.kind AS kind, mentions, count(DISTINCT claim) AS claims,
  count(DISTINCT CASE WHEN claim:Supported THEN claim END) AS supported,
  count(DISTINCT CASE WHEN claim:Refuted THEN claim END) AS refuted
ORDER BY mentions DESC, name
LIMIT 50
