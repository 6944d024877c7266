import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import type { CopulaReader } from './copula.ts';
import { is } from './grammar.ts';
import type { Matcher } from './match.ts';

/** What somebody's own is called besides by its kind. */
const WORK =
  /^(?:works?|projects?|thesis|dissertation|brainchild|creation|product|invention|offering|baby|flagship|effort|项目|产品|作品|成果|工作|发明|课题|研究成果|心血)$/u;
/** What is said of another's thing: that one likes, uses, fears or follows it. */
const OTHERS =
  /^(?:favou?rite|preferred|default|chosen|recommended|main|primary|first|next|second|rival|rivals|competitor|competing|target|partner|customer|supported|standard|official|最爱|首选|默认|主要|竞争对手|对手|竞品|客户|合作|常用|推荐|官方)$/u;
const WHILE = /(?:期间|时期|时|阶段|期间的|时的)$/u;
/** How many items a possessor's phrase may have. */
const LONGEST = 12;

/** Where an owner is named behind «is», and where his thing begins. */
interface Owner {
  readonly item: Item;
  readonly index: number;
  readonly thing: number;
}

/**
 * Reads «S is X's framework», «S最初是X的项目», «S was X's doctoral work»: whose it is called made or runs it. The ontology says
 * which relations these words can mean (`possessive`).
 */
export class PossessionReader {
  private readonly matcher: Matcher;
  private readonly copula: CopulaReader;
  private readonly predicates: readonly Predicate[];

  constructor(knowledge: KnowledgeBase, readers: { matcher: Matcher; copula: CopulaReader }) {
    this.matcher = readers.matcher;
    this.copula = readers.copula;
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ possessive }) => possessive !== undefined);
  }

  read(chunk: Chunk, builder: ClaimBuilder): void {
    chunk.items.forEach((item, index) => {
      const owner = is(item, 'be') && item.entities.length === 0 ? ownerBehind(chunk.items, index) : undefined;
      if (owner && isOwnThing(chunk.items, owner)) this.readOwner(chunk, index, owner, builder);
    });
  }

  private readOwner(chunk: Chunk, trigger: number, owner: Owner, builder: ClaimBuilder): void {
    const language: Language = /\p{Script=Han}/u.test(chunk.items[trigger]?.text ?? '') ? 'zh' : 'en';
    for (const predicate of this.predicates) {
      const object = this.matcher.types.fit(owner.item, predicate, 'o');
      if (!object || (object.entities.length === 0 && object.value === undefined)) continue;
      const subjects = this.copula
        .subjectsOf(chunk, trigger, predicate, language)
        .filter(({ entities }) => entities.length > 0);
      if (subjects.length === 0) continue;
      const filler = (args: readonly Argument[], index: number) => ({ arguments: args, index });
      const phrasing = predicate.possessive === 'weak' ? { pattern: '', reading: 'weak' as const } : { pattern: '' };
      const pattern = { predicate, language, voice: 'noun' as const, left: [], right: [], anywhere: [], phrasing };
      const slots = new Map([
        ['s', filler(subjects, -1)],
        ['o', filler([object], owner.index)],
      ]);
      builder.add(chunk, { pattern, slots, trigger });
      for (const subject of subjects) builder.close(subject, object);
    }
  }
}

/** The name right behind «is» that owns what follows: «is (originally) X's», «是X的», «是X在…期间的». */
function ownerBehind(items: readonly Item[], at: number): Owner | undefined {
  let index = at + 1;
  while (is(items[index], 'adv', 'neg', 'det') && items[index]?.entities.length === 0) index++;
  const item = items[index];
  const next = items[index + 1];
  if (!item || !(item.entities.length > 0 || item.value?.type === 'name') || !next) return undefined;
  if (is(next, 'poss') && next.surface !== '') return { item, index, thing: index + 2 };
  if (next.text !== '在') return undefined;
  const of = items.findIndex((other, place) => place > index && is(other, 'poss'));
  return of > 0 && WHILE.test(items[of - 1]?.text ?? '') ? { item, index, thing: of + 1 } : undefined;
}

/** Behind the owner stands but one noun, with adjectives, that names a sort of thing or work. */
function isOwnThing(items: readonly Item[], { thing }: Owner): boolean {
  const phrase: Item[] = [];
  for (const item of items.slice(thing, thing + LONGEST)) {
    if (isEnd(item)) break;
    phrase.push(item);
  }
  const head = phrase.findLast(({ type }) => type !== 'punct');
  if (!head || phrase.some((item) => is(item, 'poss') || OTHERS.test(item.text))) return false;
  const rest = items.slice(thing + phrase.length);
  if (/\p{Script=Han}/u.test(head.text) && rest.some((item) => item.type !== 'punct')) return false;
  return WORK.test(head.text) || head.entities.some((id) => id.startsWith('kind/'));
}

function isEnd(item: Item): boolean {
  if (item.type === 'punct') return !/["'-]/u.test(item.text);
  if (WORK.test(item.text) || item.entities.length > 0) return false;
  return is(item, 'prep', 'agent', 'rel', 'conj', 'sub', 'be', 'but', 'aux', 'have') || isVerb(item);
}
