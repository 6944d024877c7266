import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { OperationContext } from '../rest/operation.ts';
import { createMcpServer } from './server.ts';

/** Milliseconds between two looks for other knowledge in the graph. */
const FOLLOWED_EVERY = 1_000;

/** Answers the Model Context Protocol on standard input and output until the client goes. Nothing else may write there. */
export async function answerStdio(context: OperationContext): Promise<void> {
  setInterval(() => void context.services.follow(), FOLLOWED_EVERY).unref();
  const handle = serveStdio(() => createMcpServer(context));
  await new Promise<void>((resolve) => {
    process.stdin.once('close', resolve);
    process.stdin.once('end', resolve);
    context.services.stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await handle.close();
}
