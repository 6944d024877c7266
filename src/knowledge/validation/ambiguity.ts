import type { Entity, EntityId } from '../model.ts';
import { type Fold, indexNames } from './names.ts';
import { type Subject, Validation } from './validation.ts';

/** A name that several entities go by. */
export interface AmbiguousName {
  readonly name: string;
  /** Best known first. `facts`: how many facts name it. */
  readonly entities: readonly { readonly id: EntityId; readonly kind: string; readonly facts: number }[];
  /** `type`: their kinds exclude each other; `fame`: the best known one is taken where types do not decide; `none`: as well known as the next. */
  readonly toldApartBy: 'type' | 'fame' | 'none';
}

/** All names that several entities go by, those that nothing tells apart first. */
export function findAmbiguousNames(subject: Subject, fold: Fold): AmbiguousName[] {
  const validation = new Validation(subject);
  const result: AmbiguousName[] = [];
  for (const group of indexNames(validation, fold).values()) {
    const entities = [...new Set(group)];
    if (entities.length > 1) result.push(describe(validation, entities, fold));
  }
  const rank = { none: 0, fame: 1, type: 2 };
  return result.sort((a, b) => rank[a.toldApartBy] - rank[b.toldApartBy] || (a.name < b.name ? -1 : 1));
}

function describe({ knowledge }: Validation, entities: readonly Entity[], fold: Fold): AmbiguousName {
  const ranked = entities
    .map(({ id, kind }) => ({ id, kind, facts: knowledge.fame(id) }))
    .sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1));
  const [first, second] = ranked;
  const apart = ranked.every((one, index) =>
    ranked.slice(index + 1).every((other) => knowledge.ontology.areDisjoint(one.kind, other.kind)),
  );
  const tie = first?.facts === second?.facts;
  return { name: sharedName(entities, fold), entities: ranked, toldApartBy: apart ? 'type' : tie ? 'none' : 'fame' };
}

/** A name as written that the first two entities have in common. */
function sharedName([one, other]: readonly Entity[], fold: Fold): string {
  const names = new Set(other?.aliases.map(({ text }) => fold(text)));
  const shared = one?.aliases.find(({ text }) => names.has(fold(text))) ?? one?.aliases[0];
  return shared?.text ?? '';
}
