import type { EntityId, KindId } from '../knowledge/model.ts';
import type { Draft, Drafts } from './draft.ts';
import { type Known, labelsOf } from './known.ts';
import { type Match, matchDraft } from './match.ts';
import { nameKey, slugOf } from './names.ts';
import type { Ambiguity } from './report.ts';

/** Which entity each draft is: one of the knowledge, a new one with a fresh id, or none. */
export class Identities {
  readonly ambiguous: Ambiguity[] = [];
  /** Records that are neither known nor can become entities, with the reason. */
  readonly unmatched: { draft: Draft; reason: string }[] = [];
  private readonly known: Known;
  private readonly ids: Map<string, EntityId>;
  private readonly byName = new Set<string>();
  private readonly created = new Map<EntityId, KindId>();
  private readonly labels = new Map<string, EntityId>();
  private readonly prefixes = new Map<KindId, string>();
  private readonly population = new Map<string, number>();

  constructor({ drafts, fixed }: Drafts, known: Known) {
    this.known = known;
    this.ids = new Map(fixed);
    for (const id of known.knowledge.entities.keys()) {
      const prefix = id.split('/')[0] ?? '';
      this.population.set(prefix, (this.population.get(prefix) ?? 0) + 1);
    }
    const open = [...drafts.values()]
      .filter(({ key }) => !fixed.has(key))
      .map((draft) => ({ draft, match: matchDraft(draft, known) }));
    for (const { draft, match } of withoutTwins(open)) this.settle(draft, match);
  }

  idOf(key: string): EntityId | undefined {
    return this.ids.get(key);
  }

  isNew(id: EntityId): boolean {
    return this.created.has(id);
  }

  /** Whether a draft was matched by nothing but its name. */
  isByName(key: string): boolean {
    return this.byName.has(key);
  }

  /** The new entity that has this (folded) label. */
  newWithLabel(key: string): EntityId | undefined {
    return this.labels.get(key);
  }

  isOfKind(id: EntityId, kinds: readonly KindId[]): boolean {
    const kind = this.created.get(id);
    if (kind === undefined) return this.known.knowledge.isOfKind(id, kinds);
    const ancestors = this.known.knowledge.ontology.ancestors(kind);
    return kinds.some((candidate) => candidate === 'any' || ancestors.has(candidate));
  }

  inRange(id: EntityId, range: readonly KindId[]): boolean {
    return range.includes(this.known.knowledge.entities.get(id)?.kind ?? '') || this.isOfKind(id, range);
  }

  private settle(draft: Draft, match: Match): void {
    if (match.type === 'link' || match.type === 'label' || match.type === 'name') {
      this.ids.set(draft.key, match.id);
      if (match.type !== 'link') this.byName.add(draft.key);
    } else if (match.type === 'ambiguous') {
      const name = labelsOf(draft.label)[0] ?? draft.key;
      this.ambiguous.push({ origin: draft.origin, name, candidates: match.candidates, reason: match.reason });
    } else if (draft.create && draft.kind !== undefined && labelsOf(draft.label).length > 0)
      this.create(draft, draft.kind);
    else if (draft.record) this.unmatched.push({ draft, reason: whyNot(draft) });
  }

  private create(draft: Draft, kind: KindId): void {
    const base = draft.id ?? `${this.prefixOf(kind)}/${slugOf(labelsOf(draft.label)[0] ?? '')}`;
    const id = this.free(base, draft.suffix);
    this.ids.set(draft.key, id);
    this.created.set(id, kind);
    for (const label of labelsOf(draft.label))
      if (!this.labels.has(nameKey(label))) this.labels.set(nameKey(label), id);
  }

  private free(base: string, suffix: string | undefined): string {
    const taken = (id: string) => this.created.has(id) || this.known.knowledge.entities.has(id);
    if (!taken(base)) return base;
    if (suffix !== undefined && !taken(`${base}-${suffix}`)) return `${base}-${suffix}`;
    for (let number = 2; ; number++) if (!taken(`${base}-${number}`)) return `${base}-${number}`;
  }

  /** The ancestor of a kind that most ids begin with, as curators have done so far. */
  private prefixOf(kind: KindId): string {
    const known = this.prefixes.get(kind);
    if (known !== undefined) return known;
    const count = (candidate: string) => this.population.get(candidate) ?? 0;
    const ancestors = [...this.known.knowledge.ontology.ancestors(kind)];
    const best = ancestors.reduce((a, b) => (count(b) > count(a) ? b : a), kind);
    this.prefixes.set(kind, best);
    return best;
  }
}

interface Open {
  readonly draft: Draft;
  readonly match: Match;
}

const STRENGTH = { link: 3, label: 2, name: 1, ambiguous: 1, none: 0 } as const;

/**
 * Two records cannot be one entity: the firmer match wins (link before label before other names); of equals none does.
 * A record whose label something of another kind has still claims what its other names say: that thing may have come with
 * this very import, and a second run must not decide otherwise.
 */
function withoutTwins(open: readonly Open[]): Open[] {
  const claims = new Map<EntityId, Open[]>();
  for (const one of open) {
    const claimed = claimOf(one);
    if (claimed !== undefined) claims.set(claimed, [...(claims.get(claimed) ?? []), one]);
  }
  return open.map((one) => {
    const { draft, match } = one;
    if (!('id' in match) || !draft.record || match.type === 'link') return one;
    const rivals = (claims.get(match.id) ?? []).filter(
      (other) => other !== one && STRENGTH[other.match.type] >= STRENGTH[match.type],
    );
    if (rivals.length === 0) return one;
    const reason = `also fits ${rivals.map((other) => other.draft.origin).join(', ')}`;
    return { draft, match: { type: 'ambiguous', candidates: [match.id], reason } };
  });
}

function claimOf({ draft, match }: Open): EntityId | undefined {
  if (!draft.record) return undefined;
  if ('id' in match) return match.id;
  return match.type === 'ambiguous' ? match.otherwise : undefined;
}

function whyNot({ kind, create }: Draft): string {
  if (!create) return 'not in the knowledge, and only known entities are wanted';
  return kind === undefined ? 'no kind of the ontology fits its classes' : 'it has no label in Chinese or English';
}
