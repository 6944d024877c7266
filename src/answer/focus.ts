import { is } from '../claims/grammar.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Language, PredicateId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { AskedWords } from './asked-words.ts';
import type { Piece } from './question.ts';
import { isGap } from './question-items.ts';
import { type Asked, findPicks, type Pick, type QuestionWord } from './question-words.ts';
import { NO_WORDS, type Relation } from './relation.ts';

/** What is asked for. */
export interface Focus {
  readonly asked: Asked;
  /** Kinds (`kind/…`) that the answer is said to be of; empty where anything goes. */
  readonly kinds: readonly EntityId[];
  /** Qualifiers that are asked for («which degree»). */
  readonly qualifiers: readonly string[];
  /** Predicates that the noun after the question word speaks of («what license»). */
  readonly predicates: readonly PredicateId[];
  /** The question's words for it. */
  readonly words: string;
}

/** Question words that a noun may follow: «which framework», «how many authors». */
const NOUN_FOLLOWS: ReadonlySet<Asked> = new Set(['thing', 'number', 'list']);

const HAN = /\p{Script=Han}/u;
/** What a superlative may pick of one thing: «最大那个版本». */
const VERSION = /^(?:那个|的)?(?:版本|型号|那个|一个)|^(?:versions?|variants?|models?|one)$/u;
/** What people and organisations make. */
const WORKS = ['model', 'software', 'dataset'];

/** Reads what a question asks for from its question word and the noun after it. */
export class FocusReader {
  private readonly knowledge: KnowledgeBase;
  private readonly asked: AskedWords;

  constructor(knowledge: KnowledgeBase, asked: AskedWords) {
    this.knowledge = knowledge;
    this.asked = asked;
  }

  /** The noun phrase right after the question word: «which deep learning framework», «哪所大学». */
  noun(items: readonly Item[], word: QuestionWord): Item[] {
    if (!NOUN_FOLLOWS.has(word.asked)) return [];
    const first = items.findIndex(({ start }) => start >= word.end);
    const phrase: Item[] = [];
    for (let index = first; index >= 0 && index < items.length; index++) {
      const item = items[index];
      if (!item || isGap(item) || this.isThing(item) || item.value) break;
      const noun = item.entities.length > 0 || this.asked.qualifiersOf(item).length > 0 || isNoun(item);
      const adjective = item.type === 'word' && /^(?:other|different|famous|new|major|main|popular)$/u.test(item.text);
      if (!noun && !adjective && !is(item, 'det')) break;
      if (is(item, 'be', 'prep') && item.entities.length === 0) break;
      // «哪所大学当老师»: what is said of the kind is no part of its name
      const named = (each: Item) => each.entities.some((id) => !this.isGeneric(id));
      if (phrase.some(named) && !named(item) && HAN.test(item.text)) break;
      phrase.push(item);
      if (noun && isNoun(item) && item.entities.length === 0 && !item.text.endsWith(' of')) break;
    }
    return phrase.filter((item) => item.entities.length > 0 || item.tags.length > 0);
  }

  focus(word: QuestionWord, noun: readonly Item[], text: string): Focus {
    const head = noun.at(-1);
    const kinds = noun.flatMap(({ entities }) => entities.filter((id) => this.isKind(id)));
    const own = head?.entities.filter((id) => this.isKind(id)) ?? [];
    const qualifiers = noun.flatMap((item) => this.asked.qualifiersOf(item));
    const words = text.slice(word.start, head?.end ?? word.end);
    return { asked: word.asked, kinds: own.length > 0 ? own : kinds, qualifiers, predicates: [], words };
  }

  private isGeneric(id: EntityId): boolean {
    return id.startsWith('kind/') && this.knowledge.ontology.isGeneric(id);
  }

  /** Whether an id is a kind that says something («tool» does not). */
  isKind(id: EntityId): boolean {
    return id.startsWith('kind/') && !this.knowledge.ontology.isGeneric(id);
  }

