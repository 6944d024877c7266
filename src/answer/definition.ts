import { is } from '../claims/grammar.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';
import { isUnread } from './relation-answer.ts';
import { bestStatements, describe, hanClauses, hasVerb, type Stated, tell, withoutRepetition } from './telling.ts';

const MOST_FACTS = 5;
const ASKED: ReadonlySet<string> = new Set(['thing', 'who', 'list', 'manner', 'reason']);
/** «what is the point of X», «X是干嘛用的»: where no fact gives a purpose, the definition tells. */
const PURPOSE =
  /\b(?:point of|idea (?:of|behind)|purpose of|used for|use for|good for|problem|solves?)\b|\bwhat (?:does|do) .* do\b|干嘛|干什么|有什么用|有啥用|作用|用处|做什么|解决/u;
const MEANING =
  /\b(?:means?|meant|meaning|definition|define|explain|describe|refers? to|idea|concept|about)\b|意思|含义|指的?是|是指|定义|概念|解释|介绍|简介|何谓|是个?啥|玩意|科普/u;
const MECHANISM =
  /\bhow (?:does|do|did|is|are)?\b.*\b(?:work|works|function|operate)\b|\bhow (?:work|works|function|operate)\b|原理|工作机制|怎么(?:工作|运作|实现|做到)|如何(?:工作|运作|实现)|机制/u;
const CUES =
  /^(?:work|works|function|operate|do|does|doing|point|idea|purpose|used|for|good|behind|problem|solve|solves|解决|问题|工作|运作|实现|机制|做到|原理|作用|用处|干嘛|干嘛用|干什么|干什么用|有什么用|做什么|做什么用|用来|用)$/u;
/** How many statements in free words follow a definition. */
const MOST_STATEMENTS = 3;
/** What costs as much tells of something beside the thing. */
const UNTELLING = 1;

/** «What is X?», «X是什么？», «Who is X?»: its description and what it is. */
export function answerDefinition(question: Question, workshop: Workshop): Outcome | undefined {
  const { focus, pieces, language } = question;
  const piece = headOf(question, workshop);
  if (!piece || (focus && !ASKED.has(focus.asked))) return undefined;
  const alone = pieces.every((other) => other === piece || other.item.type === 'punct' || is(other.item, 'det'));
  if (!focus && !alone && !MEANING.test(question.folded)) return undefined;
  const inside = [MEANING, MECHANISM, PURPOSE].some((cue) => cue.test(question.folded));
  if (focus && focus.qualifiers.length > 0) return undefined;
  if (pieces.some((other) => says(other) && !(inside && isCue(other)))) return undefined;
  const unread = pieces.filter((other) => isUnread(other) && !isCue(other));
  if (unread.length > 0 || question.pick) return undefined;
  if (focus && focus.kinds.length > 0 && !isCopula(question)) return undefined;
  const id = chooseEntity(piece, question, workshop);
  // «X's first model» asks for a model, not for X
  if (
    id === undefined ||
    pieces.some((other) => other !== piece && other.kinds.length > 0 && !isOneOf(id, other.kinds, workshop))
  )
    return undefined;
  const statements = furtherStatements(id, question, workshop);
  const facts = [...statements.map(({ characteristic }) => characteristic.fact), ...definingFacts(id, workshop)];
  const [told, ...further] = statements;
  const name = workshop.sentences.opening(id, language);
  const description = define(id, facts, language, workshop);
  // what nothing describes is told by what is said of it in free words
  const defined = description ?? (told && tell(name, told.wording.text, language));
  if (defined === undefined || facts.length === 0) return undefined;
  const answer = [
    defined,
    ...sayFurther(id, description === undefined ? further : statements, language, workshop),
  ].join(language === 'zh' ? '' : ' ');
  const plan = {
    ...NO_PLAN,
    type: 'definition' as const,
    asked: 'definition',
    entities: [{ text: piece.item.surface, id }],
    query: id,
  };
  return { answer, answers: definitionValues(facts, workshop, language, answer), facts, confidence: 0.85, plan };
}

/** A definition where nothing else can be meant. */
export function answerCopula(question: Question, workshop: Workshop): Outcome | undefined {
  return isCopula(question) ? answerDefinition(question, workshop) : undefined;
}

/** «What is X?», «X是什么模型»: a name, a question word, the kind of the name, and nothing said of it. */
export function isCopula({ pieces, focus }: Question): boolean {
  const said = pieces.filter(
    ({ item, things, gap, inFocus }) =>
      !gap && !inFocus && item.type !== 'punct' && things.length === 0 && !is(item, 'be', 'det') && item.text !== "'s",
  );
  return (
    focus !== undefined &&
    said.every(({ kinds }) => kinds.length > 0) &&
    !/\b(?:kind|type|sort) of|类型|种类/u.test(focus.words)
  );
}

