import type { KindId, Qualifiers, Source } from '../../knowledge/model.ts';
import type { Ontology, Predicate } from '../../knowledge/ontology.ts';
import { type Draft, type DraftFact, type DraftValue, mention } from '../draft.ts';
import type { SkipLog } from '../report.ts';
import { type Item, type SnakValue, type Statement, snakValue } from './item.ts';
import { namesOf } from './names.ts';
import type { PropertyMap } from './property-map.ts';
import { itemUrl, sourcesOf } from './sources.ts';
import { readTime } from './time.ts';

const INSTANCE_OF = 'P31';
const WEBSITE = 'P856';

/** Turns items into drafts. Only what the property map knows is read; what is left out is noted. */
export class ItemConverter {
  readonly sources = new Map<string, Source>();
  /** Items that facts name, with the kinds that they may be of. */
  readonly references = new Map<string, Set<KindId>>();
  private readonly map: PropertyMap;
  private readonly ontology: Ontology;
  private readonly skips: SkipLog;

  constructor(map: PropertyMap, ontology: Ontology, skips: SkipLog) {
    this.map = map;
    this.ontology = ontology;
    this.skips = skips;
  }

  /** The properties worth reading. */
  properties(): Set<string> {
    return new Set([...this.map.predicates.keys(), INSTANCE_OF, WEBSITE]);
  }

  convert(item: Item, create: boolean): Draft {
    const names = namesOf(item);
    const kind = this.kindOf(item);
    const name = names.label.en ?? names.label.zh ?? item.id;
    if (item.malformed > 0) this.skips.add('statement that is not in the documented form', `${item.id} ${name}`);
    if (kind === undefined) this.noteClasses(item, name);
    const facts = Object.entries(item.claims).flatMap(([property, statements]) =>
      this.factsOf(item, name, kind, property, statements),
    );
    return mention(item.id, item.id, names.label, {
      ...names,
      sameAs: [itemUrl(item.id)],
      links: linksOf(item),
      facts,
      record: true,
      create,
      suffix: item.id.toLowerCase(),
      ...(kind === undefined ? {} : { kind }),
    });
  }

  /** An item that others name: matched by link or name, never created. */
  convertMention(item: Item): Draft {
    const kinds = [...(this.references.get(item.id) ?? [])];
    return mention(item.id, item.id, namesOf(item).label, {
      ...namesOf(item),
      links: [itemUrl(item.id), ...linksOf(item)],
      kinds,
    });
  }

  /** The narrowest kind among an item's classes, best rank first. */
  kindOf(item: Item): KindId | undefined {
    const kinds = bestFirst(item.claims[INSTANCE_OF] ?? []).flatMap((id) => this.map.classes.get(id) ?? []);
    return kinds.find((kind) => !kinds.some((other) => other !== kind && this.ontology.ancestors(other).has(kind)));
  }

  private noteClasses(item: Item, name: string): void {
    const classes = bestFirst(item.claims[INSTANCE_OF] ?? []);
    this.skips.add(
      'class that the map does not know',
      `${item.id} ${name}: ${classes.length === 0 ? 'no class' : classes.join(', ')}`,
    );
  }

  private factsOf(
    item: Item,
    name: string,
    kind: KindId | undefined,
    property: string,
    statements: readonly Statement[],
  ): DraftFact[] {
    const predicate = this.predicateFor(property, kind);
    if (!predicate) return [];
    const facts = statements.flatMap((statement) => this.factOf(item, name, predicate, statement) ?? []);
    return predicate.many ? facts : onlyBest(facts);
  }

  /** The predicate of a property whose domain fits the kind; without a kind the first one. */
  private predicateFor(property: string, kind: KindId | undefined): Predicate | undefined {
    const candidates = (this.map.predicates.get(property) ?? []).flatMap(
      (id) => this.ontology.predicates.get(id) ?? [],
    );
    if (kind === undefined) return candidates[0];
    const ancestors = this.ontology.ancestors(kind);
    return candidates.find(({ domain }) => domain.some((one) => one === 'any' || ancestors.has(one)));
  }

