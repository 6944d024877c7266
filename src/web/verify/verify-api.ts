import * as z from 'zod/mini';
import type { Verification } from '../../assessment/result.ts';
import { graphql } from '../api/graphql.ts';
import { postJson } from '../api/request.ts';
import { verification } from '../api/schemas.ts';

/** The longest statement that the service takes by default, in UTF-16 code units. */
export const MOST = 2_000;

/** Whether a statement is true. @throws ApiError */
export async function verify(claim: string, signal: AbortSignal): Promise<Verification> {
  return await postJson('/verify', { claim }, { schema: verification, signal });
}

const mentionList = z.object({
  mentions: z.array(
    z.object({
      text: z.string(),
      start: z.number(),
      end: z.number(),
      type: z.string(),
      value: z.nullable(z.string()),
      entities: z.array(z.object({ slug: z.string(), en: z.string(), zh: z.string() })),
    }),
  ),
});

/** A name or a value in a statement, with what it can mean. */
export type Mention = z.output<typeof mentionList>['mentions'][number];

const MENTIONS = `query($text: String!) {
  mentions(text: $text) {
    text start end type value
    entities { slug en: label(language: en) zh: label(language: zh) }
  }
}`;

/** The names and values in a statement. @throws ApiError */
export async function fetchMentions(text: string, signal: AbortSignal): Promise<readonly Mention[]> {
  return (await graphql({ query: MENTIONS, variables: { text }, schema: mentionList, signal })).mentions;
}
