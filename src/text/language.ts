import { isHan } from './characters.ts';
import type { Language, Passage, Span } from './document.ts';

const WORDS = /[A-Za-z]+/g;
const FUNCTION_WORDS = new Set(
  'a an and are as at be been but by did do does for from had has have he her his in into is it its not of on or she than that the their them they this to was we were when which who will with'.split(
    ' ',
  ),
);

/**
 * The language of a range of text. Chinese sentences are full of Latin names, so that Han characters decide unless the
 * rest is English prose: small-case words, function words among them, that outweigh the Han characters.
 */
export function languageOf(text: string, span: Span): Language {
  let han = 0;
  for (let i = span.start; i < span.end; i += 1) if (isHan(text.charCodeAt(i))) han += 1;
  if (han === 0) return 'en';
  let small = 0;
  let functional = 0;
  for (const [word] of text.slice(span.start, span.end).matchAll(WORDS)) {
    if (word !== word.toLowerCase()) continue;
    small += 1;
    if (FUNCTION_WORDS.has(word)) functional += 1;
  }
  return functional > 0 && small * 2 > han ? 'en' : 'zh';
}

/** The language of most sentences; English for a text without any. */
export function mainLanguage(passages: readonly Passage[]): Language {
  let chinese = 0;
  let english = 0;
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      if (sentence.language === 'zh') chinese += 1;
      else english += 1;
    }
  }
  return chinese > english ? 'zh' : 'en';
}
