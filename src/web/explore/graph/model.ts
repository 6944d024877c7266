import type { Bilingual } from '../../../assessment/result.ts';
import type { Period } from '../data/dates.ts';
import type { GraphPart } from '../data/graph-queries.ts';
import type { GraphEntity, GraphFact, RefutedClaim } from '../data/schemas.ts';

/** A part of the graph that was opened: around the entity of this id, or (`WAY`) the way between two. */
export interface Expansion {
  readonly id: string;
  readonly part: GraphPart;
}

/** The id of an expansion that is the way between two entities. */
export const WAY = '';

/** What is drawn as a node: an entity, or a value that a claim gives (`wrong`) or a fact gives instead (`right`). */
export interface GraphNode {
  readonly id: string;
  readonly sort: 'entity' | 'wrong' | 'right';
  readonly label: Bilingual;
  readonly kindLabel: Bilingual;
  readonly kinds: readonly string[];
  readonly factCount: number;
  readonly expanded: boolean;
}

/** What is drawn as an edge: a fact, or what documents claim wrongly. */
export interface GraphEdge {
  readonly id: string;
  readonly sort: 'fact' | 'refuted';
  readonly from: string;
  readonly to: string;
  readonly predicate: string;
  /** A fact that says what is right where a document is wrong. */
  readonly right: boolean;
  readonly label: Bilingual;
  readonly period: Period;
  readonly facts: readonly GraphFact[];
  readonly claims: readonly RefutedClaim[];
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** How many of the facts that refute a claim are drawn beside it. */
const EVIDENCE_SHOWN = 3;

export interface GraphOptions {
  /** What documents get wrong too, and the facts that say otherwise. */
  readonly claims: boolean;
  /** Kinds and terms too: «is a researcher». They join what has little to do with each other. */
  readonly terms: boolean;
}

/** Everything that these expansions show. */
export function buildGraph(expansions: readonly Expansion[], { claims, terms }: GraphOptions): GraphModel {
  const drawing = new Drawing(new Set(expansions.map(({ id }) => id)));
  for (const { id, part } of expansions) {
    const hidden = new Set(terms ? [] : part.entities.filter(isTerm).map((entity) => entity.id));
    hidden.delete(id);
    for (const entity of part.entities) if (!hidden.has(entity.id)) drawing.addEntity(entity);
    for (const fact of part.facts) if (!hidden.has(fact.value.entity?.id ?? '')) drawing.addFact(fact);
  }
  if (claims) for (const { part } of expansions) for (const claim of part.claims) drawing.addClaim(claim);
  return drawing.model();
}

/** Kinds and terms of the vocabulary are of no kind themselves. */
function isTerm({ kinds }: GraphEntity): boolean {
  return kinds.length === 0;
}

/** Expansions without those that hang on nothing any more once others are gone; the first is where all began. */
export function connected(expansions: readonly Expansion[]): readonly Expansion[] {
  const [first, ...others] = expansions;
  if (!first) return [];
  const kept = new Set([first]);
  const seen = new Set(first.part.entities.map(({ id }) => id));
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const each of others) {
      if (kept.has(each) || !seen.has(each.id)) continue;
      kept.add(each);
      for (const { id } of each.part.entities) seen.add(id);
    }
  }
  return expansions.filter((each) => kept.has(each));
}

class Drawing {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly expanded: ReadonlySet<string>;

  constructor(expanded: ReadonlySet<string>) {
    this.expanded = expanded;
  }

  addEntity({ id, label, kindLabel, kinds, kind, factCount }: GraphEntity): string {
    const known = this.nodes.get(id);
    if (known && (known.kinds.length > 0 || kind === '')) return id;
    const own = kinds.length > 0 || kind === '' ? kinds : [kind];
    const expanded = this.expanded.has(id);
    this.nodes.set(id, { id, sort: 'entity', label, kindLabel, kinds: own, factCount, expanded });
    return id;
  }

  addFact(fact: GraphFact, { right = false } = {}): void {
    const { id, subject, value, valueText, predicate, predicateLabel: label, period } = fact;
    const from = this.addEntity(subject);
    const place = `${subject.id} ${predicate}`;
    const to = value.entity ? this.addEntity(value.entity) : this.addValue('right', place, valueText);
    const edge = { id, sort: 'fact', from, to, predicate, label, period, facts: [fact], claims: [] } as const;
    this.edges.set(id, { ...edge, right: right || (this.edges.get(id)?.right ?? false) });
  }

  addClaim(claim: RefutedClaim): void {
    const { predicate, evidence, subject, object } = claim;
    const shown = evidence.slice(0, EVIDENCE_SHOWN);
    for (const fact of shown) this.addFact(fact, { right: true });
    const from = this.addArgument(subject, predicate);
    const to = this.addArgument(object, `${from} ${predicate}`);
    const id = `refuted ${from} ${predicate} ${to}`;
    const others = this.edges.get(id)?.claims ?? [];
    const label = shown.find((fact) => fact.predicate === predicate)?.predicateLabel ?? {
      en: predicate,
      zh: predicate,
    };
    const period = { start: claim.from, end: claim.to, at: null };
    const claims = others.some((each) => each.id === claim.id) ? others : [...others, claim];
    this.edges.set(id, { id, sort: 'refuted', from, to, predicate, right: false, label, period, facts: [], claims });
  }

  model(): GraphModel {
    return { nodes: [...this.nodes.values()], edges: [...this.edges.values()] };
  }

  private addArgument({ entity, text }: RefutedClaim['subject'], place: string): string {
    return entity ? this.addEntity(entity) : this.addValue('wrong', place, { en: text, zh: text });
  }

  private addValue(sort: 'wrong' | 'right', place: string, label: Bilingual): string {
    const id = `${sort} ${place} ${label.en}`;
    const kindLabel = { en: '', zh: '' };
    this.nodes.set(id, { id, sort, label, kindLabel, kinds: [], factCount: 0, expanded: false });
    return id;
  }
}
