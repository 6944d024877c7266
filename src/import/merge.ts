import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Entity, EntityId, KindId, Qualifiers, Source } from '../knowledge/model.ts';
import { type Comparison, compareFact, type ImportedFact } from './compare.ts';
import { describeValue } from './describe-value.ts';
import type { Draft, DraftFact, Drafts } from './draft.ts';
import { Identities } from './identities.ts';
import { Known, labelsOf } from './known.ts';
import { linkKey, nameKey } from './names.ts';
import type { Ambiguity, Conflict, SkipLog } from './report.ts';

/** What is to be written about one entity. `created`: the entity is new; otherwise these are additions. */
export interface Entry {
  readonly id: EntityId;
  readonly created: boolean;
  readonly kind: KindId | undefined;
  readonly label: Entity['label'];
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly description: Entity['description'];
  readonly sameAs: readonly string[];
  readonly facts: readonly ImportedFact[];
}

export interface Merged {
  readonly entries: readonly Entry[];
  /** The sources that the entries name. */
  readonly sources: readonly Source[];
  readonly matched: { entities: number; facts: number };
  readonly conflicting: readonly Conflict[];
  readonly ambiguous: readonly Ambiguity[];
}

/** Settles what of an import is new, known, conflicting or unclear. Changes nothing; notes in `skips` what it leaves out. */
export function mergeDrafts(drafts: Drafts, knowledge: KnowledgeBase, skips: SkipLog): Merged {
  return new Merger(drafts, knowledge, skips).merge();
}

class Merger {
  private readonly drafts: Drafts;
  private readonly knowledge: KnowledgeBase;
  private readonly known: Known;
  private readonly skips: SkipLog;
  private readonly identities: Identities;
  private readonly conflicting: Conflict[] = [];
  private readonly ambiguous: Ambiguity[] = [];
  private readonly newNames = new Map<string, EntityId>();
  /** The record that has a (folded) name as its label, whatever became of it: its name is not given to another. */
  private readonly recordOf = new Map<string, Draft>();
  private readonly matched = { entities: 0, facts: 0 };

  constructor(drafts: Drafts, knowledge: KnowledgeBase, skips: SkipLog) {
    this.drafts = drafts;
    this.knowledge = knowledge;
    this.known = new Known(knowledge);
    this.skips = skips;
    this.identities = new Identities(drafts, this.known);
    for (const draft of drafts.drafts.values())
      if (draft.record) for (const label of labelsOf(draft.label)) this.recordOf.set(nameKey(label), draft);
  }

