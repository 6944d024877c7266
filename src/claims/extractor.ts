import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type Item, oncePerTags } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import type { Language, Span } from '../text/document.ts';
import { Associator } from './association.ts';
import { type Chunk, isComparison, isName, isVerb, splitChunks } from './chunk.ts';
import { type Argument, type Claim, type Residue, toArgument } from './claim.ts';
import { ClaimBuilder } from './claim-builder.ts';
import { addComparatives, ComparisonReader } from './comparison.ts';
import { CopulaReader } from './copula.ts';
import type { Discourse } from './discourse.ts';
import { readExamples } from './examples.ts';
import { addGrammar, is, isFunctionWord, type WordTag } from './grammar.ts';
import { HandleReader } from './handle-reader.ts';
import { Matcher } from './match.ts';
import { MeasureReader } from './measures.ts';
import { NamingReader } from './naming.ts';
import { splitParentheses } from './parentheses.ts';
import { compilePhrasing, type Pattern, type TriggerTag } from './pattern.ts';
import { resolvePronouns } from './pronouns.ts';
import { rolePatterns } from './roles.ts';
import type { Scene } from './scene.ts';
import { addUnits } from './units.ts';

/** Longest stretch read at once, in UTF-16 code units. */
const LONGEST = 1500;

export interface Extraction {
  readonly claims: readonly Claim[];
  readonly residues: readonly Residue[];
  /** What the claims were read from; only of sentences read in one stretch. */
  readonly scene?: Scene;
}

/** Sentences → atomic claims, by the ontology's phrasings and a small grammar of both languages. */
export class Extractor {
  private readonly linker: Linker;
  private readonly knowledge: KnowledgeBase;
  private readonly matcher: Matcher;
  private readonly copula: CopulaReader;
  private readonly naming: NamingReader;
  private readonly measures: MeasureReader;
  private readonly comparisons: ComparisonReader;
  private readonly handles: HandleReader;
  private readonly roles: readonly Pattern[];
  readonly associator: Associator;
  private readonly isA: Predicate | undefined;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.matcher = new Matcher(knowledge);
    this.copula = new CopulaReader(knowledge, this.matcher);
    this.naming = new NamingReader(knowledge, linker);
    this.measures = new MeasureReader(this.matcher);
    this.handles = new HandleReader(knowledge);
    this.associator = new Associator(knowledge, this.matcher.types);
    this.roles = rolePatterns(knowledge.ontology);
    this.isA = knowledge.ontology.predicates.get('isA');
    addGrammar(linker.lexicon);
    addUnits(linker.lexicon, knowledge.ontology);
    addComparatives(linker.lexicon, knowledge.ontology);
    this.comparisons = new ComparisonReader(this.matcher.types);
    for (const predicate of knowledge.ontology.predicates.values()) this.addPhrasings(predicate);
  }

  private addPhrasings(predicate: Predicate): void {
    for (const language of ['en', 'zh'] as const) {
      for (const phrasing of predicate.phrasings[language]) {
        for (const [text, tag] of compilePhrasing(predicate, phrasing, language)) this.linker.lexicon.addTag(text, tag);
      }
    }
  }

  /**
   * Claims of one sentence; the discourse is read and brought up to date. Offsets count in `sentence`. What runs on
   * without end is read in stretches, so that the time stays linear.
   */
  extract(sentence: string, language: Language, discourse: Discourse): Extraction {
    if (sentence.length <= LONGEST) return this.extractStretch(sentence, language, discourse);
    const claims: Claim[] = [];
    const residues: Residue[] = [];
    for (const { start, end } of stretches(sentence)) {
      const found = this.extractStretch(sentence.slice(start, end), language, discourse);
      claims.push(...found.claims.map((claim) => moved(claim, start)));
      residues.push(...found.residues.map((residue) => moved(residue, start)));
    }
    return { claims, residues };
  }

  private extractStretch(sentence: string, language: Language, discourse: Discourse): Extraction {
    const linked = resolvePronouns(this.linker.link(sentence), discourse, this.knowledge);
    const { items, parentheses } = splitParentheses(linked);
    const builder = new ClaimBuilder(this.knowledge, language);
    for (const parenthesis of parentheses) this.naming.read(parenthesis, sentence, builder);
    this.handles.read(sentence, builder);
    const chunks = splitChunks(items);
    assignSubjects(chunks, discourse, this.knowledge);
    let subject: Argument | undefined;
    for (const chunk of chunks) {
      builder.open(chunk);
      this.readChunk(chunk, builder);
      subject ??= builder.subjectOf(chunk);
    }
    const { claims, residues } = builder.finish(chunks);
    for (const item of linked)
      if (isName(item) && !this.knowledge.isVocabulary(item.entities[0] ?? '')) discourse.mention(toArgument(item));
    const main = claims.find((claim) => claim.layer !== 'apposition')?.readings[0];
    const first = subject ?? main?.subject;
    if (first) discourse.mention({ ...first, inherited: true });
    const stating = chunks.filter((chunk, index) => !(chunks[index + 1]?.labelled && this.isTerm(chunk)));
    return { claims, residues, scene: { chunks: stating, language, used: builder.used } };
  }

  /** «子版块：…»: a label that is nothing but a term states nothing. */
  private isTerm({ items }: Chunk): boolean {
    return items.every(({ entities }) => entities.some((id) => this.knowledge.isVocabulary(id)));
  }

  private readChunk(chunk: Chunk, builder: ClaimBuilder): void {
    if (this.comparisons.read(chunk, builder) || isComparison(chunk)) return;
    chunk.items.forEach((item, index) => {
      for (const pattern of this.roles) {
        if (this.isPost(item, pattern.predicate)) this.tryPattern(chunk, index, pattern, builder, item);
      }
      for (const tag of item.tags) {
        if (tag.type === 'trigger') this.tryTag(chunk, index, tag as TriggerTag, builder);
      }
    });
    this.measures.read(chunk, builder);
    this.copula.read(chunk, builder);
    if (this.isA) readExamples(chunk, this.isA, builder);
  }

  /** A post («professor»), or a kind of those who can hold one («statistician»). */
  private isPost({ entities }: Item, { domain }: Predicate): boolean {
    const { ontology } = this.knowledge;
    return entities.some(
      (id) =>
        ontology.terms.get(id)?.vocabulary === 'role' ||
        (id.startsWith('kind/') && domain.some((kind) => ontology.ancestors(id.slice('kind/'.length)).has(kind))),
    );
  }

  private tryTag(chunk: Chunk, index: number, tag: TriggerTag, builder: ClaimBuilder): void {
    if (!voiceAgrees(chunk, index, tag) || isStopped(chunk, index) || isCompound(chunk, index, tag)) return;
    if (tag.pattern.language === 'en' && isName(chunk.items[index - 1]) && belongsToHead(chunk.items, index)) return;
    this.tryPattern(chunk, index, tag.pattern, builder, undefined, isReduced(chunk, index, tag));
  }

  private tryPattern(
    chunk: Chunk,
    index: number,
    pattern: Pattern,
    builder: ClaimBuilder,
    role?: Item,
    reduced = false,
  ): void {
    const match = this.matcher.match(chunk, index, pattern);
    const missing = reduced && [...(match?.slots.values() ?? [])].some((filler) => filler.index < 0);
    if (match && !missing) builder.add(chunk, match, role);
  }
}

