import type { Item } from '../linking/item.ts';
import { is } from './grammar.ts';

/**
 * «在苏黎世联邦理工学院，他学习了…», «At Stanford, she studied …»: an institution named first belongs into the clause behind the
 * comma. Puts it where the language has it otherwise: behind the subject in Chinese, at the end in English.
 */
export function settleFronted(pieces: readonly Item[][], predicative: (piece: readonly Item[]) => boolean): Item[][] {
  const result: Item[][] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? [];
    const clause = pieces[index + 1];
    if (clause && isPlace(piece) && predicative(clause) && !clause.some(isInstitution)) {
      result.push(joined(piece, clause));
      index++;
    } else result.push(piece);
  }
  return result;
}

function joined(place: readonly Item[], clause: readonly Item[]): Item[] {
  if (place[0]?.text === 'at') return [...clause, ...place];
  const [subject, next] = clause;
  const named = subject !== undefined && (subject.entities.length > 0 || subject.value?.type === 'name');
  if (!named) return [...place, ...clause];
  // «在X，他的研究…»: the subject is another
  return is(next, 'poss') ? [...place, ...clause] : [subject, ...place, ...clause.slice(1)];
}

function isPlace(piece: readonly Item[]): boolean {
  const [preposition, name] = piece;
  return /^(?:在|于|at)$/u.test(preposition?.text ?? '') && piece.length === 2 && isInstitution(name);
}

function isInstitution(item: Item | undefined): boolean {
  return item?.entities.some((id) => id.startsWith('organisation/')) ?? false;
}
