import type { EntityId, PredicateId } from '../knowledge/model.ts';

/** What an import did: the contract of `errata import … --format json`. */
export interface ImportReport {
  readonly importer: string;
  /** Records (items, rows) read. */
  readonly read: number;
  readonly added: { readonly entities: number; readonly facts: number; readonly names: number };
  /** Records and names found in the knowledge, and facts it holds already. */
  readonly matched: { readonly entities: number; readonly facts: number };
  readonly conflicting: readonly Conflict[];
  readonly ambiguous: readonly Ambiguity[];
  readonly skipped: readonly Skipped[];
  /** Files written or changed; none where everything was known already. */
  readonly files: readonly string[];
  /** Why the input ended early and how to go on; undefined where all of it was read. */
  readonly incomplete?: string;
}

/** A fact that the knowledge contradicts; it is not written. */
export interface Conflict {
  readonly origin: string;
  readonly entity: EntityId;
  readonly predicate: PredicateId;
  readonly imported: string;
  readonly known: readonly { readonly value: string; readonly sources: readonly string[] }[];
  readonly reason: string;
}

/** Something that could be several entities; neither matched nor created. */
export interface Ambiguity {
  readonly origin: string;
  readonly name: string;
  readonly candidates: readonly EntityId[];
  readonly reason: string;
}

/** Things left out for one reason. */
export interface Skipped {
  readonly reason: string;
  readonly count: number;
  /** The first few, to look at. */
  readonly examples: readonly string[];
}

const EXAMPLES = 5;

/** Collects what is skipped, by reason. */
export class SkipLog {
  private readonly reasons = new Map<string, { count: number; examples: string[] }>();

  add(reason: string, example?: string, count = 1): void {
    const entry = this.reasons.get(reason) ?? { count: 0, examples: [] };
    this.reasons.set(reason, entry);
    entry.count += count;
    if (example !== undefined && entry.examples.length < EXAMPLES && !entry.examples.includes(example))
      entry.examples.push(example);
  }

  /** Most frequent first. */
  list(): Skipped[] {
    const all = [...this.reasons].map(([reason, entry]) => ({ reason, ...entry }));
    return all.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

/** How many lines of each list the text shows; JSON has all. */
const SHOWN = 50;

export function formatReport(report: ImportReport): string {
  const { added, matched } = report;
  const lines = [
    `${report.importer}: ${report.read} records read`,
    `added        ${added.entities} entities, ${added.facts} facts, ${added.names} names and links`,
    `matched      ${matched.entities} entities, ${matched.facts} facts known already`,
    `conflicting  ${report.conflicting.length}`,
    ...shown(report.conflicting, conflictLine),
    `ambiguous    ${report.ambiguous.length}`,
    ...shown(report.ambiguous, ambiguityLine),
    `skipped      ${report.skipped.reduce((sum, { count }) => sum + count, 0)}`,
    ...shown(report.skipped, skippedLine),
    report.files.length === 0 ? 'nothing new to write' : `written      ${report.files.join(', ')}`,
    ...(report.incomplete === undefined ? [] : [`incomplete   ${report.incomplete}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function conflictLine({ origin, entity, predicate, imported, known, reason }: Conflict): string {
  const held = known.map(({ value, sources }) => `${value} <${sources.join(' ')}>`).join('; ');
  return `${origin}: ${entity} ${predicate}: ${imported} – ${reason}${held === '' ? '' : `: ${held}`}`;
}

function ambiguityLine({ origin, name, candidates, reason }: Ambiguity): string {
  return `${origin}: '${name}': ${reason}${candidates.length === 0 ? '' : `: ${candidates.join(', ')}`}`;
}

function skippedLine({ reason, count, examples }: Skipped): string {
  return `${count} × ${reason}${examples.length === 0 ? '' : ` (${examples.join('; ')}${count > examples.length ? ' …' : ''})`}`;
}

function shown<T>(items: readonly T[], line: (item: T) => string): string[] {
  const lines = items.slice(0, SHOWN).map((item) => `  ${line(item)}`);
  return items.length > SHOWN ? [...lines, `  … ${items.length - SHOWN} more; --format json has all`] : lines;
}
