import * as z from 'zod/mini';
import type { ClaimResult, DocumentResult } from '../../assessment/result.ts';
import { graphql } from '../api/graphql.ts';
import { getJson, postForFile, postJson } from '../api/request.ts';
import { bilingual, documentResult } from '../api/schemas.ts';
import type { Draft } from './draft.ts';

/** A text with what was found in it. `start` and `end` of its claims are UTF-16 offsets of `text`. */
export interface Checked {
  readonly text: string;
  readonly format: Format | undefined;
  readonly result: DocumentResult;
  /** Ids of the claims in the graph; undefined for a text that is not kept there. */
  readonly ids: readonly string[] | undefined;
}

export type Format = 'markdown' | 'plain' | 'html';
export type Claim = ClaimResult;

const format = z.enum(['markdown', 'plain', 'html']);

/** A long document takes its time. Milliseconds. */
const PATIENCE = 150_000;

/** Checks a text. @throws ApiError */
export async function checkDraft(draft: Draft, signal: AbortSignal): Promise<Checked> {
  const options = { schema: documentResult, signal, timeout: PATIENCE };
  const result = await postJson('/check', toRequest(draft), options);
  const { text, format, name } = draft;
  return { text, format, result: { ...result, document: name }, ids: undefined };
}

/** What `POST /check` takes: a name and a format only where there are any. */
function toRequest({ text, name, format }: Draft) {
  return { text, ...(name === '' ? {} : { name }), ...(format ? { format } : {}) };
}

const stored = z.extend(documentResult, { text: z.string(), format, ids: z.array(z.string()) });

/** A document of the graph. @throws ApiError */
export async function loadDocument(name: string, signal: AbortSignal): Promise<Checked> {
  const path = `/document?${new URLSearchParams({ name })}`;
  const { text, format, ids, ...result } = await getJson(path, { schema: stored, signal });
  return { text, format, result, ids };
}

/** The id of the claim that stands at `START-END`, wrong ones first; null where there is none. */
export function claimAt({ result, ids }: Checked, at: string | null): string | null {
  const [start, end] = at?.split('-').map(Number) ?? [];
  const there = result.claims.flatMap((claim, index) =>
    claim.start === start && claim.end === end ? [{ claim, index }] : [],
  );
  const found = there.find(({ claim }) => claim.verdict === 'REFUTED') ?? there[0];
  return (found && ids?.[found.index]) ?? null;
}

const counts = z.object({
  refuted: z.number(),
  conflicting: z.number(),
  supported: z.number(),
  notEnoughInfo: z.number(),
});
const documentList = z.object({
  documents: z.object({ nodes: z.array(z.object({ name: z.string(), language: z.string(), counts })) }),
});
export type ListedDocument = z.output<typeof documentList>['documents']['nodes'][number];

const LIST = `{
  documents(first: 100) { nodes { name language counts { refuted conflicting supported notEnoughInfo } } }
}`;

/** The documents of the graph, the first hundred by name. @throws ApiError */
export async function listDocuments(signal: AbortSignal): Promise<readonly ListedDocument[]> {
  return (await graphql({ query: LIST, schema: documentList, signal })).documents.nodes;
}

const added = z.object({
  addDocument: z.union([
    z.object({ __typename: z.literal('AddedDocument') }),
    z.object({ __typename: z.literal('Problem'), code: z.string(), detail: bilingual }),
  ]),
});
export type Added = z.output<typeof added>['addDocument'];

const ADD = `mutation($name: String!, $text: String!, $format: DocumentFormat) {
  addDocument(name: $name, text: $text, format: $format) { __typename ... on Problem { code detail { en zh } } }
}`;

/** Keeps a text in the graph, under the token of the page. @throws ApiError */
export async function addDocument(
  { name, text, format }: Pick<Checked, 'text' | 'format'> & { readonly name: string },
  signal: AbortSignal,
): Promise<Added> {
  const variables = { name, text, format: format ?? null };
  return (await graphql({ query: ADD, variables, schema: added, signal, timeout: PATIENCE })).addDocument;
}

/** A report on a checked text in another format. @throws ApiError */
export async function fetchReport(
  { text, format, result }: Checked,
  { accept, signal }: { readonly accept: string; readonly signal: AbortSignal },
): Promise<Blob> {
  const body = toRequest({ text, name: result.document, format });
  return await postForFile('/check', body, { accept, signal, timeout: PATIENCE });
}
