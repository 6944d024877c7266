// Where errors stand: document, segment, passage, claim, and what refutes it
MATCH place = (:Document)-[:HAS_SEGMENT]->(:Segment)-[:HAS_PASSAGE]->(:Passage)<-[:QUOTED_FROM]-(wrong:Refuted)
OPTIONAL MATCH evidence = (wrong)-[:REFUTED_BY]->(:Fact)
RETURN place, evidence
LIMIT 60
