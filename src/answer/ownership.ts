import { type Assessed, Assessor } from '../assessment/assessor.ts';
import type { Claim, Reading } from '../claims/claim.ts';
import { toArgument } from '../claims/claim.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { fitsSlot } from './found.ts';
import type { Piece, Question } from './question.ts';

/** Weighs whether something is someone's («Facebook's BERT», «PyTorch是谷歌的»), by every predicate by which it could be. */
export class Ownership {
  private readonly knowledge: KnowledgeBase;
  private readonly assessor: Assessor;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.assessor = new Assessor(knowledge);
  }

  /** Undefined where no predicate could say so. */
  weigh(owner: Piece, owned: Piece): Assessed | undefined {
    const readings = this.knowledge.ontology.questions.belongs.flatMap(
      (name) => this.reading(name, owned, owner) ?? [],
    );
    if (readings.length === 0) return undefined;
    const claim: Claim = {
      readings,
      start: Math.min(owner.item.start, owned.item.start),
      end: Math.max(owner.item.end, owned.item.end),
      negated: false,
      only: false,
      siblings: [],
      past: true,
      layer: 'phrasing',
      language: 'en',
    };
    return this.assessor.assess(claim);
  }

  /** The first owner named in a question that is none, and whom nothing ties to what is called theirs. */
  wrong({ pieces }: Question): Assessed | undefined {
    for (const [index, { item }] of pieces.entries()) {
      const [owner, owned] = [pieces[index - 1], pieces[index + 1]];
      if (!owner || !owned || !/^(?:'s|’s|的)$/u.test(item.text) || this.tied(owner, owned)) continue;
      const weighed = this.weigh(owner, owned);
      if (weighed?.decision.verdict === 'REFUTED') return weighed;
    }
    return undefined;
  }

  private tied(owner: Piece, owned: Piece): boolean {
    return owner.things.some((id) =>
      [...this.knowledge.allFactsAbout(id)].some(([, facts]) =>
        facts.some(({ subject }) => owned.things.includes(subject)),
      ),
    );
  }

  private reading(name: string, subject: Piece, object: Piece): Reading | undefined {
    const predicate = this.knowledge.ontology.predicates.get(name);
    if (!predicate) return undefined;
    const s = subject.things.filter((id) => fitsSlot(this.knowledge, id, predicate.domain));
    const o = object.things.filter((id) => fitsSlot(this.knowledge, id, predicate.range));
    if (s.length === 0 || o.length === 0) return undefined;
    return {
      predicate,
      subject: toArgument(subject.item, s),
      object: toArgument(object.item, o),
      weak: false,
      timing: 'during',
      qualifiers: {},
    };
  }
}
