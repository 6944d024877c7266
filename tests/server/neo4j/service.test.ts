import { beforeAll } from 'vitest';
import { describeWithNeo4j, emptyDatabase } from '../../neo4j/server.ts';
import { serviceSuite } from '../service-suite.ts';

describeWithNeo4j('the service on Neo4j', (address) => {
  beforeAll(() => emptyDatabase(address));
  const { uri, user, password, database } = address;
  serviceSuite({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database });
});
