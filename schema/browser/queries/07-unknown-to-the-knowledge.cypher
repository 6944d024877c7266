// What the documents name but the knowledge does not know, most frequent first
MATCH (document:Document)-[:HAS_SEGMENT]->(:Segment)-[:HAS_PASSAGE]->(passage:Passage)-[:HAS_MENTION]->(mention:Mention)
WHERE mention.type IN ['name', 'title']
RETURN mention.text AS name, mention.type AS type, count(*) AS times, collect(DISTINCT document.name) AS documents,
  head(collect(passage.text)) AS example
ORDER BY times DESC, name
LIMIT 100
