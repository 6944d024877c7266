import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type DateValue, hasTag, type Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import type { AbstentionReason, Argument, Claim, Layer, Reading, Residue, TimeQualifier } from './claim.ts';
import { is } from './grammar.ts';
import type { Match } from './match.ts';

interface Draft {
  readings: Reading[];
  start: number;
  end: number;
  negated: boolean;
  only: boolean;
  siblings: EntityId[];
  time?: TimeQualifier;
  score?: string;
  layer: Layer;
  chunk: Chunk;
}

export interface Statement {
  readonly chunk: Chunk;
  readonly predicate: Predicate;
  readonly subject: Argument;
  readonly object: Argument;
  readonly layer: Layer;
  readonly negated?: boolean;
  readonly span?: { readonly start: number; readonly end: number };
  readonly trigger?: number;
}

/** Gathers what the readers of one sentence find, joins readings of the same words, and attaches dates and roles. */
export class ClaimBuilder {
  private readonly knowledge: KnowledgeBase;
  private readonly language: Language;
  private readonly drafts = new Map<string, Draft>();
  private readonly used = new Set<number>();
  private carriedTime: { item: Item; chunk: Chunk } | undefined;

  constructor(knowledge: KnowledgeBase, language: Language) {
    this.knowledge = knowledge;
    this.language = language;
  }

  /** Begins a chunk; «2016年，» passes its date on to the chunks that follow. */
  open(chunk: Chunk): void {
    const dates = chunk.items.filter((item) => item.value?.type === 'date');
    const [date] = dates;
    if (date && dates.length === 1 && !chunk.items.some((item) => isVerb(item) || isName(item)))
      this.carriedTime = { item: date, chunk };
  }

  /** Adds what a pattern matched: every subject with every object. */
  add(chunk: Chunk, match: Match, role?: Item): void {
    const subjects = match.slots.get('s')?.arguments ?? [];
    const objects = match.slots.get('o')?.arguments ?? [];
    const siblings = [...subjects, ...objects].flatMap(({ entities }) => entities);
    for (const subject of subjects) {
      for (const object of objects) {
        if (subject.start === object.start && !subject.inherited && !object.inherited) continue;
        if (
          subject.entities.length > 0 &&
          subject.entities[0] === object.entities[0] &&
          !match.pattern.predicate.range.includes('text')
        )
          continue;
        const trigger = chunk.items[match.trigger];
        if (trigger) this.addReading(chunk, match, { subject, object, siblings, trigger, role });
      }
    }
  }

  private addReading(
    chunk: Chunk,
    match: Match,
    parts: { subject: Argument; object: Argument; siblings: EntityId[]; trigger: Item; role: Item | undefined },
  ): void {
    const { predicate, phrasing } = match.pattern;
    const { subject, object, siblings, trigger, role } = parts;
    const fillers = [...match.slots.values()].flatMap((filler) => filler.arguments);
    for (const filler of fillers) this.used.add(filler.start);
    const qualifiers = this.qualifiers(chunk, match, role);
    const timing = phrasing.time ?? 'during';
    const byNoun = match.pattern.voice === 'noun';
    const reading: Reading = {
      predicate,
      subject,
      object,
      weak: phrasing.reading === 'weak',
      byNoun,
      timing,
      qualifiers,
    };
    const ends = [subject, object].filter((argument) => !argument.inherited);
    const start = Math.min(trigger.start, ...ends.map((argument) => argument.start));
    const end = Math.max(trigger.end, ...ends.map((argument) => argument.end));
    const negated = isNegated(chunk, start, match.trigger) !== (phrasing.negative ?? false);
    const key = [place(subject), place(object)].sort().join('|');
    const draft = this.drafts.get(key);
    if (draft && draft.chunk === chunk) {
      if (!draft.readings.some((other) => other.predicate === predicate && other.subject.start === subject.start))
        draft.readings.push(reading);
      if (draft.layer !== 'phrasing') Object.assign(draft, { negated, layer: 'phrasing' });
      draft.start = Math.min(draft.start, start);
      draft.end = Math.max(draft.end, end);
      return;
    }
    const time = this.timeOf(chunk, match.trigger, object, subject);
    const score = predicate.qualifiers.includes('score') ? scoreIn(chunk.items) : undefined;
    const only = chunk.items.some((item) => is(item, 'only') && item.start >= start - 12 && item.end <= end + 8);
    this.drafts.set(key, {
      readings: [reading],
      start,
      end,
      negated,
      only,
      siblings,
      layer: 'phrasing',
      chunk,
      ...(time ? { time } : {}),
      ...(score ? { score } : {}),
    });
  }

