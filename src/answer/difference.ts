import type { EntityId, Fact } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import type { Characteristic, Wording } from './characteristics.ts';
import { define } from './definition.ts';
import { namesOf } from './explanation.ts';
import { NO_PLAN } from './plan.ts';
import { isThingPiece, type Piece, type Question } from './question.ts';
import { bestStatements, hasVerb, tell, withoutRepetition } from './telling.ts';

/** Asks in what two things differ. */
export const DIFFERENCE =
  /\bdifferences?\b|\bdiffer(?:s|ent|ently)?\b|\bdistinguish(?:es|ed)?\b|\bcompare\b|\bcompared? (?:with|to)\b|\bvs\.?(?= |$)|\bversus\b|区别|差别|差异|不同|不一样|异同|对比|相比|区分|比较/u;
/** Asks for a figure, a time or a person rather than for what they are. */
const OTHER: ReadonlySet<string> = new Set([
  'number',
  'amount',
  'when',
  'until-when',
  'age',
  'duration',
  'where',
  'who',
]);
/** «In contrast to»: a statement that sets one thing against another. */
const CONTRAST =
  /\b(?:than|unlike|whereas|while|instead|compared|contrast|differs?|like|lacks?|simplif\w+|variant|both|rather)\b|相比|不同|比.+[更少多快慢高低]|而|类似|没有|不像|简化|变体|区别/u;
const MOST_TRAITS = 3;
const MOST_CONTRASTS = 3;

/** «What is the difference between X and Y?»: what each is, in which traits they part, and what statements set one against the other. */
export function answerDifference(question: Question, workshop: Workshop): Outcome | undefined {
  const { focus, pieces, folded, language } = question;
  if (!DIFFERENCE.test(folded) || question.pick || (focus && OTHER.has(focus.asked))) return undefined;
  const named = pieces.filter(isThingPiece);
  const [first, second] = named;
  if (
    !first ||
    !second ||
    named.length !== 2 ||
    pieces.some(({ unknownName, item }) => unknownName || item.value?.type === 'date')
  )
    return undefined;
  const [a, b] = alike(first, second, workshop);
  if (a === undefined || b === undefined || a === b) return undefined;
  if ([a, b].some((id) => workshop.knowledge.isOfKind(id, ['person']))) return undefined;
  const defined = [a, b].map((id) => define(id, workshop.knowledge.factsOf(id, 'isA'), language, workshop));
  const traits = differingTraits(a, b, workshop);
  const concepts = [a, b].every((id) => workshop.knowledge.isOfKind(id, ['concept', 'technique', 'field']));
  const contrasts = withoutRepetition([
    ...contrastsOf(a, b, question, workshop),
    ...contrastsOf(b, a, question, workshop),
  ]).slice(0, MOST_CONTRASTS);
  if (defined.some((text) => text === undefined)) return undefined;
  // of things that were made, who made them and when
  const others = traits.length + contrasts.length === 0 && !concepts ? differingFacts(a, b, workshop) : [];
  const own =
    traits.length + contrasts.length === 0 && concepts ? [a, b].flatMap((id) => tellingOf(id, question, workshop)) : [];
  const said = [...contrasts, ...own];
  const facts = [...traits, ...others, ...said.map(({ characteristic }) => characteristic.fact)];
  if (facts.length === 0) return undefined;
  const answer = [
    ...defined,
    ...inPairs([...traits, ...others], a, question, workshop),
    ...said.map(({ subject, wording }) => tell(workshop.sentences.opening(subject, language), wording.text, language)),
  ];
  const entities = [
    { text: first.item.surface, id: a },
    { text: second.item.surface, id: b },
  ];
  return {
    answer: answer.join(language === 'zh' ? '' : ' '),
    answers: [a, b].map((id) => ({ text: workshop.sentences.wording.label(id, language), entityId: id })),
    facts,
    confidence: 0.7,
    plan: { ...NO_PLAN, type: 'comparison', asked: 'difference', entities, query: `${a} ≠ ${b}` },
  };
}

