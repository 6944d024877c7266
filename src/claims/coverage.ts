import { compareDates } from '../knowledge/date.ts';
import type { PartialDate } from '../knowledge/model.ts';
import { hasTag, type Item } from '../linking/item.ts';
import type { Chunk } from './chunk.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { TriggerTag } from './pattern.ts';
import type { Scene } from './scene.ts';

/** How much of a sentence its claims account for, and whether it states facts at all. */

const FORECAST =
  /^(?:will|won't|'ll|going to|is set to|is expected to|are expected to|必将|将会|将要|未来|即将|预计|有望|迟早|总有一天)$/u;
/** Superlatives of figures and dates, which can be facts. */
const MEASURED =
  /^(?:earliest|latest|oldest|newest|largest|biggest|smallest|youngest|highest|lowest|longest|shortest|deepest|fastest|first|nearest|test|west|east|rest|forest|forests|interest|request|guest|contest|manifest|invest|backtest|pytest)$/u;
const SUPERLATIVE = /^[a-z]{2,}est$/u;
const PRAISE_HAN = /^最(?![早大先后初高新多长小远近快低短]|终|初|优化|小二乘)/u;

/** Says what is still to come: of a time the knowledge cannot know, or by «will», «将会» without a date of the past. */
export function isForecast({ items }: Chunk, horizon: PartialDate): boolean {
  const dates = items.flatMap(({ value }) => (value?.type === 'date' ? [value] : []));
  if (dates.some(({ start }) => compareDates(start, horizon) > 0)) return true;
  const past = dates.some(({ end }) => compareDates(end, horizon) <= 0);
  return !past && items.some(({ text, entities }) => entities.length === 0 && FORECAST.test(text));
}

/** Praises or blames: «the most inspiring», «最有魅力的», «the friendliest». */
export function isOpinion({ items }: Chunk): boolean {
  return items.some((item, index) => {
    if (item.entities.length > 0 || item.value) return false;
    const { text } = item;
    if (is(item, 'opinion') && /^(?:best|greatest|worst|最好|最伟大|最差)$/u.test(text))
      return items[index + 1]?.text !== 'known';
    if (text === 'most')
      return (
        isPlainWord(items[index + 1]) &&
        !/^(?:of|common|recent|cited|popular|widely)/u.test(items[index + 1]?.text ?? '')
      );
    if (text === '最') return PRAISE_HAN.test(`最${items[index + 1]?.text ?? '早'}`);
    return PRAISE_HAN.test(text) || (SUPERLATIVE.test(text) && !MEASURED.test(text) && isPlainWord(item));
  });
}

function isPlainWord(item: Item | undefined): boolean {
  return item?.type === 'word' && item.entities.length === 0 && !hasTag(item, 'trigger');
}

/**
 * The content words of a sentence that nothing accounts for, in words (two Han characters count as one). `settled`: starts
 * of the items that do have an account; `said`: predicates whose words count as accounted for.
 */
export function unexplainedWords({ chunks }: Scene, settled: ReadonlySet<number>, said: ReadonlySet<string>): number {
  let words = 0;
  for (const item of chunks.flatMap(({ items }) => items)) {
    if (settled.has(item.start) || item.type === 'punct' || isFunctionWord(item)) continue;
    if (hasTag(item, 'unit') || hasTag(item, 'pronoun') || states(item, said)) continue;
    words += item.type === 'han' ? item.text.length / 2 : 1;
  }
  return words;
}

function states(item: Item, said: ReadonlySet<string>): boolean {
  return item.tags.some((tag) => tag.type === 'trigger' && said.has((tag as TriggerTag).pattern.predicate.id));
}
