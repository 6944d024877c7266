import { ResourceNotFoundError } from '@modelcontextprotocol/server';
import { Problem } from '../http/problem.ts';
import { internal } from '../http/problems.ts';
import { storeProblem } from '../http/store-problem.ts';
import type { OperationContext } from '../rest/operation.ts';

/** Does the work of a tool or resource. What goes wrong is told to the agent as far as it may know it; the rest is reported. */
export async function safely<R>({ report }: OperationContext, work: () => R | Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem || error instanceof ResourceNotFoundError) throw error;
    report?.(error);
    throw storeProblem(error) ?? internal(error);
  }
}
