import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';

const WORD = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:[.+#'’_-]+[\p{L}\p{M}\p{N}]+)*[+#]*/gu;
const HAN = /^\p{Script=Han}/u;
const PARTS = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
/** Words that questions and sentences are held together with; they say nothing about what is sought. */
const STOP_WORDS = new Set(
  'a an and are as at be been by did do does for from had has have he her him his how in into is it its me of on or s she tell than that the their them there they this to was were what when where which who whom whose why will with'.split(
    ' ',
  ),
);
const HAN_STOP_CHARACTERS = /[的了吗呢吧是在和与及或被把由谁哪么什怎几请问]/gu;

/**
 * The terms of a text for the lexical index: folded (case, width, accents, Traditional/Simplified); English words by their
 * stems (Porter), compounds also whole and in parts («gpt-3»: gpt3, gpt, 3); Chinese in pairs of neighbouring characters, which
 * needs no dictionary of names. Words that hold sentences together are left out.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [word] of fold(text).matchAll(WORD)) {
    if (HAN.test(word)) tokens.push(...pairsOf(word));
    else tokens.push(...formsOf(word));
  }
  return tokens;
}

/** Neighbouring pairs within stretches between function characters; a stretch of one character stands alone. */
function pairsOf(han: string): string[] {
  return han.split(HAN_STOP_CHARACTERS).flatMap((stretch) => {
    const characters = [...stretch];
    if (characters.length < 2) return characters;
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });
}

function formsOf(word: string): string[] {
  if (STOP_WORDS.has(word)) return [];
  const parts = word.match(PARTS) ?? [];
  if (parts.length <= 1) return [stem(word)];
  const whole = word.replace(/[.'’_-]/gu, '');
  return [whole, ...parts.filter((part) => !STOP_WORDS.has(part)).map(stem)];
}
