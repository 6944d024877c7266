import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { isHanPersonName } from '../linking/names.ts';
import { type Passage, type Span, toOriginal } from '../text/document.ts';
import { type Argument, type Claim, type Reading, type TimeQualifier, toArgument } from './claim.ts';
import { is } from './grammar.ts';
import { periodIn, stayOf } from './period-cell.ts';
import type { SlotTypes } from './slot-types.ts';
import { TableKeys } from './table-keys.ts';
import { isDimension } from './units.ts';

/** A statement of a table cell or of a «key: value» line, with its place in the document's text. */
export interface CellClaim {
  readonly claim: Claim;
  readonly span: Span;
}

/** Longest cell that is read as a bare value, in UTF-16 code units. */
const LONGEST_VALUE = 160;
/** How Chinese names of organisations end. */
const ORGANISED = /(?:公司|集团|投资|资本|科技|控股|银行|基金|基金会|大学|学院|研究院|研究所|实验室|协会|学会)$/u;
/** How much of a cell its values must fill. */
const FILLED = 0.5;
/** «Founder: X» as a line of its own; the key is group 1. */
const LINE = /^\s*([^:：\n]{1,40}?)\s*[:：]\s*/u;

/** Reads tables and «key: value» lines: a key names the predicate, the cell holds the value, the row or the topic the subject. */
export class TableReader {
  readonly keys: TableKeys;
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly types: SlotTypes;

  constructor(knowledge: KnowledgeBase, linker: Linker, types: SlotTypes) {
    this.keys = new TableKeys(knowledge.ontology);
    this.knowledge = knowledge;
    this.linker = linker;
    this.types = types;
  }

  /** What a row states. `topics`: what the table stands under, the innermost first. */
  readRow(passage: Passage, topics: readonly Argument[]): CellClaim[] {
    const { cells = [], header } = passage;
    const [first, ...others] = cells;
    if (!first || others.length === 0) return [];
    const label = passage.text.slice(first.start, first.end);
    const period = periodIn(label);
    if (period) return others.flatMap((cell) => this.readStay(passage, cell, { topics, period }));
    const rowKeys = this.keys.read(label);
    const named = this.thingsIn(passage, first);
    const columns = (header ?? []).slice(1).map((text) => this.keys.read(text));
    const keyed = columns.some((keys) => keys.length > 0);
    if (named.length > 0 && keyed)
      return others.flatMap((cell, index) =>
        this.readCell(passage, cell, { predicates: columns[index] ?? [], subjects: named }),
      );
    // «| base | … | 512 |» below «| layers | d_model |»: where the columns are keys, the row's label is none
    if (rowKeys.length === 0 || (keyed && others.length > 1) || (!header && this.isHeading(passage, others))) return [];
    return others.flatMap((cell, index) => {
      const column = this.things(header?.[index + 1] ?? '');
      if (column.length === 0 && index > 0) return [];
      const subjects = column.length > 0 ? column : topics;
      return this.readCell(passage, cell, { predicates: rowKeys, subjects });
    });
  }

  /** The first row heads the columns unless it is a key with its value. */
  private isHeading(passage: Passage, others: readonly Span[]): boolean {
    const [value, ...more] = others.map(({ start, end }) => passage.text.slice(start, end));
    const items = this.linker.link(value ?? '');
    const isValue = items.some(
      (item) => item.value !== undefined || item.entities.some((id) => !id.startsWith('kind/')),
    );
    return more.length > 0 || !isValue || this.keys.read(value ?? '').length > 0;
  }

  /** What a line «key: value» states about its topic. */
  readLine(passage: Passage, topics: readonly Argument[]): CellClaim[] {
    const match = LINE.exec(passage.text);
    const period = periodIn(match?.[1] ?? '');
    const value = { start: match?.[0].length ?? 0, end: passage.text.replace(/[\s。.;；]+$/u, '').length };
    if (period) return this.readStay(passage, value, { topics, period });
    const predicates = match ? this.keys.read(match[1] ?? '') : [];
    if (!match || predicates.length === 0) return [];
    return this.readCell(passage, value, { predicates, subjects: topics });
  }

  /** Whether a cell is nothing but a name or a value, which states nothing by itself. */
  isBare(text: string): boolean {
    return this.linker.link(text).filter(({ type }) => type !== 'punct').length <= 2;
  }

  /** Whether a lead-in («**许可证**：») is a key, so that what follows is about the topic above. */
  isKey(text: string): boolean {
    return this.keys.read(text).length > 0;
  }

  /** «Google Brain 研究科学家» beside a period: where the person of the topic was then. */
  private readStay(
    passage: Passage,
    cell: Span,
    { topics, period }: { topics: readonly Argument[]; period: TimeQualifier },
  ): CellClaim[] {
    const person = topics.find(({ entities }) => entities.some((id) => this.knowledge.isOfKind(id, ['person'])));
    const text = passage.text.slice(cell.start, cell.end);
    if (!person || text.length > LONGEST_VALUE) return [];
    const items = this.linker.link(text);
    if (items.some((item) => is(item, 'neg'))) return [];
    const readings = stayOf(items, { ...person, inherited: true }, this.knowledge);
    if (readings.length === 0) return [];
    const { claim } = placed(
      passage,
      readings.map((one) => ({ ...one, object: moved(one.object, cell.start) })),
    );
    return [
      { claim: { ...claim, ...cell, time: period, past: period.relation === 'at' }, span: toOriginal(passage, cell) },
    ];
  }

