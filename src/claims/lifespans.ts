import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DateValue, Item } from '../linking/item.ts';
import type { Argument } from './claim.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import type { Parenthesis } from './parentheses.ts';

const END = /^(?:†|d\.?|died|death|卒|逝|逝世|去世)$/u;

/** Reads «Alan Turing (1912–1954)», «(* 23/06/1912, † 1954)»: what began and ended is the thing named before the bracket. */
export class LifespanReader {
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Whether the bracket holds dates and their marks, and nothing else. */
  read({ items, host }: Parenthesis, builder: ClaimBuilder): boolean {
    const dates = items.flatMap((item) => (item.value?.type === 'date' ? [{ item, date: item.value }] : []));
    const mark = ({ text, type }: Item) =>
      type === 'punct' || END.test(text) || /^(?:b\.?|born|生|生于|to)$/u.test(text);
    if (!host || dates.length === 0 || !items.every((item) => item.value?.type === 'date' || mark(item))) return false;
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

/** «1912–1954» as two dates. */
function edges(item: Item, { start, end }: DateValue): [Argument, Argument] | undefined {
  if (start === end) return undefined;
  const edge = (date: string): Argument => ({ ...toArgument(item), value: { type: 'date', start: date, end: date } });
  // The builder tells claims apart by their places: the end is the last character.
  return [edge(start), { ...edge(end), start: item.end - end.length }];
}
