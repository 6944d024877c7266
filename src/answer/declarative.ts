import { is } from '../claims/grammar.ts';
import type { Question } from './question.ts';

/** The verb that opens an English question, or follows its question word. */
export const AUXILIARY =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|isn't|wasn't|aren't|didn't|doesn't|don't|hasn't)\s+/iu;

/** Questions that take for granted what they say apart from the question word. */
const ADJUNCTS: ReadonlySet<string> = new Set([
  'when',
  'until-when',
  'where',
  'reason',
  'manner',
  'duration',
  'number',
  'amount',
]);

/**
 * «Was X made by Y» → «X was made by Y»; «did X make Y» → «X did make Y». The subject ends with the first thing named. `offset`: where
 * `clause`, which opens with `auxiliary`, stands in the question.
 */
export function inverted({ pieces }: Question, clause: string, auxiliary: string, offset = 0): string | undefined {
  const from = offset + auxiliary.length - 1;
  const first = pieces.findIndex(
    ({ item, things, unknownName }) => item.start >= from && (things.length > 0 || unknownName),
  );
  const subject = pieces[first];
  if (!subject) return undefined;
  let end = subject.item.end;
  // «the creator of X», «X and Y»: as far as names are joined
  for (let index = first + 1; index < pieces.length; index += 2) {
    const piece = pieces[index];
    if (!piece || !(is(piece.item, 'conj') && (pieces[index + 1]?.things.length ?? 0) > 0)) break;
    end = pieces[index + 1]?.item.end ?? end;
  }
  const rest = clause.slice(end - offset).trim();
  const name = clause.slice(auxiliary.length, end - offset).trim();
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${auxiliary.trim().toLowerCase()} ${rest}.`;
}

/** What a question takes for granted: «When did X buy Y?» that X bought Y; undefined where it asks for the statement's own subject or object. */
export function presupposed(question: Question): string | undefined {
  const { focus, text, language, pieces } = question;
  const gap = pieces.find((piece) => piece.gap);
  if (!focus || !gap || !ADJUNCTS.has(focus.asked)) return undefined;
  const { start, end } = gap.item;
  const before = text.slice(0, start);
  const after = text.slice(end).replace(/[?？\s]+$/u, '');
  if (language === 'zh') return hanStatement(before, after);
  const clause = after.trimStart();
  const auxiliary = AUXILIARY.exec(clause)?.[0];
  if (before.trim() !== '') return undefined;
  return auxiliary === undefined ? `${clause}.` : inverted(question, clause, auxiliary, text.indexOf(clause, end));
}

function hanStatement(before: string, after: string): string {
  const told = before.replace(/(?:是在|是|在|于|的时间|的时候)\s*$/u, '');
  return `${told}${after.replace(/的(?:呢|啊)?$/u, '')}。`;
}
