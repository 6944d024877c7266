import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { fold } from '../text/fold.ts';
import type { Argument } from './claim.ts';

const FRAME =
  /^(?:the |a )?(?:phrase|words|word|term|expression|name|initials of|first letters of|短语|词组|英文)\s*/iu;
const QUOTED = /^["“”'‘’「『]|["“”'‘’」』]$/u;

/**
 * «takes its name from “common objects in context”»: what a name comes from, where it is Latin words that a name of the thing
 * abbreviates (they begin with its letter, and are quoted or have all its letters). Undefined where they are none.
 */
export function spelledWords(knowledge: KnowledgeBase, subject: Argument, object: Argument): Argument | undefined {
  const bare = object.text.replace(FRAME, '').trim();
  const text = bare.replaceAll(/["“”‘’「」『』]|^'|'$/gu, '').trim();
  if (!/^[\p{Script=Latin}\d ,&'’-]+$/u.test(text) || text.split(/[\s-]+/u).length < 2) return undefined;
  const names = subject.entities.flatMap((id) => knowledge.entities.get(id)?.aliases.map((alias) => alias.text) ?? []);
  const short = [subject.text, ...names].filter((name) => /^\p{Lu}[\p{L}\d-]*$/u.test(name));
  const quoted = QUOTED.test(bare) || object.value?.type === 'title';
  const fits = short.some(
    (name) => fold(name).charAt(0) === fold(text).charAt(0) && (quoted || hasLetters(name, text)),
  );
  const start = object.start + Math.max(0, object.text.indexOf(bare));
  return fits ? { start, end: object.end, text, entities: [] } : undefined;
}

/** The capitals of a name are the initials of the words, in order and but for small words. */
function hasLetters(name: string, text: string): boolean {
  const capitals = name.replaceAll(/[^\p{Lu}]/gu, '').toLowerCase();
  const initials = fold(text)
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .join('');
  return capitals.length >= 2 && (isWithin(initials, capitals) || isWithin(capitals, initials));
}

/** The letters of one text stand in the other, in order. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  return [...letters].every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
}
