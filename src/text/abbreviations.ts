/** Never end a sentence: a name, a number or an example follows. */
const INNER = new Set(
  'mr mrs ms dr prof profs st mt rev gen sen rep gov capt lt col sgt hon vs cf e.g i.e eg ie viz fig figs eq eqs sec secs ch chap vol vols pp p ed eds trans approx ca al. resp incl excl esp'.split(
    ' ',
  ),
);
/** Abbreviations only before a number ("No. 5"); otherwise words. */
const BEFORE_NUMBER = new Set('no nos art para ver v jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
/** May end a sentence: they do if a common first word follows. */
const AMBIGUOUS = new Set(
  'inc ltd co corp llc jr sr al ph.d phd m.d b.sc m.sc b.a m.a etc dept univ inst assoc bros u.s u.k u.n e.u a.m p.m a.i'.split(
    ' ',
  ),
);
const STARTERS = new Set(
  'A After All Although An And As At Before Both But By During Each For From He Her His However I If In It Its Later Most No On One She Since So That The Their Then There These They This Those Though Through To Today Under Until We When While With You Your'.split(
    ' ',
  ),
);
const INITIALS = /^(?:[A-Z]\.)*[A-Z]$/;
const LONGEST = 12;

/**
 * Whether the full stop at `at` belongs to an abbreviation, an initial or a list number rather than ending a sentence.
 * `next` is where the text goes on after white space. `from` is where the sentence began.
 */
export function isAbbreviation(
  text: string,
  at: number,
  around: { readonly from: number; readonly next: number },
): boolean {
  const word = wordBefore(text, at, around.from);
  if (word === '') return false;
  const key = word.toLowerCase();
  if (/^\d+$/.test(word)) return at - word.length === around.from;
  if (INNER.has(key)) return true;
  if (BEFORE_NUMBER.has(key)) return /\d/.test(text[around.next] ?? '');
  if (INITIALS.test(word) || AMBIGUOUS.has(key)) return !STARTERS.has(wordAfter(text, around.next));
  return false;
}

function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start <= LONGEST && /[A-Za-z0-9.]/.test(text[start - 1] ?? '')) start -= 1;
  return at - start > LONGEST ? '' : text.slice(start, at).replace(/^\.+/, '');
}

function wordAfter(text: string, at: number): string {
  return /^[A-Za-z]+(?!\.)/.exec(text.slice(at, at + LONGEST))?.[0] ?? '';
}
