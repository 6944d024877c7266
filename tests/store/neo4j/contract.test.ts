import { describeGraphStore } from '../../contract/graph-store.ts';
import { placeIn } from '../../neo4j/place.ts';
import { describeWithNeo4j } from '../../neo4j/server.ts';

describeWithNeo4j('the graph in Neo4j', (address) => describeGraphStore('Neo4j', placeIn(address)));
