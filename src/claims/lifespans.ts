import { yearOf } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DateValue, Item } from '../linking/item.ts';
import type { Argument } from './claim.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import type { Parenthesis } from './parentheses.ts';

const END = /^(?:†|d\.?|died|death|卒|逝|逝世|去世)$/u;
const BEGINNING = /^(?:\*|b\.?|born|生|生于)$/u;
const DASH = /^(?:-|–|—|―|－|~|～|to)+$/u;
/** Years between a birth and a death; a shorter time in brackets is that of a post, a prize or a visit. */
const SHORTEST_LIFE = 25;
const LONGEST_LIFE = 115;

type Dated = { readonly item: Item; readonly date: DateValue };

/**
 * Reads «Alan Turing (1912–1954)», «(* 23/06/1912, † 1954)»: what began and ended is the thing named before the bracket.
 * A lone year behind a person («Pearl (2011)») is that of a prize or a paper, behind an institution of a person's career that of a
 * post; they state no beginning.
 */
export class LifespanReader {
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Whether the bracket holds dates and their marks, and nothing else. `topic`: what the sentence is about by context. */
  read(parenthesis: Parenthesis, topic: Argument | undefined, builder: ClaimBuilder): boolean {
    const { items, host } = parenthesis;
    const dates = items.flatMap((item) => (item.value?.type === 'date' ? [{ item, date: item.value }] : []));
    const mark = ({ text, type }: Item) => type === 'punct' || END.test(text) || BEGINNING.test(text) || text === 'to';
    if (!host || dates.length === 0 || !items.every((item) => item.value?.type === 'date' || mark(item))) return false;
    if (!this.isLife(parenthesis, dates, topic)) return true;
    const subject = toArgument(host);
    for (const [begins, ends] of this.knowledge.ontology.data.lifespans) {
      const fits = (predicate: string) => host.entities.some((id) => this.knowledge.factsOf(id, predicate).length > 0);
      if (!fits(begins)) continue;
      const [first, second] = dates;
      const ended = items.slice(0, first ? items.indexOf(first.item) : 0).some(({ text }) => END.test(text));
      const whole = first && !second ? edges(first.item, first.date) : undefined;
      if (first)
        this.state(builder, items, ended ? ends : begins, { subject, date: whole?.[0] ?? toArgument(first.item) });
      if (second ?? whole?.[1])
        this.state(builder, items, ends, { subject, date: second ? toArgument(second.item) : whole?.[1] });
      return true;
    }
    return false;
  }

  /** Whether dates in brackets are said of how their host began and ended. */
  private isLife({ items, host, before }: Parenthesis, dates: readonly Dated[], topic: Argument | undefined): boolean {
    if (items.some(({ text }) => END.test(text) || BEGINNING.test(text))) return true;
    const [first, second] = dates;
    const from = first?.date.start ?? '';
    const to = second?.date.start ?? first?.date.end ?? '';
    const dashed = items.some((item) => DASH.test(item.text));
    const isPerson = (entities: readonly string[]) => entities.some((id) => this.knowledge.isOfKind(id, ['person']));
    if (isPerson(host?.entities ?? [])) {
      if (from === to || second === undefined) return from === to ? dashed || from.length === 10 : isLifetime(from, to);
      return dashed && isLifetime(from, to);
    }
    const { lifespans } = this.knowledge.ontology.data;
    const hasEnded = (id: string) => lifespans.some(([, ends]) => this.knowledge.factsOf(id, ends).length > 0);
    const amongPeople = [...before, ...(topic ? [topic] : [])].some(({ entities }) => isPerson(entities));
    return !amongPeople && (from === to || (host?.entities.some(hasEnded) ?? false));
  }

  private state(
    builder: ClaimBuilder,
    items: readonly Item[],
    predicateId: string,
    { subject, date }: { subject: Argument; date: Argument | undefined },
  ): void {
    const predicate = this.knowledge.ontology.predicates.get(predicateId);
    if (predicate && date)
      builder.state({
        chunk: { items, role: 'fragment', subjects: [] },
        predicate,
        subject,
        object: date,
        layer: 'phrasing',
      });
  }
}

function isLifetime(from: string, to: string): boolean {
  const years = yearOf(to) - yearOf(from);
  return years >= SHORTEST_LIFE && years <= LONGEST_LIFE;
}

/** «1912–1954» as two dates. */
function edges(item: Item, { start, end }: DateValue): [Argument, Argument] | undefined {
  if (start === end) return undefined;
  const edge = (date: string): Argument => ({ ...toArgument(item), value: { type: 'date', start: date, end: date } });
  // The builder tells claims apart by their places: the end is the last character.
  return [edge(start), { ...edge(end), start: item.end - end.length }];
}
