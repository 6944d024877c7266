// How are two people connected? (names in the next line)
WITH 'Andrej Karpathy' AS first, 'Yann LeCun' AS second
MATCH (a:Person) WHERE first IN a.aliases OR first IN [a.label_en, a.label_zh]
MATCH (b:Person) WHERE second IN b.aliases OR second IN [b.label_en, b.label_zh]
MATCH path = allShortestPaths((a)-[*..5]-(b))
WHERE all(node IN nodes(path) WHERE node:Entity AND NOT node:Term AND NOT node:Place)
RETURN path
LIMIT 25
