import type { Ontology, Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item, type Tag } from '../linking/item.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { fold } from '../text/fold.ts';
import type { Chunk } from './chunk.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import type { Matcher } from './match.ts';

interface UnitTag extends Tag {
  readonly type: 'unit';
  readonly predicate: Predicate;
}

const REACH = 4;

/** Registers the words after a number that tell what it counts. */
export function addUnits(lexicon: Lexicon, ontology: Ontology): void {
  for (const predicate of ontology.predicates.values()) {
    for (const word of [...(predicate.units?.en ?? []), ...(predicate.units?.zh ?? [])]) {
      const tag: UnitTag = { type: 'unit', predicate };
      lexicon.addTag(fold(word), tag);
    }
  }
}

/** Reads «175B parameters», «共10个类别» as claims about what the clause is about, whatever the verb. */
export class MeasureReader {
  private readonly matcher: Matcher;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  read(chunk: Chunk, builder: ClaimBuilder): void {
    chunk.items.forEach((item, index) => {
      if (item.value?.type !== 'number') return;
      for (const { predicate } of this.unitsAfter(chunk.items, index)) {
        const pattern = { predicate, language: 'en' as const, voice: 'fixed' as const, left: [{ type: 'slot' as const, name: 's' }], right: [], anywhere: [], phrasing: { pattern: '' } };
        const match = this.matcher.match(chunk, index, pattern) ?? this.after(chunk, index, pattern);
        const number = toArgument(item, []);
        if (match) builder.add(chunk, { ...match, slots: new Map([...match.slots, ['o', { arguments: [number], index }]]) });
      }
    });
  }

  /** «a 175B-parameter model, GPT-3», «1750亿参数的GPT-3»: the thing follows. */
  private after(chunk: Chunk, index: number, pattern: Parameters<Matcher['match']>[2]): ReturnType<Matcher['match']> {
    return this.matcher.match(chunk, index, { ...pattern, left: [], right: [{ type: 'slot', name: 's' }] });
  }

  private unitsAfter(items: readonly Item[], index: number): UnitTag[] {
    for (const item of items.slice(index + 1, index + 1 + REACH)) {
      if (item.type === 'punct' && item.text !== '-') return [];
      if (item.value?.type === 'number') return [];
      if (hasTag(item, 'unit')) return item.tags.filter((tag): tag is UnitTag => tag.type === 'unit');
    }
    return [];
  }
}
