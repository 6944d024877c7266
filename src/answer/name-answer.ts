import type { EntityId, Language } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Question } from './question.ts';

const ENGLISH = /\benglish name\b|\b(?:in|into) english\b|英文(?:名|叫|怎么|是|翻译|原名)|英语(?:叫|怎么|是|里)/u;
const CHINESE = /\bchinese name\b|\b(?:in|into) chinese\b|中文(?:名|叫|怎么|是|翻译|译名)|译名|汉语(?:叫|怎么)/u;
const OTHERS =
  /\b(?:also known as|aka|other names?|alternative names?|nick ?names?|aliases|alias)\b|别名|别称|又名|俗称|昵称|绰号|外号|其他名字|还叫什么/u;
const MOST = 6;

/** «X的英文名是什么？», «What else is X called?»: names as the knowledge keeps them. */
export function answerName(question: Question, workshop: Workshop): Outcome | undefined {
  const { folded, pieces, language } = question;
  const named = pieces.filter(({ things }) => things.length > 0);
  const [piece] = named;
  if (!piece || named.length !== 1) return undefined;
  const wanted = CHINESE.test(folded) ? 'zh' : ENGLISH.test(folded) ? 'en' : OTHERS.test(folded) ? 'others' : undefined;
  const [id] = piece.things;
  if (wanted === undefined || id === undefined || pieces.some(({ relations }) => speaks(relations))) return undefined;
  const names = wanted === 'others' ? otherNames(id, piece.item.text, workshop) : ownNames(id, wanted, workshop);
  const facts = workshop.knowledge.factsOf(id, 'isA').slice(0, 1);
  if (names.length === 0) return undefined;
  const label = piece.item.surface;
  const list = names.join(language === 'zh' ? '、' : ', ');
  return {
    answer: language === 'zh' ? `${label}${HAN[wanted]}${list}。` : `${label} ${WORDS[wanted]} ${list}.`,
    answers: names.map((text) => ({ text, entityId: id })).slice(0, wanted === 'others' ? MOST : 1),
    facts,
    confidence: 0.85,
    plan: { ...NO_PLAN, type: 'definition', asked: 'name', entities: [{ text: label, id }], query: `names of ${id}` },
  };
}

const HAN = { zh: '的中文名是', en: '的英文名是', others: '又称' } as const;
const WORDS = { zh: 'is in Chinese', en: 'is in English', others: 'is also called' } as const;

/** Words that ask for another relation than a name. */
function speaks(relations: Question['pieces'][number]['relations']): boolean {
  return relations.some(({ predicate, weight }) => weight >= 0.9 && !predicate.range.includes('text'));
}

function ownNames(id: EntityId, language: Language, { knowledge }: Workshop): string[] {
  const label = knowledge.label(id, language);
  const han = /\p{Script=Han}/u.test(label);
  return han === (language === 'zh') ? [label] : [];
}

function otherNames(id: EntityId, asked: string, { knowledge }: Workshop): string[] {
  const aliases = knowledge.entities.get(id)?.aliases ?? [];
  return [...new Set(aliases.map(({ text }) => text).filter((text) => text.toLowerCase() !== asked))].slice(0, MOST);
}
