import { assessedWhole } from '../assessment/assessed-whole.ts';
import type { Assessed } from '../assessment/assessor.ts';
import { type Decision, refuted, supported } from '../assessment/decision.ts';
import type { Judgement } from '../assessment/judge.ts';
import { keepsOpen } from '../assessment/summarise.ts';
import type { Wording } from '../assessment/wording.ts';
import type { Argument } from '../claims/claim.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Entailment, Pair, PairReader } from './entailment-model.ts';
import { type Evidence, EvidenceFinder } from './evidence.ts';
import type { Forest } from './forest.ts';
import { type Read, type Reading, signsOf } from './signs.ts';

/** How many truths, and how many mistakes, a sentence is read beside. */
const TRUTHS = 4;
const MISTAKES = 2;
const NOTHING: Entailment = { entailed: 0, contradicted: 0 };

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

  constructor(knowledge: KnowledgeBase, wording: Wording, deciders: Deciders) {
    this.knowledge = knowledge;
    this.finder = new EvidenceFinder(knowledge, wording);
    this.deciders = deciders;
  }

  /** The same verdicts on a sentence, or with what the evidence decides of it as a whole in the place of what was left open. */
  async reread(scene: Scene, judgement: Judgement): Promise<Judgement> {
    if (!isOpen(judgement)) return judgement;
    const subjects = this.subjectsOf(scene);
    const read = await this.read(scene, subjects, judgement);
    const decision = read && this.decide(read);
    const found = decision && this.toAssessed(scene, subjects, decision);
    return found ? withFound(judgement, found) : judgement;
  }

  /** A sentence beside the evidence on it; undefined where there is none. */
  private async read(
    { text, language }: Scene,
    subjects: readonly Argument[],
    { assessed }: Judgement,
  ): Promise<Read | undefined> {
    const about = [...new Set(subjects.flatMap(({ entities }) => entities.slice(0, 2)))];
    const { truths, mistakes, covered } = this.finder.find(text, about, {
      language,
      truths: TRUTHS,
      mistakes: MISTAKES,
    });
    if (truths.length === 0) return undefined;
    const premises = [...truths, ...mistakes].map((evidence) => evidence.text);
    if (truths.length > 1) premises.push(truths.map((truth) => truth.text).join(' | '));
    const shown = await this.deciders.reader.read(premises.map((premise): Pair => ({ premise, sentence: text })));
    const reading = (evidence: Evidence, index: number): Reading => ({ evidence, shows: shown[index] ?? NOTHING });
    const verdicts = assessed.map(({ decision }) => decision.verdict);
    return {
      text,
      language,
      things: subjects.flatMap(({ entities, inherited }) => (inherited ? [] : entities.slice(0, 1))),
      topic: subjects[0]?.entities.slice(0, 2) ?? [],
      truths: truths.map(reading),
      mistakes: mistakes.map((evidence, index) => reading(evidence, truths.length + index)),
      together: shown[truths.length > 1 ? premises.length - 1 : 0] ?? NOTHING,
      covered,
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

  private toAssessed(
    { text, language }: Scene,
    subjects: readonly Argument[],
    decision: Decision,
  ): Assessed | undefined {
    const [fact] = decision.facts;
    const predicate = fact && this.knowledge.ontology.predicates.get(fact.predicate);
    if (!fact || !predicate) return undefined;
    const span = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
    const id = fact.subject;
    const subject = subjects.find(({ entities }) => entities.includes(id)) ?? {
      ...span,
      text: '',
      entities: [id],
      inherited: true,
    };
    return assessedWhole({
      span,
      text: text.trim(),
      language,
      layer: 'entailment',
      subject,
      id,
      predicate,
      decision,
    });
  }
}

/** Whether nothing false was found in a sentence, and something was left undecided. */
function isOpen({ assessed, residues }: Judgement): boolean {
  if (assessed.some(({ decision }) => decision.verdict === 'REFUTED' || decision.verdict === 'CONFLICTING'))
    return false;
  if (residues.some(({ reason }) => reason === 'not-checkable')) return false;
  return assessed.length === 0 || residues.length > 0 || assessed.some((item) => isUndecided(item));
}

function isUndecided({ decision, claim }: Assessed): boolean {
  return keepsOpen(decision.verdict, claim.layer);
}

function withFound({ assessed, residues }: Judgement, found: Assessed): Judgement {
  const decided = assessed.filter((item) => !isUndecided(item));
  return { assessed: [...decided, found], residues: found.decision.verdict === 'SUPPORTED' ? [] : residues };
}

function strongest(readings: readonly Reading[], way: keyof Entailment): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (best, reading) => (best && best.shows[way] >= reading.shows[way] ? best : reading),
    undefined,
  );
}
