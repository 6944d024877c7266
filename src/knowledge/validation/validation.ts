import type { KnowledgeContent } from '../content.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Fact } from '../model.ts';
import type { OntologyData } from '../ontology.ts';
import type { Origin, Origins } from '../origins.ts';
import type { Problem } from '../problem.ts';

/** What a check may look at. */
export interface Subject {
  readonly ontology: OntologyData;
  readonly content: KnowledgeContent;
  readonly knowledge: KnowledgeBase;
  readonly origins: Origins;
}

/** What checks are given: the knowledge, the places of what it says, and where to report. */
export class Validation {
  readonly ontology: OntologyData;
  readonly content: KnowledgeContent;
  readonly knowledge: KnowledgeBase;
  readonly origins: Origins;
  readonly problems: Problem[] = [];
  private readonly indexes: ReadonlyMap<Fact, number>;

  constructor({ ontology, content, knowledge, origins }: Subject) {
    this.ontology = ontology;
    this.content = content;
    this.knowledge = knowledge;
    this.origins = origins;
    this.indexes = new Map(content.facts.map((fact, index) => [fact, index]));
  }

  /** Where a fact is written. */
  placeOf(fact: Fact): Origin | undefined {
    const index = this.indexes.get(fact);
    return index === undefined ? undefined : this.origins.ofFact(fact, index);
  }

  error(place: Origin | undefined, message: string): void {
    this.report(place, message, 'error');
  }

  warn(place: Origin | undefined, message: string): void {
    this.report(place, message, 'warning');
  }

  private report(place: Origin | undefined, message: string, severity: Problem['severity']): void {
    this.problems.push(
      place?.problem(message, severity) ?? { file: 'ontology', line: 0, column: 0, message, severity },
    );
  }
}
