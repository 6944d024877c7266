import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Linker } from '../linking/linker.ts';
import type { Passage, Sentence, Span, TextDocument } from '../text/document.ts';
import { sectionOf } from '../text/section.ts';
import { type Argument, type Claim, toArgument } from './claim.ts';
import { Discourse } from './discourse.ts';
import type { Extraction, Extractor } from './extractor.ts';
import { LinkReader } from './link-reader.ts';
import { periodIn } from './period-cell.ts';
import { SlotTypes } from './slot-types.ts';
import { type CellClaim, TableReader } from './table-reader.ts';
import { TitleReader } from './title-reader.ts';

/** What was read in one sentence of a passage, or from one of its links. */
export interface PlacedExtraction {
  readonly extraction: Extraction;
  readonly passage: Passage;
  /** Where the sentence begins in the passage's text, in UTF-16 code units. */
  readonly start: number;
  /** The place in the document's text, where the claims have one of their own (links). */
  readonly span?: Span;
  /** The headings above the passage, outermost first. */
  readonly section: readonly string[];
}

/** How many things a passage is taken to be about, the innermost first. */
const MOST_TOPICS = 24;
/** A name of several words that is not known. */
const PROPER = /^\p{Lu}\S*(?: (?:of|and|for|the|\p{Lu}\S*))* \p{Lu}\S*$/u;