/** «PyTorch, developed by», «a library released in»: a participle without «was», whose noun must stand right there. */
function isReduced(chunk: Chunk, index: number, { pattern }: TriggerTag): boolean {
  if (pattern.language !== 'en' || pattern.voice !== 'passive' || index === 0) return false;
  return isName(chunk.items[index - 1]);
}

/** «a version of X released by Y»: the participle is said of the version. */
function belongsToHead(items: readonly Item[], index: number): boolean {
  const head = items[index - 3];
  return (
    items[index - 2]?.text === 'of' && head?.type === 'word' && !isFunctionWord(head) && head.entities.length === 0
  );
}

/** Cuts an endless sentence after a comma or space, else between characters. */
function stretches(sentence: string): Span[] {
  const result: Span[] = [];
  for (let start = 0; start < sentence.length; ) {
    let end = Math.min(start + LONGEST, sentence.length);
    if (end < sentence.length) {
      const cut = sentence.slice(start, end).search(/[,，;；、\s][^,，;；、\s]*$/u);
      if (cut > LONGEST / 2) end = start + cut + 1;
      else if (/[\ud800-\udbff]/u.test(sentence[end - 1] ?? '')) end -= 1;
    }
    result.push({ start, end });
    start = end;
  }
  return result;
}

function moved<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** Whether the auxiliaries before an English verb allow the pattern's voice. */
function voiceAgrees(chunk: Chunk, index: number, tag: TriggerTag): boolean {
  const { pattern, form } = tag;
  if (pattern.language === 'zh' || form === 'noun' || form === 'fixed') return true;
  let before = index - 1;
  while (before >= 0 && is(chunk.items[before], 'adv', 'neg') && !is(chunk.items[before], 'be', 'have', 'aux'))
    before--;
  const auxiliary = chunk.items[before];
  const inside = /^(?:is|are|was|were|be|been|being) /u.test(chunk.items[index]?.text ?? '');
  const passive = (is(auxiliary, 'be') || inside) && form !== 'ing';
  const next = chunk.items[index + 1];
  const byFollows = is(next, 'agent');
  // «was developed», «PyTorch, developed by», «a framework developed by»; not «the newly created X»
  if (pattern.voice === 'passive')
    return (
      form === 'pp' &&
      !is(auxiliary, 'have') &&
      (passive || coordinated(chunk, before) || before < 0 || isName(auxiliary) || auxiliary?.type === 'punct')
    );
  if (pattern.voice === 'agentless') return !passive;
  if (form === 'pp' && pattern.voice === 'active') return is(auxiliary, 'have');
  if (form === 'past' && passive) return false;
  return !(passive && form !== 'base') && !(byFollows && form === 'past');
}

