import type { Chunk } from '../claims/chunk.ts';
import type { Argument, Claim } from '../claims/claim.ts';
import { type Content, ContentReader, isOtherFigure, shareOf, type Term, together } from '../claims/content.ts';
import { isFunctionWord } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import { Words } from '../claims/words.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Linker } from '../linking/linker.ts';
import type { Assessed } from './assessor.ts';
import { type Decision, refuted, supported } from './decision.ts';
import {
  agreement,
  type Clause,
  coverage,
  isBehind,
  isDenied,
  isProper,
  isTelling,
  type Statement,
  sameNeighbour,
  sameSort,
  shareOfTerm,
  swapped,
  type Written,
} from './statement-fit.ts';
import { isActedOn, isDoer, isRemote, subjectsOf } from './statement-subjects.ts';

/** How much of what a clause says a statement must say too, to support it. */
const SUPPORTING = 0.8;
/** How much of the rest of a clause, and of the rest of a statement, must agree for another value to be wrong. */
const AGREEING = 0.7;
const FRAMING = 0.6;
/** What a supporting statement may fit less than a refuting one. */
const PREFERENCE = 0.3;
/** The least that must agree, in words. */
const LEAST = 1.5;

/** What of a sentence has an account already, by the starts of its items. */
export interface Accounts {
  readonly settled: ReadonlySet<number>;
  /** Of these, what the knowledge ties to the rest while no word does: a statement may say it as well. */
  readonly tied: ReadonlySet<number>;
}

/** A decision with how much clause and wording say of each other. */
interface Weighed {
  readonly decision: Decision;
  readonly fit: number;
}

/**
 * Compares clauses with what the knowledge says of their things in free words. A clause is supported where a statement says
 * (nearly) all that it says; refuted where it says the same with another value in the marked place, or denies it.
 */
