// Claims that contradict each other, with the passages they stand in
MATCH contradiction = (a:Claim)-[:CONTRADICTS]->(b:Claim)
MATCH places = (a)-[:QUOTED_FROM]->(:Passage), others = (b)-[:QUOTED_FROM]->(:Passage)
RETURN contradiction, places, others
LIMIT 100
