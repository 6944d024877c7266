import type { Associator, Known } from '../claims/association.ts';
import { chunkAt } from '../claims/chunk.ts';
import type { Argument, Residue } from '../claims/claim.ts';
import { isForecast } from '../claims/coverage.ts';
import type { Extraction } from '../claims/extractor.ts';
import { is, isFunctionWord } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { type Alumni, alumniOf } from './alumni.ts';
import { type Assessed, type Assessor, denied, withoutNoise } from './assessor.ts';
import { Charity } from './charity.ts';
import { descriptionsIn, onlyDescribed, withoutDescribed } from './descriptions.ts';
import { isSureAssociation } from './doubts/association.ts';
import { Doubts } from './doubts/doubts.ts';
import { ignoredTimes } from './ignored-times.ts';
import { Leftovers, pricesOf, wholeOf } from './leftovers.ts';
import { saidOfOthers } from './lists.ts';
import { tryLooseDates } from './loose-dates.ts';
import { startsWithin, withoutRereadings, withoutRivals, withoutUndecided, withoutWrong } from './rivals.ts';
import type { Statements } from './statements.ts';

/** The verdicts on one sentence, and what of it stays unexplained. */
export interface Judgement {
  readonly assessed: readonly Assessed[];
  readonly residues: readonly Residue[];
}

/** Decides a sentence's claims, then asks the associator about what they leave undecided. */
export class Judge {
  private readonly knowledge: KnowledgeBase;
  private readonly assessor: Assessor;
  private readonly associator: Associator;

  private readonly statements: Statements;
  private readonly leftovers: Leftovers;
  private readonly doubts: Doubts;
  private readonly charity: Charity;

  constructor(
    knowledge: KnowledgeBase,
    readers: { assessor: Assessor; associator: Associator; statements: Statements },
  ) {
    this.knowledge = knowledge;
    this.assessor = readers.assessor;
    this.associator = readers.associator;
    this.statements = readers.statements;
    this.leftovers = new Leftovers(knowledge, readers.assessor.connections);
    this.doubts = new Doubts(readers.assessor);
    this.charity = new Charity(readers.assessor);
  }

  judge(extraction: Extraction): Judgement {
    const { assessed, residues } = this.judgeStated(extraction);
    return { assessed: extraction.scene?.denied ? assessed.map(denied) : assessed, residues };
  }

  private judgeStated({ claims, residues, scene }: Extraction): Judgement {
    if (scene?.chunks.some((chunk) => isForecast(chunk, this.knowledge.horizon))) return forecast(scene);
    const stated = claims.map((claim) => this.assessor.assess(claim));
    const first = (scene ? this.charity.all(stated, scene) : stated)
      .map((item) => (scene ? this.doubts.weighed(item, scene) : item))
      .filter(
        (item) =>
          !this.isNameWithin(item) && !(scene && (deniesModifier(item, scene) || this.isPredicateNoun(item, scene))),
      );
    if (!scene) return { assessed: withoutNoise(first, this.knowledge), residues };
    const { named: houses, right: origins, wrong: strangers } = this.alumni(scene, first);
    const read = [
      ...first.filter(
        ({ decision, reading: { subject, object } }) =>
          decision.verdict === 'SUPPORTED' || !(houses.has(subject.start) || houses.has(object.start)),
      ),
      ...strangers,
    ];
    const turned = read.filter((item) => this.isTurned(item));
    const settled = settledBy(read, scene.used);
    const ignored = ignoredTimes(scene, read);
    for (const { start } of ignored) settled.delete(start);
    for (const start of onlyDescribed(scene, read)) settled.delete(start);
    for (const start of origins) settled.add(start);
    for (const { claim } of first)
      if (!read.some((item) => item.claim === claim)) settled.add(claim.trigger ?? claim.start);
    const named = new Set(settled);
    const descriptions = descriptionsIn(scene, read);
    const associated = withoutDescribed(this.associator.associate(scene, { settled, dated: [] }), descriptions)
      .map((claim) => this.assessor.assess(claim))
      .filter((item) => !turned.some((other) => ofTheSame(item, other)));
    const supported = this.support(associated, scene, settled);
    const listed = this.listed(scene, [...read, ...supported]);
    for (const { reading } of listed) for (const { start } of [reading.subject, reading.object]) settled.add(start);
    const right = [...read, ...supported, ...listed].filter(({ decision }) => decision.verdict === 'SUPPORTED');
    const dates = tryLooseDates(scene, { settled, supported: right }, this.assessor);
    for (const start of dates.settled) settled.add(start);
    const dated = datesWith([...read, ...supported]);
    const news = supported.length > 0 || dates.settled.length > 0 || dated.length > 0;
    const refuted = news
      ? this.refute(scene, { settled, dated }, descriptions)
      : associated.filter((item) => this.isWrong(item, scene));
    for (const { claim } of refuted) settled.add(claim.start);
    const wrongly = (item: Assessed) => {
      const wrong = dates.wrong.get(item.claim);
      return wrong && this.doubts.weighed(wrong, scene).decision.verdict === 'REFUTED' ? wrong : item;
    };
    const joined = [...supported, ...listed, ...refuted].map(wrongly);
    const told = new Set(joined.map(({ claim }) => claim.start));
    const kept = read
      .map(wrongly)
      .filter((item) => isFirm(item) || !(told.has(item.reading.object.start) || told.has(item.reading.subject.start)));
    const shown = joined.filter(({ reading }) => !reading.echo);
    const tied = new Set([...settled].filter((start) => !named.has(start) && isTiedOnly(start, supported)));
    const said = this.statements
      .judge(scene, { settled: withoutWrong(settled, [...kept, ...shown]), tied })
      .filter(
        ({ claim, decision }) =>
          decision.verdict !== 'SUPPORTED' || !turned.some((item) => overlaps(item.claim, claim)),
      );
    for (const { claim, reading, subject } of said) {
      for (const start of startsWithin(scene, claim)) settled.add(start);
      if (subject && !this.knowledge.isOfKind(subject, ['concept'])) settled.add(reading.subject.start);
    }
    const decided = withoutRereadings([...withoutUndecided([...kept, ...shown], said), ...said], scene);
    const assessed = withoutNoise(withoutRivals(decided), this.knowledge).sort((a, b) => a.claim.start - b.claim.start);
    const bare = this.leftovers
      .unaccounted(scene, assessed)
      .filter(({ items }) => !items.some((start) => origins.has(start)));
    for (const start of pricesOf(scene, assessed)) settled.add(start);
    const timeless = ignored.map(({ start, end }): Residue => ({ start, end, items: [start], reason: 'no-fact' }));
    const left = [...residues, ...timeless].filter(({ items }) => items.some((start) => !settled.has(start)));
    return { assessed, residues: [...left, ...bare, ...this.leftovers.uncovered(scene, assessed, settled)] };
  }