export class Statements {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly reader: ContentReader;
  private readonly words: Words;
  private readonly predicates: readonly Predicate[];
  private readonly known = new Map<EntityId, readonly Statement[]>();

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.words = new Words(knowledge.ontology.data);
    this.reader = new ContentReader(knowledge, this.words);
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ free }) => free);
  }

  /** What the statements decide of a sentence. */
  judge(scene: Scene, given: Accounts): Assessed[] {
    if (this.predicates.length === 0) return [];
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
    let best: (Weighed & { readonly subject: Argument; readonly id: EntityId }) | undefined;
    const tried = new Set<EntityId>();
    for (const subject of subjectsOf(chunk, scene)) {
      for (const id of subject.entities.slice(0, 2)) {
        if (tried.has(id)) continue;
        tried.add(id);
        if (!this.isSpokenOf(id)) continue;
        const content = read();
        const own = (term: Term) => term.ids.includes(id) || (!subject.inherited && term.start === subject.start);
        const optional = (term: Term) => tied.has(term.start) && !isDoer(term, scene);
        const needed = content.terms.filter((term) => !own(term) && (!settled.has(term.start) || tied.has(term.start)));
        if (!canAgree(needed)) continue;
        const statements = this.statementsOf(id, scene.language);
        if (isBehind({ chunk, content, subject, id }, statements)) continue;
        const weighed = this.decide({ content, needed, optional, subject: id }, statements);
        if (weighed?.decision.verdict === 'REFUTED' && (isRemote(subject, chunk) || isActedOn(subject, chunk)))
          continue;
        if (weighed && (!best || weighed.fit > best.fit)) best = { ...weighed, subject, id };
      }
    }
    return best && toAssessed(chunk, scene, best, this.predicates);
  }

  private decide(clause: Clause, statements: readonly Statement[]): Weighed | undefined {
    let best: Weighed | undefined;
    const telling = clause.needed.filter(isTelling);
    for (const statement of statements) {
      if (!telling.some((term) => shareOfTerm(term, statement) >= 0.5)) continue;
      const shares = new Map(clause.needed.map((term) => [term, shareOfTerm(term, statement)]));
      const share = (term: Term) => shares.get(term) ?? 0;
      if (agreement(clause.needed, share) < LEAST) continue;
      const needed = withoutUnsaid(clause, share);
      for (const written of statement.written) {
        const weighed = this.compare({ ...clause, needed }, { statement, written, share });
        if (weighed && (!best || weighed.fit > best.fit)) best = weighed;
      }
    }
    return best;
  }

  private compare(
    clause: Clause,
    { statement, written, share }: { statement: Statement; written: Written; share: (term: Term) => number },
  ): Weighed | undefined {
    const { fact, written: all } = statement;
    const { content, needed, subject } = clause;
    const open = needed.filter((term) => share(term) < 0.5);
    const rivals = this.rivals(
      open.filter((term) => !clause.optional(term)),
      clause,
      written,
    );
    const others = needed.filter((term) => !rivals.includes(term));
    if (agreement(others, share) < LEAST) return undefined;
    if (open.some((term) => (term.type !== 'word' || term.sole) && !rivals.includes(term))) return undefined;
    const frame = coverage(
      written.frame.filter(({ ids }) => !ids.includes(subject)),
      (term) => shareOf(term, content),
    );
    const covered = coverage(others, share);
    const fit = covered + frame;
    const otherwise = () => ({ decision: refuted('said-otherwise', [fact], 0.6 + 0.2 * frame), fit });
    const said = written.value.every((term) => shareOf(term, content) >= 0.5);
    if (rivals.length > 0) {
      const exactly = (other: Written) =>
        other.value.length > 0 && other.value.every((term) => shareOf(term, content) >= 0.99);
      return !all.some(exactly) && covered >= AGREEING && frame >= FRAMING ? otherwise() : undefined;
    }
    // What makes the statement true must be said to support it.
    if (!said || covered < SUPPORTING || this.differs(clause, all)) return undefined;
    if (isDenied(clause, all)) return covered >= 0.85 && frame >= FRAMING ? otherwise() : undefined;
    if (denies(content) && !all.some((other) => denies(other.content))) return undefined;
    return { decision: supported([fact], 0.6 + 0.3 * covered), fit: fit + PREFERENCE };
  }

  /** What stands in a clause where the statement has its marked value. */
  private rivals(open: readonly Term[], { content }: Clause, { content: theirs, value }: Written): Term[] {
    const missing = value.filter((term) => shareOf(term, content) < 0.99);
    return open.filter((term) =>
      missing.some(
        (right) =>
          this.rival(term, right) || (isProper(term) && isProper(right) && sameNeighbour(term, content, right, theirs)),
      ),
    );
  }

  private rival(term: Term, right: Term): boolean {
    if (term.type === 'number')
      return right.type === 'number' && !term.share && (term.counts === right.counts || !term.counts || !right.counts);
    if (term.type === 'date') return right.type === 'date';
    return sameSort(term, right) || this.contrasting(term, right);
  }

  private contrasting(a: Term, b: Term): boolean {
    const sets = new Set(b.words.flatMap(({ text }) => this.words.contrastsOf(text)));
    return (
      a.words.some(({ text }) => this.words.contrastsOf(text).some((set) => sets.has(set))) &&
      !a.words.some(({ text }) => b.words.some((other) => other.text === text))
    );
  }

  /** The clause has another name, figure, date or contrasting word than the statement, or the same in another order. */
  private differs({ content, subject }: Clause, all: readonly Written[]): boolean {
    const own = (term: Term) => term.ids.includes(subject);
    const theirs = all
      .flatMap((other) => other.content.terms)
      .filter((term) => !own(term) && shareOf(term, content) < 0.5);
    const unsaid = content.terms.filter(
      (term) => !own(term) && all.every((other) => shareOf(term, other.content) < 0.5),
    );
    const rival = (a: Term, b: Term) =>
      (a.type === b.type && (a.type === 'number' || a.type === 'date')) || sameSort(a, b) || this.contrasting(a, b);
    return (
      content.terms.some((term) => all.every((other) => isOtherFigure(term, other.content))) ||
      unsaid.some((term) => theirs.some((other) => rival(term, other))) ||
      all.every((other) => swapped(content, other))
    );
  }

  private isSpokenOf(id: EntityId): boolean {
    return this.predicates.some((predicate) => this.knowledge.factsOf(id, predicate.id).length > 0);
  }

  private statementsOf(id: EntityId, language: Language): readonly Statement[] {
    const key = `${language} ${id}`;
    let known = this.known.get(key);
    if (!known) {
      known = this.predicates
        .flatMap((predicate) => this.knowledge.factsOf(id, predicate.id))
        .map((fact) => ({ fact, written: this.writtenIn(fact, language) }));
      this.known.set(key, known);
    }
    return known;
  }

  private writtenIn({ value }: Fact, language: Language): Written[] {
    const texts = value.type === 'text' ? (value.wordings?.[language] ?? []) : [];
    return texts.map((text) => {
      const open = text.indexOf('{');
      const close = text.indexOf('}') - 1;
      const content = this.reader.read(this.linker.linkAnew(text.replaceAll(/[{}]/gu, '')));
      // A date is marked as a whole, wherever in it the mark stands.
      const inside = ({ start, end }: Term) => open >= 0 && start < close && end > open;
      const order = [...new Set(content.terms.flatMap(({ words }) => words.map((word) => word.text)))];
      return {
        content,
        value: content.terms.filter(inside),
        frame: content.terms.filter((term) => !inside(term)),
        order: this.opposed(order),
      };
    });
  }

  /** The words of a statement that contrast with another word of it. */
  private opposed(words: readonly string[]): string[] {
    const sets = (word: string) => this.words.contrastsOf(word);
    return words.filter((word) =>
      words.some((other) => other !== word && sets(other).some((set) => sets(word).includes(set))),
    );
  }
}

/** Without what a statement may leave out; where it says one thing of a sort, the others of that sort are needed too. */
function withoutUnsaid({ needed, optional }: Clause, share: (term: Term) => number): Term[] {
  const said = needed.filter((term) => share(term) >= 0.5);
  const also = said.filter(optional);
  return needed.filter(
    (term) =>
      said.includes(term) ||
      !optional(term) ||
      also.some((other) => sameSort(term, other) || (term.ids.length === 0 && term.type === other.type)),
  );
}

function denies({ terms }: Content): boolean {
  return terms.some(({ denied }) => denied);
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
  const reading = {
    predicate,
    subject,
    object: { ...span, text, entities: [] },
    weak: false,
    timing: 'during' as const,
    qualifiers: {},
  };
  const claim: Claim = {
    ...span,
    readings: [reading],
    negated: false,
    only: false,
    siblings: [],
    past: false,
    layer: 'statement',
    language,
  };
  return { claim, reading, subject: id, object: undefined, decision };
}
