import type { Assessed } from '../assessment/assessor.ts';
import { type Decision, refuted, supported } from '../assessment/decision.ts';
import type { Judgement } from '../assessment/judge.ts';
import type { Wording } from '../assessment/wording.ts';
import type { Argument, Claim } from '../claims/claim.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Entailment, Pair, PairReader } from './entailment-model.ts';
import { type Evidence, EvidenceFinder } from './evidence.ts';
import type { Forest } from './forest.ts';
import { type Read, type Reading, signsOf } from './signs.ts';

/** How many truths, and how many mistakes, a sentence is read beside. */
const TRUTHS = 4;
const MISTAKES = 2;

/** What decides: the reader of pairs, and what weighs its answers. */
export interface Deciders {
  readonly reader: PairReader;
  readonly forest: Pick<Forest, 'weigh' | 'least'>;
}

/**
 * Decides what no other layer could: reads a sentence beside what the knowledge says that is nearest to it, with a small
 * classifier of sentence pairs, and weighs what that shows. A verdict rests on the facts read, as in every layer.
 */
export class EntailmentJudge {
  private readonly knowledge: KnowledgeBase;
  private readonly finder: EvidenceFinder;
  private readonly deciders: Deciders;

  constructor(knowledge: KnowledgeBase, { wording, ...deciders }: Deciders & { wording: Wording }) {
    this.knowledge = knowledge;
    this.finder = new EvidenceFinder(knowledge, wording);
    this.deciders = deciders;
  }

  /** What the evidence decides of a sentence as a whole; undefined where it settles nothing. */
  async judge(scene: Scene, judgement: Judgement): Promise<Assessed | undefined> {
    const read = await this.read(scene, judgement);
    const decision = read && this.decide(read);
    return decision && this.toAssessed(scene, decision);
  }

  /** A sentence beside the evidence on it; undefined where there is none. */
  async read(scene: Scene, { assessed }: Judgement): Promise<Read | undefined> {
    const { text, language } = scene;
    const subjects = this.subjectsOf(scene);
    const about = [...new Set(subjects.flatMap(({ entities }) => entities.slice(0, 2)))];
    const found = this.finder.find(text, about, { language, truths: TRUTHS, mistakes: MISTAKES });
    if (found.truths.length === 0) return undefined;
    const whole = found.truths.length > 1 ? [joined(found.truths)] : [];
    const evidence = [...found.truths, ...found.mistakes, ...whole];
    const shown = await this.deciders.reader.read(
      evidence.map((item): Pair => ({ premise: item.text, sentence: text })),
    );
    const readings = evidence.flatMap((item, index) => toReading(item, shown[index]));
    const verdicts = assessed.map(({ decision }) => decision.verdict);
    return {
      text,
      language,
      things: subjects.flatMap(({ entities, inherited }) => (inherited ? [] : entities.slice(0, 1))),
      topic: subjects[0]?.entities.slice(0, 2) ?? [],
      truths: readings.slice(0, found.truths.length),
      mistakes: readings.slice(found.truths.length, found.truths.length + found.mistakes.length),
      together: whole.length > 0 ? readings.at(-1) : undefined,
      covered: found.covered,
      parts: {
        supported: verdicts.filter((verdict) => verdict === 'SUPPORTED').length,
        open: verdicts.filter((verdict) => verdict === 'NOT_ENOUGH_INFO').length,
      },
    };
  }

  private decide(read: Read): Decision | undefined {
    const { forest } = this.deciders;
    const likelihood = forest.weigh(signsOf(read));
    const { truths, mistakes } = read;
    if (likelihood.supported >= forest.least.supported)
      return supported(strongest(truths, 'entailed')?.evidence.facts ?? [], likelihood.supported);
    if (likelihood.refuted < forest.least.refuted) return undefined;
    const denied = strongest(truths, 'contradicted');
    const mistake = strongest(mistakes, 'entailed');
    const told = mistake && mistake.shows.entailed > (denied?.shows.contradicted ?? 0) ? mistake : denied;
    // what is known of something that the sentence names in passing may speak of it otherwise without denying the sentence
    const facts = told?.evidence.facts.filter(({ subject }) => read.topic.includes(subject)) ?? [];
    return refuted('said-otherwise', facts, likelihood.refuted);
  }

  /** What a sentence names, or else what it is about without naming it. */
  private subjectsOf({ chunks, context = [] }: Scene): Argument[] {
    const named = chunks
      .flatMap(({ items }) => items)
      .map(({ start, end, surface, entities }): Argument => ({ start, end, text: surface, entities }))
      .filter((argument) => this.isThing(argument));
    if (named.length > 0) return named;
    const inherited = [...chunks.flatMap(({ subjects }) => subjects), ...context];
    return inherited
      .filter((argument) => this.isThing(argument))
      .slice(0, 1)
      .map((argument) => ({ ...argument, inherited: true }));
  }

  private isThing({ entities: [first] }: Argument): boolean {
    return first !== undefined && !this.knowledge.isVocabulary(first);
  }

  private toAssessed(scene: Scene, decision: Decision): Assessed | undefined {
    const [fact] = decision.facts;
    const predicate = fact && this.knowledge.ontology.predicates.get(fact.predicate);
    if (!fact || !predicate) return undefined;
    const { text, language } = scene;
    const start = text.length - text.trimStart().length;
    const span = { start, end: text.trimEnd().length };
    const subject = this.subjectsOf(scene).find(({ entities }) => entities.includes(fact.subject));
    const reading = {
      predicate,
      subject: subject ?? { ...span, text: '', entities: [fact.subject], inherited: true },
      object: { ...span, text: text.trim(), entities: [] },
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
      layer: 'entailment',
      language,
    };
    return { claim, reading, subject: fact.subject, object: undefined, decision };
  }
}

/** All truths as one, for sentences that no single one settles. */
function joined(truths: readonly Evidence[]): Evidence {
  const text = truths.map((truth) => truth.text).join(' | ');
  return { facts: truths.flatMap(({ facts }) => facts), text, mistaken: false, covered: 0, said: 0 };
}

function toReading(evidence: Evidence, shows: Entailment | undefined): Reading[] {
  return shows ? [{ evidence, shows }] : [];
}

function strongest(readings: readonly Reading[], way: keyof Entailment): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (best, reading) => (best && best.shows[way] >= reading.shows[way] ? best : reading),
    undefined,
  );
}