  /** Adds a statement found otherwise than by a pattern. */
  state({ chunk, predicate, subject, object, layer, negated = false, span, trigger }: Statement): void {
    this.used.add(subject.start);
    this.used.add(object.start);
    const key = [place(subject), place(object)].sort().join('|') + (layer === 'phrasing' ? '' : predicate.id);
    if (this.drafts.has(key)) return;
    const ends = [subject, object].filter((argument) => !argument.inherited);
    const start = span?.start ?? Math.min(...ends.map((argument) => argument.start));
    const end = span?.end ?? Math.max(...ends.map((argument) => argument.end));
    const reading: Reading = { predicate, subject, object, weak: false, timing: 'during', qualifiers: {} };
    const time = trigger === undefined ? undefined : this.timeOf(chunk, trigger, object, subject);
    this.drafts.set(key, {
      readings: [reading],
      start,
      end,
      negated,
      only: false,
      siblings: [],
      layer,
      chunk,
      ...(time && predicate.changes ? { time } : {}),
    });
  }

  /** The first subject named in a chunk that claims were made about. */
  subjectOf(chunk: Chunk): Argument | undefined {
    for (const draft of this.drafts.values()) {
      if (draft.chunk !== chunk) continue;
      const [reading] = draft.readings;
      if (!reading) continue;
      const first =
        reading.subject.start <= reading.object.start || reading.subject.inherited ? reading.subject : reading.object;
      return first.entities.some((id) => this.knowledge.isVocabulary(id)) ? reading.subject : first;
    }
    return undefined;
  }

  finish(chunks: readonly Chunk[]): { claims: Claim[]; residues: Residue[] } {
    this.dropUnknownSubjects();
    this.attachLooseRoles(chunks);
    this.addDatedCompanions();
    this.addMakers();
    const claims = [...this.drafts.values()].map(
      ({ chunk, ...draft }): Claim => ({ ...draft, past: isPast(chunk), language: this.language }),
    );
    return { claims: claims.sort((a, b) => a.start - b.start || a.end - b.end), residues: this.residues(chunks) };
  }

  /** Where the same words have a reading about something known, readings about unknown names are noise. */
  private dropUnknownSubjects(): void {
    for (const [key, draft] of this.drafts) {
      const unknown = draft.readings.every(({ subject }) => subject.entities.length === 0);
      const better = [...this.drafts.values()].some(
        (other) =>
          other !== draft &&
          other.chunk === draft.chunk &&
          other.readings.some(
            ({ subject, object }) =>
              subject.entities.length > 0 && (object.entities.length > 0 || object.value !== undefined),
          ),
      );
      if (unknown && better) this.drafts.delete(key);
    }
  }

  /** «加入了斯坦福大学，担任助理教授»: a post without an organisation belongs to the employment just stated. */
  private attachLooseRoles(chunks: readonly Chunk[]): void {
    let last: Draft | undefined;
    for (const chunk of chunks) {
      const own = [...this.drafts.values()].filter((draft) => draft.chunk === chunk);
      const roles = chunk.items.filter((item) => this.isTerm(item, 'role'));
      if (
        own.length === 0 &&
        last &&
        roles.length > 0 &&
        !chunk.items.some((item) => isName(item) && !this.isVocabularyItem(item))
      ) {
        for (const reading of last.readings) {
          if (!reading.predicate.qualifiers.includes('role') || reading.qualifiers['role']) continue;
          const role = roles.flatMap((item) =>
            item.entities.filter((id) => this.knowledge.ontology.terms.get(id)?.vocabulary === 'role'),
          );
          last.readings[last.readings.indexOf(reading)] = { ...reading, qualifiers: { ...reading.qualifiers, role } };
          for (const item of roles) this.used.add(item.start);
        }
      }
      last = own.find((draft) => draft.readings.some(({ predicate }) => predicate.qualifiers.includes('role'))) ?? last;
    }
  }

