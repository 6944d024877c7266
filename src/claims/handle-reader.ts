import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { DraftBoard } from './draft.ts';

interface Handle {
  readonly id: EntityId;
  /** The address that ends in the handle, without it. */
  readonly stem: string;
}

/**
 * Reads handles: names with a slash that end their thing's address («r/deeplearning»). Such a name is written in one way only,
 * so that blanks or hyphens within it make another, wrong address.
 */
export class HandleReader {
  private readonly homepage: Predicate | undefined;
  private readonly handles = new Map<string, Handle>();
  private readonly pattern: RegExp | undefined;

  constructor(knowledge: KnowledgeBase) {
    this.homepage = knowledge.ontology.predicates.get('homepage');
    for (const { subject, predicate, value } of knowledge.facts) {
      if (predicate !== 'homepage' || value.type !== 'url') continue;
      const address = value.url.replace(/\/+$/u, '');
      for (const { text } of knowledge.entities.get(subject)?.aliases ?? [])
        if (/^\w{1,20}\/\w{3,40}$/u.test(text) && address.toLowerCase().endsWith(`/${text.toLowerCase()}`))
          this.handles.set(text.toLowerCase(), { id: subject, stem: address.slice(0, -text.length) });
    }
    const loose = [...this.handles.keys()].map((handle) => spelledLoosely(handle));
    if (loose.length > 0) this.pattern = new RegExp(`(?<![a-z\\d])(?:${loose.join('|')})(?![a-z\\d])`, 'giu');
  }

  /** States the address that a misspelt handle would be. Offsets count in `sentence`. */
  read(sentence: string, board: DraftBoard): void {
    if (!this.homepage || !this.pattern || !sentence.includes('/')) return;
    for (const { 0: text, index } of sentence.matchAll(this.pattern)) {
      const handle = this.handles.get(text.toLowerCase().replaceAll(/[ _-]/gu, ''));
      if (!handle || this.handles.has(text.toLowerCase())) continue;
      const place = { start: index, end: index + text.length, text };
      const url = handle.stem + text.replaceAll(' ', '%20');
      board.state({
        chunk: { items: [], role: 'fragment', subjects: [] },
        predicate: this.homepage,
        subject: { ...place, entities: [handle.id], inherited: true },
        object: { ...place, entities: [], value: { type: 'url', url } },
        layer: 'link',
      });
    }
  }
}

/** «r/deeplearning» with a blank, hyphen or underscore between any two letters behind the slash. */
function spelledLoosely(handle: string): string {
  const [prefix = '', name = ''] = handle.split('/');
  return `${prefix}/${[...name].join('[ _-]?')}`;
}
