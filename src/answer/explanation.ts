import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Answered, Outcome, Workshop } from './answerer.ts';
import type { Characteristic, Characteristics, Wording } from './characteristics.ts';
import { NO_PLAN } from './plan.ts';
import { isThingPiece, type Piece, type Question } from './question.ts';
import { isLight } from './question-words.ts';
import {
  agreeInDenial,
  bestStatements,
  hasVerb,
  type Sought,
  type Stated,
  saysWhy,
  tell,
  tells,
  withoutRepetition,
} from './telling.ts';

/** The share of what is asked about that a statement must say too. */
const LEAST = 0.7;
/** How many statements an answer joins. */
const MOST = 3;
const MOST_SUBJECTS = 2;
const ADVANTAGE =
  /\b(?:advantages?|benefits?|strengths?|upsides?|pros|perks?|good about|so good|better about)\b|优点|优势|好处|长处|强项/u;
const DRAWBACK =
  /\b(?:disadvantages?|drawbacks?|limitations?|weakness(?:es)?|downsides?|cons|shortcomings?|problems? (?:with|of)|wrong with|bad about)\b|缺点|缺陷|局限(?:性)?|弱点|不足|短板|坏处|劣势/u;
/** Asks for instructions, which statements do not give. */
const HOW_TO =
  /\bhow (?:to|do i|can i|should i|do you|can you|would i|would you)\b|(?:怎么|如何|怎样)(?:才能|去|来)?(?:用|使用|安装|调用|下载|部署|申请|学习?|入门|成为)/u;
const HOW_MUCH = /\bhow (?:good|well|big|much|far|fast|tall|often|come)\b|怎么样[?？]?$/u;
/** Words that only ask, where they are asked of a technique or the like. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:invent(?:ed)?|introduc(?:e|ed)|develop(?:ed)?|creat(?:e|ed)|propos(?:e|ed)|need(?:s|ed)?|use(?:s|d)?|using|want(?:s|ed)?|important|useful|necessary|needed|required?|matters?|helpful|good|point|main|key|people|researchers|we|you|one|someone|exist|in (?:machine|deep) learning|deep learning|machine learning|neural networks?|models?|actually|necessarily|idea|behind|reason|purpose|advantages?|benefits?|strengths?|disadvantages?|drawbacks?|limitations?|weakness(?:es)?|downsides?|shortcomings?|problems?|pros|cons|upsides?|wrong|bad)\b/giu,
  zh: /发明|提出|需要|使用|采用|引入|设计|出现|必要|重要|有用|会有|要做|要用|应该|为啥|进行|原因|目的|意义|主要|优点|优势|好处|长处|缺点|缺陷|局限性?|弱点|不足|短板|深度学习(?:中|里)|机器学习(?:中|里)|神经网络(?:中|里)|模型(?:中|里)?|人们|我们|大家|有什么|有哪些|具体|到底|(?<![\p{Script=Han}])(?:要|用|做|会|能|有)|(?:要|用|做|会|能|有)(?![\p{Script=Han}])/gu,
};
/** What a mechanism may be asked by; a statement need not say it. */
const MANNER: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:works?|working|functions?|operates?|trained|training|train|learns?|learning|computed?|calculated?|implemented|performed?|done|achieved?|made|apply|applied|go about)\b/giu,
  zh: /工作|运作|运行|训练|学习|计算|实现|做到|完成|更新|优化|原理|机制/gu,
};

const WITHIN = /^(?:in|within|inside|for|在|于)$/u;
const WORKS =
  /^(?:works?|working|functions?|operates?|done|made|performed?|go about|工作|运作|运行|实现|做到|完成|原理|机制)$/u;

/** A statement with how much of the question it says. */
interface Telling {
  readonly characteristic: Characteristic;
  readonly wording: Wording;
  readonly coverage: number;
}

interface Told {
  readonly subject: EntityId;
  readonly named: Piece;
  readonly statements: readonly Telling[];
  readonly facts: readonly Fact[];
}

/** «Why do Transformers need positional encodings?», «LSTM有什么缺点»: statements in free words that give reasons, ways, merits or faults. */
export function answerExplanation(question: Question, workshop: Workshop): Outcome | undefined {
  const sought = soughtBy(question);
  if (!sought || question.pick || question.pieces.some(isForeign)) return undefined;
  const told = question.pieces
    .filter(isThingPiece)
    .flatMap((named) => explain(named, sought, question, workshop))
    .sort((a, b) => coverageOf(b) - coverageOf(a));
  const [best] = told;
  return best && say(best, sought, question, workshop);
}

