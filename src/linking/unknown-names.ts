import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import { FuzzyNames } from './fuzzy.ts';
import type { Item, ItemValue } from './item.ts';
import { findNames, isHanPersonName } from './names.ts';

/** Takes runs of capitalised words that no alias explains for names of unknown (or misspelt) things. */
export class UnknownNames {
  private readonly knowledge: KnowledgeBase;
  private readonly fuzzy = new FuzzyNames();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Registers a folded name that an unknown one may be a slip of. */
  addKnown(name: string, id: EntityId): void {
    this.fuzzy.add(name, id);
  }

  /** Marks the names of things that no alias explains. */
  mark(text: string, items: Item[]): Item[] {
    let result = items;
    for (const { start, end, value } of findNames(text)) {
      const inside = result.filter((item) => item.start < end && item.end > start);
      const plain = inside.filter(
        (item) => item.type === 'word' && item.tags.length === 0 && item.entities.length === 0,
      );
      const first = inside[0];
      const name = value.type === 'name' ? value.name : '';
      if (/\p{Script=Han}/u.test(name)) {
        const run = untaggedRun(inside, start + name.indexOf('·'));
        if (run.length >= 3)
          result = replace(result, run, this.nameItem(text, run[0]?.start ?? start, run.at(-1)?.end ?? end));
        continue;
      }
      if (plain.length === 0 || !first || inside.some((item) => item.value && item.value.type !== 'number')) continue;
      const opens = start === 0 || /^[\s\p{P}]*$/u.test(text.slice(0, start));
      for (const run of this.unknownRuns(inside, opens)) {
        const from = run[0]?.start ?? start;
        const to = run.at(-1)?.end ?? end;
        result = replace(result, run, this.nameItem(text, from, to));
      }
    }
    return result.map(
      (item): Item =>
        item.type === 'han' && isHanPersonName(item.text)
          ? { ...item, type: 'value', value: { type: 'name', name: item.surface, person: true } }
          : item,
    );
  }

  /**
   * Maximal runs of capitalised words in one written name. A surname alias beside an unknown capitalised word belongs
   * to the run (Adam Smith is not the Adam we know); other known names stay as they are.
   */
  private unknownRuns(inside: readonly Item[], opens: boolean): Item[][] {
    const runs: Item[][] = [];
    let run: Item[] = [];
    const close = () => {
      const words = run.filter(({ type, tags }) => type === 'word' && tags.length === 0);
      const sentenceStart = opens && run[0] === inside[0] && run.length === 1;
      if (words.length > 0 && !sentenceStart) runs.push(run);
      run = [];
    };
    for (const item of inside) {
      const plainWord = item.type === 'word' && item.tags.length === 0 && /^\p{Lu}/u.test(item.surface);
      const surname =
        item.type === 'mention' &&
        !item.surface.includes(' ') &&
        item.entities.some((id) => this.knowledge.isOfKind(id, ['person']));
      const joint = run.length > 0 && item.type === 'word' && /^(?:of|de|van|von|der|den|la)$/u.test(item.surface);
      if (plainWord || surname || joint) run.push(item);
      else close();
    }
    close();
    return runs;
  }

  private nameItem(text: string, start: number, end: number): Item {
    const surface = text.slice(start, end);
    const folded = fold(surface);
    const entities = this.fuzzy.find(folded);
    const value: ItemValue = { type: 'name', name: surface };
    return {
      start,
      end,
      surface,
      text: folded,
      type: entities.length > 0 ? 'mention' : 'value',
      entities,
      value,
      tags: [],
    };
  }
}

/** The unexplained items around a position, without a gap: the whole of a transliterated name. */
function untaggedRun(items: readonly Item[], position: number): Item[] {
  const at = items.findIndex((item) => item.start <= position && position < item.end);
  const plain = (item: Item | undefined) =>
    item !== undefined && item.entities.length === 0 && item.tags.length === 0 && !item.value;
  let from = at;
  let to = at;
  while (plain(items[from - 1])) from--;
  while (plain(items[to + 1])) to++;
  return at < 0 ? [] : items.slice(from, to + 1);
}

function replace(items: readonly Item[], old: readonly Item[], item: Item): Item[] {
  const drop = new Set(old);
  const result: Item[] = [];
  let placed = false;
  for (const candidate of items) {
    if (!drop.has(candidate)) result.push(candidate);
    else if (!placed) {
      result.push(item);
      placed = true;
    }
  }
  return result;
}
