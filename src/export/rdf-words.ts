import { DataFactory, type Literal, type NamedNode } from 'n3';
import type { LocalText, PartialDate } from '../knowledge/model.ts';

const { namedNode, literal } = DataFactory;

/** Words of the vocabularies that the export uses. */
export const rdf = vocabulary('http://www.w3.org/1999/02/22-rdf-syntax-ns#');
export const rdfs = vocabulary('http://www.w3.org/2000/01/rdf-schema#');
export const owl = vocabulary('http://www.w3.org/2002/07/owl#');
export const skos = vocabulary('http://www.w3.org/2004/02/skos/core#');
export const xsd = vocabulary('http://www.w3.org/2001/XMLSchema#');
export const prov = vocabulary('http://www.w3.org/ns/prov#');
export const oa = vocabulary('http://www.w3.org/ns/oa#');
export const schema = vocabulary('https://schema.org/');

function vocabulary(base: string): (name: string) => NamedNode {
  return (name) => namedNode(`${base}${name}`);
}

/** What Errata knows by an id: `urn:errata:person/ada-lovelace`. */
export function thing(id: string, part = ''): NamedNode {
  return namedNode(`urn:errata:${id.split('/').map(encode).join('/')}${part === '' ? '' : `#${part}`}`);
}

/** A predicate, qualifier or kind: `urn:errata:predicate/birthDate`. */
export function word(sort: 'predicate' | 'qualifier' | 'kind' | 'verdict', name: string): NamedNode {
  return thing(`${sort}/${name}`);
}

function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** An address as a node, where it is one; otherwise its text. */
export function address(url: string): NamedNode | Literal {
  try {
    return namedNode(new URL(url).href);
  } catch {
    return text(url);
  }
}

export function text(value: string, language?: string): Literal {
  return literal(value.replace(/\p{Surrogate}/gu, '\ufffd'), language);
}

/** A text per language, without those that are not there. */
export function texts(value: LocalText): Literal[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    value[language] === undefined ? [] : [text(value[language], language)],
  );
}

/** `2015-11-09`, `2015-11` or `2015`, typed by its precision. */
export function date(value: PartialDate): Literal {
  const type = ['gYear', 'gYearMonth', 'date'][value.split('-').length - 1] ?? 'string';
  return literal(value, xsd(type));
}

export function number(value: number): Literal {
  return literal(String(value), xsd(Number.isInteger(value) ? 'integer' : 'double'));
}

export function moment(value: string): Literal {
  return literal(value, xsd('dateTime'));
}
