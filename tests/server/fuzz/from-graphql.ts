import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { anything, strange } from './strange.ts';

/** A request of GraphQL. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DEEPEST = 5;
/** Of one selection, and of a whole operation. */
const MOST_FIELDS = 4;
const MOST_OF_ALL = 30;

/** Operations that nearly fit a schema: walks from a root over fields and their arguments, some values of another type. */
export function operationsOf(schema: GraphQLSchema, words: readonly string[]): Arbitrary<GraphQLRequest> {
  return fc.gen().map((g) => new Walk(schema, words, g).operation());
}

/** One random walk through the types of a schema. */
class Walk {
  private readonly schema: GraphQLSchema;
  private readonly words: readonly string[];
  private readonly g: GeneratorValue;
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private fields = 0;

  constructor(schema: GraphQLSchema, words: readonly string[], g: GeneratorValue) {
    this.schema = schema;
    this.words = words;
    this.g = g;
  }

  operation(): GraphQLRequest {
    const kind = this.pick(['query', 'query', 'query', 'query', 'mutation', 'subscription'] as const);
    const roots = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    };
    const root = roots[kind];
    const body = root ? this.selection(root, kind === 'query' ? MOST_FIELDS : 1, 0) : '{ __typename }';
    const head = this.declared.length === 0 ? '' : `(${this.declared.join(', ')})`;
    return { query: `${kind} Fuzz${head} ${body}`, variables: this.variables };
  }

  private selection(type: GraphQLNamedType, most: number, depth: number): string {
    if (isAbstractType(type)) {
      const parts = this.schema.getPossibleTypes(type).filter(() => this.chance(3));
      return `{ __typename ${parts.map((part) => `... on ${part.name} ${this.selection(part, most, depth)}`).join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields());
    const chosen = new Set(Array.from({ length: 1 + this.number(most - 1) }, () => this.pick(fields)));
    const written = [...chosen].flatMap((field) => this.field(field, depth));
    return `{ ${written.length === 0 ? '__typename' : written.join(' ')} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string[] {
    const type = getNamedType(field.type);
    const nested = isObjectType(type) || isAbstractType(type);
    this.fields += 1;
    if (nested && (depth >= DEEPEST || this.fields > MOST_OF_ALL)) return [];
    const given = field.args.filter((argument) => isNonNullType(argument.type) !== this.chance(8) || this.chance(3));
    const values = given.map((argument) => `${argument.name}: ${this.value(argument.type)}`);
    const arguments_ = values.length === 0 ? '' : `(${values.join(', ')})`;
    const alias = this.chance(8) ? `other: ` : '';
    return [`${alias}${field.name}${arguments_} ${nested ? this.selection(type, MOST_FIELDS, depth + 1) : ''}`];
  }

  /** A literal, or a variable that holds the value. */
  private value(type: GraphQLInputType): string {
    if (this.chance(3)) return this.literal(type);
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${String(type)}`);
    this.variables[name] = this.chance(8) ? this.g(() => anything) : this.json(type);
    return `$${name}`;
  }

  private literal(type: GraphQLInputType): string {
    if (this.chance(10)) return this.pick(['null', '[]', '{}', '-1', '1e400', '""', 'NOPE', '"""x"""', '99999999999']);
    if (isNonNullType(type)) return this.literal(type.ofType);
    if (isListType(type)) return `[${this.literal(type.ofType)}, ${this.literal(type.ofType)}]`;
    const value = this.json(type);
    if (isEnumType(type)) return String(value);
    if (isInputObjectType(type) && typeof value === 'object' && value !== null)
      return `{${Object.entries(value).map(([name, item]) => `${name}: ${JSON.stringify(item)}`)}}`;
    return JSON.stringify(value);
  }

  private json(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.json(type.ofType);
    if (isListType(type)) return Array.from({ length: this.number(3) }, () => this.json(type.ofType));
    if (isEnumType(type)) return this.pick(type.getValues().map(({ name }) => name));
    if (isInputObjectType(type))
      return Object.fromEntries(Object.values(type.getFields()).map(({ name, type: part }) => [name, this.json(part)]));
    switch (type.name) {
      case 'Int':
        return this.g(() => fc.oneof(fc.integer({ min: -2, max: 120 }), fc.integer()));
      case 'Float':
        return this.g(() => fc.double({ noNaN: true, noDefaultInfinity: true }));
      case 'Boolean':
        return this.g(() => fc.boolean());
      default:
        return this.chance(2) ? this.pick(this.words) : this.g(() => strange);
    }
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.number(items.length - 1)] as T;
  }

  private number(most: number): number {
    return this.g(() => fc.noBias(fc.nat({ max: most })));
  }

  /** True once in so many times. */
  private chance(of: number): boolean {
    return this.number(of - 1) === 0;
  }
}
