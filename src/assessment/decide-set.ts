import type { Claim, Reading } from '../claims/claim.ts';
import { compareDates, overlap, sameDate, within, yearOf } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, PartialDate, Qualifiers } from '../knowledge/model.ts';
import type { Term } from '../knowledge/ontology.ts';
import type { Connections } from './connections.ts';
import {
  decideByConverse,
  decideByHolders,
  decideByPost,
  decideOutsider,
  decideSingleDegree,
  decideSinglePost,
  decideStranger,
  decideUniqueRole,
} from './decide-elsewhere.ts';
import { decideIncumbency } from './decide-incumbency.ts';
import { overtaken } from './decide-sole.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

const HAN = /\p{Script=Han}/u;

/** Decides whether an entity is among the values of (subject, predicate), at the claimed time and in the claimed role. */
export function decideSet(
  context: { knowledge: KnowledgeBase; connections: Connections },
  claim: Claim,
  reading: Reading,
  pair: { subject: EntityId; object: EntityId },
): Decision {
  const turn = decideIncumbency(context.knowledge, reading, pair);
  if (turn && turn.verdict !== 'NOT_ENOUGH_INFO') return turn;
  const membership = decideMembership(context, claim, reading, pair);
  return turn && membership.verdict === 'SUPPORTED' ? turn : membership;
}

function decideMembership(
  { knowledge, connections }: { knowledge: KnowledgeBase; connections: Connections },
  claim: Claim,
  reading: Reading,
  { subject, object }: { subject: EntityId; object: EntityId },
): Decision {
  const { predicate } = reading;
  const facts = knowledge.factsOf(subject, predicate.id);
  const matching = facts.filter(
    (fact) => fact.value.type === 'entity' && covers(knowledge, fact.value.id, object, predicate.through),
  );
  // «is the CEO», of one who was
  if (
    claim.present &&
    !claim.time &&
    matching.length > 0 &&
    matching.every(({ qualifiers }) => qualifiers.end !== undefined)
  ) {
    const successor = decideUniqueRole(knowledge, claim, reading, subject, object);
    if (successor) return successor;
  }
  if (matching.length > 0) return decideDetails(knowledge, claim, reading, matching, facts);
  const post = decideByPost(knowledge, predicate, { subject, object, date: claim.time?.date });
  if (post) return post;
  const unique = decideUniqueRole(knowledge, claim, reading, subject, object);
  if (unique) return unique;
  const elsewhere = decideSinglePost(knowledge, claim, reading, facts);
  if (elsewhere) return elsewhere;
  const others = decideByHolders(knowledge, claim, reading, object);
  if (others) return others;
  const converse = decideByConverse(knowledge, predicate, subject, object);
  if (converse) return converse;
  const outsider = decideOutsider(knowledge, predicate, subject, object);
  if (outsider) return outsider;
  if (facts.length === 0) return undecided();
  // More special than what is known (a lab of the right company): no contradiction.
  const special = facts.some(
    (fact) => fact.value.type === 'entity' && covers(knowledge, object, fact.value.id, predicate.through),
  );
  if (special) return undecided('no-fact', facts);
  if (isUnlisted(knowledge, reading)) return undecided('no-fact', facts);
  const at = claim.time?.date.start;
  if (knowledge.isComplete(subject, predicate.id, at)) return refuted('not-in-list', current(claim, facts));
  if (!predicate.many) return refuted('other-value', facts);
  const term = knowledge.ontology.terms.get(object);
  if (term && knowledge.ontology.isExclusive(term.vocabulary)) return refuted('other-value', current(claim, facts));
  return (
    decideSingleDegree({ knowledge, connections }, reading, { object, facts }) ??
    decideStranger(connections, claim, reading, { subject, object, facts: current(claim, facts) }) ??
    undecided('no-fact', facts)
  );
}