  private factOf(item: Item, name: string, predicate: Predicate, statement: Statement): DraftFact | undefined {
    const origin = `${item.id} ${name}`;
    const { mainsnak, rank } = statement;
    if (mainsnak.snaktype !== 'value') {
      this.skips.add(
        `${predicate.id}: ${mainsnak.snaktype === 'novalue' ? 'no value (novalue)' : 'unknown value (somevalue)'}`,
        origin,
      );
      return undefined;
    }
    const value = this.valueOf(predicate, snakValue(mainsnak));
    if (typeof value === 'string') {
      this.skips.add(`${predicate.id}: ${value}`, origin);
      return undefined;
    }
    const sources = sourcesOf(statement, item, name);
    for (const source of sources) if (!this.sources.has(source.id)) this.sources.set(source.id, source);
    return {
      predicate: predicate.id,
      value,
      ...this.qualifiersOf(statement, origin),
      rank,
      sources: sources.map(({ id }) => id),
    };
  }

  private valueOf(predicate: Predicate, value: SnakValue | undefined): DraftValue | string {
    if (!value) return 'a type of value that is not read';
    const { range } = predicate;
    if (value.type === 'item') {
      this.refer(value.id, range);
      return { type: 'reference', key: value.id };
    }
    if (value.type === 'time' && range.includes('date')) {
      const date = readTime(value);
      return date.startsWith('!') ? date.slice(1) : { type: 'date', date };
    }
    if (value.type === 'quantity' && range.includes('number')) {
      if (value.unit !== '1') return `a quantity in a unit (${value.unit.replace(/^.*\//u, '')})`;
      return Number.isFinite(value.amount)
        ? { type: 'number', amount: value.amount, unit: predicate.unit ?? '' }
        : 'no number';
    }
    if (value.type === 'string' && range.includes('url'))
      return URL.canParse(value.text) ? { type: 'url', url: value.text } : 'no URL';
    if (value.type === 'string' && range.includes('text'))
      return { type: 'text', text: { en: value.text, zh: value.text } };
    if (value.type === 'text' && range.includes('text')) return textValue(value.text);
    return 'a type of value that the predicate does not take';
  }

  private refer(id: string, kinds: readonly KindId[]): void {
    if (this.map.terms.has(id)) return;
    const known = this.references.get(id);
    if (known) for (const kind of kinds) known.add(kind);
    else this.references.set(id, new Set(kinds));
  }

  private qualifiersOf({ qualifiers }: Statement, origin: string): Pick<DraftFact, 'qualifiers' | 'references'> {
    const dates: Record<string, string> = {};
    const references: Record<string, string[]> = {};
    for (const [property, snaks] of Object.entries(qualifiers)) {
      const name = this.map.qualifiers.get(property);
      if (name === undefined) continue;
      for (const snak of snaks) {
        const value = snak.snaktype === 'value' ? snakValue(snak) : undefined;
        if (value?.type === 'time') {
          const date = readTime(value);
          if (date.startsWith('!')) this.skips.add(`qualifier '${name}': ${date.slice(1)}`, origin);
          else dates[name] ??= date;
        } else if (value?.type === 'item') {
          this.refer(value.id, [name, 'any']);
          references[name] = [...(references[name] ?? []), value.id];
        }
      }
    }
    return { qualifiers: dates as Qualifiers, references };
  }
}

function bestFirst(statements: readonly Statement[]): string[] {
  const order = { preferred: 0, normal: 1, deprecated: 2 };
  const held = statements.filter(({ rank }) => rank !== 'deprecated').sort((a, b) => order[a.rank] - order[b.rank]);
  return held.flatMap(({ mainsnak }) => {
    const value = snakValue(mainsnak);
    return value?.type === 'item' ? [value.id] : [];
  });
}

/** Of a predicate that has one value: those of the best rank, and the deprecated ones as such. */
function onlyBest(facts: readonly DraftFact[]): DraftFact[] {
  const preferred = facts.some(({ rank }) => rank === 'preferred');
  return facts.filter(({ rank }) => !preferred || rank !== 'normal');
}

function textValue({ language, text }: { language: string; text: string }): DraftValue {
  if (language.startsWith('zh')) return { type: 'text', text: { zh: text } };
  return { type: 'text', text: language.startsWith('en') ? { en: text } : { en: text, zh: text } };
}

/** Links of an item that the knowledge may name too: its Wikipedia pages and its website. */
function linksOf(item: Item): string[] {
  const pages = Object.values(item.sitelinks).flatMap(({ site, title }) => {
    const language = /^(en|zh)wiki$/u.exec(site)?.[1];
    return language === undefined ? [] : [`https://${language}.wikipedia.org/wiki/${title.replaceAll(' ', '_')}`];
  });
  const websites = (item.claims[WEBSITE] ?? []).flatMap(({ mainsnak }) => {
    const value = snakValue(mainsnak);
    return value?.type === 'string' ? [value.text] : [];
  });
  return [...pages, ...websites];
}
