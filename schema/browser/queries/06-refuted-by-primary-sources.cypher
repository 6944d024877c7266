// What is refuted by a primary source (who it is about says so)
MATCH path = (wrong:Refuted)-[:REFUTED_BY]->(:Fact)-[:STATED_IN]->(:Source {kind: 'primary'})
RETURN path
LIMIT 200
