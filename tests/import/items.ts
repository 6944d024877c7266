/** Makes entity JSON in the shape that Wikibase documents (labels, claims with snaks, references, sitelinks). */
export type Json = Readonly<Record<string, unknown>>;

export function item(id: string, parts: Json = {}): Json {
  return {
    type: 'item',
    id,
    modified: '2026-01-05T10:00:00Z',
    labels: {},
    descriptions: {},
    aliases: {},
    claims: [],
    sitelinks: {},
    ...parts,
  };
}

export function texts(values: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(Object.entries(values).map(([language, value]) => [language, { language, value }]));
}

export function aliases(values: Readonly<Record<string, readonly string[]>>): Json {
  return Object.fromEntries(
    Object.entries(values).map(([language, names]) => [language, names.map((value) => ({ language, value }))]),
  );
}

export function snak(
  property: string,
  value: Json | string | undefined,
  type = 'wikibase-entityid',
  snaktype = 'value',
): Json {
  return value === undefined ? { snaktype, property } : { snaktype, property, datavalue: { value, type } };
}

export function entity(property: string, id: string): Json {
  return snak(property, { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id });
}

export function time(property: string, text: string, precision = 11, calendar = 'Q1985727'): Json {
  const value = {
    time: text,
    timezone: 0,
    before: 0,
    after: 0,
    precision,
    calendarmodel: `http://www.wikidata.org/entity/${calendar}`,
  };
  return snak(property, value, 'time');
}

export function statement(mainsnak: Json, rest: Json = {}): Json {
  return { mainsnak, type: 'statement', id: 'Q1$1', rank: 'normal', ...rest };
}

/** Qualifiers or the snaks of a reference, by property. */
export function snaks(...all: readonly Json[]): Json {
  const properties = [...new Set(all.map(({ property }) => String(property)))];
  return Object.fromEntries(properties.map((id) => [id, all.filter(({ property }) => property === id)]));
}

/** A person with everything that a test needs. */
export function person(id: string, name: string, claims: Json = {}, parts: Json = {}): Json {
  return item(id, {
    labels: texts({ en: name }),
    claims: { P31: [statement(entity('P31', 'Q5'))], ...claims },
    ...parts,
  });
}
