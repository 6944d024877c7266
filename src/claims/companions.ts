import type { EntityId } from '../knowledge/model.ts';
import { type Chunk, isName } from './chunk.ts';
import type { Argument, Reading } from './claim.ts';
import { type Draft, type DraftBoard, placeOf } from './draft.ts';

/** What claims of one sentence imply for each other, once all are found. */

/** Where the same words have a reading about something known, readings about unknown names are noise. */
export function dropUnknownSubjects(board: DraftBoard): void {
  for (const [key, draft] of board.drafts) {
    const unknown = draft.readings.every(({ subject }) => subject.entities.length === 0);
    const better = [...board.drafts.values()].some(
      (other) =>
        other !== draft &&
        other.chunk === draft.chunk &&
        other.readings.some(
          ({ subject, object }) =>
            subject.entities.length > 0 && (object.entities.length > 0 || object.value !== undefined),
        ),
    );
    if (unknown && better) board.drafts.delete(key);
  }
}

/** «加入了斯坦福大学，担任助理教授»: a post without an organisation belongs to the employment just stated. */
export function attachLooseRoles(board: DraftBoard, chunks: readonly Chunk[]): void {
  let last: Draft | undefined;
  for (const chunk of chunks) {
    const own = [...board.drafts.values()].filter((draft) => draft.chunk === chunk);
    const roles = chunk.items.filter((item) => item.entities.some((id) => isRole(board, id)));
    if (
      own.length === 0 &&
      last &&
      roles.length > 0 &&
      !chunk.items.some(
        (item) =>
          isName(item) && !(item.entities.length > 0 && item.entities.every((id) => board.knowledge.isVocabulary(id))),
      )
    ) {
      for (const reading of last.readings) {
        if (!reading.predicate.qualifiers.includes('role') || reading.qualifiers.role) continue;
        const role = roles.flatMap((item) => item.entities.filter((id) => isRole(board, id)));
        last.readings[last.readings.indexOf(reading)] = { ...reading, qualifiers: { ...reading.qualifiers, role } };
        for (const item of roles) board.used.add(item.start);
      }
    }
    last = own.findLast((draft) => draft.readings.some(takesRole)) ?? last;
  }
}

/** A post goes with where somebody comes or is, not with what he leaves. */
function takesRole({ predicate, timing }: Reading): boolean {
  return predicate.qualifiers.includes('role') && timing !== 'end';
}

/** «Google developed S in 2015» also dates S, where the ontology says which date is meant (`dated`). */
export function addDatedCompanions(board: DraftBoard): void {
  for (const draft of [...board.drafts.values()]) {
    const { time } = draft;
    if (!time || draft.negated) continue;
    for (const { predicate, subject, byNoun } of draft.readings) {
      if (byNoun) continue;
      for (const id of predicate.dated) {
        const dated = board.knowledge.ontology.predicates.get(id);
        if (!dated || !subject.entities.some((entity) => board.knowledge.isOfKind(entity, dated.domain))) continue;
        const item = draft.chunk.items.find(({ value }) => value === time.date) ?? board.carriedTime?.item;
        if (!item) continue;
        const key = [placeOf(subject), String(item.start)].sort().join('|');
        if (board.drafts.has(key)) continue;
        const object: Argument = {
          start: item.start,
          end: item.end,
          text: item.surface,
          entities: [],
          value: time.date,
        };
        const reading: Reading = {
          predicate: dated,
          subject,
          object,
          weak: false,
          loose: dated.id !== 'foundingDate',
          timing: 'at',
          qualifiers: {},
        };
        board.drafts.set(key, {
          ...draft,
          readings: [reading],
          siblings: [],
          only: false,
          start: Math.min(draft.start, item.start),
          end: Math.max(draft.end, item.end),
          time,
        });
      }
    }
  }
}

function isRole({ knowledge }: DraftBoard, id: EntityId): boolean {
  return knowledge.ontology.terms.get(id)?.vocabulary === 'role';
}
