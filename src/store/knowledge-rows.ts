import { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Completeness, EntityId } from '../knowledge/model.ts';
import type { KnowledgeRows, StoredEntity, StoredFact, StoredPredicate } from './graph-model.ts';
import { hashOf } from './ids.ts';

/** A knowledge as rows. Facts are worded one at a time, when they are asked for. */
export function toKnowledgeRows(knowledge: KnowledgeBase): KnowledgeRows {
  return {
    version: knowledgeVersion(knowledge),
    predicates: [...knowledge.ontology.predicates.values()].map(
      ({ id, label, many }): StoredPredicate => ({ id, label, many }),
    ),
    entities: entityRows(knowledge),
    sources: [...knowledge.sources.values()],
    facts: again(() => factRows(knowledge)),
  };
}

const versions = new WeakMap<KnowledgeBase, string>();

/** Hash of everything a knowledge says, phrasings of the ontology included. */
export function knowledgeVersion(knowledge: KnowledgeBase): string {
  const known = versions.get(knowledge);
  if (known !== undefined) return known;
  const { ontology, entities, facts, sources, completeness } = knowledge;
  const parts = [ontology.data, [...entities.values()], [...sources.values()], completeness];
  const said = facts.map((fact) => ({ ...fact, sources: fact.sources.map(({ id }) => id) }));
  const version = hashOf([...parts, said].map((part) => JSON.stringify(part)));
  versions.set(knowledge, version);
  return version;
}

function entityRows(knowledge: KnowledgeBase): StoredEntity[] {
  const complete = new Map<EntityId, Completeness[]>();
  for (const statement of knowledge.completeness)
    complete.set(statement.subject, [...(complete.get(statement.subject) ?? []), statement]);
  return [...knowledge.entities.values()].map((entity) => {
    const vocabulary = knowledge.isVocabulary(entity.id);
    const kinds = vocabulary ? [] : [...knowledge.kindsOf(entity.id)].sort();
    return { ...entity, kinds, vocabulary, complete: complete.get(entity.id) ?? [] };
  });
}

function* factRows(knowledge: KnowledgeBase): Generator<StoredFact> {
  const wording = new Wording(knowledge);
  for (const fact of knowledge.facts) {
    yield { ...fact, statement: { en: wording.statement(fact, 'en'), zh: wording.statement(fact, 'zh') } };
  }
}

/** An iterable that begins anew each time. */
function again<T>(make: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: make };
}
