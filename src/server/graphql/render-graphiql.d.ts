/** The parts of GraphiQL's bundle; the package types only the page that holds them all. */
declare module '@graphql-yoga/render-graphiql/graphiql' {
  export const js: string;
  export const css: string;
  export const editorWorkerService: string;
  export const graphqlWorker: string;
  export const jsonWorker: string;
}