  /** «Google developed S in 2015» also dates S, where the ontology says which date is meant (`dated`). */
  private addDatedCompanions(): void {
    for (const draft of [...this.drafts.values()]) {
      const { time } = draft;
      if (!time || draft.negated) continue;
      for (const { predicate, subject, byNoun } of draft.readings) {
        if (byNoun) continue;
        for (const id of predicate.dated) {
          const dated = this.knowledge.ontology.predicates.get(id);
          if (!dated || !subject.entities.some((entity) => this.knowledge.isOfKind(entity, dated.domain))) continue;
          const item = draft.chunk.items.find(({ value }) => value === time.date) ?? this.carriedTime?.item;
          if (!item) continue;
          const key = [place(subject), String(item.start)].sort().join('|');
          if (this.drafts.has(key)) continue;
          const object: Argument = {
            start: item.start,
            end: item.end,
            text: item.surface,
            entities: [],
            value: time.date,
          };
          const reading: Reading = {
            predicate: dated,
            subject,
            object,
            weak: false,
            loose: dated.id !== 'foundingDate',
            timing: 'at',
            qualifiers: {},
          };
          this.drafts.set(key, {
            ...draft,
            readings: [reading],
            siblings: [],
            only: false,
            start: Math.min(draft.start, item.start),
            end: Math.max(draft.end, item.end),
            time,
          });
        }
      }
    }
  }

  /** «proposed by A at X»: X made it too, where the ontology says so (`madeAt`). */
  private addMakers(): void {
    for (const draft of [...this.drafts.values()]) {
      for (const { predicate, subject } of draft.readings) {
        const maker =
          predicate.madeAt === undefined ? undefined : this.knowledge.ontology.predicates.get(predicate.madeAt);
        const { items } = draft.chunk;
        const place = items.find(
          (item, index) =>
            /^(?:at|while at|在|于)$/u.test(items[index - 1]?.text ?? '') &&
            !this.used.has(item.start) &&
            item.entities.some((id) => this.knowledge.isOfKind(id, ['organisation'])),
        );
        if (!maker || !place || draft.negated) continue;
        const object: Argument = {
          start: place.start,
          end: place.end,
          text: place.surface,
          entities: place.entities.filter((id) => this.knowledge.isOfKind(id, maker.range)),
        };
        this.state({
          chunk: draft.chunk,
          predicate: maker,
          subject,
          object,
          layer: 'phrasing',
          span: { start: Math.min(draft.start, place.start), end: Math.max(draft.end, place.end) },
        });
      }
    }
  }

  private qualifiers(chunk: Chunk, match: Match, role: Item | undefined): Record<string, EntityId[]> {
    const result: Record<string, EntityId[]> = {};
    const { predicate, phrasing } = match.pattern;
    const taken = new Set(
      [match.slots.get('s'), match.slots.get('o')].flatMap(
        (filler) => filler?.arguments.map(({ start }) => start) ?? [],
      ),
    );
    for (const name of predicate.qualifiers) {
      const filler = match.slots.get(name);
      if (filler) result[name] = filler.arguments.flatMap(({ entities }) => entities);
      if (filler || !['role', 'degree', 'field'].includes(name)) continue;
      const near = role && name === 'role' ? role : this.nearest(chunk, match.trigger, name, taken);
      if (near) {
        result[name] = near.entities.filter((id) => this.isOf(id, name));
        this.used.add(near.start);
      }
    }
    for (const [name, id] of Object.entries(phrasing.set ?? {})) result[name] = [id];
    return result;
  }

  private nearest(chunk: Chunk, trigger: number, name: string, taken: ReadonlySet<number>): Item | undefined {
    let best: { item: Item; distance: number } | undefined;
    chunk.items.forEach((item, index) => {
      const distance = Math.abs(index - trigger);
      if (
        !taken.has(item.start) &&
        item.entities.some((id) => this.isOf(id, name)) &&
        (!best || distance < best.distance)
      )
        best = { item, distance };
    });
    return best?.item;
  }

  private isOf(id: EntityId, name: string): boolean {
    return (
      this.knowledge.ontology.terms.get(id)?.vocabulary === name ||
      (name === 'field' && this.knowledge.isOfKind(id, ['field']))
    );
  }

  private isTerm(item: Item, vocabulary: string): boolean {
    return item.entities.some((id) => this.knowledge.ontology.terms.get(id)?.vocabulary === vocabulary);
  }

