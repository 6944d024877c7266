import { McpServer } from '@modelcontextprotocol/server';
import { packageVersion } from '../../settings.ts';
import type { OperationContext } from '../rest/operation.ts';
import { addGraphTools } from './graph-tools.ts';
import { addResources } from './resources.ts';
import { addTools } from './tools.ts';

const INSTRUCTIONS = `Errata checks statements and documents about AI people, organisations, software, models, techniques, papers, datasets, courses and books against sourced facts, in Chinese and English. It never guesses: NOT_ENOUGH_INFO means that its knowledge does not decide, not that a statement is wrong. Cite the sources it gives.`;

/** A server of the Model Context Protocol; made anew for every connection or request. */
export function createMcpServer(context: OperationContext): McpServer {
  const server = new McpServer(
    { name: 'errata', title: 'Errata', version: packageVersion() },
    { instructions: INSTRUCTIONS },
  );
  addTools(server, context);
  addGraphTools(server, context);
  addResources(server, context);
  return server;
}
