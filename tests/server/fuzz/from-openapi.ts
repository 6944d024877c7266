import fc, { type Arbitrary } from 'fast-check';
import { type JsonSchema, nearly } from './from-json-schema.ts';
import { damaged, rarely, strange } from './strange.ts';

/** As much of an OpenAPI description as requests are made from. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}

/** A request over HTTP. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

/** Requests that nearly fit a description: right paths, and bodies, queries, types and headers with something wrong. */
export function requestsOf(description: Described, words: readonly string[]): Arbitrary<HttpRequest> {
  const schemas = description.components?.schemas ?? {};
  const options = { words, resolve: (ref: string) => schemas[ref.slice(ref.lastIndexOf('/') + 1)] ?? {} };
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestsTo(path, method, operation, options)),
  );
  return fc.oneof(...operations);
}

type Options = Parameters<typeof nearly>[1];

function requestsTo(
  path: string,
  method: string,
  operation: DescribedOperation,
  options: Options,
): Arbitrary<HttpRequest> {
  const { parameters = [], requestBody, responses } = operation;
  const content = Object.entries(requestBody?.content ?? {});
  const types = Object.keys(responses['200']?.content ?? {});
  const body =
    content.length === 0 ? fc.constant(undefined) : fc.oneof(...content.map((part) => bodyOf(part, options)));
  return fc
    .record({
      method: rarely(method.toUpperCase(), fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')),
      query: fc.tuple(...parameters.map(({ name, schema }) => parameterOf(name, schema, options))),
      body,
      type: fc.option(fc.constantFrom(...content.map(([type]) => type), 'image/png', 'application/json; charset=x'), {
        nil: undefined,
        freq: 4,
      }),
      accept: fc.constantFrom(...types, '*/*', 'image/png', ';q=', 'text/*;q=0.1, application/json;q=2'),
    })
    .map(({ method, query, body, type, accept }) => {
      const parts = query.filter((part) => part !== '').join('&');
      const url = parts === '' ? path : `${path}?${parts}`;
      if (body === undefined || method === 'GET') return { method, url, headers: { accept } };
      return { method, url, headers: { accept, 'content-type': type ?? body.type }, payload: body.payload };
    });
}

function parameterOf(name: string, schema: JsonSchema, options: Options): Arbitrary<string> {
  const value = nearly(schema, options).map((item) => (typeof item === 'string' ? item : (JSON.stringify(item) ?? '')));
  const written = value.map((text) => `${name}=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '%'))}`);
  const broken = fc.constantFrom('', `${name}`, `${name}=%zz`, `${name}[]=1`, `${name}=a&${name}=b`, '%00=');
  return fc.oneof({ weight: 5, arbitrary: written }, { weight: 1, arbitrary: broken });
}

function bodyOf([type, { schema }]: [string, { readonly schema: JsonSchema }], options: Options) {
  if (type === 'application/json') {
    const json = nearly(schema, options).map((value) => JSON.stringify(value) ?? '');
    return damaged(json).map((payload): Body => ({ type, payload }));
  }
  if (type === 'multipart/form-data') return fc.tuple(strange, strange, fc.boolean()).map(upload);
  const bytes = fc.uint8Array({ maxLength: 200 }).map((part) => Buffer.from(part));
  const text = fc.oneof(fc.constantFrom(...options.words), strange);
  return fc.oneof(text, bytes).map((payload): Body => ({ type, payload }));
}

interface Body {
  readonly type: string;
  readonly payload: string | Buffer;
}

function upload([name, text, closed]: readonly [string, string, boolean]): Body {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name.slice(0, 100)}"\r\n\r\n`;
  return { type: 'multipart/form-data; boundary=x', payload: `${head}${text}${closed ? '\r\n--x--\r\n' : ''}` };
}
