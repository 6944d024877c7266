import type { Completeness, EntityId, Fact, PredicateId } from './model.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Where something is written. */
export class Origin {
  readonly file: YamlFile;
  readonly path: Path;

  constructor(file: YamlFile, path: Path) {
    this.file = file;
    this.path = path;
  }

  /** Notes a mistake here, with the file. */
  report(message: string): void {
    this.file.report(this.path, message);
  }

  problem(message: string, severity: Problem['severity']): Problem {
    return this.file.problem(this.path, message, severity);
  }
}

/**
 * Where entities, facts and completeness statements are written, for problems only. Facts and statements go by their index
 * in the content read; one number each, because a large knowledge has hundreds of thousands.
 */
export class Origins {
  private readonly files = new Map<EntityId, YamlFile>();
  /** Places in the list under the predicate; -1 for a value that stands alone. */
  private readonly facts: number[] = [];
  /** Places in the list `complete`; in `completeInverse` as -1, -2 … */
  private readonly completeness: number[] = [];
  /** Files of the facts that extend an entity of another file, by index. */
  private readonly elsewhere = new Map<number, YamlFile>();

  /** Predicates whose list was written out as empty, with their subjects. */
  private readonly none = new Set<string>();

  addEntity(id: EntityId, file: YamlFile): void {
    this.files.set(id, file);
  }

  /** Notes the place of the next fact; `extension`: the file, where it is not the one that defines the entity. */
  addFact(index: number | undefined, extension?: YamlFile): void {
    if (extension) this.elsewhere.set(this.facts.length, extension);
    this.facts.push(index ?? -1);
  }

  /** Notes that a list was written as empty: there are none. */
  addNone(subject: EntityId, predicate: PredicateId): void {
    this.none.add(`${subject} ${predicate}`);
  }

  /** Whether an empty list says that there are none. */
  isNone(subject: EntityId, predicate: PredicateId): boolean {
    return this.none.has(`${subject} ${predicate}`);
  }

  /** Notes the place of the next completeness statement. */
  addCompleteness(index: number, key: 'complete' | 'completeInverse'): void {
    this.completeness.push(key === 'complete' ? index : -1 - index);
  }

  /** Undefined for what no file defines (kinds and terms). */
  ofEntity(id: EntityId, ...below: Path): Origin | undefined {
    const file = this.files.get(id);
    return file && new Origin(file, ['entities', id, ...below]);
  }

  ofFact({ subject, predicate }: Pick<Fact, 'subject' | 'predicate'>, index: number): Origin | undefined {
    const item = this.facts[index] ?? -1;
    const below = ['facts', predicate, ...(item < 0 ? [] : [item])];
    const file = this.elsewhere.get(index);
    return file ? new Origin(file, ['entities', subject, ...below]) : this.ofEntity(subject, ...below);
  }

  ofCompleteness({ subject }: Pick<Completeness, 'subject'>, index: number): Origin | undefined {
    const place = this.completeness[index] ?? 0;
    return place < 0
      ? this.ofEntity(subject, 'completeInverse', -1 - place)
      : this.ofEntity(subject, 'complete', place);
  }
}
