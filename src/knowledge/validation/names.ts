import type { Entity, EntityId } from '../model.ts';
import type { Validation } from './validation.ts';

/** Folds what does not matter for comparing names. */
export type Fold = (text: string) => string;

/** Capitals, full-width forms, spaces and punctuation folded; the default, which knows nothing of Chinese variants. */
export const foldPlainly: Fold = (text) => text.normalize('NFKC').toLowerCase();

/** Entities by folded name, kinds and terms left out. */
export function indexNames({ content }: Pick<Validation, 'content'>, fold: Fold): Map<string, Entity[]> {
  const index = new Map<string, Entity[]>();
  for (const entity of content.entities) {
    for (const key of namesOf(entity, fold)) {
      const known = index.get(key);
      if (known) known.push(entity);
      else index.set(key, [entity]);
    }
  }
  return index;
}

/** The folded labels and aliases of an entity, each once. */
export function namesOf({ aliases }: Entity, fold: Fold): Set<string> {
  return new Set(aliases.map(({ text }) => nameKey(text, fold)).filter((key) => key !== ''));
}

/** The folded labels of an entity. */
export function labelsOf({ label }: Entity, fold: Fold): Set<string> {
  return new Set([label.en, label.zh].flatMap((text) => (text === undefined ? [] : [nameKey(text, fold)])));
}

function nameKey(text: string, fold: Fold): string {
  return fold(text).replaceAll(/[\s\p{P}]+/gu, '');
}

/** The kinds at the top of the hierarchy that an entity is under. */
export function rootKinds({ knowledge, ontology }: Validation, id: EntityId): Set<string> {
  return new Set([...knowledge.kindsOf(id)].filter((kind) => (ontology.kinds[kind]?.under.length ?? 0) === 0));
}
