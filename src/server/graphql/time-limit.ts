import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Gives up queries that take longer than some milliseconds; the answer is an error, what was begun is let go. */
export function timeLimit(milliseconds: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<object>((resolve) => {
          timer = setTimeout(() => resolve({ errors: [tooSlow(milliseconds)] }), milliseconds);
        });
        try {
          return await Promise.race([executeFn(args), late]);
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}

function tooSlow(milliseconds: number): GraphQLError {
  const message = `The query was not answered within ${milliseconds / 1000} s. Ask for less at a time: smaller pages, fewer levels.`;
  return new GraphQLError(message, { extensions: { code: 'TOOK_TOO_LONG', http: { status: 503 } } });
}