  /** The houses that people of what is rightly said are said to have been of before. */
  private alumni(scene: Scene, read: readonly Assessed[]): Alumni {
    const right = read.filter(({ decision }) => decision.verdict === 'SUPPORTED');
    const about = right.flatMap(({ subject }) => (subject !== undefined ? [subject] : []));
    return alumniOf(scene, [...new Set(about)], this.knowledge);
  }

  /** «GPU deep learning», «textbook Deep Learning»: a concept's name behind a noun is part of a longer name. */
  private isNameWithin({ claim, decision, subject }: Assessed): boolean {
    const refuted = claim.layer === 'apposition' && decision.verdict === 'REFUTED';
    return refuted && subject !== undefined && this.knowledge.isOfKind(subject, ['concept']);
  }

  /** «GLIDE is a diffusion model that OpenAI released»: what is said is said of the thing, not of the sort it is called. */
  private isPredicateNoun({ decision, reading, subject }: Assessed, scene: Scene): boolean {
    if (decision.verdict !== 'REFUTED' || subject === undefined || !this.knowledge.isOfKind(subject, ['concept']))
      return false;
    const items = clauseAt(scene, reading.subject.start);
    const at = items.findIndex(({ start }) => start === reading.subject.start);
    const verb = items.findIndex((item, index) => index < at && is(item, 'be'));
    return items
      .slice(0, Math.max(0, verb))
      .some(({ entities }) =>
        entities.some((id) => !this.knowledge.isVocabulary(id) && this.knowledge.isOfKind(id, ['artefact'])),
      );
  }

  /** What is said of the other members of a list, where nothing speaks against it. */
  private listed(scene: Scene, decided: readonly Assessed[]): Assessed[] {
    return saidOfOthers(scene, decided, this.assessor)
      .map((item) => this.doubts.weighed(item, scene))
      .filter(({ decision }) => decision.verdict !== 'NOT_ENOUGH_INFO');
  }

  /** What a fact connects with the rest of the sentence; the words that say so are spent. */
  private support(associated: readonly Assessed[], scene: Scene, settled: Set<number>): Assessed[] {
    const supported = associated.filter(
      ({ decision, reading, claim }) =>
        decision.verdict === 'SUPPORTED' &&
        !(reading.echo && (claim.negated || claim.readings.some(({ echo }) => !echo))),
    );
    for (const { claim, reading } of supported) {
      settled.add(reading.subject.start);
      settled.add(reading.object.start);
      if (!reading.echo)
        for (const word of this.associator.wordsFor({ ...claim, readings: [reading] }, scene)) settled.add(word);
    }
    return supported;
  }

