import type { Argument, Claim, Reading } from '../claims/claim.ts';
import { yearOf } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import { Connections } from './connections.ts';
import { decideComparison } from './decide-comparison.ts';
import { decideKind } from './decide-kind.ts';
import { decideLink } from './decide-link.ts';
import { decideSet, decideUnknownName } from './decide-set.ts';
import { decideDate, decideNumber, decideText } from './decide-value.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

/** A claim's verdict with the reading and entities it rests on. */
export interface Assessed {
  readonly claim: Claim;
  readonly reading: Reading;
  readonly subject: EntityId | undefined;
  readonly object: EntityId | undefined;
  readonly decision: Decision;
}

const ORDER = { SUPPORTED: 0, CONFLICTING: 1, REFUTED: 2, NOT_ENOUGH_INFO: 3 } as const;

/** How many things of one name are tried. */
const MOST_HOMONYMS = 4;
const NO_ENTITY: readonly undefined[] = [undefined];

/** Weighs claims against the knowledge. Refutes only by a fact or by completeness; else abstains and says why. */
export class Assessor {
  readonly knowledge: KnowledgeBase;
  readonly connections: Connections;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.connections = new Connections(knowledge);
  }

  /**
   * The verdict on the best of a claim's readings: decided ones first, and what the words state before what only the knowledge
   * suggests (an echo), which can support but not refute.
   */
  assess(claim: Claim): Assessed {
    const stated: Assessed[] = [];
    for (const reading of claim.readings) {
      if (reading.echo) continue;
      const assessed = this.assessReading(claim, reading);
      if (assessed.decision.verdict === 'SUPPORTED') return signed(assessed);
      stated.push(assessed);
    }
    return this.echoed(claim) ?? signed(this.best(claim, stated));
  }

  /** The first reading that the words do not state but the knowledge holds. */
  private echoed(claim: Claim): Assessed | undefined {
    for (const reading of claim.negated ? [] : claim.readings) {
      if (!reading.echo) continue;
      const assessed = this.assessReading(claim, reading);
      if (assessed.decision.verdict === 'SUPPORTED') return assessed;
    }
    return undefined;
  }

  /** Of stated readings none of which is supported. */
  private best(claim: Claim, stated: readonly Assessed[]): Assessed {
    const [reading] = claim.readings;
    if (!reading) throw new Error('a claim has at least one reading');
    const [best = silence(this.assessReading(claim, reading))] = stated.toSorted((a, b) => rankOf(a) - rankOf(b));
    return best.decision.verdict === 'REFUTED' ? this.refutation(stated, best) : best;
  }

  /** Refuted only if every reading is; a reading the knowledge is silent on keeps the claim open. */
  private refutation(candidates: readonly Assessed[], best: Assessed): Assessed {
    const open = candidates.find(
      ({ decision, reading }) => decision.verdict === 'NOT_ENOUGH_INFO' && !reading.weak && decision.facts.length > 0,
    );
    const silent = candidates.filter(({ decision }) => decision.verdict === 'NOT_ENOUGH_INFO');
    const firm = candidates.filter(({ decision, reading }) => decision.verdict === 'REFUTED' && !reading.weak);
    if (open && open.decision.reason !== 'unknown-entity') return open;
    return firm[0] ?? (silent.length > 0 ? (silent[0] ?? best) : best);
  }

  /** The verdict on the first pair of entities that settles it; of several things of a name, wrong only if wrong of each. */
  private assessReading(claim: Claim, reading: Reading): Assessed {
    if (isOfVersion(reading)) return unknown(claim, reading);
    const objects = reading.object.entities.length > 0 ? reading.object.entities.slice(0, MOST_HOMONYMS) : NO_ENTITY;
    let first: Assessed | undefined;
    let open: Assessed | undefined;
    for (const subject of reading.subject.entities.slice(0, MOST_HOMONYMS)) {
      for (const object of objects) {
        const decision = this.decide(claim, reading, subject, object);
        const assessed: Assessed = { claim, reading, subject, object, decision };
        if (decision.verdict === 'SUPPORTED' || decision.verdict === 'CONFLICTING') return assessed;
        if (decision.verdict === 'NOT_ENOUGH_INFO' && decision.facts.length > 0) open ??= assessed;
        first ??= assessed;
      }
    }
    return open ?? first ?? unknown(claim, reading);
  }

  private decide(claim: Claim, reading: Reading, subject: EntityId, object: EntityId | undefined): Decision {
    const { predicate, comparison } = reading;
    if (comparison && object !== undefined)
      return subject === object
        ? undecided()
        : decideComparison(
            { left: this.comparable(subject, predicate.id), right: this.comparable(object, predicate.id) },
            comparison,
          );
    const { value, text } = reading.object;
    const facts = this.knowledge.factsOf(subject, predicate.id);
    if (claim.layer === 'link' && value?.type === 'url') return decideLink(this.knowledge, subject, value.url);
    if (predicate.range.includes('date') && value?.type === 'date') return this.decideDated(claim, reading, subject);
    if (predicate.range.includes('number') && value?.type === 'number')
      return decideNumber(
        facts,
        value,
        (predicate.presumedComplete && claim.layer !== 'association') || this.isClosed(subject, reading),
      );
    if (predicate.range.includes('url') && value?.type === 'url') return decideLink(this.knowledge, subject, value.url);
    const entityValued = object !== undefined && facts.some((fact) => fact.value.type === 'entity');
    const mixed = predicate.range.length > 1 && facts.every((fact) => fact.value.type === 'entity');
    if (predicate.range.includes('text') && object === undefined && facts.length > 0 && mixed)
      return undecided('no-fact', facts);
    if (predicate.range.includes('text') && !entityValued)
      return decideText(facts, textOfArgument(reading.object), this.namesOf(subject), {
        complete: this.isClosed(subject, reading),
        spelt: reading.sole === true && predicate.spelt === predicate.id,
      });
    if (object === undefined) {
      if (value?.type === 'name' || value?.type === 'title')
        return decideUnknownName(this.knowledge, reading, subject, value.type === 'name' ? value.name : value.title);
      return undecided(text ? 'unknown-entity' : 'no-fact');
    }
    if (predicate.id === 'isA' && claim.only) return undecided();
    if (predicate.id === 'isA') return decideKind(this.knowledge, subject, object);
    const decision = decideSet(this, claim, reading, { subject, object });
    return decision.verdict === 'NOT_ENOUGH_INFO'
      ? (this.decideTurned(reading, subject, object) ?? decision)
      : decision;
  }

  /** Over some relations nothing reaches itself: what holds one way round does not hold the other. */
  private decideTurned({ predicate }: Reading, subject: EntityId, object: EntityId): Decision | undefined {
    if (!this.knowledge.ontology.data.acyclic.includes(predicate.id) || this.knowledge.isOfKind(subject, ['concept']))
      return undefined;
    const turned = this.knowledge
      .factsOf(object, predicate.id)
      .filter(({ value }) => value.type === 'entity' && value.id === subject);
    return turned.length > 0 ? refuted('said-otherwise', turned) : undefined;
  }

  /** A date differs from what is known only if no other date of the thing's making agrees (preprint, venue, release). */
  private decideDated(claim: Claim, reading: Reading, subject: EntityId): Decision {
    const { predicate, object } = reading;
    if (object.value?.type !== 'date') return undecided();
    const relation = claim.time?.relation ?? 'at';
    const decision = decideDate(this.knowledge.factsOf(subject, predicate.id), object.value, relation);
    if (decision.facts.length === 0 && MAKING_DATES.has(predicate.id)) {
      const kin = decideDate(this.kindredDates(subject), object.value, relation);
      return kin.verdict === 'CONFLICTING' ? supported(kin.facts, 0.8) : kin;
    }
    if (decision.verdict === 'CONFLICTING' && (predicate.many || MAKING_DATES.has(predicate.id)))
      return supported(decision.facts, 0.8);
    if (decision.verdict !== 'REFUTED') return decision;
    const kin = MAKING_DATES.has(predicate.id) ? this.kindredDates(subject) : [];
    if (reading.loose && isShortlyBefore(object.value.start, decision.facts))
      return undecided('no-fact', decision.facts);
    const other = decideDate(kin, object.value, relation);
    return other.verdict === 'SUPPORTED' || other.verdict === 'CONFLICTING' ? supported(other.facts, 0.75) : decision;
  }

  /** Values to compare by; a date of making where another kind of date is known. */
  private comparable(id: EntityId, predicate: string): readonly Fact[] {
    const own = this.knowledge.factsOf(id, predicate);
    return own.length > 0 || !MAKING_DATES.has(predicate) ? own : this.kindredDates(id);
  }

  private kindredDates(subject: EntityId) {
    const papers = this.knowledge
      .factsOf(subject, 'describedIn')
      .flatMap(({ value }) => (value.type === 'entity' ? [value.id] : []));
    const own = [...MAKING_DATES].flatMap((predicate) => this.knowledge.factsOf(subject, predicate));
    const published = papers.flatMap((paper) => this.knowledge.factsOf(paper, 'publicationDate'));
    const presented = [subject, ...papers]
      .flatMap((id) => this.knowledge.factsOf(id, 'venue'))
      .flatMap((fact) =>
        fact.qualifiers.at ? [{ ...fact, value: { type: 'date' as const, date: fact.qualifiers.at } }] : [],
      );
    return [...own, ...published, ...presented].map((fact) => ({ ...fact, rank: 'normal' as const }));
  }

  private isClosed(subject: EntityId, { predicate }: Reading): boolean {
    return !predicate.many || this.knowledge.isComplete(subject, predicate.id);
  }

  private namesOf(subject: EntityId): string[] {
    return this.knowledge.entities.get(subject)?.aliases.map(({ text }) => text) ?? [];
  }
}