function soughtBy({ focus, folded }: Question): Sought | undefined {
  if (focus?.asked === 'reason') return 'reason';
  if (focus?.asked === 'manner') return HOW_TO.test(folded) || HOW_MUCH.test(folded) ? undefined : 'manner';
  if (focus && focus.asked !== 'thing' && focus.asked !== 'list') return undefined;
  if (ADVANTAGE.test(folded)) return 'advantage';
  return DRAWBACK.test(folded) ? 'drawback' : undefined;
}

/** A name that nothing known has, or a time: statements in free words say nothing certain of it. */
function isForeign({ unknownName, item }: Piece): boolean {
  return unknownName || item.value?.type === 'date';
}

/** What the knowledge says of one of the things named about all else that the question speaks of. */
function explain(named: Piece, sought: Sought, question: Question, workshop: Workshop): Told[] {
  const { knowledge, characteristics } = workshop;
  const others = question.pieces.filter(
    (piece) => piece !== named && isThingPiece(piece) && !isAsking(piece, question),
  );
  return named.things.slice(0, MOST_SUBJECTS).flatMap((subject) => {
    const generic = !knowledge.isOfKind(subject, ['agent', 'place']);
    const words = wordsAsked(question, [named, ...others], { sought, generic, characteristics });
    const own = characteristics.of(subject);
    if (words.length === 0 && others.length === 0)
      return generic ? inGeneral(subject, named, sought, question, workshop) : [];
    const covered = own
      .map((each) => cover(each, words, others, question, workshop))
      .filter((each) => each !== undefined)
      .filter(({ coverage, wording }) => coverage >= LEAST && agreeInDenial(wording.text, question.folded));
    const forms = words.flatMap((word) => [word, `${word}s`, `${word}es`, `${word}ed`]);
    const telling = covered
      .filter(({ wording }) => tells(wording, sought, question.language, forms))
      .sort(byReason(sought, question.language));
    if (telling.length > 0)
      return [{ subject, named, statements: withoutRepetition(telling).slice(0, MOST - 1), facts: [] }];
    // «how does X work in Y»: what is said of X holds there too
    const within = others.every(({ index }) => WITHIN.test(question.pieces[index - 1]?.item.text ?? ''));
    if (sought === 'manner' && within && generic && words.length + covered.length === 0)
      return inGeneral(subject, named, sought, question, workshop);
    if (sought !== 'manner' || covered.length === 0 || !generic) return [];
    const ways = bestStatements(own, sought, question.language)
      .filter(({ wording }) => hasVerb(wording.text))
      .slice(0, MOST - 1);
    const first = covered.sort(byCoverage).slice(0, 1);
    return ways.length > 0
      ? [{ subject, named, statements: [...first, ...ways.map((way) => ({ ...way, coverage: 0 }))], facts: [] }]
      : [];
  });
}

/** «Why was LSTM invented?», «Adam怎么工作»: nothing but the thing is named. */
function inGeneral(
  subject: EntityId,
  named: Piece,
  sought: Sought,
  question: Question,
  { knowledge, characteristics }: Workshop,
): Told[] {
  const { language } = question;
  const way = sought === 'manner' ? characteristics.wordsOf(waysAsked(question)) : [];
  const saysWay = ({ characteristic }: Stated) => way.some((word) => characteristics.says(characteristic, word));
  const all = bestStatements(characteristics.of(subject), sought, language).filter(({ cost }) => cost < 1);
  const said = all.filter(saysWay);
  // what a thing that was made does is not how it was trained
  if (way.length > 0 && said.length === 0 && !knowledge.isOfKind(subject, ['concept', 'technique'])) return [];
  const best = said.length > 0 ? said : all;
  const statements = withoutRepetition(best)
    .slice(0, MOST)
    .map((each) => ({ ...each, coverage: 1 }));
  const facts =
    sought === 'reason'
      ? knowledge.ontology.questions.reasons.flatMap((predicate) => knowledge.factsOf(subject, predicate))
      : [];
  return statements.length + facts.length > 0 ? [{ subject, named, statements, facts }] : [];
}

/** «trained», «更新»: what of a mechanism is asked, apart from how it works. */
function waysAsked({ folded, language }: Question): string {
  return (folded.match(MANNER[language]) ?? []).filter((word) => !WORKS.test(word)).join(' ');
}

