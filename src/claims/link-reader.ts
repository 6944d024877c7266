import { AddressBook } from '../knowledge/address-book.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { type Link, type Passage, type Span, toOriginal } from '../text/document.ts';
import { fold } from '../text/fold.ts';
import { type Argument, type Claim, type Layer, toArgument } from './claim.ts';

/** What a hyperlink says: whose address it is, and what the thing at that address is called. */
export class LinkReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly addresses: AddressBook;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.addresses = new AddressBook(knowledge);
  }

  /** Claims with their spans in original offsets: the target's, and the title's of the list item that the link stands in. */
  read(passage: Passage, link: Link, topics: readonly Argument[]): { claim: Claim; span: Span }[] {
    const claims: { claim: Claim; span: Span }[] = [];
    const address = this.addressClaim(passage, link, topics);
    if (address) claims.push({ claim: address, span: { start: link.urlStart, end: link.urlEnd } });
    const title = this.titleClaim(passage, link);
    return title ? [...claims, title] : claims;
  }

  /** This address belongs to what the link's text, or the item it stands in, is about. */
  private addressClaim(passage: Passage, link: Link, topics: readonly Argument[]): Claim | undefined {
    const predicate = this.knowledge.ontology.predicates.get('homepage');
    if (!predicate || !/^https?:/u.test(link.url)) return undefined;
    const text = passage.text.slice(link.start, link.end);
    const named = this.linker.link(text).filter((item) => this.things(item).length > 0);
    const own = named.map((item) => toArgument(item, this.things(item)));
    const topic = passage.kind === 'list-item' ? (topics[0] ?? own[0]) : own[0];
    const subject = this.meantBy(link, topic) ?? topic;
    if (!subject || subject.entities.length === 0) return undefined;
    const object: Argument = {
      start: link.start,
      end: link.end,
      text: link.url,
      entities: [],
      value: { type: 'url', url: link.url },
    };
    return statement({ predicate, subject: { ...subject, inherited: true }, object, layer: 'link', passage });
  }

  /** The thing whose address this would be if it were spelt right. */
  private meantBy(link: Link, topic: Argument | undefined): Argument | undefined {
    const found = this.addresses.find(link.url);
    if (!found?.misspelt || topic?.entities.includes(found.id)) return undefined;
    const label = this.knowledge.entities.get(found.id)?.label.en ?? link.url;
    return { start: link.start, end: link.end, text: label, entities: [found.id] };
  }

  /** «2. **Title** – link: [site](address)»: the thing at the address is said to bear the title. */
  private titleClaim(passage: Passage, link: Link): { claim: Claim; span: Span } | undefined {
    const predicate = this.knowledge.ontology.predicates.get('title');
    const { parent } = passage;
    const found = this.addresses.find(link.url);
    if (!predicate || !found || parent?.kind !== 'list-item') return undefined;
    if (this.knowledge.factsOf(found.id, predicate.id).length === 0) return undefined;
    const lead = parent.leadIn ?? { start: 0, end: parent.text.length };
    const text = parent.text.slice(lead.start, lead.end).trim();
    if (text === '' || this.isNamed(found.id, text)) return undefined;
    const subject = { start: 0, end: 0, text, entities: [found.id], inherited: true };
    const object = { start: lead.start, end: lead.start + text.length, text, entities: [] };
    const claim = statement({ predicate, subject, object, layer: 'link', passage: parent });
    return { claim, span: toOriginal(parent, object) };
  }

  /** Whether a title holds one of a thing's names («Google's Deep Learning Specialization») or is part of one. */
  private isNamed(id: EntityId, title: string): boolean {
    const wanted = fold(title);
    const names = this.knowledge.entities.get(id)?.aliases ?? [];
    return names.some(({ text }) => wanted.includes(fold(text)) || fold(text).includes(wanted));
  }

  private things(item: Item): EntityId[] {
    return item.entities.filter((id) => !this.knowledge.isVocabulary(id));
  }
}

/** A claim that stands in no sentence. */
export function statement(parts: {
  readonly predicate: Predicate;
  readonly subject: Argument;
  readonly object: Argument;
  readonly layer: Layer;
  readonly passage: Passage;
}): Claim {
  const { predicate, subject, object, layer, passage } = parts;
  return {
    readings: [{ predicate, subject, object, weak: false, timing: 'during', qualifiers: {} }],
    negated: false,
    only: false,
    past: false,
    siblings: [],
    layer,
    language: passage.sentences[0]?.language ?? 'en',
    start: object.start,
    end: object.end,
  };
}