/** Walks a document passage by passage, keeping track of what it is about, and hands out its claims. */
export class DocumentReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly extractor: Extractor;
  private readonly links: LinkReader;
  private readonly titles: TitleReader;
  private readonly tables: TableReader;

  constructor(knowledge: KnowledgeBase, linker: Linker, extractor: Extractor) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.extractor = extractor;
    this.links = new LinkReader(knowledge, linker);
    this.titles = new TitleReader(knowledge, linker);
    this.tables = new TableReader(knowledge, linker, new SlotTypes(knowledge));
  }

  *read(document: TextDocument): Generator<{ passage: Passage; sentences: number; extractions: PlacedExtraction[] }> {
    for (const segment of document.segments) {
      const discourse = new Discourse(this.knowledge);
      const topics = new Map<Passage, readonly Argument[]>();
      const ownTopics = new Map<Passage, number>();
      for (const passage of segment.passages) {
        const inherited = passage.parent ? (topics.get(passage.parent) ?? []) : [];
        const taught = this.titles.read(passage);
        const own = taught?.topic ? [taught.topic] : this.topicsOf(passage);
        topics.set(passage, [...own, ...inherited].slice(0, MOST_TOPICS));
        ownTopics.set(passage, own.length);
        const above = passage.parent ? (ownTopics.get(passage.parent) ?? 0) : 0;
        discourse.near = above + (passage.kind === 'list-item' ? 0 : own.length);
        if (passage.kind === 'code') continue;
        if (passage.kind === 'heading') discourse.leave();
        else if (passage.kind !== 'list-item' || own.length > 0) discourse.forget();
        const extractions = this.readPassage(passage, discourse, [...own, ...inherited], inherited);
        if (taught) extractions.push(placed(taught, passage));
        yield { passage, sentences: passage.sentences.length, extractions };
      }
    }
  }

  private readPassage(
    passage: Passage,
    discourse: Discourse,
    topics: readonly Argument[],
    inherited: readonly Argument[],
  ): PlacedExtraction[] {
    const section = sectionOf(passage);
    discourse.topics = passage.kind === 'list-item' ? inherited : topics;
    // «| 2012 | co-founds Coursera |»: a row of somebody's life, whatever the row above was about
    const [topic] = inherited;
    if (topic && (passage.kind === 'list-item' || isDatedRow(passage)))
      discourse.mention({ ...topic, inherited: true });
    const scope = passage.kind === 'heading' ? this.headingScope(inherited) : discourse;
    const cells = this.cellsOf(passage, topics);
    const told = ({ start, end }: Span) => cells.some(({ claim }) => claim.start < end && start < claim.end);
    const found: PlacedExtraction[] = rowSentences(passage)
      .filter((sentence) => !told(sentence) && !(passage.kind === 'table-row' && this.tables.isBare(sentence.text)))
      .map(({ text, start, language }) => {
        const extraction = this.extractor.extract(text, language, scope);
        return { extraction, passage, start, section };
      });
    if (passage.kind === 'heading')
      for (const own of topics.slice(0, topics.length - inherited.length).reverse())
        discourse.mention({ ...own, inherited: true });
    const stated = passage.links.flatMap((link) => this.links.read(passage, link, topics));
    return [...found, ...[...cells, ...stated].map((statement) => placed(statement, passage))];
  }

  /** A heading says nothing of what the section before it was about. */
  private headingScope(topics: readonly Argument[]): Discourse {
    const scope = new Discourse(this.knowledge);
    scope.topics = topics;
    return scope;
  }

  private cellsOf(passage: Passage, topics: readonly Argument[]): CellClaim[] {
    if (passage.kind === 'table-row') return this.tables.readRow(passage, topics);
    return passage.kind === 'heading' ? [] : this.tables.readLine(passage, topics);
  }

  /** What a passage is about: the thing its bold lead-in, its heading or its whole text names. */
  private topicsOf(passage: Passage): Argument[] {
    const lead =
      passage.leadIn ??
      (passage.kind === 'heading' || passage.text.length <= 80 ? { start: 0, end: passage.text.length } : undefined);
    if (!lead) return [];
    const items = this.linker.link(passage.text.slice(lead.start, lead.end));
    const things = items.filter((item) => item.entities.some((id) => !this.knowledge.isVocabulary(id)));
    if (passage.kind !== 'heading' && !passage.leadIn && passage.links.length > 0) return [];
    const title = passage.text.slice(lead.start, lead.end).trim();
    if (passage.leadIn && this.tables.isKey(title)) return [];
    const name: Argument = {
      start: 0,
      end: 0,
      text: title,
      entities: [],
      value: { type: 'name', name: title },
      inherited: true,
    };
    if (things.length === 0 && passage.kind === 'list-item' && passage.leadIn && passage.parent?.kind !== 'list-item')
      return [name];
    const named = things.map((item) =>
      toArgument(
        item,
        item.entities.filter((id) => !this.knowledge.isVocabulary(id)),
      ),
    );
    if (passage.kind === 'heading') return named;
    const [first] = named;
    const covers = first && first.end - first.start >= (lead.end - lead.start) * 0.5;
    if (covers) return [{ ...first, start: 0, end: 0, inherited: true }];
    return passage.kind === 'paragraph' && passage.leadIn && PROPER.test(title) ? [name] : [];
  }
}

/** A table's row that begins with a date. */
function isDatedRow({ cells: [first, second] = [], text }: Passage): boolean {
  return first !== undefined && second !== undefined && periodIn(text.slice(first.start, first.end)) !== undefined;
}

/**
 * The sentences of a passage with their texts. A row that begins with a date («| 2013–2016 | Google Brain 研究科学家 |») is one
 * sentence, «2013–2016，Google Brain 研究科学家», of the same length.
 */
function rowSentences(passage: Passage): (Sentence & { readonly text: string })[] {
  const own = passage.sentences.map((sentence) => ({
    ...sentence,
    text: passage.text.slice(sentence.start, sentence.end),
  }));
  const first = passage.cells?.[0];
  const last = passage.cells?.at(-1);
  const language = own.at(-1)?.language;
  if (!first || !last || !language || !isDatedRow(passage)) return own;
  const text = passage.text.slice(first.start, last.end);
  return [{ start: first.start, end: last.end, language, text: text.replace(/\t/gu, language === 'zh' ? '，' : ',') }];
}

/** A statement that stands in no sentence, with its place in the document's text. */
function placed({ claim, span }: { claim: Claim; span: Span }, passage: Passage): PlacedExtraction {
  return { extraction: { claims: [claim], residues: [] }, passage, start: 0, span, section: sectionOf(passage) };
}
