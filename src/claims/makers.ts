import { overlap } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Chunk } from './chunk.ts';
import type { Argument } from './claim.ts';
import type { Draft, DraftBoard } from './draft.ts';
import { is } from './grammar.ts';

const WHEN = /^(?:when|while|as|at the time|by the time)$/u;
/** What may stand before «were at X» in the clause behind: who wrote it, and when. */
const GROUP =
  /^(?:they|all|both|each|he|she|the|authors?|of|them|two|three|four|five|six|seven|eight|still|then|already|,)$/u;
const LIVES = ['employer', 'educatedAt'];

/** «proposed by A at X», «when A wrote S, he was at X»: X made it too, where the ontology says so (`madeAt`). */
export function addMakers(board: DraftBoard, chunks: readonly Chunk[]): void {
  for (const draft of [...board.drafts.values()]) {
    if (draft.negated) continue;
    for (const { predicate, subject, object } of draft.readings) {
      const maker =
        predicate.madeAt === undefined ? undefined : board.knowledge.ontology.predicates.get(predicate.madeAt);
      const place = maker && (placeIn(board, draft.chunk) ?? placeBehind(board, draft.chunk, chunks));
      if (!maker || !place) continue;
      const apart = place.chunk !== draft.chunk;
      if (apart && isElsewhere(board.knowledge, { subject, object, place: place.item })) continue;
      stateMaker(board, draft, { maker, subject, place: place.item, chunk: place.chunk });
    }
  }
}

interface Place {
  readonly item: Item;
  readonly chunk: Chunk;
}

/** «… by A at X», «A在X提出». */
function placeIn(board: DraftBoard, chunk: Chunk): Place | undefined {
  const { items } = chunk;
  const item = items.find(
    (candidate, index) =>
      /^(?:at|while at|在|于)$/u.test(items[index - 1]?.text ?? '') &&
      !board.used.has(candidate.start) &&
      isOrganisation(board, candidate),
  );
  return item && { item, chunk };
}

/** «When A wrote S, he was at X», «…, all four were at X». */
function placeBehind(board: DraftBoard, chunk: Chunk, chunks: readonly Chunk[]): Place | undefined {
  if (!WHEN.test(chunk.items[0]?.text ?? '')) return undefined;
  const next = chunks[chunks.indexOf(chunk) + 1];
  const items = next?.items ?? [];
  const at = items.findIndex(
    (item, index) => index > 0 && isOrganisation(board, item) && /(?:^| )at$/u.test(items[index - 1]?.text ?? ''),
  );
  const item = items[at];
  if (!next || !item) return undefined;
  const before = items.slice(0, at - 1);
  const isBare = before.every(
    (word) =>
      is(word, 'be', 'adv') ||
      word.value?.type === 'number' ||
      GROUP.test(word.text) ||
      word.tags.some(({ type }) => type === 'pronoun'),
  );
  const isBeing = is(before.at(-1), 'be', 'adv') || /^(?:was|were) at$/u.test(items[at - 1]?.text ?? '');
  return isBare && isBeing ? { item, chunk: next } : undefined;
}

function isOrganisation({ knowledge }: DraftBoard, { entities }: Item): boolean {
  return entities.some((id) => knowledge.isOfKind(id, ['organisation']));
}

/** Who made it may have been there himself, whoever else made it: then X is said of him, not of the thing. */
function isElsewhere(
  knowledge: KnowledgeBase,
  { subject, object, place }: { subject: Argument; object: Argument; place: Item },
): boolean {
  const dates = subject.entities.flatMap((id) =>
    ['publicationDate', 'introducedIn', 'releaseDate'].flatMap((predicate) =>
      knowledge.factsOf(id, predicate).flatMap(({ value }) => (value.type === 'date' ? [value.date] : [])),
    ),
  );
  const [date] = dates.sort();
  const isAt = (id: EntityId) =>
    place.entities.some((house) => knowledge.closure(id, ['partOf', 'parentOrganisation']).has(house));
  return object.entities.some((person) =>
    LIVES.flatMap((predicate) => knowledge.factsOf(person, predicate)).some(
      ({ value, qualifiers }) =>
        value.type === 'entity' &&
        isAt(value.id) &&
        (date === undefined || overlap({ start: date, end: date }, qualifiers)),
    ),
  );
}

function stateMaker(
  board: DraftBoard,
  draft: Draft,
  { maker, subject, place, chunk }: { maker: Predicate; subject: Argument; place: Item; chunk: Chunk },
): void {
  const object: Argument = {
    start: place.start,
    end: place.end,
    text: place.surface,
    entities: place.entities.filter((id) => board.knowledge.isOfKind(id, maker.range)),
  };
  board.state({
    chunk,
    predicate: maker,
    subject,
    object,
    layer: 'phrasing',
    span: { start: Math.min(draft.start, place.start), end: Math.max(draft.end, place.end) },
  });
}
