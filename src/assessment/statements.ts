import type { Chunk } from '../claims/chunk.ts';
import type { Argument } from '../claims/claim.ts';
import type { Content, Term } from '../claims/content.ts';
import { together, without } from '../claims/content-parts.ts';
import { isFunctionWord } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import { Words } from '../claims/words.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Linker } from '../linking/linker.ts';
import { assessedWhole } from './assessed-whole.ts';
import type { Assessed } from './assessor.ts';
import type { Decision } from './decision.ts';
import { Comparison, LEAST, PREFERENCE, type Weighed } from './statement-comparison.ts';
import { coveredTogether, type Shared } from './statement-cover.ts';
import { agreement, type Clause, isBehind, isTelling, shareOfTerm, withoutUnsaid } from './statement-fit.ts';
import { StatementReader } from './statement-reader.ts';
import { mistakeIn, type TwoSided, truthIn } from './statement-sides.ts';
import { isActedOn, isCausing, isDoer, isRemote, subjectsOf } from './statement-subjects.ts';

/** What of a sentence has an account already, by the starts of its items. */
export interface Accounts {
  readonly settled: ReadonlySet<number>;
  /** Of these, what the knowledge ties to the rest while no word does: a statement may say it as well. */
  readonly tied: ReadonlySet<number>;
}

/** What is decided of a clause, and what it is about. */
interface Found {
  readonly decision: Decision;
  readonly fit: number;
  readonly subject: Argument;
  readonly id: EntityId;
}

/**
 * Compares clauses with what the knowledge says of their things in free words. A clause is supported where a statement says
 * (nearly) all that it says; refuted where it says the same with another value in the marked place, or denies it.
 */
export class Statements {
  private readonly reader: StatementReader;
  private readonly comparison: Comparison;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    const words = new Words(knowledge.ontology.data);
    this.reader = new StatementReader(knowledge, linker, words);
    this.comparison = new Comparison();
  }

  /** What the statements decide of a sentence. */
  judge(scene: Scene, given: Accounts): Assessed[] {
    if (this.reader.predicates.length === 0) return [];
    const accounts = { settled: wordsWithin(scene, given.settled), tied: given.tied };
    const parts = scene.chunks.map((chunk) => ({ chunk, read: once(() => this.reader.read(chunk.items)) }));
    const sentence = { chunk: wholeOf(scene), read: once(() => together(parts.map(({ read }) => read()))) };
    const whole = parts.length > 1 ? this.judgeClause(sentence, scene, accounts) : undefined;
    if (whole?.decision.verdict === 'SUPPORTED') return [whole];
    const found = parts.flatMap((part) => this.judgeClause(part, scene, accounts) ?? []);
    return found.length === 0 && whole ? [whole] : found;
  }

  private judgeClause(
    { chunk, read }: { chunk: Chunk; read: () => Content },
    scene: Scene,
    { settled, tied }: Accounts,
  ): Assessed | undefined {
    if (chunk.items.every((item) => settled.has(item.start) || item.type === 'punct' || isFunctionWord(item)))
      return undefined;
    let best: Found | undefined;
    const tried = new Set<EntityId>();
    for (const subject of subjectsOf(chunk, scene)) {
      for (const id of subject.entities.slice(0, 2)) {
        if (tried.has(id)) continue;
        tried.add(id);
        if (!this.reader.isSpokenOf(id)) continue;
        const content = read();
        const own = (term: Term) => term.ids.includes(id) || (!subject.inherited && term.start === subject.start);
        const optional = (term: Term) => tied.has(term.start) && !isDoer(term, scene);
        const needed = content.terms.filter((term) => !own(term) && (!settled.has(term.start) || tied.has(term.start)));
        if (!canAgree(needed)) continue;
        const statements = this.reader.statementsOf(id, scene.language);
        const telling = needed.filter(isTelling);
        const near = statements.filter(
          (statement) =>
            telling.some((term) => statement.maySay(term)) &&
            agreement(needed, (term) => (statement.maySay(term) ? 1 : 0)) >= LEAST,
        );
        const clause = { content, bare: without(content, own), needed, optional, subject: id };
        const weighed = this.decide(clause, { near, all: statements });
        if (!weighed?.decision || isBehind({ chunk, content, subject, id }, statements)) continue;
        const { decision, fit } = weighed;
        if (decision.verdict === 'REFUTED' && (isRemote(subject, chunk) || isActedOn(subject, chunk))) continue;
        if (decision.verdict === 'REFUTED' && weighed.contrary && isCausing(chunk)) continue;
        if (!best || fit > best.fit) best = { decision, fit, subject, id };
      }
    }
    return best && toAssessed(chunk, scene, best, this.reader.predicates);
  }

  private decide(
    clause: Clause,
    { near, all }: { near: readonly TwoSided[]; all: readonly TwoSided[] },
  ): Weighed | undefined {
    let best: Weighed | undefined;
    const contrary: Weighed[] = [];
    const telling = clause.needed.filter(isTelling);
    const agreed: Shared[] = [];
    for (const statement of near) {
      if (!telling.some((term) => shareOfTerm(term, statement) >= 0.5)) continue;
      const shares = new Map(clause.needed.map((term) => [term, shareOfTerm(term, statement)]));
      const share = (term: Term) => shares.get(term) ?? 0;
      if (agreement(clause.needed, share) < LEAST) continue;
      agreed.push({ statement, share });
      const needed = withoutUnsaid(clause, share);
      for (const written of statement.written) {
        const weighed = this.comparison.compare({ ...clause, needed }, { statement, written, share });
        if (!weighed) continue;
        if (weighed.contrary) contrary.push(weighed);
        if (weighed.decision && (!best || weighed.fit > best.fit)) best = weighed;
      }
    }
    if (best?.decision?.verdict === 'REFUTED') return best;
    const mistake = mistakeIn(clause, all);
    if (mistake) return best ? undefined : { ...mistake, covered: 1 };
    if (best && !contrary.some((other) => outweighs(other, best))) return best;
    if (contrary.length > 0) return undefined;
    const together = coveredTogether(clause, agreed, this.comparison);
    if (together) return together;
    const truth = truthIn(clause, near, this.comparison);
    return truth && { ...truth, covered: 1 };
  }
}

