import { isThingPiece, type Question } from './question.ts';
import { findQuestionWords } from './question-words.ts';
import { ignoredWords } from './relation-answer.ts';
import type { Spelling } from './spelling.ts';

const REMARK = /\s*[（(][^（）()]*[)）]/gu;
/** «凯明大神（何恺明）»: what stands before the brackets says the same as what is in them. */
const GLOSSED = /[^\s（(，,。、]{1,20}\s*[（(]([^（）()]+)[)）]/u;
/** Labs and institutes have heads. */
const CEO = /^(who (?:is|was) the )ceo of /iu;
const BETWEEN =
  /[,，;；。]\s*(?:(?:and|并且|而且|以及|还有|那么?)\s*)?|\s+and\s+(?=(?:how|who|what|when|where|which|why|in what)\b)/iu;
const MOST_CLAUSES = 4;

/** Other ways to put a question that could not be read as it stands: without remarks in brackets, and with slips of the pen mended. */
export function rephrasings(text: string, question: Question, spelling: Spelling): string[] {
  const unknown = [
    ...ignoredWords(question),
    ...question.pieces.filter(({ unknownName }) => unknownName).map(({ item }) => item.surface),
  ].flatMap((words) => words.toLowerCase().split(/[^\p{L}]+/u));
  const bare = text.replace(REMARK, '');
  const variants = [text.replace(GLOSSED, '$1'), bare, text.replace(CEO, '$1head of ')].map((variant) =>
    variant.trim(),
  );
  const mended = spelling.correct(text, unknown);
  return [...new Set([...variants, ...(mended === undefined ? [] : [mended])])].filter(
    (variant) => variant !== text && variant !== '',
  );
}

/** «西瓜书是哪本书，谁写的»: several questions about one thing, each with its name; empty where there is only one. */
export function clauses(text: string, question: Question): string[] {
  const { language } = question;
  const asks = (part: string) => findQuestionWords(part.toLowerCase(), language).length > 0;
  const parts: string[] = [];
  let topic = '';
  for (const part of text.split(BETWEEN)) {
    if (asks(part)) {
      parts.push(`${topic}${part}`);
      topic = '';
    } else topic = `${topic}${part}, `;
  }
  if (parts.length < 2 || parts.length > MOST_CLAUSES) return [];
  const name = question.pieces.find(isThingPiece)?.item.surface;
  if (name === undefined) return [];
  return parts.map((part, index) =>
    index === 0 || part.toLowerCase().includes(name.toLowerCase()) ? part : `${name}, ${part}`,
  );
}