  private readCell(
    passage: Passage,
    cell: Span,
    { predicates, subjects }: { predicates: readonly Predicate[]; subjects: readonly Argument[] },
  ): CellClaim[] {
    const text = passage.text.slice(cell.start, cell.end);
    if (predicates.length === 0 || text.length === 0 || text.length > LONGEST_VALUE) return [];
    const items = this.linker.link(text);
    if (items.some((item) => is(item, 'neg'))) return [];
    const values = withoutParentheses(items.filter((_, index) => !isDimension(items, index)));
    const subjectOf = (predicate: Predicate) => this.subjectFor(predicate, subjects);
    const readings = predicates.flatMap((predicate) => {
      const subject = subjectOf(predicate);
      return subject ? [{ predicate, subject }] : [];
    });
    const found = values.flatMap((item) => {
      const fitting = readings.flatMap(({ predicate, subject }) => {
        const object = this.types.fit(item, predicate, 'o');
        return object ? [reading(predicate, subject, moved(object, cell.start))] : [];
      });
      return fitting.length > 0 ? [fitting] : [];
    });
    const claims = this.isFilled(values, found, cell) ? found : this.asText(cell, text, readings);
    const dates = claims.filter(([one]) => one?.object.value?.type === 'date');
    if (dates.length > 1) return [];
    return claims.map((all) => placed(passage, all));
  }

  /** A cell whose predicate takes any words. */
  private asText(cell: Span, text: string, readings: readonly Pick<Reading, 'predicate' | 'subject'>[]): Reading[][] {
    const free = readings.filter(({ predicate }) => predicate.range.includes('text'));
    const object: Argument = { ...cell, text, entities: [] };
    if (free.length > 0) return [free.map(({ predicate, subject }) => reading(predicate, subject, object))];
    const name: Argument = { ...object, value: { type: 'name', name: text } };
    const named = this.isUnknownName(text) ? readings : [];
    return named.length > 0 ? [named.map(({ predicate, subject }) => reading(predicate, subject, name))] : [];
  }

  /** The values are most of what the cell says: «Apache 2.0 licence», but not «like Keras, only faster». */
  private isFilled(values: readonly Item[], found: readonly (readonly Reading[])[], { start }: Span): boolean {
    const objects = new Set(found.flatMap((all) => all.map(({ object }) => object.start - start)));
    const length = (items: readonly Item[]) =>
      items.filter(({ type }) => type !== 'punct').reduce((sum, item) => sum + item.end - item.start, 0);
    const counted = values.filter((item) => objects.has(item.start) || !isKind(item));
    return found.length > 0 && length(counted.filter((item) => objects.has(item.start))) >= FILLED * length(counted);
  }

  /** A short Chinese cell in which nothing is known, in the form of a person's or an organisation's name. */
  private isUnknownName(text: string): boolean {
    if (!/^\p{Script=Han}{2,10}$/u.test(text)) return false;
    if (this.linker.link(text).some(({ entities }) => entities.length > 0)) return false;
    return isHanPersonName(text) || ORGANISED.test(text);
  }

  private subjectFor(predicate: Predicate, subjects: readonly Argument[]): Argument | undefined {
    for (const subject of subjects) {
      const entities = this.types.fitting(subject.entities, predicate, 's');
      if (entities.length > 0) return { ...subject, entities, inherited: true };
    }
    return undefined;
  }

  /** What a cell names, if it names a thing and little else. */
  private thingsIn(passage: Passage, cell: Span): Argument[] {
    return this.things(passage.text.slice(cell.start, cell.end)).map((thing) => moved(thing, cell.start));
  }

  private things(text: string): Argument[] {
    const items = withoutParentheses(this.linker.link(text)).filter(({ type }) => type !== 'punct');
    const things = items.filter(
      (item) => item.entities.length > 0 && !item.entities.every((id) => this.knowledge.isVocabulary(id)),
    );
    if (things.length !== 1 || items.length > 2) return [];
    return things.map((item) =>
      toArgument(
        item,
        item.entities.filter((id) => !this.knowledge.isVocabulary(id)),
      ),
    );
  }
}

function isKind({ entities }: Item): boolean {
  return entities.length > 0 && entities.every((id) => id.startsWith('kind/'));
}

function withoutParentheses(items: readonly Item[]): Item[] {
  let depth = 0;
  return items.filter(({ type, text }) => {
    if (type === 'punct' && /[(（]/u.test(text)) depth += 1;
    const outside = depth === 0;
    if (type === 'punct' && /[)）]/u.test(text)) depth = Math.max(0, depth - 1);
    return outside;
  });
}

function moved(argument: Argument, by: number): Argument {
  return { ...argument, start: argument.start + by, end: argument.end + by };
}

function reading(predicate: Predicate, subject: Argument, object: Argument): Reading {
  return { predicate, subject, object, weak: false, timing: 'during', qualifiers: {} };
}

function placed(passage: Passage, readings: readonly Reading[]): CellClaim {
  const object = readings[0]?.object ?? { start: 0, end: 0 };
  const claim: Claim = {
    readings,
    negated: false,
    only: false,
    past: false,
    siblings: [],
    layer: 'phrasing',
    language: passage.sentences[0]?.language ?? 'en',
    start: object.start,
    end: object.end,
  };
  return { claim, span: toOriginal(passage, object) };
}