  /**
   * The noun after the question word says a relation only where nothing else does: «which university did X attend». Where
   * nothing at all does, the question word may: «how old is X».
   */
  withFocusRelations(pieces: readonly Piece[], focus: Focus | undefined): readonly Piece[] {
    const mute = (piece: Piece): Piece => ({ ...piece, relations: [], light: true });
    if (pieces.some(({ relations, inFocus }) => relations.length > 0 && !inFocus))
      return pieces.map((piece) => (piece.inFocus ? mute(piece) : piece));
    const spoken = pieces.filter(({ relations }) => relations.length > 0);
    const [first] = spoken;
    if (first && spoken.length > 1) {
      // «what kind of model is X»
      const said = first.item.text.endsWith(' of') ? first : spoken.at(-1);
      return pieces.map((piece) => (piece === said || piece.relations.length === 0 ? piece : mute(piece)));
    }
    const implied = focus ? this.implied(focus, first === undefined || this.isKindOf(first.item, 'organisation')) : [];
    if (implied.length === 0 || (first && first.item.entities.length === 0)) return pieces;
    return pieces.map((piece) => (piece.gap ? { ...piece, relations: implied } : piece.inFocus ? mute(piece) : piece));
  }

  /** «which models», «哪家公司的模型»: a kind of works and tools says what is meant, and no relation of its own. */
  isWork({ entities: ids }: Item): boolean {
    const own = (id: EntityId) => this.knowledge.ontology.ancestors(id.slice('kind/'.length));
    return ids.length > 0 && ids.every((id) => this.isKind(id) && WORKS.some((kind) => own(id).has(kind)));
  }

  private isKindOf({ entities: ids }: Item, kind: string): boolean {
    return ids.some((id) => this.isKind(id) && this.knowledge.ontology.ancestors(id.slice('kind/'.length)).has(kind));
  }

  /** What a question word asks by itself: «how old is X», «where is X», «X在哪家公司». */
  private implied({ asked, kinds }: Focus, bare: boolean): Relation[] {
    const { ontology } = this.knowledge;
    const { begins, belongs, whereabouts } = ontology.questions;
    const under = (kind: string) => kinds.some((id) => ontology.ancestors(id.slice('kind/'.length)).has(kind));
    const [organisation, place] = [under('organisation'), under('place')];
    const predicates = [...ontology.predicates.values()].filter(({ id, range }) => {
      if (asked === 'age' || (asked === 'when' && bare)) return begins.includes(id);
      if (asked === 'frequency') return range.includes('frequency');
      if (asked === 'where') return whereabouts.includes(id) && range.every((kind) => kind === 'place');
      if (kinds.length === 0 || !NOUN_FOLLOWS.has(asked)) return false;
      if (place) return whereabouts.includes(id) && range.every((kind) => kind === 'place');
      return belongs.includes(id) ? bare : organisation && whereabouts.includes(id);
    });
    return predicates.map((predicate) => ({
      predicate,
      weight: 0.9,
      layer: 'label',
      voices: [],
      timing: 'during',
      set: {},
      words: NO_WORDS,
    }));
  }

  private isThing({ entities }: Item): boolean {
    return entities.some((id) => !this.knowledge.isVocabulary(id));
  }
}

/** «the first CEO», «最早的框架», but not «when was it first released». */
export function pickOf(folded: string, pieces: readonly Piece[], language: Language): Pick | undefined {
  for (const { pick, start, end } of findPicks(folded)) {
    if (pieces.some(({ item, things }) => things.length > 0 && item.start < end && start < item.end)) continue;
    const next = pieces.find(({ item }) => item.start >= end && item.text !== '的' && item.type !== 'punct');
    const noun = next !== undefined && (next.item.entities.length > 0 || VERSION.test(next.item.text));
    const nominal = next?.relations.some(
      ({ voices, layer }) => layer === 'label' || voices.some(({ form }) => form === 'noun'),
    );
    const closes =
      next === undefined &&
      /(?:\bthe |\p{Script=Han})$/u.test(folded.slice(0, start)) &&
      pieces.some(({ inFocus }) => inFocus);
    const most =
      /最[大多小少高低长深]$/u.test(folded.slice(0, end)) &&
      /^(?:的)?(?:有|能|可|支持|达|到|是)/u.test(folded.slice(end));
    if (noun || closes || most || (nominal && (language === 'en' || folded.slice(end).startsWith('的')))) return pick;
  }
  return undefined;
}

/** Whether a word can be a noun that asks for something. */
export function isNoun(item: Item): boolean {
  const forms = item.tags.flatMap((tag) => (tag.type === 'trigger' && 'form' in tag ? [tag.form] : []));
  if (forms.some((form) => form === 'past' || form === 'pp' || form === 'ing')) return false;
  return (
    forms.includes('noun') || item.tags.some(({ type }) => type === 'asked-predicate' || type === 'asked-qualifier')
  );
}