const MAKING_DATES = new Set(['introducedIn', 'releaseDate', 'publicationDate']);

/** «PyTorch 1.7 was released in 2020»: dates and figures of a version the knowledge does not have say nothing of the thing. */
function isOfVersion({ subject, object }: Reading): boolean {
  const own = object.value?.type === 'date' || object.value?.type === 'number';
  const { value } = subject;
  return own && value?.type === 'name' && subject.entities.length > 0 && /\s[vV]?\d+(?:\.\d+)*$/u.test(value.name);
}

/** Work on a thing may be dated up to two years before its release. */
function isShortlyBefore(date: string, facts: readonly Fact[]): boolean {
  return facts.some(
    ({ value }) => value.type === 'date' && yearOf(date) < yearOf(value.date) && yearOf(value.date) - yearOf(date) <= 2,
  );
}

function unknown(claim: Claim, reading: Reading): Assessed {
  const [object] = reading.object.entities;
  return { claim, reading, subject: undefined, object, decision: undecided('unknown-entity') };
}

function textOfArgument(argument: Argument): string {
  return argument.value?.type === 'title' ? argument.value.title : argument.text;
}

/**
 * Leaves out readings that say nothing new: undecided, while what they connect is accounted for by decided claims of the
 * same sentence («Qwen是阿里云研发的大语言模型» is not about who developed large language models).
 */
