import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { type Passage, type Span, toOriginal } from '../text/document.ts';
import type { Item, ItemValue } from './item.ts';
import type { Linker } from './linker.ts';

/** How many entities a name is kept to mean. */
const MOST = 5;

/** A span of a passage, in original offsets, that names things or a value. */
export interface Mention extends Span {
  /** As readable text, markup removed. */
  readonly text: string;
  /** Things (no kinds, no terms) it can name, the likeliest first. */
  readonly entities: readonly EntityId[];
  readonly value?: ItemValue;
}

/** All mentions of a passage, in order. Kinds and terms are no mentions. */
export function mentionsOf(passage: Passage, linker: Linker, knowledge: KnowledgeBase): Mention[] {
  return passage.sentences.flatMap((sentence) => {
    const items = linker.link(passage.text.slice(sentence.start, sentence.end));
    return items
      .flatMap((item) => toMention(item, knowledge))
      .map(({ start, end, ...rest }) => ({
        ...rest,
        ...toOriginal(passage, { start: start + sentence.start, end: end + sentence.start }),
      }));
  });
}

function toMention({ start, end, surface, entities, value }: Item, knowledge: KnowledgeBase): Mention[] {
  const things = entities.filter((id) => !knowledge.isVocabulary(id)).slice(0, MOST);
  if (things.length === 0 && (value === undefined || entities.length > 0)) return [];
  return [{ start, end, text: surface, entities: things, ...(value === undefined ? {} : { value }) }];
}
