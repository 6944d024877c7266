// Passages by words, Chinese or English (words in the next line)
CALL db.index.fulltext.queryNodes('passage_text', '"深度学习" AND 框架') YIELD node AS passage, score
OPTIONAL MATCH (passage)-[:MENTIONS]->(thing:Entity)
RETURN round(score, 2) AS score, passage.text AS passage, passage.section AS section, collect(thing.name) AS mentions
ORDER BY score DESC
LIMIT 25
