import type { Chunk } from './chunk.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import type { Matcher } from './match.ts';
import { unitsAfter } from './units.ts';

/** Reads «175B parameters», «共10个类别» as claims about what the clause is about, whatever the verb. */
export class MeasureReader {
  private readonly matcher: Matcher;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  read(chunk: Chunk, builder: ClaimBuilder): void {
    chunk.items.forEach((item, index) => {
      if (item.value?.type !== 'number') return;
      for (const { predicate } of unitsAfter(chunk.items, index)) {
        const pattern = {
          predicate,
          language: 'en' as const,
          voice: 'fixed' as const,
          left: [{ type: 'slot' as const, name: 's' }],
          right: [],
          anywhere: [],
          phrasing: { pattern: '' },
        };
        const match = this.matcher.match(chunk, index, pattern) ?? this.after(chunk, index, pattern);
        const number = toArgument(item, []);
        if (match)
          builder.add(chunk, { ...match, slots: new Map([...match.slots, ['o', { arguments: [number], index }]]) });
      }
    });
  }

  /** «a 175B-parameter model, GPT-3», «1750亿参数的GPT-3»: the thing follows. */
  private after(chunk: Chunk, index: number, pattern: Parameters<Matcher['match']>[2]): ReturnType<Matcher['match']> {
    return this.matcher.match(chunk, index, { ...pattern, left: [], right: [{ type: 'slot', name: 's' }] });
  }
}
