import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { editDistance } from '../linking/fuzzy.ts';
import { fold } from '../text/fold.ts';

const WORD = /[a-z]{5,}/gu;
/** From this length on two slips are forgiven, below it one. */
const LONG = 9;

/** Corrects slips of the pen in words that nothing explains, by the words of names and of the ontology. */
export class Spelling {
  private readonly knowledge: KnowledgeBase;
  private words: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** The text with words among `unknown` replaced by the only known one nearby; undefined where none is. */
  correct(text: string, unknown: readonly string[]): string | undefined {
    let result = text;
    for (const word of unknown) {
      const nearest = /^[a-z]{5,}$/u.test(word) ? this.nearest(word) : undefined;
      if (nearest !== undefined) result = result.replace(new RegExp(`\\b${word}\\b`, 'iu'), nearest);
    }
    return result === text ? undefined : result;
  }

  private nearest(word: string): string | undefined {
    this.words ??= this.collect();
    const reach = word.length >= LONG ? 2 : 1;
    const near = (this.words.get(word.charAt(0)) ?? [])
      .filter((known) => Math.abs(known.length - word.length) <= reach)
      .map((known) => ({ known, distance: editDistance(word, known, reach) }))
      .filter(({ distance }) => distance > 0 && distance <= reach)
      .sort((a, b) => a.distance - b.distance);
    const [best, next] = near;
    return best && best.distance !== next?.distance ? best.known : undefined;
  }

  /** Latin words of names, labels and phrasings, by their first letter. */
  private collect(): Map<string, string[]> {
    const { entities, ontology } = this.knowledge;
    const texts = [
      ...[...entities.values()].flatMap(({ aliases }) => aliases.map(({ text }) => text)),
      ...[...ontology.predicates.values()].flatMap(({ label, phrasings }) => [
        label.en,
        ...(phrasings.en ?? []).map((phrasing) => (typeof phrasing === 'string' ? phrasing : phrasing.pattern)),
      ]),
      ...Object.values(ontology.questions.asked).flatMap(({ en }) => en),
    ];
    const byInitial = new Map<string, Set<string>>();
    for (const text of texts)
      for (const [word] of fold(text).matchAll(WORD)) {
        const words = byInitial.get(word.charAt(0)) ?? new Set();
        byInitial.set(word.charAt(0), words.add(word));
      }
    return new Map([...byInitial].map(([initial, words]) => [initial, [...words]]));
  }
}
