import type { Argument, Claim, Layer } from '../claims/claim.ts';
import type { EntityId, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Span } from '../text/document.ts';
import type { Assessed } from './assessor.ts';
import type { Decision } from './decision.ts';

/** Words that were decided as they stand, without being taken apart into a relation and its object. */
interface Whole {
  readonly span: Span;
  readonly text: string;
  readonly language: Language;
  readonly layer: Layer;
  /** What they are about, as the sentence has it, and what that is. */
  readonly subject: Argument;
  readonly id: EntityId;
  /** The predicate of the fact that decides. */
  readonly predicate: Predicate;
  readonly decision: Decision;
}

/** The verdict on words taken as a whole. */
export function assessedWhole({ span, text, language, layer, subject, id, predicate, decision }: Whole): Assessed {
  const reading = {
    predicate,
    subject,
    object: { ...span, text, entities: [] },
    weak: false,
    timing: 'during' as const,
    qualifiers: {},
  };
  const claim: Claim = {
    ...span,
    readings: [reading],
    negated: false,
    only: false,
    siblings: [],
    past: false,
    layer,
    language,
  };
  return { claim, reading, subject: id, object: undefined, decision };
}
