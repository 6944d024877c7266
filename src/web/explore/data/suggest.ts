import * as z from 'zod/mini';
import { graphql } from '../../api/graphql.ts';

const QUERY = `query ($text: String!) {
  suggest(text: $text) {
    name entity { slug label zh: label(language: zh) kindLabel kindZh: kindLabel(language: zh) kinds }
  }
}`;

const schema = z.object({
  suggest: z.array(
    z.pipe(
      z.object({
        name: z.string(),
        entity: z.object({
          slug: z.string(),
          label: z.string(),
          zh: z.string(),
          kindLabel: z.string(),
          kindZh: z.string(),
          kinds: z.array(z.string()),
        }),
      }),
      z.transform(({ name, entity: { slug, label, zh, kindLabel, kindZh, kinds } }) => ({
        name,
        id: slug,
        label: { en: label, zh },
        kindLabel: { en: kindLabel, zh: kindZh },
        kinds,
      })),
    ),
  ),
});

/** An entity that may be meant, and the name of it that fits what was typed. */
export type Suggestion = z.output<typeof schema>['suggest'][number];

export async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  return (await graphql({ query: QUERY, variables: { text }, schema, signal })).suggest;
}
