import type { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import { withoutMarks } from '../knowledge/without-marks.ts';
import { tokensOf } from '../text/tokens.ts';

/** Something that the knowledge says of a thing, in words: what is true of it, or what is wrongly said instead. */
export interface Evidence {
  readonly facts: readonly Fact[];
  /** Opens with the thing's name. */
  readonly text: string;
  readonly mistaken: boolean;
  /** The share of the sentence that it says, and of it that the sentence says; 0…1, rarer words weigh more. */
  readonly covered: number;
  readonly said: number;
}

/** What was found on a sentence. */
export interface Found {
  /** Nearest first. */
  readonly truths: readonly Evidence[];
  readonly mistakes: readonly Evidence[];
  /** The share of the sentence that all truths together say. */
  readonly covered: number;
}

interface Candidate extends Pick<Evidence, 'facts' | 'text' | 'mistaken'> {
  readonly tokens: ReadonlySet<string>;
}

interface Scored {
  readonly candidate: Candidate;
  /** The weights of the words that both have, and of all of the candidate's. */
  readonly shared: number;
  readonly whole: number;
  readonly score: number;
}

/** How many values of one relation stand in a line. */
const VALUES = 8;
/** How many things a sentence names are looked at. */
const THINGS = 4;

/** Finds what the knowledge says that is nearest to a sentence, by the rarer words they share. */
export class EvidenceFinder {
  private readonly knowledge: KnowledgeBase;
  private readonly wording: Wording;
  private readonly known = new Map<string, readonly Candidate[]>();
  private readonly rarities = new Map<Language, Rarity>();

  constructor(knowledge: KnowledgeBase, wording: Wording) {
    this.knowledge = knowledge;
    this.wording = wording;
  }

  /** The evidence on a sentence about some things. */
  find(
    sentence: string,
    about: readonly EntityId[],
    { language, truths, mistakes }: { language: Language; truths: number; mistakes: number },
  ): Found {
    const asked = new Set(tokensOf(sentence));
    const rarity = this.rarityIn(language);
    const scored = about
      .slice(0, THINGS)
      .flatMap((id) => this.candidatesOf(id, language))
      .map((candidate) => score(candidate, asked, rarity))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.score - a.score);
    const all = rarity.of(asked);
    const nearest = (mistaken: boolean, most: number) =>
      best(
        scored.filter(({ candidate }) => candidate.mistaken === mistaken),
        most,
      );
    const told = nearest(false, truths);
    const together = new Set(
      told.flatMap(({ candidate }) => [...candidate.tokens]).filter((token) => asked.has(token)),
    );
    const toEvidence = ({ candidate: { facts, text, mistaken }, shared, whole }: Scored): Evidence => ({
      facts,
      text,
      mistaken,
      covered: shared / all,
      said: shared / whole,
    });
    return {
      truths: told.map(toEvidence),
      mistakes: nearest(true, mistakes).map(toEvidence),
      covered: all === 0 ? 0 : rarity.of(together) / all,
    };
  }

  private candidatesOf(id: EntityId, language: Language): readonly Candidate[] {
    const key = `${language} ${id}`;
    let known = this.known.get(key);
    if (!known) {
      known = [...this.statementsOf(id, language), ...this.relationsOf(id, language)];
      this.known.set(key, known);
    }
    return known;
  }

  private *statementsOf(id: EntityId, language: Language): Generator<Candidate> {
    const label = this.wording.label(id, language);
    const colon = language === 'zh' ? '：' : ': ';
    for (const facts of this.knowledge.allFactsOf(id).values()) {
      for (const fact of facts) {
        for (const { text, mistaken } of wordingsOf(fact, language))
          yield { facts: [fact], text: `${label}${colon}${text}`, mistaken, tokens: new Set(tokensOf(text)) };
      }
    }
  }

  /** A line for each relation with its values. */
  private *relationsOf(id: EntityId, language: Language): Generator<Candidate> {
    const label = this.wording.label(id, language);
    for (const [predicate, all] of this.knowledge.allFactsOf(id)) {
      const facts = all.filter(({ value }) => value.type !== 'url' && !(value.type === 'text' && value.wordings));
      if (facts.length === 0) continue;
      const name = this.wording.predicate(predicate, language);
      for (let start = 0; start < facts.length; start += VALUES) {
        const part = facts.slice(start, start + VALUES);
        const values = part.map((fact) => this.wording.valueOf(fact, language)).join(language === 'zh' ? '、' : ', ');
        const text = language === 'zh' ? `${label}——${name}：${values}` : `${label} – ${name}: ${values}`;
        yield { facts: part, text, mistaken: false, tokens: new Set(tokensOf(`${name} ${values}`)) };
      }
    }
  }

  private rarityIn(language: Language): Rarity {
    let known = this.rarities.get(language);
    if (!known) {
      known = new Rarity(this.knowledge.facts.flatMap((fact) => wordingsOf(fact, language).map(({ text }) => text)));
      this.rarities.set(language, known);
    }
    return known;
  }
}

/** How rare words are in what the knowledge says: inverse document frequencies. */
class Rarity {
  private readonly counts = new Map<string, number>();
  private readonly total: number;

  constructor(texts: readonly string[]) {
    this.total = texts.length;
    for (const text of texts)
      for (const token of new Set(tokensOf(text))) this.counts.set(token, (this.counts.get(token) ?? 0) + 1);
  }

  /** The weight of some words together. */
  of(tokens: Iterable<string>): number {
    let sum = 0;
    for (const token of tokens) sum += Math.log(1 + this.total / (1 + (this.counts.get(token) ?? 0)));
    return sum;
  }
}

function wordingsOf({ value, rank }: Fact, language: Language): { text: string; mistaken: boolean }[] {
  if (value.type !== 'text' || rank === 'deprecated') return [];
  const { wordings, mistaken } = value;
  return [
    ...(wordings?.[language] ?? []).map((text) => ({ text: withoutMarks(text), mistaken: false })),
    ...(mistaken?.[language] ?? []).map((text) => ({ text, mistaken: true })),
  ];
}

/** The weight of the words that sentence and candidate share; less where the candidate says much else. */
function score(candidate: Candidate, asked: ReadonlySet<string>, rarity: Rarity): Scored {
  const whole = rarity.of(candidate.tokens);
  const shared = rarity.of([...candidate.tokens].filter((token) => asked.has(token)));
  return { candidate, shared, whole, score: shared / Math.sqrt(whole + 10) };
}

/** The first few, each fact once. */
function best(scored: readonly Scored[], most: number): Scored[] {
  const told = new Set<Fact>();
  const found: Scored[] = [];
  for (const item of scored) {
    const { facts } = item.candidate;
    if (found.length >= most || facts.every((fact) => told.has(fact))) continue;
    for (const fact of facts) told.add(fact);
    found.push(item);
  }
  return found;
}
