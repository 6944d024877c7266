import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { OperationContext } from '../rest/operation.ts';
import { need, type Services } from '../services.ts';
import { describeEntity, describeFact } from './graph-tools.ts';
import { safely } from './safely.ts';

/** Documents that are listed; more are found by their address. */
const LISTED = 200;
/** Proposals for the rest of an id. */
const PROPOSED = 20;

/** Adds entities (`errata://entity/framework/pytorch`) and documents (`errata://document/…`) as resources. */
export function addResources(server: McpServer, context: OperationContext): void {
  const { services } = context;
  server.registerResource(
    'entity',
    new ResourceTemplate('errata://entity/{kind}/{slug}', {
      list: undefined,
      complete: { slug: (value) => safely(context, () => proposeSlugs(value, services)) },
    }),
    {
      title: 'Entity',
      description:
        'A person, organisation, framework, model, technique, paper … with all facts about it and their sources.',
      mimeType: 'application/json',
    },
    (uri, { kind, slug }) => safely(context, () => readEntity(uri, `${String(kind)}/${String(slug)}`, services)),
  );
  server.registerResource(
    'document',
    new ResourceTemplate('errata://document/{id}', {
      list: async () => ({ resources: await safely(context, () => listDocuments(services)) }),
    }),
    {
      title: 'Document',
      description: 'A document of the graph: its text, its claims with verdicts and corrections, its contradictions.',
      mimeType: 'application/json',
    },
    (uri, { id }) => safely(context, () => readDocument(uri, `document/${String(id)}`, services)),
  );
}

async function readEntity(uri: URL, id: string, services: Services) {
  const store = need(services, 'store');
  const entity = (await store.entities([id])).get(id);
  if (!entity) throw new ResourceNotFoundError(uri.href);
  const [of, about] = await Promise.all([store.factsOf([id]), store.factsAbout([id])]);
  const facts = (of.get(id) ?? []).map(describeFact);
  return toResource(uri, { ...describeEntity(entity), facts, about: (about.get(id) ?? []).map(describeFact) });
}

async function readDocument(uri: URL, id: string, services: Services) {
  const whole = await need(services, 'store').document(id);
  if (!whole) throw new ResourceNotFoundError(uri.href);
  const { document, text, claims, contradictions } = whole;
  return toResource(uri, {
    name: document.name,
    language: document.language,
    text,
    claims: claims.map(({ quote, start, end, subject, predicate, object, assessment }) => {
      const { verdict, correction, explanation, evidence } = assessment;
      return { quote, start, end, subject, predicate, object, verdict, correction, explanation, evidence };
    }),
    contradictions: contradictions.map(({ a, b, explanation }) => ({ a: a.quote, b: b.quote, explanation })),
  });
}

async function listDocuments(services: Services) {
  const { items } = await need(services, 'store').listDocuments({ limit: LISTED });
  return items.map(({ id, name, claims }) => ({
    uri: `errata://document/${id.slice(id.indexOf('/') + 1)}`,
    name,
    description: `${claims.REFUTED} refuted, ${claims.SUPPORTED} supported claims`,
    mimeType: 'application/json',
  }));
}

async function proposeSlugs(value: string, services: Services): Promise<string[]> {
  const { entities } = await need(services, 'store').search({ text: value, scopes: ['entity'], limit: PROPOSED });
  return entities.map(({ entity }) => entity.id.slice(entity.id.indexOf('/') + 1));
}

function toResource(uri: URL, content: object) {
  return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(content, null, 2) }] };
}
