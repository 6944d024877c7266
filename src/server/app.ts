import accepts from '@fastify/accepts';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { packageVersion } from '../settings.ts';
import { addApiPage } from './docs/api-page.ts';
import { addGraphQL } from './graphql/yoga.ts';
import { acceptBody } from './http/accept-body.ts';
import { addErrors, answerBroken } from './http/errors.ts';
import { addPage, PAGE_FOLDER } from './http/page.ts';
import { addRequestLog, requestId } from './http/request-log.ts';
import { addSecurity } from './http/security.ts';
import { addMcp } from './mcp/http.ts';
import { askOperation } from './rest/ask.ts';
import { checkOperation, RAW_TYPES } from './rest/check.ts';
import { documentOperation } from './rest/document.ts';
import { openApiDocument } from './rest/openapi.ts';
import type { Operation, OperationContext } from './rest/operation.ts';
import { statusOperations } from './rest/status.ts';
import { verifyOperation } from './rest/verify.ts';

export interface AppOptions extends OperationContext {
  /** Where to log; default: nowhere. */
  readonly logger?: FastifyBaseLogger;
  /** The folder of the built web page. */
  readonly page?: string;
}

/** The service without its socket: `app.inject` asks it, `app.listen` opens it. */
export async function createApp({
  services,
  settings,
  logger,
  page = PAGE_FOLDER,
}: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    frameworkErrors: answerBroken,
    trustProxy: settings.trustProxy,
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // Connections that are open when the process is told to stop still get their answers.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    ajv: { customOptions: { strict: false } },
  });
  addErrors(app, settings);
  addRequestLog(app, services.metrics);
  addClosing(app, services);
  addFollowing(app, services);
  await app.register(accepts);
  await addSecurity(app, settings);
  await app.register(multipart, { limits: { files: 1, fields: 10, fileSize: settings.maxDocument } });
  app.addContentTypeParser([...RAW_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const context = { services, settings };
  const operations = [
    verifyOperation(context),
    askOperation(context),
    checkOperation(context),
    documentOperation(context),
    ...statusOperations(context),
  ];
  for (const operation of operations) addOperation(app, operation);
  addOpenApi(app, operations);
  addApiPage(app);
  addGraphQL(app, context);
  addMcp(app, context);
  await addPage(app, page);
  return app;
}

function addOperation(app: FastifyInstance, operation: Operation): void {
  const { method, path, body, bodyLimit, limited, handle } = operation;
  app.route({
    method,
    url: path,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    config: {
      ...(body ? { consumes: Object.keys(body) } : {}),
      ...(limited === false ? { rateLimit: false } : {}),
    },
    ...(body ? { onRequest: async (request: FastifyRequest) => acceptBody(request, Object.keys(body)) } : {}),
    handler: handle,
  });
}

function addOpenApi(app: FastifyInstance, operations: readonly Operation[]): void {
  const document = JSON.stringify(openApiDocument(operations, packageVersion()), null, 2);
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
}

/** While stopping, every answer also ends its connection, so that clients go elsewhere with the next request. */
function addClosing(app: FastifyInstance, services: OperationContext['services']): void {
  app.addHook('onSend', async (_request, reply) => {
    if (services.stop.signal.aborted) reply.header('connection', 'close');
  });
}

/**
 * What takes a body asks the knowledge: it is answered with what the graph holds now, whoever brought it in. GraphQL reads
 * the graph itself; of its fields, those that need the knowledge see to it.
 */
function addFollowing(app: FastifyInstance, services: OperationContext['services']): void {
  app.addHook('preHandler', async ({ routeOptions: { config, url } }) => {
    if (config.consumes && url !== '/graphql') await services.follow();
  });
}