/** «博士导师», «author list»: of two relational nouns side by side the last one counts. */
function isCompound({ items }: Chunk, index: number, { form }: TriggerTag): boolean {
  const next = items[index + 1];
  if (form !== 'noun' || !next || (next.start !== items[index]?.end && /\p{Script=Han}/u.test(next.text))) return false;
  return isRelationalNoun(next) && !isVerb(next);
}

/** «stopped developing», «停止开发»: what follows did not happen, or no longer does. */
function isStopped(chunk: Chunk, index: number): boolean {
  return chunk.items.slice(Math.max(0, index - 3), index).some((item) => is(item, 'stop', 'future'));
}

/** «designed and developed by», «has been designed, built and …»: the verb before decides. */
function coordinated(chunk: Chunk, before: number): boolean {
  return is(chunk.items[before], 'conj') && isVerb(chunk.items[before - 1]);
}

/** Gives each chunk the candidates for its unnamed subject. */
function assignSubjects(chunks: readonly Chunk[], discourse: Discourse, knowledge: KnowledgeBase): void {
  const context = discourse.subjects();
  const named = chunks.map((chunk) => namesOf(chunk, knowledge));
  let main: Argument[] = [];
  let previous: Argument[] = [];
  chunks.forEach((chunk, index) => {
    const leads = chunk.role === 'fragment' || startsWithPhrase(chunk);
    const following =
      main.length === 0 && leads && !chunk.labelled
        ? (named.slice(index + 1).find((names) => names.length > 0) ?? [])
        : [];
    const own = named[index] ?? [];
    const last = previous.at(-1);
    // «Caffe, which is …, started as …»: the main verb is still to come, so no participle
    const verbSeen = chunks.slice(0, index).some((other) => other.role === 'main');
    const attached =
      chunk.role === 'relative' ||
      (opensWithParticiple(chunk) && (verbSeen || (index === 1 && chunks[0]?.role === 'fragment')));
    if (chunk.role === 'apposition') {
      const before = named[index - 1]?.slice(-1) ?? [];
      chunk.subjects = before.length > 0 || index > 0 ? before : context;
      return;
    }
    chunk.subjects =
      attached && last
        ? [last, ...main, ...previous, ...context]
        : [...main, ...previous, ...following.slice(0, 1), ...context];
    if (index === 0 && main.length === 0 && own.length === 0) chunk.subjects = [...following.slice(0, 1), ...context];
    if (
      main.length === 0 &&
      own.length > 0 &&
      (chunk.role === 'main' || chunk.role === 'fragment') &&
      !startsWithPhrase(chunk)
    )
      main = own.slice(0, 1);
    if (own.length > 0) previous = own;
  });
}

function startsWithPhrase(chunk: Chunk): boolean {
  const first = chunk.items.find((item) => !is(item, 'adv', 'conj', 'but') || is(item, 'prep', 'agent'));
  return is(first, 'prep', 'agent', 'after', 'before', 'since') || opensWithParticiple(chunk);
}

function opensWithParticiple(chunk: Chunk): boolean {
  const first = chunk.items.find((item) => !is(item, 'adv'));
  return (
    first !== undefined &&
    isVerb(first) &&
    first.entities.length === 0 &&
    /(?:ed|en|ing|built|written|born|led|made)\b/u.test(first.text)
  );
}

const beginAsNoun = oncePerTags((tags) =>
  tags.some((tag) => tag.type === 'trigger' && (tag as TriggerTag).form === 'noun'),
);

function isRelationalNoun({ tags }: Item): boolean {
  return beginAsNoun(tags);
}

/** The things (no kinds, no terms) that a chunk names. */
function namesOf(chunk: Chunk, knowledge: KnowledgeBase): Argument[] {
  const thing = (item: Item | undefined) =>
    item !== undefined &&
    isName(item) &&
    !(item.entities.length > 0 && item.entities.every((id) => knowledge.isVocabulary(id)));
  const all = chunk.items.filter(thing);
  // «OpenAI的创始人X», «Tesla CEO X»: X is what the clause is about
  const heads = all.filter((item) => {
    const at = chunk.items.indexOf(item);
    const next = chunk.items[at + 1];
    if (is(next, 'poss'))
      return !all.some(
        (other) =>
          other.start > item.start &&
          other.start - item.end < 12 &&
          !chunk.items
            .slice(at, chunk.items.indexOf(other))
            .some((between) => isVerb(between) && !isRelationalNoun(between)),
      );
    return !(next && next.entities.length > 0 && !thing(next) && thing(chunk.items[at + 2]));
  });
  // «由X创立的Y»: the noun phrase is about Y
  const last = heads.at(-1);
  const before = last ? chunk.items[chunk.items.indexOf(last) - 1] : undefined;
  const closes =
    last !== undefined &&
    chunk.items.at(-1) === last &&
    is(before, 'poss') &&
    /\p{Script=Han}/u.test(before?.text ?? '') &&
    !chunk.items.some((item) => is(item, 'be'));
  return (closes ? [last] : heads.length > 0 ? heads : all).map((item) => toArgument(item));
}

export { isFunctionWord, type WordTag };
