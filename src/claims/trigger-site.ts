import { type Item, oncePerTags } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { TriggerTag } from './pattern.ts';

/** The triggers of a text. */
export const triggersIn = oncePerTags((tags): readonly TriggerTag[] =>
  tags.filter((tag): tag is TriggerTag => tag.type === 'trigger'),
);

const beginAsNoun = oncePerTags((tags) => triggersIn(tags).some(({ form }) => form === 'noun'));

/** Whether an item can begin a pattern as a relational noun («author», «创始人»). */
export function isRelationalNoun({ tags }: Item): boolean {
  return beginAsNoun(tags);
}

/** The place of a word that begins patterns: looked at once, then asked for each of the word's patterns. */
export class TriggerSite {
  /** «stopped developing», «停止开发»: what follows did not happen, or no longer does. */
  private readonly stopped: boolean;
  private readonly compound: boolean;
  private readonly ofHead: boolean;
  private readonly named: boolean;
  /** After a form of «be», or with one inside. */
  private readonly afterBe: boolean;
  private readonly insideBe: boolean;
  private readonly afterHave: boolean;
  private readonly byFollows: boolean;
  /** «X announced in 2025 that …»: an active verb with its clause. */
  private readonly clauseFollows: boolean;
  /** Where a participle may stand without «was»: after a name or mark, at the beginning, or joined to another verb. */
  private readonly free: boolean;

  constructor({ items }: Chunk, index: number) {
    this.stopped = items.slice(Math.max(0, index - 3), index).some((item) => is(item, 'stop', 'future'));
    this.compound = isCompound(items, index);
    this.named = isName(items[index - 1]);
    this.ofHead = this.named && belongsToHead(items, index);
    let before = index - 1;
    while (before >= 0 && is(items[before], 'adv', 'neg') && !is(items[before], 'be', 'have', 'aux')) before--;
    const auxiliary = items[before];
    this.afterBe = is(auxiliary, 'be');
    this.insideBe = /^(?:is|are|was|were|be|been|being) /u.test(items[index]?.text ?? '');
    this.afterHave = is(auxiliary, 'have');
    this.byFollows = is(items[index + 1], 'agent');
    this.clauseFollows = items[afterAdjuncts(items, index + 1)]?.text === 'that';
    this.free = coordinated(items, before) || before < 0 || isName(auxiliary) || auxiliary?.type === 'punct';
  }

  /** Whether the words around let this trigger begin its pattern here. */
  allows(tag: TriggerTag): boolean {
    if (this.stopped || (this.compound && tag.form === 'noun')) return false;
    return (tag.pattern.language === 'zh' || !this.ofHead) && this.voiceAgrees(tag);
  }

  /** «PyTorch, developed by», «a library released in»: a participle without «was», whose noun must stand right there. */
  isReduced({ pattern: { language, voice } }: TriggerTag): boolean {
    return language === 'en' && voice === 'passive' && this.named;
  }

  /** Whether the auxiliaries before an English verb allow the pattern's voice. */
  private voiceAgrees({ pattern: { language, voice }, form }: TriggerTag): boolean {
    if (language === 'zh' || form === 'noun' || form === 'fixed') return true;
    const passive = (this.afterBe || this.insideBe) && form !== 'ing';
    // «was developed», «PyTorch, developed by», «a framework developed by»; not «the newly created X»
    if (voice === 'passive') return form === 'pp' && !this.afterHave && (passive || (this.free && !this.clauseFollows));
    if (voice === 'agentless') return !passive && !this.byFollows;
    if (form === 'pp' && voice === 'active') return this.afterHave;
    if (form === 'past' && passive) return false;
    return !(passive && form !== 'base') && !(this.byFollows && form === 'past');
  }
}

/** Behind «in 2025», «on Monday» and the like. */
function afterAdjuncts(items: readonly Item[], from: number): number {
  let at = from;
  while (is(items[at], 'prep', 'adv') || items[at]?.value?.type === 'date') at++;
  return at;
}

/** «a version of X released by Y»: the participle is said of the version. */
function belongsToHead(items: readonly Item[], index: number): boolean {
  const head = items[index - 3];
  return (
    items[index - 2]?.text === 'of' && head?.type === 'word' && !isFunctionWord(head) && head.entities.length === 0
  );
}

/** «博士导师», «author list»: of two relational nouns side by side the last one counts. */
function isCompound(items: readonly Item[], index: number): boolean {
  const next = items[index + 1];
  if (!next || (next.start !== items[index]?.end && /\p{Script=Han}/u.test(next.text))) return false;
  return isRelationalNoun(next) && !isVerb(next);
}

/** «designed and developed by», «has been designed, built and …»: the verb before decides. */
function coordinated(items: readonly Item[], before: number): boolean {
  return is(items[before], 'conj') && isVerb(items[before - 1]);
}
