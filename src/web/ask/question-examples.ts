import { useEffect } from 'preact/hooks';
import * as z from 'zod/mini';
import { graphql } from '../api/graphql.ts';
import { language } from '../state/language.ts';
import { createStore, useStore } from '../state/store.ts';

const QUERY = '{ examples { en: questions(language: en) zh: questions(language: zh) } }';
const schema = z.object({ examples: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }) });

const questions = createStore<z.output<typeof schema>['examples'] | undefined>(undefined);

/** Questions to try in the language of the page, as the service offers them; none until they have come, or where they do not. */
export function useQuestionExamples(): readonly string[] {
  const known = useStore(questions);
  const current = useStore(language);
  useEffect(() => {
    if (questions.get()) return;
    graphql({ query: QUERY, schema }).then(
      ({ examples }) => questions.set(examples),
      () => undefined,
    );
  }, []);
  return known?.[current] ?? [];
}
