import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isName } from './chunk.ts';
import { toArgument } from './claim.ts';
import type { DraftBoard } from './draft.ts';
import { is } from './grammar.ts';

/**
 * «tools such as A and B», «深度学习框架，如A、B等»: each of the names is said to be of the kind before them (M. Hearst, Automatic
 * Acquisition of Hyponyms from Large Text Corpora, 1992).
 */
export function readExamples(chunk: Chunk, isA: Predicate, board: DraftBoard): void {
  chunk.items.forEach((item, at) => {
    if (!is(item, 'suchas') || item.text === '即' || isName(item)) return;
    const kind = kindBefore(chunk.items, at, board);
    if (!kind) return;
    for (const name of namesAfter(chunk.items, at, board)) {
      const entities = name.entities.filter((id) => board.knowledge.factsOf(id, isA.id).length > 0);
      if (entities.length === 0) continue;
      const object = toArgument(kind, kind.entities);
      // an aside: what the clause goes on to say of the names is still to be explained
      const explained = board.used.has(name.start);
      const subject = toArgument(name, entities);
      board.state({ chunk: { ...chunk }, predicate: isA, subject, object, layer: 'apposition' });
      if (!explained) board.used.delete(name.start);
    }
  });
}

/** The noun right before «such as», unless it is joined to another: «papers and code such as» may mean either. */
function kindBefore(items: readonly Item[], at: number, { knowledge }: DraftBoard): Item | undefined {
  let index = at - 1;
  if (items[index]?.type === 'punct') index--;
  const noun = items[index];
  if (!isKind(noun) || noun?.entities.every((id) => knowledge.ontology.isGeneric(id))) return undefined;
  const before = items[index - 1];
  if (!is(before, 'conj')) return noun;
  const other = items[index - 2];
  return isKind(other) && other?.entities.every((id) => noun?.entities.includes(id)) ? noun : undefined;
}

function namesAfter(items: readonly Item[], at: number, { knowledge }: DraftBoard): Item[] {
  const names: Item[] = [];
  for (const item of items.slice(at + 1)) {
    const thing = item.entities.some((id) => !knowledge.isVocabulary(id));
    if (thing) names.push(item);
    else if (!is(item, 'conj') && !/^[、,，/&]$/u.test(item.text)) break;
  }
  return names;
}

function isKind(item: Item | undefined): boolean {
  return item !== undefined && item.entities.length > 0 && item.entities.every((id) => id.startsWith('kind/'));
}