  private isVocabularyItem(item: Item): boolean {
    return item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id));
  }

  private timeOf(chunk: Chunk, trigger: number, object: Argument, subject: Argument): TimeQualifier | undefined {
    if (object.value?.type === 'date') return undefined;
    let best: { index: number; distance: number } | undefined;
    chunk.items.forEach((item, index) => {
      if (item.value?.type !== 'date' || item.start === object.start || item.start === subject.start) return;
      const distance = Math.abs(index - trigger);
      if (!best || distance < best.distance) best = { index, distance };
    });
    const item = best ? chunk.items[best.index] : this.carriedTime?.item;
    const at = best ? best.index : 0;
    const items = best ? chunk.items : (this.carriedTime?.chunk.items ?? []);
    if (item?.value?.type !== 'date') return undefined;
    this.used.add(item.start);
    return { date: item.value, relation: relationOf(items, best ? at : items.indexOf(item)) };
  }

  /** Chunks and values that no claim accounts for. */
  private residues(chunks: readonly Chunk[]): Residue[] {
    const result: Residue[] = [];
    for (const chunk of chunks) {
      const own = [...this.drafts.values()].some((draft) => draft.chunk === chunk);
      const loose = chunk.items.filter((item) => !this.used.has(item.start) && this.matters(item, own));
      const start = chunk.items[0]?.start ?? 0;
      const end = chunk.items.at(-1)?.end ?? start;
      const unknown = chunk.items.some((item) => item.value?.type === 'name' && item.entities.length === 0);
      const reason: AbstentionReason = unknown ? 'unknown-entity' : 'unknown-predicate';
      if (loose.length > 0) result.push({ start: loose[0]?.start ?? start, end: loose[0]?.end ?? end, reason });
    }
    return result;
  }

  /** Values, unknown names, people and organisations change what a sentence says; other names may be decoration. */
  private matters(item: Item, explained: boolean): boolean {
    if (hasTag(item, 'pronoun')) return false;
    if (item.value?.type === 'number') return item.value.unit !== undefined || item.value.amount > 20;
    if (item.value) return true;
    const kinds = explained ? ['person'] : ['agent', 'artefact', 'work', 'website'];
    return item.entities.some((id) => !this.knowledge.isVocabulary(id) && this.knowledge.isOfKind(id, kinds));
  }
}

/** Whether a clause speaks of former times. */
function isPast({ items }: Chunk): boolean {
  return items.some(({ text }) =>
    /^(?:was|were|originally|initially|formerly|once|previously|最初|起初|原本|曾|曾经|一开始|当初|原先|早期|原|前)$/u.test(
      text,
    ),
  );
}

/** A result in words or figures: 4-1, 4–1, 4比1, four games to one. */
function scoreIn(items: readonly Item[]): string | undefined {
  for (const [index, item] of items.entries()) {
    if (item.value?.type !== 'number') continue;
    const rest = items.slice(index + 1, index + 5);
    const at = rest.findIndex(({ text }) => /^(?:比|-|–|—|:|to|games to)$/u.test(text));
    const second = at >= 0 ? rest[at + 1] : undefined;
    if (second?.value?.type === 'number' && item.value.amount < 100)
      return `${item.value.amount}-${second.value.amount}`;
  }
  return undefined;
}

function place(argument: Argument): string {
  return argument.inherited ? `~${argument.text}` : String(argument.start);
}

/** Odd number of negations from the claim's beginning to just behind its trigger. */
function isNegated(chunk: Chunk, start: number, trigger: number): boolean {
  let count = 0;
  for (let index = 0; index <= trigger + 2; index++) {
    const item = chunk.items[index];
    if (!item || (item.start < start && !is(item, 'neg'))) continue;
    if (index > trigger && !(is(item, 'neg') && index === trigger + 1)) continue;
    if (is(item, 'neg') && item.entities.length === 0) count++;
    if (is(item, 'but') && count > 0 && item.text !== 'not') count--;
  }
  return count % 2 === 1;
}

function relationOf(items: readonly Item[], index: number): TimeQualifier['relation'] {
  const han = /\p{Script=Han}/u.test(items[index + 1]?.text ?? '');
  for (const before of [items[index - 1], items[index - 2]]) {
    if (is(before, 'before') && before?.text !== 'by') return 'before';
    if (is(before, 'after')) return 'after';
    if (is(before, 'until') && before?.text !== 'through') return 'until';
    if (is(before, 'since')) return 'since';
  }
  const next = items[index + 1];
  if (is(next, 'before') && /前$/u.test(next?.text ?? '')) return 'before';
  if (han && is(next, 'after')) return 'after';
  if (han && is(next, 'since')) return 'since';
  return 'at';
}

export type { DateValue };
