import type { EntityId, Fact, Language, PredicateId } from '../knowledge/model.ts';
import type { Warning } from './answer.ts';
import type { Answered, Workshop } from './answerer.ts';
import type { RefutedStatement } from './documents.ts';
import type { Question } from './question.ts';

const LITERALS: ReadonlySet<string> = new Set(['date', 'number', 'text', 'url']);

/** Statements of the documents that contradict an answer's facts, or what else they say in answer to the question. */
export async function warningsFor(
  question: Question,
  { facts, plan }: Answered,
  workshop: Workshop,
): Promise<Warning[]> {
  const entities = new Set<EntityId>([...facts.flatMap(entitiesOf), ...plan.entities.map(({ id }) => id)]);
  const predicates = predicatesOf(question, facts, workshop);
  if (entities.size === 0 || predicates.size === 0) return [];
  const statements = await workshop.documents.refuted({ entities: [...entities], predicates: [...predicates] });
  const about = new Set<EntityId>(plan.entities.map(({ id }) => id));
  const factIds = new Set(facts.map(({ id }) => id));
  const subjects = new Set(facts.map(({ subject, predicate }) => `${subject} ${predicate}`));
  return statements
    .filter(
      (statement) =>
        statement.factIds.some((id) => factIds.has(id)) ||
        subjects.has(`${statement.subject} ${statement.predicate}`) ||
        about.has(statement.subject) ||
        about.has(statement.object),
    )
    .map((statement) => toWarning(statement, question.language, workshop));
}

/** A statement as a warning, in the question's language. */
export function toWarning(
  statement: RefutedStatement,
  language: Language,
  { sentences, knowledge }: Workshop,
): Warning {
  const { document, quote, start, end, subject, predicate, object, factIds, correction } = statement;
  const name = (text: string) => (knowledge.entities.has(text) ? sentences.wording.label(text, language) : text);
  const relation = sentences.wording.predicate(predicate, language);
  const says =
    language === 'zh'
      ? `${name(subject)}——${relation}：${name(object)}`
      : `${name(subject)} – ${relation}: ${name(object)}`;
  const facts = factIds.map((id) => knowledge.fact(id)).filter((fact) => fact !== undefined);
  const correct =
    statement.language === language || facts.length === 0 ? correction : corrected(facts, language, sentences.wording);
  return { document, quote, start, end, says, correct };
}

function corrected(facts: readonly Fact[], language: Language, wording: Workshop['sentences']['wording']): string {
  return wording.list(
    facts.map((fact) => wording.valueOf(fact, language)),
    language,
  );
}

function entitiesOf({ subject, value }: Fact): EntityId[] {
  return value.type === 'entity' ? [subject, value.id] : [subject];
}

/** The predicates of the facts, and those that the question's words may also speak of, of the same sort of value. */
function predicatesOf({ pieces }: Question, facts: readonly Fact[], { knowledge }: Workshop): Set<PredicateId> {
  const sortOf = (id: PredicateId) => {
    const range = knowledge.ontology.predicates.get(id)?.range ?? [];
    return range.find((kind) => LITERALS.has(kind)) ?? 'entity';
  };
  const known = new Set(facts.map(({ predicate }) => predicate));
  const sorts = new Set([...known].map(sortOf));
  const spoken = pieces.flatMap(({ relations }) =>
    relations.filter(({ weight }) => weight >= 0.8).map(({ predicate }) => predicate.id),
  );
  return new Set([...known, ...spoken.filter((id) => sorts.size === 0 || sorts.has(sortOf(id)))]);
}
