// Serves the graph of Errata with @neo4j/graphql; prints its address. For npm run bench:graphql.
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const typeDefs = `
  type Entity @node { id: ID! label_en: String facts: [Fact!]! @relationship(type: "HAS_FACT", direction: OUT) }
  type Fact @node {
    id: ID! statement_en: String! statement_zh: String! deprecated: Boolean!
    sources: [Source!]! @relationship(type: "STATED_IN", direction: OUT)
  }
  type Source @node { id: ID! url: String! title: String! }
`;
const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const context = { sessionConfig: { database: NEO4J_DATABASE } };
const yoga = createYoga({ schema, context: () => context, graphiql: false, logging: 'error', maskedErrors: false });
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
