import { is } from '../claims/grammar.ts';
import type { Item } from '../linking/item.ts';
import { isNoun } from './focus.ts';
import type { QuestionWord } from './question-words.ts';

/** What asks for yes or no instead of a value. */
const YES_NO =
  /吗|是不是|是否|有没有|有无|对不对|对吧|吧[?？。]?$|^(?:is|are|was|were|did|does|do|has|have|can|could)\b/u;
const FIGURE = /^(?:number|count|total|amount)\b|(?:数量?|个数|总数)[?？]?$/u;

/** What a question without a question word asks for. */
export interface BareFocus {
  readonly word: QuestionWord;
  /** The kind that is asked for: «the paper that introduced GPT-3». */
  readonly noun: readonly Item[];
}

/** «X的出生地», «Release date of X?», «the paper that introduced X»: a noun alone asks for its value. */
export function bareFocus(items: readonly Item[], folded: string): BareFocus | undefined {
  const spoken = items.filter(({ type }) => type !== 'punct');
  if (YES_NO.test(folded) || spoken.length === 0 || states(spoken, folded)) return undefined;
  const asked = FIGURE.test(folded) ? 'number' : 'thing';
  const word = { asked, start: 0, end: 0 } as const;
  const noun = askedKind(spoken);
  if (noun) return { word, noun: [noun] };
  return spoken.some((item) => isNoun(item)) ? { word, noun: [] } : undefined;
}

/** A statement has a verb of its own, outside of «that …» and «由…的». */
function states(items: readonly Item[], folded: string): boolean {
  if (/[?？]\s*$/u.test(folded)) return false;
  if (/[.。!！]\s*$/u.test(folded)) return true;
  const clause = items.findIndex(({ text }) => /^(?:that|which|who|whose|where)$/u.test(text));
  const main = clause < 0 ? items : items.slice(0, clause);
  return main.some((item) => is(item, 'be', 'aux', 'have', 'future') && !/^(?:有|会|能|可以|为|就)$/u.test(item.text));
}

/** «the paper that …», «提出GPT-3的论文»: the kind that a clause describes. */
function askedKind(items: readonly Item[]): Item | undefined {
  const opening = items.findIndex(
    (item) => !is(item, 'det', 'all') && !/^(?:both|two|three|four|five|first)$/u.test(item.text),
  );
  const first = items[opening];
  const next = items[opening + 1];
  if (
    first &&
    next &&
    isKind(first) &&
    (is(next, 'rel') || /^(?:that|which|who|by|from|behind|where)$/u.test(next.text))
  )
    return first;
  const last = items.at(-1);
  return last && isKind(last) && /\p{Script=Han}/u.test(last.text) && items.at(-2)?.text === '的' ? last : undefined;
}

function isKind({ entities }: Item): boolean {
  return entities.length > 0 && entities.every((id) => id.startsWith('kind/'));
}
