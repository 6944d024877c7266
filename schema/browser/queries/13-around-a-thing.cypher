// What is known around a thing, two steps far (name in the next line)
WITH 'PyTorch' AS name
MATCH (thing:Entity) WHERE name IN thing.aliases OR name IN [thing.label_en, thing.label_zh]
MATCH path = (thing)-[*1..2]-(other:Entity)
WHERE all(node IN nodes(path) WHERE node:Entity AND NOT node:Term)
RETURN path
LIMIT 150
