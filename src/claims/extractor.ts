import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import type { Language, Span } from '../text/document.ts';
import { resolveAges } from './ages.ts';
import { Associator } from './association.ts';
import { type Chunk, isComparison, isName, splitChunks } from './chunk.ts';
import { type Argument, type Claim, type Residue, toArgument } from './claim.ts';
import { ClaimBuilder } from './claim-builder.ts';
import { addComparatives, ComparisonReader } from './comparison.ts';
import { CopulaReader } from './copula.ts';
import { resolveDatedNames } from './dated-names.ts';
import type { Discourse } from './discourse.ts';
import { readExamples } from './examples.ts';
import { frameOf } from './frames.ts';
import { addGrammar, is, isFunctionWord, type WordTag } from './grammar.ts';
import { HandleReader } from './handle-reader.ts';
import { KinNames } from './kin-names.ts';
import { LetterReader } from './letters.ts';
import { LifespanReader } from './lifespans.ts';
import { Matcher } from './match.ts';
import { MeasureReader } from './measures.ts';
import { NamingReader } from './naming.ts';
import { splitParentheses, withAsides } from './parentheses.ts';
import { compilePhrasing, type Pattern, type TriggerTag } from './pattern.ts';
import { PossessionReader } from './possession.ts';
import { resolvePronouns } from './pronouns.ts';
import { rolePatterns } from './roles.ts';
import type { Scene } from './scene.ts';
import { resolveShares } from './shares.ts';
import { assignSubjects } from './subjects.ts';
import { TriggerSite, triggersIn } from './trigger-site.ts';
import { addUnits } from './units.ts';
import { resolveVersions } from './versions.ts';

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
  private readonly possession: PossessionReader;
  private readonly naming: NamingReader;
  private readonly letters: LetterReader;
  private readonly kinNames: KinNames;
  private readonly lifespans: LifespanReader;
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
    this.possession = new PossessionReader(knowledge, { matcher: this.matcher, copula: this.copula });
    this.naming = new NamingReader(knowledge, linker);
    this.letters = new LetterReader(knowledge);
    this.kinNames = new KinNames(knowledge);
    this.lifespans = new LifespanReader(knowledge);
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
        for (const [text, tags] of compilePhrasing(predicate, phrasing, language))
          this.linker.lexicon.addTag(text, ...tags);
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
    discourse.turn();
    const frame = frameOf(sentence);
    const framed = this.linker
      .link(sentence)
      .filter(({ start, end }) => !frame || (start >= frame.start && end <= frame.end));
    const lookup = (name: string) => this.linker.lookup(name);
    const versioned = resolveVersions(resolveDatedNames(framed, lookup), discourse, {
      knowledge: this.knowledge,
      lookup,
    });
    const whole = resolveShares(versioned, this.knowledge);
    const named = this.kinNames.resolve(resolvePronouns(whole, discourse, this.knowledge));
    const linked = resolveAges(named, discourse, this.knowledge);
    const { items, parentheses } = splitParentheses(linked);
    const builder = new ClaimBuilder(this.knowledge, language);
    const asides = parentheses.filter(
      (parenthesis) =>
        !(
          this.lifespans.read(parenthesis, discourse.subjects()[0], builder) ||
          this.naming.read(parenthesis, sentence, builder)
        ),
    );
    this.handles.read(sentence, builder);
    const main = splitChunks(items);
    const context = discourse.subjects();
    assignSubjects(main, discourse, this.knowledge);
    const chunks = withAsides(main, asides);
    let subject: Argument | undefined;
    for (const chunk of chunks) {
      builder.open(chunk);
      this.readChunk(chunk, builder);
      subject ??= builder.subjectOf(chunk);
    }
    const { claims, residues } = builder.finish(chunks);
    for (const item of linked)
      if (isName(item) && !item.entities.some((id) => this.isSetting(id))) discourse.mention(toArgument(item));
    const stated = claims.find((claim) => claim.layer !== 'apposition')?.readings[0];
    const first = subject ?? stated?.subject ?? this.opening(chunks);
    if (first) discourse.mention({ ...first, inherited: true });
    const stating = chunks.filter((chunk, index) => !(chunks[index + 1]?.labelled && this.isTerm(chunk)));
    const denied = frame?.denied ?? false;
    return {
      claims,
      residues,
      scene: { text: sentence, chunks: stating, language, used: builder.used, denied, context },
    };
  }

  /** What a sentence names first, if it opens with it: what it is about, though nothing of it was understood. */
  private opening([first]: readonly Chunk[]): Argument | undefined {
    const item = first?.items.find((candidate) => !is(candidate, 'adv', 'conj', 'det'));
    return item && isName(item) && item.entities.length > 0 && !item.entities.some((id) => this.isSetting(id))
      ? toArgument(item)
      : undefined;
  }

  /** Terms and places are what is said of something, hardly what a text is about. */
  private isSetting(id: EntityId): boolean {
    return this.knowledge.isVocabulary(id) || this.knowledge.isOfKind(id, ['place']);
  }

  /** «子版块：…»: a label that is nothing but a term states nothing. */
  private isTerm({ items }: Chunk): boolean {
    return items.every(({ entities }) => entities.some((id) => this.knowledge.isVocabulary(id)));
  }

  private readChunk(chunk: Chunk, builder: ClaimBuilder): void {
    if (this.letters.read(chunk, builder)) return;
    if (this.comparisons.read(chunk, builder) || isComparison(chunk)) return;
    this.possession.read(chunk, builder);
    const possible = this.matcher.possible(chunk);
    chunk.items.forEach((item, index) => {
      if (item.entities.length > 0)
        for (const pattern of this.roles)
          if (possible.has(pattern.predicate) && this.isPost(item, pattern.predicate))
            this.tryPattern(chunk, index, { pattern, role: item }, builder);
      const tags = triggersIn(item.tags).filter(({ pattern }) => possible.has(pattern.predicate));
      if (tags.length > 0) this.tryTags(chunk, index, tags, builder);
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

  private tryTags(chunk: Chunk, index: number, tags: readonly TriggerTag[], builder: ClaimBuilder): void {
    const site = new TriggerSite(chunk, index);
    for (const tag of tags)
      if (site.allows(tag))
        this.tryPattern(chunk, index, { pattern: tag.pattern, reduced: site.isReduced(tag) }, builder);
  }

  private tryPattern(
    chunk: Chunk,
    index: number,
    { pattern, role, reduced }: { pattern: Pattern; role?: Item; reduced?: boolean },
    builder: ClaimBuilder,
  ): void {
    const match = this.matcher.match(chunk, index, pattern);
    const missing = reduced && [...(match?.slots.values() ?? [])].some((filler) => filler.index < 0);
    if (match && !missing) builder.add(chunk, match, role);
  }
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

export { isFunctionWord, type WordTag };