  merge(): Merged {
    this.ambiguous.push(...this.identities.ambiguous);
    for (const { draft, reason } of this.identities.unmatched)
      this.skips.add(reason, `${draft.origin} ${nameOf(draft)}`);
    const byId = new Map<EntityId, Entry>();
    for (const draft of this.drafts.drafts.values()) {
      const id = this.identities.idOf(draft.key);
      if (id === undefined || this.drafts.fixed.has(draft.key)) continue;
      const entry = this.entryOf(draft, id);
      if (entry) byId.set(id, join(byId.get(id), entry));
    }
    const records = new Set(
      [...this.drafts.drafts.values()].flatMap(({ key, record }) => (record ? (this.identities.idOf(key) ?? []) : [])),
    );
    const named = new Set([...byId.values()].flatMap(({ facts }) => facts.flatMap(idsIn)));
    const entries = [...byId.values()].filter(
      (entry) => isWorthWriting(entry) && (!entry.created || records.has(entry.id) || named.has(entry.id)),
    );
    const used = new Set(entries.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)));
    const sources = [...this.drafts.sources.values()].filter(({ id }) => used.has(id));
    return { entries, sources, matched: this.matched, conflicting: this.conflicting, ambiguous: this.ambiguous };
  }

  private entryOf(draft: Draft, id: EntityId): Entry | undefined {
    const created = this.identities.isNew(id);
    const base = { id, created, kind: draft.kind, label: draft.label, description: draft.description };
    const facts = this.factsOf(draft, id, created);
    if (facts === undefined) return undefined;
    if (!created) this.matched.entities++;
    if (!created && !draft.record) return { ...base, aliases: { en: [], zh: [] }, sameAs: [], facts };
    return { ...base, aliases: this.newAliases(draft, id, created), sameAs: this.newLinks(draft, id), facts };
  }

  /** The facts to add; undefined where they show that a match by name was none. */
  private factsOf(draft: Draft, id: EntityId, created: boolean): ImportedFact[] | undefined {
    const facts: ImportedFact[] = [];
    const conflicts: Conflict[] = [];
    let agreeing = 0;
    for (const written of draft.facts) {
      const fact = this.resolve(draft, id, written);
      if (!fact) continue;
      const result: Comparison = created ? { outcome: 'new' } : compareFact(id, fact, this.known);
      if (result.outcome === 'known') agreeing++;
      else if (result.outcome === 'new') facts.push(fact);
      else {
        const known = result.against.map((one) => ({
          value: describeValue(one.value, one.qualifiers),
          sources: one.sources.map(({ url }) => url),
        }));
        const imported = describeValue(fact.value, fact.qualifiers);
        conflicts.push({
          origin: draft.origin,
          entity: id,
          predicate: fact.predicate.id,
          imported,
          known,
          reason: result.reason,
        });
      }
    }
    const differing = conflicts.find(({ predicate }) =>
      this.knowledge.ontology.predicates.get(predicate)?.range.includes('date'),
    );
    if (differing && agreeing === 0 && draft.record && this.identities.isByName(draft.key)) {
      const reason = `same name, but nothing agrees and ${differing.predicate} differs (${differing.imported}, not ${differing.known.map(({ value }) => value).join(', ')})`;
      this.ambiguous.push({ origin: draft.origin, name: nameOf(draft), candidates: [id], reason });
      return undefined;
    }
    this.matched.facts += agreeing;
    this.conflicting.push(...conflicts);
    return facts;
  }

  private resolve(draft: Draft, subject: EntityId, fact: DraftFact): ImportedFact | undefined {
    const predicate = this.knowledge.ontology.predicates.get(fact.predicate);
    if (!predicate) throw new Error(`importer made a fact of the unknown predicate ${fact.predicate}`);
    if (!this.identities.isOfKind(subject, predicate.domain)) {
      this.skips.add(
        `${predicate.id} is not for this kind of entity`,
        `${draft.origin} ${nameOf(draft)} (${draft.kind ?? 'unknown kind'})`,
      );
      return undefined;
    }
    const value = this.valueOf(draft, predicate.id, fact);
    if (value === undefined) return undefined;
    if (
      value.type === 'entity' &&
      !predicate.range.includes('text') &&
      !this.identities.inRange(value.id, predicate.range)
    ) {
      this.skips.add(
        `${predicate.id} does not take this kind of value`,
        `${draft.origin} ${nameOf(draft)}: ${value.id}`,
      );
      return undefined;
    }
    const qualifiers: Record<string, unknown> = { ...fact.qualifiers };
    for (const [name, keys] of Object.entries(fact.references)) {
      const ids = keys.flatMap((key) => this.identities.idOf(key) ?? []);
      if (ids.length > 0) qualifiers[name] = ids;
      if (ids.length < keys.length)
        this.skips.add(
          `qualifier '${name}': the knowledge has no such entity`,
          this.labelOf(keys.find((key) => this.identities.idOf(key) === undefined) ?? ''),
        );
    }
    const base = { predicate, value, qualifiers: qualifiers as Qualifiers, rank: fact.rank, sources: fact.sources };
    return fact.asOf === undefined ? base : { ...base, asOf: fact.asOf };
  }

  private valueOf(draft: Draft, predicate: string, { value }: DraftFact): ImportedFact['value'] | undefined {
    if (value.type !== 'reference') return value;
    const id = this.identities.idOf(value.key);
    if (id !== undefined) return { type: 'entity', id };
    this.skips.add(
      `${predicate}: the value is no known entity`,
      `${draft.origin} ${nameOf(draft)}: ${this.labelOf(value.key)}`,
    );
    return undefined;
  }

  private labelOf(key: string): string {
    const draft = this.drafts.drafts.get(key);
    const name = draft ? nameOf(draft) : '';
    return name === '' || name === key ? key : `${name}${/^Q\d+$/u.test(key) ? ` (${key})` : ''}`;
  }

  /** Aliases that neither the entity has nor any other entity is called by. */
  private newAliases(draft: Draft, id: EntityId, created: boolean): Entry['aliases'] {
    const pick = (names: readonly string[]) => names.filter((name) => this.isFree(name, id, draft));
    const extra = created ? [] : (['en', 'zh'] as const).map((language) => draft.label[language]);
    const [en, zh] = extra;
    return {
      en: pick([...(en === undefined ? [] : [en]), ...draft.aliases.en]),
      zh: pick([...(zh === undefined ? [] : [zh]), ...draft.aliases.zh]),
    };
  }

  private isFree(name: string, id: EntityId, draft: Draft): boolean {
    const key = nameKey(name);
    if (key.length < 2) return false;
    const owners = this.known.withName(name);
    if (owners.has(id)) return false;
    const rival = [...owners][0] ?? this.newNames.get(key) ?? this.identities.newWithLabel(key);
    if (rival !== undefined && rival !== id) {
      this.skips.add('alias that another entity has', `${draft.origin}: '${name}' is ${rival}`);
      return false;
    }
    if (rival === id) return false;
    const record = this.recordOf.get(key);
    if (record !== undefined && this.identities.idOf(record.key) !== id) {
      this.skips.add('alias that another record has as its name', `${draft.origin}: '${name}' is ${record.origin}`);
      return false;
    }
    this.newNames.set(key, id);
    return true;
  }

  private newLinks(draft: Draft, id: EntityId): string[] {
    const own = new Set((this.knowledge.entities.get(id)?.sameAs ?? []).map(linkKey));
    return draft.sameAs.filter((url) => !own.has(linkKey(url)));
  }
}

function nameOf(draft: Draft): string {
  return labelsOf(draft.label)[0] ?? draft.key;
}

/** Two drafts of one entity as one entry. */
function join(a: Entry | undefined, b: Entry): Entry {
  if (!a) return b;
  const texts = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return {
    ...a,
    aliases: { en: texts(a.aliases.en, b.aliases.en), zh: texts(a.aliases.zh, b.aliases.zh) },
    sameAs: texts(a.sameAs, b.sameAs),
    facts: [...a.facts, ...b.facts],
  };
}

/** The ids that a fact needs. */
function idsIn({ value, qualifiers }: ImportedFact): EntityId[] {
  const lists = Object.values(qualifiers).flatMap((content: unknown) =>
    Array.isArray(content) ? content.map(String) : [],
  );
  return value.type === 'entity' ? [value.id, ...lists] : lists;
}

function isWorthWriting({ created, aliases, sameAs, facts }: Entry): boolean {
  return created || aliases.en.length + aliases.zh.length + sameAs.length + facts.length > 0;
}
