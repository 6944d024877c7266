import { useEffect } from 'preact/hooks';
import * as z from 'zod/mini';
import { language } from '../state/language.ts';
import { createStore, useStore } from '../state/store.ts';
import { graphql } from './graphql.ts';

const QUERY = '{ examples { en: statements(language: en) zh: statements(language: zh) } }' as const;
const schema = z.object({ examples: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }) });

const statements = createStore<z.output<typeof schema>['examples'] | undefined>(undefined);

/** Statements to try in the language of the page, as the service offers them; none until they have come, or where they do not. */
export function useStatementExamples(): readonly string[] {
  const known = useStore(statements);
  const current = useStore(language);
  useEffect(() => {
    if (statements.get()) return;
    graphql({ query: QUERY, schema }).then(
      ({ examples }) => statements.set(examples),
      () => undefined,
    );
  }, []);
  return known?.[current] ?? [];
}
