import { readFileSync } from 'node:fs';
import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/server/graphql/examples.ts';
import { printedSchema, schema } from '../../../src/server/graphql/schema.ts';
import { startGraph } from './support.ts';

/** Everything a reader of the docs tab meets, with its description. */
function described(): [string, string | null | undefined][] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type): [string, string | null | undefined][] => {
    const own: [string, string | null | undefined][] = [[type.name, type.description]];
    if (isEnumType(type)) return own;
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      if ('args' in field)
        for (const arg of field.args) own.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
    return own;
  });
}

describe('the schema', () => {
  it('is the one in schema/schema.graphql (npm run schema:graphql prints it)', () => {
    expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(printedSchema());
  });

  it('describes every type, field and argument', () => {
    expect(
      described()
        .filter(([, description]) => !description?.trim())
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('gives every fact its sources and every claim its place', () => {
    const fields = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) ? type.getFields() : {};
    };
    expect(getNamedType(fields('Fact').sources?.type)?.name).toBe('Source');
    expect(Object.keys(fields('Claim'))).toEqual(
      expect.arrayContaining(['quote', 'start', 'end', 'document', 'passage']),
    );
  });
});

describe('the examples that GraphiQL opens with', () => {
  it.each(EXAMPLES.map((example, index) => [index, example] as const))(
    'are valid and run (%d)',
    async (_index, example) => {
      expect(validate(schema, parse(example.query))).toEqual([]);
      const { ask } = await startGraph();
      const { errors } = await ask(example.query, JSON.parse(example.variables ?? '{}'));
      expect(errors).toBeUndefined();
    },
  );
});

describe('GraphiQL', () => {
  it('opens in browsers, from this service alone', async () => {
    const { app } = await startGraph();
    const page = await app.inject({ url: '/graphql', headers: { accept: 'text/html,*/*' } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toMatch(/https?:\/\//u);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';.*worker-src 'self'/u);
    const files = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(2);
    for (const file of [...files, '/graphql-ide/editor.js', '/graphql-ide/graphql.js', '/graphql-ide/json.js']) {
      const answer = await app.inject(file);
      expect(answer.statusCode).toBe(200);
      expect(answer.body.length).toBeGreaterThan(1000);
      const again = await app.inject({ url: file, headers: { 'if-none-match': String(answer.headers.etag) } });
      expect(again.statusCode).toBe(304);
    }
    expect((await app.inject('/graphql-ide/other.js')).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
