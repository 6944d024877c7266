import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../http/problems.ts';
import { EXAMPLES } from './examples.ts';

/** Where GraphiQL's files are served; everything comes from this service. */
const FILES = '/graphql-ide';

/** Monaco, the editor inside GraphiQL, makes style elements and starts its workers as it goes. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const START = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '${FILES}/' + (label === 'graphql' || label === 'json' ? label : 'editor') + '.js',
};
`;
const RUN = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({
  title: 'Errata',
  endpoint: '/graphql',
  defaultTabs: EXAMPLES.map(({ query, variables }) => ({ query, ...(variables ? { variables } : {}) })),
  defaultQuery: EXAMPLES[0]?.query,
})});
`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphQL · Errata</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FILES}/style.css">
</head>
<body id="body" class="no-focus-outline">
<noscript>This page needs JavaScript. /graphql answers POST requests without it. 本页需要 JavaScript。</noscript>
<div id="root"></div>
<script src="${FILES}/app.js"></script>
</body>
</html>
`;

/** Adds the page in which queries are written and tried: `GET /graphql` for browsers. */
export function addGraphiQL(app: FastifyInstance): void {
  const files = new Map<string, Promise<ServedFile>>();
  app.get(`${FILES}/:name`, async (request, reply) => {
    const { name } = request.params as { name: string };
    if (!Object.hasOwn(TYPES, name)) throw notFound('GET', `${FILES}/${name}`);
    const file = files.get(name) ?? loadFile(name);
    files.set(name, file);
    const { content, etag } = await file;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(TYPES[name] ?? '').send(content);
  });
}

/** The page itself, with the policy it is shown under. */
export const GRAPHIQL = { page: PAGE, policy: POLICY } as const;

interface ServedFile {
  readonly content: string;
  readonly etag: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  'app.js': SCRIPT,
  'style.css': 'text/css; charset=utf-8',
  'editor.js': SCRIPT,
  'graphql.js': SCRIPT,
  'json.js': SCRIPT,
};

/** Nine megabytes: read only when somebody opens the page. */
async function loadFile(name: string): Promise<ServedFile> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const contents: Readonly<Record<string, string>> = {
    'app.js': `${START}${bundle.js};\n${RUN}`,
    'style.css': bundle.css,
    'editor.js': bundle.editorWorkerService,
    'graphql.js': bundle.graphqlWorker,
    'json.js': bundle.jsonWorker,
  };
  const content = contents[name] ?? '';
  return { content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"` };
}
