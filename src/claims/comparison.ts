import type { Ontology, Predicate } from '../knowledge/ontology.ts';
import type { Item, Tag } from '../linking/item.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { fold } from '../text/fold.ts';
import type { Chunk } from './chunk.ts';
import type { Argument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import { is } from './grammar.ts';
import type { TriggerTag } from './pattern.ts';
import type { SlotTypes } from './slot-types.ts';

/** A word that compares the values of a predicate: «older», «更早». */
interface ComparativeTag extends Tag {
  readonly type: 'comparative';
  readonly predicate: Predicate;
  readonly direction: 'more' | 'less';
}

/** «an older library», «the larger model» compare with nothing named, unless «than» follows. */
const ADJECTIVE = /^(?:[a-z]+er|more|less|more recent|more recently)$/u;

/** Registers the comparing words of the ontology's predicates. */
export function addComparatives(lexicon: Lexicon, ontology: Ontology): void {
  for (const predicate of ontology.predicates.values()) {
    for (const direction of ['more', 'less'] as const) {
      const words = predicate.comparatives?.[direction];
      for (const word of [...(words?.en ?? []), ...(words?.zh ?? [])]) {
        const tag: ComparativeTag = { type: 'comparative', predicate, direction };
        lexicon.addTag(fold(word), tag);
      }
    }
  }
}

/** Reads «A is older than B», «A predates B», «A比B参数更多», «A早于B» as claims that compare two things by a predicate. */
export class ComparisonReader {
  private readonly types: SlotTypes;

  constructor(types: SlotTypes) {
    this.types = types;
  }

  /** Whether the chunk compares two things. */
  read(chunk: Chunk, builder: ClaimBuilder): boolean {
    let found = false;
    const { items } = chunk;
    const mark = items.findIndex(({ text }) => text === 'than' || text === '比');
    items.forEach((item, index) => {
      for (const tag of item.tags) {
        if (tag.type !== 'comparative') continue;
        const { predicate, direction } = tag as ComparativeTag;
        if (is(item, 'before', 'after') && !statedBefore(items, index, predicate)) continue;
        // «新设的S» compares with nothing
        if (/^\p{Script=Han}$/u.test(item.text) && items[mark]?.text !== '比') continue;
        if (ADJECTIVE.test(item.text) && (mark < index || items[mark]?.text !== 'than')) continue;
        const kindred = item.tags.filter(
          (other): other is ComparativeTag =>
            other.type === 'comparative' && (other as ComparativeTag).direction === direction && isDated(predicate),
        );
        const domain = [predicate, ...kindred.map((other) => other.predicate).filter(isDated)];
        const pair = this.pairOf(chunk, { index, mark, predicate, domain });
        if (!pair) continue;
        found = true;
        builder.compare(chunk, { predicate, direction, ...pair, word: item });
      }
    });
    return found;
  }

  private pairOf(
    chunk: Chunk,
    {
      index,
      mark,
      predicate,
      domain,
    }: { index: number; mark: number; predicate: Predicate; domain: readonly Predicate[] },
  ): { subject: Argument; object: Argument } | undefined {
    const { items } = chunk;
    if (contradictsUnit(items, predicate)) return undefined;
    const thing = (item: Item, predicates: readonly Predicate[]): Argument | undefined =>
      predicates
        .map((other) => this.types.fit(item, other, 's'))
        .find((argument) => argument !== undefined && argument.entities.length > 0);
    const first = (all: readonly Item[], predicates: readonly Predicate[]) =>
      all.map((item) => thing(item, predicates)).find((argument) => argument !== undefined);
    // «A比B…早», «A … older than B», «A predates B»
    const border = items[mark]?.text === '比' ? mark : index;
    if (items[border]?.text === '比' && index < mark) return undefined;
    if (mark >= 0 && items[mark]?.text === 'than' && mark < index) return undefined;
    const before = items.slice(0, border).reverse();
    const after = items.slice(items[mark]?.text === 'than' ? mark + 1 : border + 1);
    const subject = first(before, [predicate]) ?? this.inherited(chunk, predicate);
    const object = first(after, domain);
    return subject && object && subject.start !== object.start ? { subject, object } : undefined;
  }

  private inherited({ subjects }: Chunk, predicate: Predicate): Argument | undefined {
    const [subject] = subjects;
    const entities = subject?.entities.filter((id) => this.types.isOf(id, predicate.domain)) ?? [];
    return subject && entities.length > 0 ? { ...subject, entities, inherited: true } : undefined;
  }
}

function isDated({ range }: Predicate): boolean {
  return range.includes('date');
}

/** «was founded after X»: the word before says what is dated; «after X he …» compares nothing. */
function statedBefore(items: readonly Item[], index: number, predicate: Predicate): boolean {
  return items
    .slice(Math.max(0, index - 2), index)
    .some(({ tags }) =>
      tags.some((tag) => tag.type === 'trigger' && (tag as TriggerTag).pattern.predicate === predicate),
    );
}

/** «more classes than» is not about parameters. */
function contradictsUnit(items: readonly Item[], predicate: Predicate): boolean {
  const units = items.flatMap(({ tags }) => tags.filter(({ type }) => type === 'unit'));
  return units.length > 0 && !units.some((tag) => (tag as Tag & { predicate: Predicate }).predicate === predicate);
}