/** What says the contrary says as much of a clause as what supports it. */
function outweighs(contrary: Weighed, supporting: Weighed | undefined): boolean {
  if (!supporting) return true;
  return contrary.covered > supporting.covered - 0.05 && contrary.fit > supporting.fit - PREFERENCE;
}

/** Every place within the items that begin at the given places: a word is settled with the item it stands in. */
function wordsWithin({ chunks }: Scene, starts: ReadonlySet<number>): Set<number> {
  const places = new Set<number>();
  for (const { start, end } of chunks.flatMap(({ items }) => items))
    if (starts.has(start)) for (let place = start; place < end; place++) places.add(place);
  return places;
}

/** All clauses of a sentence as one. */
function wholeOf({ chunks }: Scene): Chunk {
  return { items: chunks.flatMap(({ items }) => items), role: 'main', subjects: chunks[0]?.subjects ?? [] };
}

/** The value of a function, worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether enough is to be accounted for that a statement can agree with it; statements are read only then. */
function canAgree(needed: readonly Term[]): boolean {
  return needed.some(isTelling) && needed.reduce((sum, { weight }) => sum + weight, 0) >= LEAST;
}

function toAssessed(
  { items }: Chunk,
  { language }: Scene,
  { decision, subject, id }: { decision: Decision; subject: Argument; id: EntityId },
  predicates: readonly Predicate[],
): Assessed | undefined {
  const [fact] = decision.facts;
  const predicate = predicates.find((candidate) => candidate.id === fact?.predicate);
  const first = items[0];
  const last = items.filter(({ type }) => type !== 'punct').at(-1);
  if (!predicate || !first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  const text = items.map(({ surface }) => surface).join(language === 'zh' ? '' : ' ');
  return assessedWhole({ span, text, language, layer: 'statement', subject, id, predicate, decision });
}