/** A word that asks for a definition, whatever relation it may also speak of. */
function isCue({ item, things }: Piece): boolean {
  return things.length === 0 && (MEANING.test(item.text) || MECHANISM.test(`how ${item.text}`) || CUES.test(item.text));
}

/** What is to be defined: the thing named, or the one that another describes («hallucination in LLMs», «大模型量化»). */
function headOf({ pieces }: Question, { knowledge }: Workshop): Piece | undefined {
  const named = pieces.filter(({ things }) => things.length > 0);
  const [first, second] = named;
  if (named.length < 2 || !first || !second) return first;
  const isConcept = ({ things }: Piece) => knowledge.isOfKind(things[0] ?? '', ['concept']);
  if (named.length > 2 || !isConcept(first) || !isConcept(second)) return undefined;
  if (second.index === first.index + 1) return second;
  const between = pieces[first.index + 1]?.item.text ?? '';
  if (second.index !== first.index + 2) return undefined;
  return /^(?:in|for|of|with)$/u.test(between) ? first : between === '的' ? second : undefined;
}

function says({ relations, gap, item, inFocus }: Piece): boolean {
  if (inFocus && item.entities.length > 0) return false;
  return !gap && (relations.length > 0 || item.value?.type === 'date' || item.value?.type === 'number');
}

function isOneOf(id: EntityId, kinds: readonly EntityId[], { knowledge }: Workshop): boolean {
  return knowledge.isOfKind(
    id,
    kinds.map((kind) => kind.slice('kind/'.length)),
  );
}

function chooseEntity({ things }: Piece, { focus }: Question, { knowledge }: Workshop): EntityId | undefined {
  if (focus?.asked !== 'who') return things[0];
  return things.find((id) => knowledge.isOfKind(id, ['agent']));
}

function definingFacts(id: EntityId, { knowledge }: Workshop): Fact[] {
  const own = knowledge.allFactsOf(id);
  const kinds = own.get('isA') ?? [];
  const begins = knowledge.ontology.questions.begins.flatMap((predicate) => own.get(predicate) ?? []);
  const others = [...own].filter(
    ([predicate]) =>
      predicate !== 'isA' &&
      !knowledge.ontology.predicates.get(predicate)?.free &&
      !knowledge.ontology.questions.begins.includes(predicate),
  );
  return [...kinds, ...begins, ...others.flatMap(([, facts]) => facts)].slice(0, MOST_FACTS);
}

/** «Overfitting fits the training data too closely.», «PyTorch: open-source deep learning framework.»: the description, else the kinds. */
export function define(
  id: EntityId,
  facts: readonly Fact[],
  language: Language,
  { knowledge, sentences }: Workshop,
): string | undefined {
  const description = knowledge.entities.get(id)?.description[language];
  const concept = knowledge.isOfKind(id, ['concept', 'technique']);
  if (description) return describe(sentences.opening(id, language), description, { language, concept });
  const kinds = facts.filter(({ predicate }) => predicate === 'isA');
  return kinds.length > 0 ? sentences.say(kinds, 'forward', language) : undefined;
}

/** What is said in free words of how it works, of why there is it, or of what it is. */
function furtherStatements(id: EntityId, { folded, language }: Question, { characteristics }: Workshop): Stated[] {
  const sought = MECHANISM.test(folded) ? 'manner' : PURPOSE.test(folded) ? 'reason' : 'definition';
  const all = characteristics.of(id);
  const best = bestStatements(all, sought, language).filter(({ cost }) => cost < UNTELLING);
  const chosen = best.length > 0 ? best : bestStatements(all, 'definition', language);
  return withoutRepetition(chosen).slice(0, MOST_STATEMENTS);
}

/** «It freezes the weights.» */
function sayFurther(
  id: EntityId,
  statements: readonly Stated[],
  language: Language,
  { knowledge, sentences }: Workshop,
): string[] {
  const texts = statements.map(({ wording }) => wording.text);
  if (language === 'zh') return texts.length > 0 ? [`${hanClauses(texts.join('；'))}。`] : [];
  const subject = knowledge.isOfKind(id, ['person']) ? sentences.opening(id, language) : 'It';
  return texts.filter(hasVerb).map((text) => tell(subject, text, language));
}

function definitionValues(facts: readonly Fact[], { sentences }: Workshop, language: Language, answer: string) {
  const kinds = facts.flatMap(({ predicate, value }) =>
    predicate === 'isA' && value.type === 'entity'
      ? [{ text: sentences.wording.value(value, language), entityId: value.id }]
      : [],
  );
  return kinds.length > 0 ? kinds : [{ text: answer }];
}
