import { int } from 'neo4j-driver';
import type { LocalText, Source, Value } from '../../knowledge/model.ts';
import { toTokens, wholeName } from '../full-text.ts';
import type { StoredEntity, StoredFact, StoredPredicate } from '../graph-model.ts';
import { yearsOf } from '../holds-in.ts';
import { hashOf } from '../ids.ts';
import { labelOf, relationshipOf } from './names.ts';

/**
 * Rows of the knowledge as properties of nodes. `body` is the row as JSON, which the adapter reads back; the others are
 * for look-ups and for people, who find names, dates and wordings in Neo4j Browser. Undefined means: no such property.
 */
export type Properties = Readonly<Record<string, unknown>>;

/** A node to be written; the same `hash` means the same node. `hash` and `body` are among the properties too. */
export interface NodeRow {
  readonly id: string;
  readonly hash: string;
  readonly properties: Properties;
}

export function entityRow(entity: StoredEntity): NodeRow & { readonly labels: readonly string[] } {
  const { id, kind, kinds, vocabulary, label, aliases, description, sameAs } = entity;
  const names = [...new Set([...Object.values(label), ...aliases.map(({ text }) => text)])];
  const labels = ['Resource', 'Entity', ...(vocabulary ? ['Term'] : [...new Set(kinds.map(labelOf))])];
  const properties = {
    ...{ kind, kinds, vocabulary, sameAs, aliases: aliases.map(({ text }) => text) },
    name: label.en ?? label.zh ?? id,
    ...perLanguage('label', label),
    ...perLanguage('description', description),
    nameTokens: names.map((name) => `${toTokens(name)} ${wholeName(name)}`).join(' '),
    textTokens: toTokens(Object.values(description).join('\n')),
  };
  return { ...node(entity, properties), labels };
}

export function predicateRow(predicate: StoredPredicate, position: number): NodeRow {
  const { id, label, many } = predicate;
  return node(predicate, { many, position: int(position), type: relationshipOf(id), ...perLanguage('label', label) });
}

/** A source's key stands for one content for ever, so what was read by key need not be read again. */
export function sourceRow(source: Source): NodeRow & { readonly key: string } {
  const key = `${source.id}#${hashOf([JSON.stringify(source)], 16)}`;
  return { ...node(source, { ...source, key }), key };
}

export interface FactRow extends NodeRow {
  readonly position: number;
  readonly subject: string;
  /** The entity that is its value. */
  readonly object: string | undefined;
  /** The relationship to draw between subject and object; none for deprecated facts. */
  readonly direct?: { readonly type: string; readonly properties: Properties };
}

/** `keys`: of the fact's sources. */
export function factRow(fact: StoredFact, position: number, keys: readonly string[]): FactRow {
  const { id, subject, predicate, value, rank, statement, qualifiers, asOf } = fact;
  const object = value.type === 'entity' ? value.id : undefined;
  const { from, to } = yearsOf(qualifiers);
  const { start, end, at } = qualifiers;
  const dates = { start, end, at, fromYear: optionalInt(from), toYear: optionalInt(to) };
  const said = { predicate, rank, ...dates };
  const properties = {
    ...{ subject, object, asOf, sourceIds: fact.sources.map((source) => source.id) },
    ...{ value: readable(value), deprecated: rank === 'deprecated', ...said, ...perLanguage('statement', statement) },
    tokens: toTokens(`${statement.en}\n${statement.zh}`),
  };
  const row = { ...node({ ...fact, sources: keys }, properties), position, subject, object };
  if (object === undefined || rank === 'deprecated') return row;
  return { ...row, direct: { type: relationshipOf(predicate), properties: { factId: id, ...said } } };
}

function node<T extends { readonly id: string }>(row: T, more: Properties): NodeRow {
  const { id } = row;
  const body = JSON.stringify(row);
  const hash = hashOf([body], 16);
  return { id, hash, properties: { ...more, id, hash, body } };
}

function perLanguage(name: string, { en, zh }: LocalText): Properties {
  return { [`${name}_en`]: en, [`${name}_zh`]: zh };
}

/** A value as a person reads it. */
function readable(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'date':
      return value.date;
    case 'number':
      return `${value.amount} ${value.unit}`.trim();
    case 'text':
      return value.text.en ?? value.text.zh ?? '';
    case 'url':
      return value.url;
  }
}

export function optionalInt(value: number | undefined) {
  return value === undefined ? undefined : int(value);
}
