import { is } from '../claims/grammar.ts';
import type { Piece, Question } from './question.ts';
import type { Place, Relation } from './relation.ts';

/** How what was found lies to a word: by the order of the words between. */
export function placeOf(used: ReadonlySet<number>, piece: Piece, question: Question): Place {
  const { pieces, language, focus } = question;
  const others = [...used].filter((index) => index !== piece.index);
  const nearest = others.reduce((a, b) => (Math.abs(b - piece.index) < Math.abs(a - piece.index) ? b : a));
  const side = nearest < piece.index ? 'left' : 'right';
  const asksForDoer = focus?.asked === 'who' || focus?.asked === 'thing';
  return language === 'zh'
    ? hanPlace({ piece, others, side, pieces, asksForDoer })
    : englishPlace(question, piece, side, Math.abs(nearest - piece.index) === 1 && !hasAuxiliary(pieces));
}

/** «the author of», «X的作者»: a kind's noun that stands for a relation, rather than for what a clause describes («提出X的论文»). */
export function isOfNoun({ index, item }: Piece, { pieces }: Question, last: Relation | undefined): boolean {
  const before = pieces[index - 1]?.item;
  if (/^(?:of|behind)$/u.test(pieces[index + 1]?.item.text ?? '') || before?.text === "'s") return true;
  if (!/\p{Script=Han}/u.test(item.text)) return false;
  const verb = before?.text === '的' ? pieces[index - 3] : undefined;
  if (verb?.relations.some(({ voices }) => voices.some(({ form }) => form !== 'noun'))) return false;
  const describes = last !== undefined && !last.voices.some(({ form }) => form === 'noun') && last.layer === 'phrasing';
  return !describes;
}

/** «the founder of X», «X的创始人»: the noun that what is named is joined to. */
export function nounOf(used: ReadonlySet<number>, piece: Piece, { pieces, language }: Question): Piece | undefined {
  const others = [...used].filter((index) => index !== piece.index);
  const [from, to] = [Math.min(...others), Math.max(...others)];
  if (from !== to) return undefined;
  const article = is(pieces[from - 1]?.item, 'det') ? 1 : 0;
  const english = pieces[from - 1 - article]?.item.text === 'of' ? pieces[from - 2 - article] : undefined;
  const han = pieces[to + 1]?.item.text === '的' ? pieces[to + 2] : undefined;
  // «收购X的公司»: a clause describes the noun
  const clause = pieces[from - 1]?.relations.some(({ voices }) => voices.some(({ form }) => form !== 'noun')) ?? false;
  const noun = language === 'zh' ? (clause ? undefined : han) : english;
  return noun?.relations.some(({ voices, layer }) => layer !== 'unit' && voices.some(({ form }) => form === 'noun'))
    ? noun
    : undefined;
}

/** «Where does X work?»: a word after what is named is a verb. */
function hasAuxiliary(pieces: readonly Piece[]): boolean {
  return pieces.some(({ item }) => /^(?:did|does|do|has|have|had)$/u.test(item.text));
}

function englishPlace({ pieces, focus }: Question, piece: Piece, side: Place['side'], nearestIsBeside: boolean): Place {
  const next = pieces[piece.index + 1];
  const before = pieces.slice(0, piece.index).map(({ item }) => item);
  const by = is(next?.item, 'agent') || (side === 'left' && is(pieces[0]?.item, 'agent'));
  const lastVerb = before.findLastIndex(
    (item, index) => (pieces[index]?.relations.length ?? 0) > 0 && item.entities.length === 0,
  );
  const lastClause = before.findLastIndex((item, index) => index > 0 && /^(?:that|which|who)$/u.test(item.text));
  const passive = by || before.slice(Math.max(lastVerb, lastClause) + 1).some((item) => is(item, 'be'));
  const after = pieces[piece.index + 2];
  const whose = /whose/iu.test(focus?.words ?? '') && pieces[piece.index - 1]?.gap === true;
  const stranded =
    is(next?.item, 'prep') && (after === undefined || after.gap || after.item.type === 'punct') && side === 'left';
  const nominal =
    is(next?.item, 'prep', 'be') ||
    before.slice(-3).some((item) => is(item, 'det', 'poss', 'his') || item.text.endsWith("'s")) ||
    nearestIsBeside;
  return { side, passive, holder: stranded || whose, nominal };
}

interface HanOrder {
  readonly piece: Piece;
  readonly others: readonly number[];
  readonly side: Place['side'];
  readonly pieces: readonly Piece[];
  readonly asksForDoer: boolean;
}

function hanPlace({ piece, others, side, pieces, asksForDoer }: HanOrder): Place {
  const from = Math.min(...others);
  const marked = (index: number) => is(pieces[index]?.item, 'agent');
  const gap = pieces.find((other) => other.gap);
  const holder = gap !== undefined && pieces[gap.index + 1]?.item.text === '的' && gap.index < piece.index;
  const base = { side, passive: false, holder, marker: pieces[from - 1]?.item.text };
  if (side === 'right') return { ...base, agent: false };
  if (marked(from - 1)) return { ...base, agent: true };
  // «X是谁开发的», «X由谁开发»: who does it stands between
  const between =
    asksForDoer &&
    gap !== undefined &&
    gap.index > from &&
    gap.index < piece.index &&
    (!is(pieces[gap.index - 1]?.item, 'prep') || is(pieces[gap.index - 1]?.item, 'agent'));
  const passive = pieces.slice(from, piece.index).some(({ item }) => /^(?:由|被|受|经)$/u.test(item.text));
  return { ...base, agent: !(between || passive) };
}
