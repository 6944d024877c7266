import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { StoredEntity, StoredFact } from '../../store/graph-model.ts';
import { Problem } from '../http/problem.ts';
import type { OperationContext } from '../rest/operation.ts';
import { bilingual } from '../rest/result-schemas.ts';
import { need } from '../services.ts';
import { safely } from './safely.ts';
import { answer, READ_ONLY } from './tools.ts';

const entity = z
  .object({
    id: z.string().describe('As in `framework/pytorch`.'),
    kind: z.string(),
    label: bilingual,
    description: bilingual,
    aliases: z.array(z.string()),
  })
  .meta({ id: 'Entity' });

const fact = z
  .object({
    id: z.string(),
    subject: z.string(),
    predicate: z.string(),
    object: z.string().nullable().describe('The entity it states, where it is one.'),
    statement: bilingual,
    sources: z.array(z.object({ url: z.string(), title: z.string() })),
  })
  .meta({ id: 'Fact' });

/** Adds the tools that look into the graph. */
export function addGraphTools(server: McpServer, context: OperationContext): void {
  addFind(server, context);
  addExplore(server, context);
}

function addFind(server: McpServer, context: OperationContext): void {
  const { services } = context;
  server.registerTool(
    'find_entity',
    {
      title: 'Find an entity',
      description:
        'Finds people, organisations, frameworks, models, techniques, papers, datasets, courses, books … by a name or words in Chinese or English, the best first. Gives the ids that `explore` takes.',
      inputSchema: z.object({
        text: z.string().min(1).max(200).describe('A name or some words.'),
        limit: z.int().min(1).max(50).default(10),
      }),
      outputSchema: z.object({ entities: z.array(entity) }),
      annotations: { ...READ_ONLY, title: 'Find an entity' },
    },
    async ({ text, limit }) => {
      const find = () => need(services, 'store').search({ text, scopes: ['entity'], limit });
      const { entities } = await safely(context, find);
      const found = entities.map((hit) => describeEntity(hit.entity));
      const lines = found.map(({ id, label, description }) => `${id}: ${label.en} / ${label.zh}. ${description.en}`);
      return answer(lines.length > 0 ? lines.join('\n') : 'Nothing is called so.', { entities: found });
    },
  );
}

function addExplore(server: McpServer, context: OperationContext): void {
  const { services } = context;
  server.registerTool(
    'explore',
    {
      title: 'Explore the graph',
      description:
        'What lies around an entity in the graph of knowledge: facts with their sources, in both directions, and the entities they lead to.',
      inputSchema: z.object({
        id: z.string().min(1).max(200).describe('The id of an entity, as `find_entity` gives it.'),
        depth: z.int().min(1).max(3).default(1).describe('How many facts away.'),
        predicates: z.array(z.string()).max(50).optional().describe('Only over these predicates.'),
        year: z.int().optional().describe('Only facts that can hold in this year.'),
        limit: z.int().min(1).max(500).default(100).describe('Facts at most.'),
      }),
      outputSchema: z.object({ entities: z.array(entity), facts: z.array(fact), truncated: z.boolean() }),
      annotations: { ...READ_ONLY, title: 'Explore the graph' },
    },
    async ({ id, ...query }) => {
      const part = await safely(context, () => need(services, 'store').neighbourhood(id, query));
      if (!part) throw unknownEntity(id);
      const facts = part.facts.map(describeFact);
      const lines = facts.map(
        ({ statement, sources }) => `- ${statement.en} (${sources.map(({ url }) => url).join(', ')})`,
      );
      const data = { entities: part.entities.map(describeEntity), facts, truncated: part.truncated };
      return answer(lines.length > 0 ? lines.join('\n') : 'Nothing is stated about it.', data);
    },
  );
}

/** An entity as agents get it. */
export function describeEntity({ id, kind, label, description, aliases }: StoredEntity) {
  const both = ({ en, zh }: StoredEntity['label'], otherwise: string) => ({
    en: en ?? zh ?? otherwise,
    zh: zh ?? en ?? otherwise,
  });
  const names = [...new Set(aliases.map(({ text }) => text))];
  return { id, kind, label: both(label, id), description: both(description, ''), aliases: names };
}

/** A fact as agents get it. */
export function describeFact({ id, subject, predicate, value, statement, sources }: StoredFact) {
  const object = value.type === 'entity' ? value.id : null;
  return { id, subject, predicate, object, statement, sources: sources.map(({ url, title }) => ({ url, title })) };
}

function unknownEntity(id: string): Problem {
  return new Problem('NOT_FOUND', {
    status: 404,
    title: { en: 'No such entity', zh: '没有该实体' },
    detail: {
      en: `There is no entity “${id}”. find_entity gives ids by name.`,
      zh: `没有实体“${id}”。请用 find_entity 按名称查找 id。`,
    },
  });
}
