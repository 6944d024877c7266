// What do the documents get wrong about …? (name in the next line)
WITH 'Andrej Karpathy' AS name
MATCH (thing:Entity) WHERE name IN thing.aliases OR name IN [thing.label_en, thing.label_zh]
MATCH (thing)<-[about:ABOUT]-(wrong:Refuted)
OPTIONAL MATCH evidence = (wrong)-[:REFUTED_BY]->(:Fact)-[:STATED_IN]->(:Source)
RETURN thing, about, wrong, evidence
LIMIT 200
