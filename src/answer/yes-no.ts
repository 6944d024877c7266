import type { Verification } from '../assessment/result.ts';
import type { Fact } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { decideCharacteristic } from './characteristic-answer.ts';
import { AUXILIARY, inverted } from './declarative.ts';
import { NO, YES } from './labels.ts';
import { decideQuality, type Quality } from './modifier.ts';
import { NO_PLAN, type Plan } from './plan.ts';
import { isThingPiece, type Piece, type Question } from './question.ts';

const HAN_MARKS = /(?:是这样|对|是|正确|是真的|真的|没错)?(?:吗|么|嘛|吧)?[?？。!！\s]*$/u;
/** Asks about now: what has ended is no longer so. */
const STILL = /\b(?:still|currently|now|today|nowadays|at present)\b|还在|仍然?|目前|现在|如今|依然/u;
const HAN_ASKS = /[?？]\s*$|吗|是不是|是否|有没有|有无|会不会|对不对|对吧|吧\s*$/u;
/** «X是Y做的»: in everyday words, who made it. */
const COLLOQUIAL = /(?<=是.+)(?:做|搞|弄|整|鼓捣|出)(?:出来)?的$/u;
const TRUE_THAT = /^(?:is it (?:true|correct|right|the case|a fact) that|true or false:?|is the following true:?)\s+/iu;
const TAG = /,\s*(?:right|correct|true|isn't it|didn't (?:he|she|they|it)|wasn't it|doesn't it|no)\s*[?]*$/iu;

/** Answers yes or no by verifying what the question states. */
export function answerYesNo(question: Question, workshop: Workshop): Outcome | undefined {
  const { verify, knowledge } = workshop;
  if (question.focus && !isAskedOnly(question)) return undefined;
  const statements = question.language === 'zh' ? hanStatements(question) : englishStatements(question);
  if (statements.length === 0) return undefined;
  const verifications = statements.map((statement) => verify(statement));
  const decided = verifications.find(({ verdict }) => verdict === 'SUPPORTED' || verdict === 'REFUTED');
  const verification = decided ?? verifications[0];
  if (!verification) return undefined;
  const plan = planOf(question, verification);
  if (!decided) {
    const quality = decideQuality(question, knowledge);
    if (quality) return answerQuality(question, quality, workshop, plan);
    const owned = decideOwnership(question, workshop) ?? decideCharacteristic(question, workshop);
    if (owned) return answerQuality(question, owned, workshop, plan);
    if (verification.verdict === 'CONFLICTING')
      return { missing: 'conflicting', detail: verification.explanation[question.language], plan };
    const reason =
      verification.reason === 'unknown-entity'
        ? 'unknown-entity'
        : verification.reason === 'no-fact'
          ? 'no-fact'
          : 'not-understood';
    return { missing: reason, detail: reason === 'unknown-entity' ? namesIn(question) : plan.query, plan };
  }
  const { language } = question;
  const facts = decided.claims
    .filter(({ verdict }) => verdict === decided.verdict)
    .flatMap(({ evidence }) => evidence.map(({ factId }) => knowledge.fact(factId)))
    .filter((fact): fact is Fact => fact !== undefined);
  const over =
    STILL.test(question.folded) && facts.length > 0 && facts.every(({ qualifiers }) => qualifiers.end !== undefined);
  const word = (decided.verdict === 'SUPPORTED' && !over ? YES : NO)[language];
  const said = facts.length > 0 ? workshop.sentences.say(facts, 'forward', language) : decided.explanation[language];
  const answer = language === 'zh' ? `${word}。${said}` : `${word}. ${said}`;
  return { answer, answers: [{ text: word }], facts, confidence: decided.confidence, plan };
}

/** «PyTorch是谷歌的吗», «Is Claude Anthropic's?»: two things and no word for how they belong together. */
function decideOwnership({ pieces, folded }: Question, { ownership, knowledge }: Workshop): Quality | undefined {
  const named = pieces.filter(isThingPiece);
  const [first, second] = named;
  const silent = pieces.every(({ relations, kinds, terms }) => relations.length + kinds.length + terms.length === 0);
  if (!first || !second || named.length !== 2 || !silent) return undefined;
  if (STILL.test(folded) || /在|\b(?:at|in|with)\b/u.test(folded)) return undefined;
  const isMade = ({ things }: Piece) => !things.some((id) => knowledge.isOfKind(id, ['agent', 'place']));
  const decided = [first, second]
    .filter(isMade)
    .map((owned) => ownership.weigh(owned === first ? second : first, owned)?.decision)
    .find((decision) => decision?.verdict === 'SUPPORTED' || decision?.verdict === 'REFUTED');
  return decided && { holds: decided.verdict === 'SUPPORTED', facts: decided.facts };
}

function answerQuality(
  { language }: Question,
  { holds, facts }: Quality,
  { sentences }: Workshop,
  plan: Plan,
): Outcome {
  const word = (holds ? YES : NO)[language];
  const said = sentences.say(facts, 'forward', language);
  const answer = language === 'zh' ? `${word}。${said}` : `${word}. ${said}`;
  return { answer, answers: [{ text: word }], facts, confidence: 0.9, plan };
}

/** «怎么样», «什么时候…吗» aside: a question word inside a yes/no question («do you know who …») asks for its own answer. */
function isAskedOnly({ focus, folded }: Question): boolean {
  return focus?.asked === 'manner' && /吗[?？]?$/u.test(folded);
}

function namesIn({ pieces }: Question): string {
  return pieces
    .filter(({ unknownName }) => unknownName)
    .map(({ item }) => item.surface)
    .join(', ');
}

function hanStatements({ text }: Question): string[] {
  if (!HAN_ASKS.test(text)) return [];
  const plain = text
    .replace(HAN_MARKS, '')
    .replace(/是不是|是否是/gu, '是')
    .replace(/有没有|是否|有无|会不会/gu, '')
    .replace(/^(?:请问|听说|据说)[，,]?/u, '');
  const formal = plain.replace(COLLOQUIAL, '开发的');
  return plain === '' ? [] : [...new Set([plain, formal])].map((statement) => `${statement}。`);
}

function englishStatements(question: Question): string[] {
  const bare = question.text.replace(/[?？\s]+$/u, '').replace(TAG, '');
  const told = bare.replace(TRUE_THAT, '');
  if (told !== bare) return [`${told}.`];
  const auxiliary = AUXILIARY.exec(bare)?.[0];
  if (auxiliary === undefined) return bare === question.text ? [] : [`${bare}.`];
  return [inverted(question, bare, auxiliary), `${bare}?`].filter((statement) => statement !== undefined);
}

function planOf({ pieces }: Question, { claims, verdict }: Verification): Plan {
  const named = pieces.filter(({ things }) => things.length > 0);
  const query = claims
    .map((claim) => `${claim.subject} –${claim.predicate}→ ${claim.object}: ${claim.verdict}`)
    .join('; ');
  return {
    ...NO_PLAN,
    type: 'yes-no',
    asked: 'yes or no',
    entities: named.map(({ item, things }) => ({ text: item.surface, id: things[0] ?? '' })),
    query: query === '' ? verdict : query,
  };
}
