import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/model.ts';

/** How reports call predicates and entities. */
export interface Names {
  /** A predicate's label: "birth date", "出生日期". */
  predicate(id: string, language: Language): string;
  /** An entity's label; words that are no id come back as they are. */
  entity(id: string, language: Language): string;
  /** All names an entity goes by; empty where it is unknown. */
  spellings(id: string): readonly string[];
}

/** Names without any knowledge: predicates are spelt out (`birthDate` → "birth date"), entities stay ids. */
export const plainNames: Names = {
  predicate: (id) => id.replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ').toLowerCase(),
  entity: (id) => id,
  spellings: () => [],
};

/** Names as the knowledge gives them. */
export function knowledgeNames(knowledge: KnowledgeBase): Names {
  return {
    predicate: (id, language) =>
      knowledge.ontology.predicates.get(id)?.label[language] ?? plainNames.predicate(id, language),
    entity: (id, language) => knowledge.label(id, language),
    spellings: (id) => knowledge.entities.get(id)?.aliases.map(({ text }) => text) ?? [],
  };
}
