import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';
import { ignoredWords } from './relation-answer.ts';

const MOST_FACTS = 5;

/** «What is X?», «X是什么？», «Who is X?»: its description and what it is. */
export function answerDefinition(question: Question, workshop: Workshop): Outcome | undefined {
  const { focus, pieces, language } = question;
  const named = pieces.filter(({ things }) => things.length > 0);
  const [piece] = named;
  if (!focus || !piece || named.length !== 1 || !['thing', 'who', 'list', 'manner'].includes(focus.asked))
    return undefined;
  if (focus.kinds.length + focus.qualifiers.length > 0 || pieces.some((other) => says(other))) return undefined;
  if (ignoredWords(question).length > 0 || question.pick) return undefined;
  const id = chooseEntity(piece, question, workshop);
  // «X's first model» asks for a model, not for X
  if (id === undefined || pieces.some(({ kinds }) => kinds.length > 0 && !isOneOf(id, kinds, workshop)))
    return undefined;
  const facts = definingFacts(id, workshop);
  const answer = define(id, facts, language, workshop);
  if (answer === undefined || facts.length === 0) return undefined;
  const plan = {
    ...NO_PLAN,
    type: 'definition' as const,
    asked: 'definition',
    entities: [{ text: piece.item.surface, id }],
    query: id,
  };
  return { answer, answers: definitionValues(facts, workshop, language, answer), facts, confidence: 0.85, plan };
}

function says({ relations, gap, item }: Piece): boolean {
  return !gap && (relations.length > 0 || item.value?.type === 'date' || item.value?.type === 'number');
}

function isOneOf(id: EntityId, kinds: readonly EntityId[], { knowledge }: Workshop): boolean {
  return knowledge.isOfKind(
    id,
    kinds.map((kind) => kind.slice('kind/'.length)),
  );
}

function chooseEntity({ things }: Piece, { focus }: Question, { knowledge }: Workshop): EntityId | undefined {
  if (focus?.asked !== 'who') return things[0];
  return things.find((id) => knowledge.isOfKind(id, ['agent']));
}

function definingFacts(id: EntityId, { knowledge }: Workshop): Fact[] {
  const own = knowledge.allFactsOf(id);
  const kinds = own.get('isA') ?? [];
  const begins = knowledge.ontology.questions.begins.flatMap((predicate) => own.get(predicate) ?? []);
  const others = [...own].filter(
    ([predicate]) => predicate !== 'isA' && !knowledge.ontology.questions.begins.includes(predicate),
  );
  return [...kinds, ...begins, ...others.flatMap(([, facts]) => facts)].slice(0, MOST_FACTS);
}

function define(
  id: EntityId,
  facts: readonly Fact[],
  language: Language,
  { knowledge, sentences }: Workshop,
): string | undefined {
  const entity = knowledge.entities.get(id);
  const description = entity?.description[language];
  const name = knowledge.label(id, language);
  if (description) {
    const text = description.replace(/[.。]$/u, '');
    return language === 'zh' ? `${name}：${text}。` : `${name}: ${text}.`;
  }
  const kinds = facts.filter(({ predicate }) => predicate === 'isA');
  return kinds.length > 0 ? sentences.say(kinds, 'forward', language) : undefined;
}

function definitionValues(facts: readonly Fact[], { sentences }: Workshop, language: Language, answer: string) {
  const kinds = facts.flatMap(({ predicate, value }) =>
    predicate === 'isA' && value.type === 'entity'
      ? [{ text: sentences.wording.value(value, language), entityId: value.id }]
      : [],
  );
  return kinds.length > 0 ? kinds : [{ text: answer }];
}
