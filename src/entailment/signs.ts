import type { EntityId, Language } from '../knowledge/model.ts';
import type { Entailment } from './entailment-model.ts';
import type { Evidence } from './evidence.ts';

/** A piece of evidence, with what it shows of the sentence. */
export interface Reading {
  readonly evidence: Evidence;
  readonly shows: Entailment;
}

/** A sentence with the evidence read beside it. */
export interface Read {
  readonly text: string;
  readonly language: Language;
  /** The things that the sentence names. */
  readonly things: readonly EntityId[];
  /** What the first of them can be, or what the sentence is about without naming it. */
  readonly topic: readonly EntityId[];
  /** What is true, nearest first. */
  readonly truths: readonly Reading[];
  /** What is wrongly said, nearest first. */
  readonly mistakes: readonly Reading[];
  /** What all truths as one show; of a single one the same as that. */
  readonly together: Entailment;
  /** The share of the sentence's words that the truths together say. */
  readonly covered: number;
  /** How many parts of the sentence other layers support, and leave open. */
  readonly parts: { readonly supported: number; readonly open: number };
}

const FIGURE = /\d+(?:\.\d+)?/gu;

/** What speaks for and against a sentence, as numbers. */
export function signsOf({ text, language, things, truths, mistakes, together, covered, parts }: Read) {
  const [nearest] = truths;
  const [nearestMistake] = mistakes;
  const known = new Set(
    truths.flatMap(({ evidence }) =>
      evidence.facts.flatMap(({ subject, value }) => (value.type === 'entity' ? [subject, value.id] : [subject])),
    ),
  );
  const told = truths.map(({ evidence }) => evidence.text).join(' ');
  return {
    entailedAlone: most(truths, 'entailed'),
    contradictedAlone: most(truths, 'contradicted'),
    entailedTogether: together.entailed,
    contradictedTogether: together.contradicted,
    mistakeEntailed: most(mistakes, 'entailed'),
    mistakeContradicted: most(mistakes, 'contradicted'),
    nearestEntailed: nearest?.shows.entailed ?? 0,
    nearestContradicted: nearest?.shows.contradicted ?? 0,
    nearestMistakeEntailed: nearestMistake?.shows.entailed ?? 0,
    nearestMistakeContradicted: nearestMistake?.shows.contradicted ?? 0,
    covered: nearest?.evidence.covered ?? 0,
    said: nearest?.evidence.said ?? 0,
    coveredTogether: covered,
    mistakeCovered: nearestMistake?.evidence.covered ?? 0,
    mistakeSaid: nearestMistake?.evidence.said ?? 0,
    newFigures: (text.match(FIGURE) ?? []).filter((figure) => !told.includes(figure)).length,
    strangers: things.filter((id) => !known.has(id)).length,
    chinese: language === 'zh' ? 1 : 0,
    length: language === 'zh' ? text.length / 2 : text.split(' ').length,
    supportedParts: parts.supported,
    openParts: parts.open,
  };
}

function most(readings: readonly Reading[], way: keyof Entailment): number {
  return readings.reduce((best, { shows }) => Math.max(best, shows[way]), 0);
}
