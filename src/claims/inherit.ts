import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import { inPhrase } from './gap.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Filler } from './match.ts';
import type { Pattern } from './pattern.ts';
import type { SlotTypes } from './slot-types.ts';

/** How many candidates for an unnamed subject are asked whether they can be it: in Chinese the next where the first cannot. */
const CANDIDATES = { en: 1, zh: 2 } as const;

/** Where a slot was looked for in vain, to the left of `from`. */
interface Gap {
  readonly chunk: Chunk;
  readonly from: number;
  readonly slot: string;
  readonly pattern: Pattern;
}

/** The subject from context, unless the chunk names something of its own that stands there unrecognised. */
export function inheritedFiller(types: SlotTypes, { chunk, from, slot, pattern }: Gap): Filler | undefined {
  if (namesItsOwn(types, chunk, from, pattern)) return undefined;
  const kinds = slot === 's' ? pattern.predicate.domain : slot === 'o' ? pattern.predicate.range : [slot];
  const fitting = (argument: Argument) => argument.entities.filter((id) => types.isOf(id, kinds));
  for (const subject of candidates(chunk, pattern)) {
    const entities = fitting(subject);
    const open = subject.entities.length === 0 && subject.value?.type === 'name';
    if (entities.length === 0 && !open) continue;
    const partners = (subject === chunk.subjects[0] ? (chunk.partners ?? []) : []).filter(
      (partner) => fitting(partner).length > 0,
    );
    return {
      arguments: [
        { ...subject, entities, inherited: true },
        ...partners.map((partner) => ({ ...partner, entities: fitting(partner), inherited: true })),
      ],
      index: -1,
    };
  }
  return undefined;
}

/** The likeliest subjects, each once. */
function candidates({ subjects }: Chunk, { language }: Pattern): Argument[] {
  return subjects
    .filter(({ start }, index) => subjects.findIndex((other) => other.start === start) === index)
    .slice(0, CANDIDATES[language]);
}

function namesItsOwn(types: SlotTypes, chunk: Chunk, from: number, { language, predicate }: Pattern): boolean {
  for (let at = outset(chunk, from, language); at >= 0 && chunk.role !== 'apposition'; at--) {
    const item = chunk.items[at];
    if (!item) break;
    if (item.value?.type === 'date' || item.type === 'punct' || isFunctionWord(item)) continue;
    if (isVerb(item) && language === 'en') continue;
    if (inPhrase(chunk, at) || (language === 'zh' && isDetail(types, item, predicate))) continue;
    return true;
  }
  return false;
}

/** What stands between the English verb «be» and its noun («was a joint work of») is no subject. */
function outset({ items }: Chunk, from: number, language: Pattern['language']): number {
  const verb = items.findLastIndex((item, index) => index < from && is(item, 'be'));
  const isOf = verb >= 0 && items.slice(verb + 1, from).every((item) => item.type === 'word' && !isVerb(item));
  return language === 'en' && isOf ? verb - 1 : from - 1;
}

/** «本科和硕士都毕业于», «核心代码用»: a term that says more of the relation, or a noun for anything, is no subject. */
function isDetail(types: SlotTypes, { entities }: Item, { qualifiers }: Predicate): boolean {
  const { ontology } = types.knowledge;
  return (
    entities.length > 0 &&
    entities.every((id) => qualifiers.includes(ontology.terms.get(id)?.vocabulary ?? '') || ontology.isGeneric(id))
  );
}
