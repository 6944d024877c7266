import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { type Passage, type Span, toOriginal } from '../text/document.ts';
import { headingsAbove } from '../text/section.ts';
import { type Argument, type Claim, toArgument } from './claim.ts';
import { statement } from './link-reader.ts';

/** A title «Deep Learning by David Silver» in a list of courses: what is taught, and by whom. */
export interface TaughtTitle {
  /** That the person teaches this. */
  readonly claim: Claim;
  readonly span: Span;
  /** The person's courses, which what stands under the title is about. */
  readonly topic: Argument | undefined;
}

/** Reads titles of courses that name their teacher. */
export class TitleReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
  }

  read(passage: Passage): TaughtTitle | undefined {
    const predicate = this.knowledge.ontology.predicates.get('teaches');
    if (!predicate || passage.kind !== 'list-item' || !this.isAmongCourses(passage)) return undefined;
    const lead = passage.leadIn ?? { start: 0, end: passage.text.length };
    const items = this.linker.link(passage.text.slice(lead.start, lead.end));
    const [what, by, who] = items;
    if (items.length !== 3 || !what || !who || by?.text !== 'by') return undefined;
    const object = toArgument(what, this.ofKinds(what, predicate.range));
    const subject = toArgument(who, this.ofKinds(who, ['person']));
    if (object.entities.length === 0 || subject.entities.length === 0) return undefined;
    const whole = { start: lead.start + what.start, end: lead.start + who.end };
    const claim = { ...statement({ predicate, subject, object, layer: 'apposition', passage }), ...whole };
    return { claim, span: toOriginal(passage, whole), topic: this.coursesOf(subject) };
  }

  /** Whether a heading above speaks of courses. */
  private isAmongCourses(passage: Passage): boolean {
    return headingsAbove(passage).some(({ text }) =>
      this.linker.link(text).some(({ entities }) => entities.includes('kind/course')),
    );
  }

  private coursesOf(person: Argument): Argument | undefined {
    const courses = person.entities.flatMap((id) =>
      this.knowledge.factsAbout(id, 'instructor').map(({ subject }) => subject),
    );
    if (courses.length === 0) return undefined;
    return { start: 0, end: 0, text: person.text, entities: [...new Set(courses)], inherited: true };
  }

  private ofKinds({ entities }: Item, kinds: readonly string[]): EntityId[] {
    return entities.filter((id) => this.knowledge.isOfKind(id, kinds));
  }
}