  /** Says of two things what the knowledge says of them the other way round («the student taught the teacher»). */
  private isTurned({ claim, decision }: Assessed): boolean {
    if (decision.verdict !== 'NOT_ENOUGH_INFO' || claim.negated) return false;
    return claim.readings.some(({ predicate, subject, object }) =>
      object.entities.some((id) =>
        this.knowledge
          .factsOf(id, predicate.id)
          .some(({ value }) => value.type === 'entity' && subject.entities.includes(value.id)),
      ),
    );
  }

  /** What the words connect with the rest of the sentence and the knowledge denies; what they do not state cannot be denied. */
  private refute(scene: Scene, known: Known, descriptions: ReadonlySet<Assessed>): Assessed[] {
    return withoutDescribed(this.associator.associate(scene, known), descriptions)
      .filter(({ readings }) => readings.some(({ echo }) => !echo))
      .map((claim) => this.assessor.assess(claim))
      .filter((item) => this.isWrong(item, scene));
  }

  private isWrong(item: Assessed, scene: Scene): boolean {
    if (item.decision.verdict !== 'REFUTED' || !isSureAssociation(this.knowledge, item, scene)) return false;
    return this.doubts.weighed(this.charity.meant(item, scene), scene).decision.verdict === 'REFUTED';
  }
}

/** Whether the knowledge ties what stands at a place to the rest of the sentence, but no word does. */
function isTiedOnly(place: number, supported: readonly Assessed[]): boolean {
  const own = supported.filter(({ reading: { subject, object } }) => subject.start === place || object.start === place);
  return own.length > 0 && own.every(({ reading }) => reading.echo && !isRange(reading.object));
}

/** «from 2012 to 2020»: more than one date. */
function isRange({ value }: Argument): boolean {
  return value?.type === 'date' && value.start !== value.end;
}

/** The items of the clause in which an item begins; none where it stands in no clause. */
function clauseAt({ chunks }: Scene, place: number): readonly Item[] {
  return chunkAt(chunks, place)?.items ?? [];
}

/** «is not an approximate algorithm», «并不是第一个聊天机器人»: denied is what stands before the sort, not the sort. */
function deniesModifier({ claim, decision, reading }: Assessed, scene: Scene): boolean {
  if (claim.layer !== 'copula' || !claim.negated || decision.verdict !== 'REFUTED') return false;
  const items = clauseAt(scene, reading.object.start);
  const head = items.findIndex(({ start }) => start === reading.object.start);
  const verb = items.findLastIndex((item, index) => index < head && is(item, 'be', 'neg'));
  return items
    .slice(verb + 1, head)
    .some((item) => is(item, 'first', 'only') || !(item.type === 'punct' || isFunctionWord(item)));
}

/** Dates that would go with what is rightly said. */
function datesWith(told: readonly Assessed[]): Known['dated'] {
  return told
    .filter(({ decision, reading }) => decision.verdict === 'SUPPORTED' && !reading.echo)
    .flatMap(({ subject, reading }) =>
      [reading.subject, reading.object].flatMap(({ start }) =>
        reading.predicate.dated.map((predicate) => ({ entity: subject, predicate, start })),
      ),
    );
}

/** About the same two things. */
function ofTheSame({ reading }: Assessed, { reading: other }: Assessed): boolean {
  const starts = new Set([other.subject.start, other.object.start]);
  return starts.has(reading.subject.start) && starts.has(reading.object.start);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function forecast(scene: Scene): Judgement {
  return { assessed: [], residues: [{ ...wholeOf(scene), reason: 'not-checkable', items: [] }] };
}

/** Decided, or left open with facts at hand: nothing else is to be made of its words. */
function isFirm({ decision }: Assessed): boolean {
  return decision.verdict !== 'NOT_ENOUGH_INFO' || decision.facts.length > 0;
}

/** What the readers used, with the words that state it, without what only claims are about of which nothing is known. */
function settledBy(assessed: readonly Assessed[], used: ReadonlySet<number>): Set<number> {
  const places = (items: readonly Assessed[]) =>
    items.flatMap(({ claim, reading }) => [
      ...[reading.subject, reading.object].filter(({ inherited }) => !inherited).map(({ start }) => start),
      ...(claim.trigger === undefined ? [] : [claim.trigger]),
    ]);
  const firm = new Set(places(assessed.filter(isFirm)));
  const open = new Set(places(assessed.filter((item) => !isFirm(item))));
  return new Set([...[...used].filter((start) => !open.has(start)), ...firm]);
}