/** A kind or field that stands beside what is meant («in deep learning»). */
function isAsking({ item }: Piece, { language }: Question): boolean {
  return item.surface.replace(ASKS[language], '').trim() === '';
}

/** The content words of a question besides what it names and what only asks. */
function wordsAsked(
  { text, pieces, language }: Question,
  named: readonly Piece[],
  { sought, generic, characteristics }: { sought: Sought; generic: boolean; characteristics: Characteristics },
): string[] {
  let rest = text;
  for (const { item } of [...named, ...pieces.filter(({ gap }) => gap)])
    rest = `${rest.slice(0, item.start)}${' '.repeat(item.end - item.start)}${rest.slice(item.end)}`;
  if (generic) rest = rest.replace(ASKS[language], ' ');
  if (generic && sought === 'manner') rest = rest.replace(MANNER[language], ' ');
  return rest
    .split(/[\s\p{P}]+/u)
    .filter((part) => part !== '' && !isLight(part.toLowerCase()) && characteristics.wordsOf(part).length > 0);
}

function cover(
  characteristic: Characteristic,
  asked: readonly string[],
  others: readonly Piece[],
  { language }: Question,
  { characteristics, knowledge }: Workshop,
): Telling | undefined {
  const [wording] = characteristic.wordings[language];
  if (!wording) return undefined;
  const all = [...characteristic.wordings.en, ...characteristic.wordings.zh];
  const mentions = ({ things, item }: Piece) =>
    [item.surface, ...things.slice(0, 1).flatMap((id) => namesOf(id, knowledge))].some((name) =>
      all.some(({ text }) => holdsName(text, name)),
    );
  if (!others.every(mentions)) return undefined;
  const words = characteristics.wordsOf(asked.join(' '));
  if (words.length === 0) return others.length > 0 ? { characteristic, wording, coverage: LEAST } : undefined;
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const said = words.filter((word) => characteristics.says(characteristic, word));
  return { characteristic, wording, coverage: said.reduce((sum, { weight }) => sum + weight, 0) / total };
}

/** All that a thing is called. */
export function namesOf(id: EntityId, { entities }: KnowledgeBase): string[] {
  const entity = entities.get(id);
  return entity ? [...Object.values(entity.label), ...entity.aliases.map(({ text }) => text)] : [];
}

function holdsName(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  return !/\p{Script=Latin}/u.test(name.charAt(0)) || !/\p{Script=Latin}/u.test(text.charAt(at - 1));
}

/** The fullest first; of equals, those that say plainly why. */
function byReason(sought: Sought, language: Language) {
  const plain = ({ wording }: Telling) => Number(sought === 'reason' && saysWhy(wording.text, language));
  return (a: Telling, b: Telling) => byCoverage(a, b) || plain(b) - plain(a);
}

function byCoverage(a: Telling, b: Telling): number {
  return b.coverage - a.coverage;
}

function coverageOf({ statements, facts }: Told): number {
  return Math.max(facts.length > 0 ? 1 : 0, ...statements.map(({ coverage }) => coverage));
}

function say(
  { subject, named, statements, facts }: Told,
  sought: Sought,
  question: Question,
  workshop: Workshop,
): Answered {
  const { language } = question;
  const { sentences } = workshop;
  const name = sentences.opening(subject, language);
  const own = facts.length > 0 ? [sentences.say(facts, 'forward', language)] : [];
  const texts = statements
    .map(({ wording }) => wording.text)
    .filter((text, index) => index + own.length === 0 || hasVerb(text));
  const told =
    language === 'zh'
      ? texts.length > 0
        ? [tell(name, texts.join('；'), language)]
        : []
      : texts.map((text, index) => tell(index + own.length === 0 ? name : goesOn(name), text, language));
  const values = statements.map(({ wording }) => ({ text: wording.text }));
  return {
    answer: [...own, ...told].join(language === 'zh' ? '' : ' '),
    answers: values.length > 0 ? values : [{ text: own.join(' ') }],
    facts: [...facts, ...statements.map(({ characteristic }) => characteristic.fact)],
    confidence: 0.4 + 0.35 * coverageOf({ subject, named, statements, facts }),
    plan: {
      ...NO_PLAN,
      type: 'characteristic',
      asked: sought,
      entities: [{ text: named.item.surface, id: subject }],
      query: `${subject}: ${sought}`,
    },
  };
}

/** What follows the first sentence speaks of «It». */
function goesOn(name: string): string {
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(name) ? name : 'It';
}
