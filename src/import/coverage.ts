import type { AbstentionReason, DocumentResult } from '../assessment/result.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { Lexicon } from '../linking/lexicon.ts';
import { findNames, findUrlsAndTitles } from '../linking/names.ts';
import { type DocumentFormat, type Passage, type Sentence, toOriginal } from '../text/document.ts';
import { fold } from '../text/fold.ts';
import { readDocument } from '../text/read-document.ts';

/** What of a document the knowledge can and cannot decide: the curator's list of things to do. */
export interface Coverage {
  readonly document: string;
  readonly sentences: number;
  /** Statements understood: decided (supported, refuted, conflicting) and not; those that cannot be checked are left out. */
  readonly statements: number;
  readonly decided: number;
  /** decided / statements; 1 where there are none. */
  readonly share: number;
  /** What could not be decided, by reason, subject and predicate; most frequent first. */
  readonly undecided: readonly Gap[];
  /** Names that the knowledge does not have, most frequent first. */
  readonly unknownNames: readonly { readonly name: string; readonly count: number; readonly example: string }[];
  /** Sentences that name something and state nothing that was understood, in the document's order. */
  readonly silent: readonly {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly names: readonly string[];
  }[];
}

export interface Gap {
  readonly reason: AbstentionReason;
  readonly subject: string;
  readonly predicate: string;
  readonly count: number;
  readonly examples: readonly string[];
}

const EXAMPLES = 3;
const HAN = /\p{Script=Han}/u;

export function coverageOf(
  { text, format }: { text: string; format: DocumentFormat },
  result: DocumentResult,
  knowledge: KnowledgeBase,
): Coverage {
  const checkable = result.claims.filter(({ reason }) => reason !== 'not-checkable');
  const open = checkable.filter(({ verdict }) => verdict === 'NOT_ENOUGH_INFO');
  const decided = checkable.length - open.length;
  const names = new NameCounter(knowledge);
  const silent: Coverage['silent'][number][] = [];
  for (const { passage, sentence } of sentencesOf(text, format)) {
    const words = passage.text.slice(sentence.start, sentence.end);
    const found = names.count(words);
    const span = toOriginal(passage, sentence);
    const stated = result.claims.some(({ start, end }) => start < span.end && end > span.start);
    if (!stated && found.length > 0) silent.push({ quote: words, ...span, names: found });
  }
  return {
    document: result.document,
    sentences: result.sentences,
    statements: checkable.length,
    decided,
    share: checkable.length === 0 ? 1 : decided / checkable.length,
    undecided: gapsOf(open),
    unknownNames: names.unknown(),
    silent,
  };
}

function* sentencesOf(text: string, format: DocumentFormat): Generator<{ passage: Passage; sentence: Sentence }> {
  for (const { passages } of readDocument(text, format).segments) {
    for (const passage of passages) {
      if (passage.kind === 'code' || passage.kind === 'heading') continue;
      for (const sentence of passage.sentences) yield { passage, sentence };
    }
  }
}

function gapsOf(claims: DocumentResult['claims']): Gap[] {
  const gaps = new Map<string, Gap & { count: number; examples: string[] }>();
  for (const { reason = 'no-fact', subject, predicate, quote } of claims) {
    const key = `${reason} ${subject} ${predicate}`;
    const gap = gaps.get(key) ?? { reason, subject, predicate, count: 0, examples: [] };
    gaps.set(key, gap);
    gap.count++;
    if (gap.examples.length < EXAMPLES) gap.examples.push(quote);
  }
  return [...gaps.values()].sort((a, b) => b.count - a.count);
}

/** Finds known and unknown names in sentences and counts the unknown ones. */
class NameCounter {
  private readonly lexicon = new Lexicon();
  private readonly counts = new Map<string, { name: string; count: number; example: string }>();

  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    for (const { id, aliases } of knowledge.entities.values()) {
      for (const { text } of aliases) if (text.length > 1) this.lexicon.addEntity(fold(text), id);
    }
  }

  /** The names in a sentence, known (things, no kinds or terms) and unknown. */
  count(sentence: string): string[] {
    const known = this.knownIn(sentence);
    const covered = new Set<number>();
    for (const { start, end } of known) for (let at = start; at < end; at++) covered.add(at);
    const unknown = this.unknownIn(sentence, covered);
    for (const name of unknown) {
      const key = fold(name);
      const entry = this.counts.get(key);
      if (entry) entry.count++;
      else this.counts.set(key, { name, count: 1, example: sentence });
    }
    const things = known.filter(({ thing }) => thing).map(({ start, end }) => sentence.slice(start, end));
    return [...new Set([...things, ...unknown])];
  }

  unknown(): Coverage['unknownNames'] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count);
  }

  private knownIn(sentence: string): { start: number; end: number; thing: boolean }[] {
    const folded = fold(sentence);
    const found: { start: number; end: number; thing: boolean }[] = [];
    for (let at = 0; at < folded.length; at++) {
      const match = this.lexicon.longestAt(folded, at);
      if (!match) continue;
      const thing = match.entry.entities.some((id) => !this.knowledge.isVocabulary(id));
      found.push({ start: match.start, end: match.end, thing });
      at = match.end - 1;
    }
    return found;
  }

  private unknownIn(sentence: string, covered: ReadonlySet<number>): string[] {
    const titles = findUrlsAndTitles(sentence).filter(({ value }) => value.type === 'title');
    const spans = [...titles, ...findNames(sentence)].filter(({ start, end }) => !isCovered(start, end, covered));
    return spans.flatMap(({ start, end, value }) => {
      if (value.type === 'title') return [value.title];
      if (titles.some((title) => start >= title.start && end <= title.end)) return [];
      const pieces = leftOver(sentence, start, end, covered);
      return pieces.filter((piece) => isName(piece, start === 0));
    });
  }
}

function isCovered(start: number, end: number, covered: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (!covered.has(at)) return false;
  return true;
}

/** The runs of words of a name that no known name covers. */
function leftOver(sentence: string, start: number, end: number, covered: ReadonlySet<number>): string[] {
  const latin = !sentence.slice(start, end).includes('·');
  let text = '';
  for (let at = start; at < end; at++) {
    const character = sentence[at] ?? '';
    text += covered.has(at) || (latin && HAN.test(character)) ? '\n' : character;
  }
  return text.split('\n').flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]));
}

/** Single capitalised words that open a sentence, and function words, are no names for certain. */
function isName(piece: string, opens: boolean): boolean {
  const bare = piece.replaceAll(/^[\s,.&'’-]+|[\s,.&'’-]+$/gu, '');
  if (bare.length < 2 || !/\p{Lu}|\p{Script=Han}/u.test(bare)) return false;
  return !opens || /\s|·|\p{Lu}.*\p{Lu}|\d/u.test(bare);
}
