import type { Ontology, Predicate } from '../knowledge/ontology.ts';
import { parsePattern } from '../knowledge/phrasing-grammar.ts';
import { fold } from '../text/fold.ts';

/** Longest label that can be a key, in characters. */
const LONGEST_KEY = 40;
/** What stands around a key without being part of it. */
const FRAME = /^[\s*_#>·•\-–—]+|[\s*_:：?？.。]+$|\s*[(（][^()（）]*[)）]\s*/gu;

/** The words by which tables and lists name predicates: labels, the nouns of phrasings, and what questions ask by. */
export class TableKeys {
  private readonly predicates = new Map<string, Set<Predicate>>();

  constructor(ontology: Ontology) {
    const kinds = kindWords(ontology);
    for (const predicate of ontology.predicates.values()) {
      if (predicate.free) continue;
      const listed = [ontology.questions.asked[predicate.id], ontology.data.headings[predicate.id]];
      const words = listed.flatMap((names) => [...(names?.en ?? []), ...(names?.zh ?? [])]);
      const nouns = nounsOf(predicate).filter((noun) => !kinds.has(fold(noun)));
      for (const word of [predicate.label.en, predicate.label.zh, ...words, ...nouns]) this.add(word, predicate);
    }
  }

  /** The predicates that a key, a heading of a column or a label can mean; none where it is no such word. */
  read(key: string): readonly Predicate[] {
    if (key.length > LONGEST_KEY) return [];
    const plain = fold(key.replace(FRAME, ' ').trim());
    for (const form of [plain, plain.replace(/(?<=[a-z]{3})s$/u, ''), plain.replace(/\s+/gu, '')]) {
      const found = this.predicates.get(form);
      if (found) return [...found];
    }
    const parts = plain.split(/\s*(?:\/|、|&|,|\bor\b|或)\s*/u).filter(Boolean);
    return parts.length > 1 ? [...new Set(parts.flatMap((part) => this.read(part)))] : [];
  }

  private add(word: string, predicate: Predicate): void {
    const whole = fold(word.trim());
    for (const key of new Set([whole, whole.replace(/ (?:in|by|at|on|of|for)$/u, '')])) {
      const known = this.predicates.get(key) ?? new Set();
      this.predicates.set(key, known.add(predicate));
    }
  }
}

/** What heads a column of things («Framework») is no key. */
function kindWords({ data }: Ontology): Set<string> {
  const words = Object.values(data.kinds).flatMap(({ label, nouns }) => [label.en, label.zh, ...nouns.en, ...nouns.zh]);
  return new Set(words.flatMap((word) => (word ? [fold(word)] : [])));
}

/** The relational nouns of a predicate's phrasings that are held by its object («{o} [founder] of {s}»). */
function nounsOf(predicate: Predicate): string[] {
  return [...predicate.phrasings.en, ...predicate.phrasings.zh].flatMap(({ pattern, negative }) => {
    const { trigger, left } = parsePattern(pattern);
    const holder = left.find((element) => element.type === 'slot');
    return trigger.kind === 'noun' && !negative && holder?.type === 'slot' && holder.name === 'o' ? trigger.words : [];
  });
}