/** «X is encoder-only, while Y is decoder-only.»: of each predicate what is said of the one and of the other. */
function inPairs(facts: readonly Fact[], a: EntityId, { language }: Question, { sentences }: Workshop): string[] {
  return [...new Set(facts.map(({ predicate }) => predicate))].map((predicate) => {
    const own = facts.filter((fact) => fact.predicate === predicate);
    const [first = '', second = ''] = [true, false].map((ofFirst) =>
      sentences
        .say(
          own.filter(({ subject }) => (subject === a) === ofFirst),
          'forward',
          language,
        )
        .replace(/[.。]$/u, ''),
    );
    return language === 'zh' ? `${first}，而${second}。` : `${first}, while ${second}.`;
  });
}

/** What the two names mean: things of the same sort, where there are such. */
function alike(first: Piece, second: Piece, { knowledge }: Workshop): [EntityId | undefined, EntityId | undefined] {
  for (const a of first.things) {
    const kind = knowledge.entities.get(a)?.kind;
    const b = second.things.find((id) => knowledge.entities.get(id)?.kind === kind);
    if (b !== undefined) return [a, b];
  }
  return [first.things[0], second.things[0]];
}

/** Traits of which each has one value, and another: «encoder-only» and «decoder-only». */
function differingTraits(a: EntityId, b: EntityId, { knowledge }: Workshop): Fact[] {
  const { ontology } = knowledge;
  const predicates = [...ontology.predicates.values()].filter(
    ({ modifier, range }) => modifier && range.every((vocabulary) => ontology.isExclusive(vocabulary)),
  );
  return predicates
    .flatMap(({ id }) => {
      const [own, other] = [knowledge.factsOf(a, id), knowledge.factsOf(b, id)];
      const [x, y] = [own[0], other[0]];
      if (!x || !y || own.length !== 1 || other.length !== 1) return [];
      return x.value.type === 'entity' && y.value.type === 'entity' && x.value.id !== y.value.id ? [[x, y]] : [];
    })
    .slice(0, MOST_TRAITS)
    .flat();
}

/** Facts of which no value of the one is a value of the other. */
function differingFacts(a: EntityId, b: EntityId, { knowledge }: Workshop): Fact[] {
  const key = ({ value }: Fact) => JSON.stringify(value);
  const { sizes } = knowledge.ontology.questions;
  return [...knowledge.ontology.predicates.values()]
    .filter(({ free, range }) => !free && !range.some((kind) => kind === 'url' || kind === 'text' || kind === 'paper'))
    .filter(({ id }) => id !== 'isA' && knowledge.ontology.questions.says[id] !== undefined)
    .sort((x, y) => Number(sizes.includes(y.id)) - Number(sizes.includes(x.id)))
    .map(({ id }) => [knowledge.factsOf(a, id), knowledge.factsOf(b, id)] as const)
    .filter(([own, other]) => own.length > 0 && other.length > 0)
    .filter(([own, other]) => !own.some((fact) => other.some((each) => key(each) === key(fact))))
    .slice(0, MOST_TRAITS)
    .flatMap(([own, other]) => [...own, ...other]);
}

/** What is said first of a concept. */
function tellingOf(subject: EntityId, { language }: Question, { characteristics }: Workshop) {
  return bestStatements(characteristics.of(subject), 'definition', language)
    .filter(({ cost }) => cost < 1)
    .slice(0, 1)
    .map(({ characteristic, wording }) => ({ subject, characteristic, wording }));
}

/** Statements about one that name the other. */
function contrastsOf(
  subject: EntityId,
  other: EntityId,
  { language }: Question,
  { knowledge, characteristics }: Workshop,
): { subject: EntityId; characteristic: Characteristic; wording: Wording }[] {
  const names = namesOf(other, knowledge).map((name) => name.toLowerCase());
  return characteristics.of(subject).flatMap((characteristic) => {
    const wording = characteristic.wordings[language].find(
      ({ text }) =>
        CONTRAST.test(text) &&
        (language === 'zh' || hasVerb(text)) &&
        names.some((name) => text.toLowerCase().includes(name)),
    );
    return wording ? [{ subject, characteristic, wording }] : [];
  });
}
