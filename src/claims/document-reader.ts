import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Linker } from '../linking/linker.ts';
import type { Link, Passage, Span, TextDocument } from '../text/document.ts';
import { sectionOf } from '../text/section.ts';
import { type Argument, type Claim, toArgument } from './claim.ts';
import { Discourse } from './discourse.ts';
import type { Extraction, Extractor } from './extractor.ts';

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

/** Walks a document passage by passage, keeping track of what it is about, and hands out its claims. */
export class DocumentReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly extractor: Extractor;

  constructor(knowledge: KnowledgeBase, linker: Linker, extractor: Extractor) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.extractor = extractor;
  }

  *read(document: TextDocument): Generator<{ passage: Passage; sentences: number; extractions: PlacedExtraction[] }> {
    for (const segment of document.segments) {
      const discourse = new Discourse(this.knowledge);
      const topics = new Map<Passage, readonly Argument[]>();
      for (const passage of segment.passages) {
        const inherited = passage.parent ? (topics.get(passage.parent) ?? []) : [];
        const own = this.topicsOf(passage);
        topics.set(passage, [...own, ...inherited]);
        if (passage.kind === 'code') continue;
        if (passage.kind !== 'list-item' || own.length > 0) discourse.forget();
        yield {
          passage,
          sentences: passage.sentences.length,
          extractions: this.readPassage(passage, discourse, [...own, ...inherited], inherited),
        };
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
    if (passage.kind === 'list-item') for (const topic of [...inherited].reverse().slice(-1)) discourse.mention(topic);
    const found: PlacedExtraction[] = passage.sentences.map(({ start, end, language }) => {
      const extraction = this.extractor.extract(passage.text.slice(start, end), language, discourse);
      return { extraction, passage, start, section };
    });
    for (const link of passage.links) {
      const claim = this.linkClaim(passage, link, topics);
      const span = { start: link.urlStart, end: link.urlEnd };
      if (claim) found.push({ extraction: { claims: [claim], residues: [] }, passage, start: 0, span, section });
    }
    return found;
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
    if (things.length === 0 && passage.kind === 'list-item' && passage.leadIn && passage.parent?.kind !== 'list-item') {
      return [{ start: 0, end: 0, text: title, entities: [], value: { type: 'name', name: title }, inherited: true }];
    }
    const named = things.map((item) =>
      toArgument(
        item,
        item.entities.filter((id) => !this.knowledge.isVocabulary(id)),
      ),
    );
    if (passage.kind === 'heading') return named;
    const [first] = named;
    const covers = first && first.end - first.start >= (lead.end - lead.start) * 0.5;
    return covers ? [{ ...first, start: 0, end: 0, inherited: true }] : [];
  }

  /** A hyperlink says: this address belongs to what its text, or the item it stands in, is about. */
  private linkClaim(passage: Passage, link: Link, topics: readonly Argument[]): Claim | undefined {
    const predicate = this.knowledge.ontology.predicates.get('homepage');
    if (!predicate || !/^https?:/u.test(link.url)) return undefined;
    const text = passage.text.slice(link.start, link.end);
    const named = this.linker.link(text).filter((item) => item.entities.some((id) => !this.knowledge.isVocabulary(id)));
    const own = named.map((item) =>
      toArgument(
        item,
        item.entities.filter((id) => !this.knowledge.isVocabulary(id)),
      ),
    );
    const subject = passage.kind === 'list-item' ? (topics[0] ?? own[0]) : own[0];
    if (!subject || subject.entities.length === 0) return undefined;
    const object: Argument = {
      start: link.start,
      end: link.end,
      text: link.url,
      entities: [],
      value: { type: 'url', url: link.url },
    };
    const reading = {
      predicate,
      subject: { ...subject, inherited: true },
      object,
      weak: false,
      timing: 'during' as const,
      qualifiers: {},
    };
    const language = passage.sentences[0]?.language ?? 'en';
    return {
      readings: [reading],
      negated: false,
      only: false,
      past: false,
      siblings: [],
      layer: 'link',
      language,
      start: link.start,
      end: link.end,
    };
  }
}