export function withoutNoise(assessed: readonly Assessed[], knowledge: KnowledgeBase): Assessed[] {
  const settled = new Set<number>();
  // «X is the author of Y» says what X made, not what sort of person X is.
  const stating = new Set(
    assessed.filter(({ decision }) => decision.verdict === 'SUPPORTED').map(({ claim }) => claim.trigger),
  );
  for (const { decision, reading } of assessed) {
    if (decision.verdict !== 'NOT_ENOUGH_INFO')
      for (const argument of [reading.subject, reading.object]) settled.add(argument.start);
  }
  const concept = (id: EntityId | undefined) =>
    id !== undefined && !knowledge.isVocabulary(id) && knowledge.isOfKind(id, ['concept', 'place']);
  return assessed.filter(({ decision, reading, subject }) => {
    if (decision.verdict !== 'NOT_ENOUGH_INFO' || decision.reason === 'unknown-entity') return true;
    if (stating.has(reading.object.start)) return false;
    const told = settled.has(reading.object.start);
    const open = decision.facts.length > 0 && !concept(subject);
    return (
      open || !(told && (settled.has(reading.subject.start) || reading.subject.inherited === true || concept(subject)))
    );
  });
}

function rankOf({ decision }: Assessed): number {
  return ORDER[decision.verdict];
}

/** With the negation of the claim. */
function signed(assessed: Assessed): Assessed {
  return assessed.claim.negated ? { ...assessed, decision: negate(assessed.decision) } : assessed;
}

function silence(assessed: Assessed): Assessed {
  return { ...assessed, decision: undecided('unknown-predicate') };
}

/** What a sentence denies as a whole. */
export function denied({ claim, decision, ...rest }: Assessed): Assessed {
  return { ...rest, claim: { ...claim, negated: !claim.negated }, decision: negate(decision) };
}

/** The claim without its verdict; the facts that were weighed stay at hand. */
export function leftOpen(assessed: Assessed): Assessed {
  return { ...assessed, decision: undecided('no-fact', assessed.decision.facts) };
}

/** The verdict on «not p» from that on «p». */
function negate(decision: Decision): Decision {
  if (decision.verdict === 'SUPPORTED') return refuted(decision.grounds, decision.facts, decision.confidence * 0.97);
  if (decision.verdict === 'REFUTED')
    return { ...supported(decision.facts, decision.confidence * 0.97), grounds: decision.grounds };
  return decision;
}
