import fc, { type Arbitrary } from 'fast-check';
import { anything, strange } from './strange.ts';

/** As much of JSON Schema as the service's descriptions use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface SchemaOptions {
  /** Where `$ref` leads. */
  readonly resolve?: (ref: string) => JsonSchema;
  /** Texts that mean something to the service. */
  readonly words: readonly string[];
}

/** Longer texts are not made, whatever the schema allows: they would only take time. */
const LONGEST = 20_000;
/** Of so many parts of a value, one does not fit. */
const SPOILED = 7;

/** Values that nearly fit a schema: any part of them may be of another type, out of range, missing or too much. */
export function nearly(schema: JsonSchema, options: SchemaOptions): Arbitrary<unknown> {
  if (schema.$ref !== undefined) return nearly(options.resolve?.(schema.$ref) ?? {}, options);
  const fitting = within(schema, options);
  return fc.oneof(
    { weight: SPOILED, arbitrary: fitting },
    { weight: 1, arbitrary: fc.oneof(anything, ...beyond(schema)) },
  );
}

function within(schema: JsonSchema, options: SchemaOptions): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => nearly(part, options)));
  switch (schema.type) {
    case 'string':
      return fc.oneof(fc.constantFrom(...options.words), strange);
    case 'integer':
      return fc.integer(range(schema));
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(nearly(schema.items ?? {}, options), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'object':
      return objects(schema, options);
    default:
      return anything;
  }
}

/** With some of its optional properties, seldom without a required one, seldom with one that is not known. */
function objects({ properties = {}, required = [] }: JsonSchema, options: SchemaOptions): Arbitrary<object> {
  const parts = Object.entries(properties).map(([name, part]) => {
    const value = nearly(part, options).map((item) => [[name, item]] as [string, unknown][]);
    const kept = required.includes(name) ? SPOILED : 1;
    return fc.oneof({ weight: kept, arbitrary: value }, { weight: 1, arbitrary: fc.constant([]) });
  });
  const more = fc.oneof(
    { weight: SPOILED, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(strange, anything).map((entry) => [entry]) },
  );
  return fc.tuple(...parts, more).map((entries) => Object.fromEntries(entries.flat()));
}

/** Just outside what the schema allows. */
function beyond({ type, maxLength, minimum, maximum, maxItems }: JsonSchema): Arbitrary<unknown>[] {
  const values: unknown[] = [];
  if (type === 'string')
    values.push('', ' ', ...(maxLength === undefined ? [] : ['a'.repeat(Math.min(maxLength + 1, LONGEST))]));
  if (type === 'integer') values.push((minimum ?? 0) - 1, (maximum ?? 0) + 1, 0.5, 1e308, String(minimum ?? 0));
  if (type === 'array') values.push([], Array(Math.min((maxItems ?? 100) + 1, 1_000)).fill('a'));
  return values.length === 0 ? [] : [fc.constantFrom(...values)];
}

function range({ minimum, maximum }: JsonSchema): { min: number; max: number } {
  const small = (value: number) => Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1);
  return { min: small(minimum ?? -5), max: small(maximum ?? 3_000) };
}