/** An unknown name can be refuted by a complete list, unless it shares a word with a right value (then it may be a variant). */
export function decideUnknownName(
  knowledge: KnowledgeBase,
  reading: Reading,
  subject: EntityId,
  name: string,
): Decision {
  const facts = knowledge.factsOf(subject, reading.predicate.id);
  if (facts.length === 0 || /^(?:他|她|它)们?$|^(?:s?he|they|it)$/iu.test(name)) return undecided('no-fact', facts);
  const words = new Set(
    name
      .toLowerCase()
      .split(/[\s·.-]+/u)
      .filter((word) => word.length > 2 || HAN.test(word)),
  );
  // «彭宁顿» may be whom the knowledge knows by his English name alone
  const han = HAN.test(name);
  const untranslated = (id: EntityId) => !knowledge.entities.get(id)?.aliases.some(({ text }) => HAN.test(text));
  if (han && facts.some(({ value }) => value.type === 'entity' && untranslated(value.id)))
    return undecided('unknown-entity', facts);
  const akin = facts.some((fact) => {
    if (fact.value.type !== 'entity') return false;
    const names = knowledge.entities.get(fact.value.id)?.aliases ?? [];
    return names.some(({ text }) =>
      text
        .toLowerCase()
        .split(/[\s·.-]+/u)
        .some((word) => words.has(word) || (han && (name.includes(word) || word.includes(name)) && HAN.test(word))),
    );
  });
  // «帕特里克·刘易斯» is a person: no wrong name of an organisation
  if (name.includes('·') && !reading.predicate.range.some((kind) => kind === 'person' || kind === 'agent'))
    return undecided('unknown-entity', facts);
  const oneWord = /^[\p{Script=Latin}.'’-]+$/u.test(name);
  if (akin || oneWord || reading.predicate.namesOpen) return undecided('unknown-entity', facts);
  if (knowledge.isComplete(subject, reading.predicate.id)) return refuted('not-in-list', facts, 0.85);
  return reading.predicate.many ? undecided('unknown-entity', facts) : refuted('other-value', facts, 0.85);
}

/** Whether a known value answers for a claimed one: the same, or the claimed one lies above it (Bratislava ⇒ Slovakia). */
function covers(knowledge: KnowledgeBase, known: EntityId, claimed: EntityId, through: readonly string[]): boolean {
  return known === claimed || knowledge.closure(known, through).has(claimed);
}

function decideDetails(
  knowledge: KnowledgeBase,
  claim: Claim,
  reading: Reading,
  matching: readonly Fact[],
  all: readonly Fact[],
): Decision {
  // A form of organisation, a licence: where values exclude each other and this one is over, it is no longer true.
  const [first] = matching;
  const vocabulary =
    first?.value.type === 'entity' ? knowledge.ontology.terms.get(first.value.id)?.vocabulary : undefined;
  const over = matching.every(({ qualifiers }) => qualifiers.end !== undefined);
  if (vocabulary && knowledge.ontology.isExclusive(vocabulary) && over && !claim.time && !claim.past) {
    const now = all.filter(({ qualifiers }) => qualifiers.end === undefined);
    if (now.length > 0) return refuted('ended', [...now, ...matching], 0.85);
  }
  const timely = claim.time ? matching.filter((fact) => timeFits(fact, claim, reading)) : matching;
  if (timely.length === 0)
    return isUnlisted(knowledge, reading) ? undecided('no-fact', matching) : refuted('other-time', matching);
  if (
    claim.score &&
    timely.every(
      (fact) => fact.qualifiers.score !== undefined && result(fact.qualifiers.score) !== result(claim.score ?? ''),
    )
  )
    return refuted('other-role', timely);
  const [{ subject } = { subject: '' }] = matching;
  const complete = knowledge.isComplete(subject, reading.predicate.id, claim.time?.date.start);
  const fits = (fact: Fact) => qualifiersFit(knowledge, fact.qualifiers, reading, complete);
  const fitting = timely.filter((fact) => fits(fact) === true);
  if (fitting.length > 0) {
    const agents = reading.predicate.range.some((kind) => knowledge.ontology.ancestors(kind).has('agent'));
    if (claim.only && !agents) return all.length === 1 ? supported(fitting) : undecided('no-fact', all);
    if (claim.only && !onlyFits(all, claim, knowledge)) return refuted('not-in-list', all);
    return overtaken(knowledge, { claim, reading, fitting, all }) ?? supported(fitting);
  }
  const contrary = timely.filter((fact) => fits(fact) === false);
  if (contrary.length === timely.length) return refuted('other-role', contrary, 0.88);
  return undecided('no-fact', timely);
}

/** «4–1» and «1–4» are one result, told from the winner's or the loser's side. */
function result(score: string): string {
  return (score.match(/\d+/gu) ?? []).slice(0, 2).sort().join('-');
}

function onlyFits(facts: readonly Fact[], claim: Claim, knowledge: KnowledgeBase): boolean {
  const [first] = facts;
  if (!first || !knowledge.isComplete(first.subject, first.predicate)) return facts.length === 1;
  return facts.every((fact) => fact.value.type === 'entity' && claim.siblings.includes(fact.value.id));
}

function timeFits({ qualifiers }: Fact, claim: Claim, reading: Reading): boolean {
  const { time } = claim;
  if (!time) return true;
  const { date, relation } = time;
  if (qualifiers.at !== undefined) return relates(qualifiers.at, date, relation);
  if (reading.timing === 'start') return qualifiers.start === undefined || relates(qualifiers.start, date, relation);
  if (reading.timing === 'end') return qualifiers.end === undefined || relates(qualifiers.end, date, relation);
  const { start, end } = qualifiers;
  if (start === undefined && end === undefined) return true;
  if (relation === 'since' && start !== undefined) return sameDate(start, date.start);
  // «at X until 2020», of one who left long before or long after
  if (relation === 'until' && end !== undefined) return Math.abs(yearOf(end) - yearOf(date.end)) <= 1;
  // A degree's year is its end; where only the end is known a study may be said of the years before.
  if (start === undefined && end !== undefined && reading.qualifiers.degree)
    return sameDate(end, date.end) || compareDates(date.end, end) === 0;
  if (reading.qualifiers.degree && end !== undefined)
    return sameDate(end, date.end) || (date.start !== date.end && overlap(date, { start, end }));
  return relation === 'before' || relation === 'after' || relation === 'until' ? true : overlap(date, { start, end });
}

function relates(
  known: PartialDate,
  claimed: { start: PartialDate; end: PartialDate },
  relation: NonNullable<Claim['time']>['relation'],
): boolean {
  switch (relation) {
    case 'before':
      return compareDates(known, claimed.start) < 0;
    case 'after':
      return compareDates(known, claimed.end) > 0;
    case 'until':
      return compareDates(known, claimed.end) <= 0;
    default:
      return within(known, claimed);
  }
}

/**
 * true: all qualifiers agree; false: one contradicts; undefined: nothing known of one. Another degree or post of the same
 * house contradicts only where the list is `complete`: a doctor may have been its master before.
 */
function qualifiersFit(
  knowledge: KnowledgeBase,
  known: Qualifiers,
  reading: Reading,
  complete: boolean,
): boolean | undefined {
  let result: boolean | undefined = true;
  for (const key of ['role', 'degree', 'field', 'advisor', 'place'] as const) {
    const claimed = reading.qualifiers[key];
    if (!claimed || claimed.length === 0) continue;
    const own = known[key];
    if (!own) {
      result =
        key === 'field' || (key === 'role' && claimed.every((id) => isStaff(knowledge, id))) ? result : undefined;
      continue;
    }
    const broaden = key === 'field' ? ['partOf', 'isA'] : key === 'place' ? ['locatedIn', 'partOf'] : [];
    const agrees = claimed.some((id) =>
      own.some(
        (mine) => mine === id || knowledge.closure(mine, broaden).has(id) || knowledge.closure(id, broaden).has(mine),
      ),
    );
    if (agrees) continue;
    if (claimed.some((id) => knowledge.ontology.terms.get(id)?.unlisted)) {
      result = undefined;
      continue;
    }
    const firm =
      (key === 'degree' && complete) ||
      (key === 'role' && claimed.every((id) => isFirmPost(knowledge.ontology.terms.get(id), complete))) ||
      key === 'advisor' ||
      key === 'place' ||
      own.every((id) => knowledge.ontology.terms.get(id)?.apart);
    if (firm) return false;
    result = undefined;
  }
  return result;
}

/** «an X researcher», «X的工程师»: what people of a house are called whose post nobody names. */
function isStaff(knowledge: KnowledgeBase, role: EntityId): boolean {
  const term = knowledge.ontology.terms.get(role);
  return term !== undefined && !term.title && !term.unlisted && !term.apart && !term.unique;
}

function isFirmPost(term: Term | undefined, complete: boolean): boolean {
  return term !== undefined && term.title && (complete || term.unique);
}

/** Board seats, visits, honorary degrees: a list that is complete otherwise need not hold them. */
function isUnlisted(knowledge: KnowledgeBase, { qualifiers }: Reading): boolean {
  return [...(qualifiers.role ?? []), ...(qualifiers.degree ?? [])].some(
    (id) => knowledge.ontology.terms.get(id)?.unlisted,
  );
}

/** For a claim about a time: what was true then, else everything. */
function current(claim: Claim, facts: readonly Fact[]): readonly Fact[] {
  const date = claim.time?.date;
  const then = date
    ? facts.filter(({ qualifiers: { start, end } }) => (start ?? end) !== undefined && overlap(date, { start, end }))
    : [];
  return then.length > 0 ? [...then, ...facts.filter((fact) => !then.includes(fact))] : facts;
}
