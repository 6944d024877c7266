import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { isOfItself, isWithinSubject, namesItsHolder, withoutSeconds } from './bearers.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { belongsToNext, isDeniedBehind, isNegated, isPast, isPresent, relationOf } from './circumstances.ts';
import { type Argument, type Claim, type Reading, type Residue, type TimeQualifier, toArgument } from './claim.ts';
import { addDatedCompanions, attachLooseRoles, dropUnknownSubjects } from './companions.ts';
import { type Draft, type DraftBoard, placeOf, type Statement } from './draft.ts';
import { is } from './grammar.ts';
import { addMakers } from './makers.ts';
import type { Match } from './match.ts';
import { datesName, incumbent, isIndefinite, isOpenPronoun, isShared, narrowest } from './reading-conditions.ts';
import { residuesOf } from './residues.ts';
import { scoreIn } from './scores.ts';
import { spelledWords } from './spelling.ts';

/** Gathers what the readers of one sentence find, joins readings of the same words, and attaches dates and roles. */
export class ClaimBuilder implements DraftBoard {
  readonly knowledge: KnowledgeBase;
  readonly drafts = new Map<string, Draft>();
  readonly used = new Set<number>();
  carriedTime: DraftBoard['carriedTime'];
  private readonly language: Language;

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
    if (isOfItself(chunk, match) || isWithinSubject(chunk, match)) return;
    const subjects = match.slots.get('s')?.arguments ?? [];
    const objects = match.slots.get('o')?.arguments ?? this.valueSet(chunk, match);
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

  /** «uses only the encoder stack»: the words themselves are the value; where they name it, other readers see to it. */
  private valueSet({ items }: Chunk, { pattern: { phrasing }, trigger }: Match): Argument[] {
    const value = phrasing.set?.value;
    const item = items[trigger];
    if (value === undefined || item === undefined || item.entities.includes(value)) return [];
    return [{ start: item.start, end: item.end, text: item.surface, entities: [value] }];
  }

  private addReading(
    chunk: Chunk,
    match: Match,
    parts: { subject: Argument; object: Argument; siblings: EntityId[]; trigger: Item; role: Item | undefined },
  ): void {
    const { predicate, phrasing } = match.pattern;
    const { subject, object, siblings, trigger, role } = parts;
    if (object.value !== undefined && isIndefinite(chunk.items, subject)) return;
    if (isOpenPronoun(subject) || isOpenPronoun(object)) return;
    if (is(trigger, 'poss') && (subject.entities.length === 0 || object.entities.length === 0)) return;
    if (isShared(predicate, trigger)) return;
    const fillers = [...match.slots.values()].flatMap((filler) => filler.arguments);
    for (const filler of fillers) this.used.add(filler.start);
    const qualifiers = this.qualifiers(chunk, match, role);
    const timing = phrasing.time ?? 'during';
    const byNoun = match.pattern.voice === 'noun';
    const open = subject.inherited || object.inherited;
    if (byNoun && open && !is(trigger, 'be') && namesItsHolder(chunk, match, [subject, object])) return;
    const reading: Reading = {
      predicate,
      subject,
      object,
      weak: phrasing.reading === 'weak',
      ...(phrasing.sole ? { sole: true } : {}),
      byNoun: byNoun || is(trigger, 'poss'),
      timing,
      qualifiers,
      ...incumbent(chunk, qualifiers.role),
    };
    const spelt = this.spelt(reading);
    const own = spelt.some(({ predicate: other }) => other === predicate) ? spelt : [reading, ...spelt];
    const ends = [subject, object].filter((argument) => !argument.inherited);
    const start = Math.min(trigger.start, ...ends.map((argument) => argument.start));
    const end = Math.max(trigger.end, ...ends.map((argument) => argument.end));
    const denied = isNegated(chunk, start, match.trigger) !== (byNoun && isDeniedBehind(chunk, match.trigger, end));
    const negated = denied !== (phrasing.negative ?? false);
    const key = [placeOf(subject), placeOf(object)].sort().join('|');
    const draft = this.drafts.get(key);
    if (draft && draft.chunk === chunk) {
      if (draft.closed && predicate.possessive === undefined) return;
      if (!draft.readings.some((other) => other.predicate === predicate && other.subject.start === subject.start))
        draft.readings.push(...own);
      if (draft.layer !== 'phrasing') Object.assign(draft, { negated, layer: 'phrasing' });
      draft.start = Math.min(draft.start, start);
      draft.end = Math.max(draft.end, end);
      return;
    }
    const time = this.timeOf(chunk, match.trigger, object, subject);
    const score = predicate.qualifiers.includes('score') ? scoreIn(chunk.items) : undefined;
    const only = chunk.items.some((item) => is(item, 'only') && item.start >= start - 12 && item.end <= end + 8);
    this.drafts.set(key, {
      readings: own,
      ...(phrasing.counted ? { closed: true as const } : {}),
      start,
      end,
      negated,
      only,
      siblings,
      layer: 'phrasing',
      chunk,
      trigger: trigger.start,
      ...(time ? { time } : {}),
      ...(score ? { score } : {}),
    });
  }

  /** What a name comes from may be what it stands for. */
  private spelt(reading: Reading): Reading[] {
    const id = reading.predicate.spelt;
    const predicate = id === undefined ? undefined : this.knowledge.ontology.predicates.get(id);
    const object = predicate && spelledWords(this.knowledge, reading.subject, reading.object);
    return predicate && object ? [{ ...reading, predicate, object, sole: true }] : [];
  }

  /** Adds a statement found otherwise than by a pattern. */
  state({ chunk, predicate, subject, object, layer, negated = false, span, trigger }: Statement): void {
    this.used.add(subject.start);
    this.used.add(object.start);
    const key = [placeOf(subject), placeOf(object)].sort().join('|') + (layer === 'phrasing' ? '' : predicate.id);
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

  /** Says that what was added of these two is all that their clause says of them. */
  close(subject: Argument, object: Argument): void {
    const draft = this.drafts.get([placeOf(subject), placeOf(object)].sort().join('|'));
    if (draft) draft.closed = true;
  }

  /** Adds a comparison of two things; words that compare by several predicates are readings of one claim. */
  compare(
    chunk: Chunk,
    parts: { predicate: Predicate; direction: 'more' | 'less'; subject: Argument; object: Argument; word: Item },
  ): void {
    const { predicate, direction, subject, object, word } = parts;
    for (const { start } of [subject, object, word]) this.used.add(start);
    const reading: Reading = {
      predicate,
      subject,
      object,
      comparison: direction,
      weak: false,
      timing: 'during',
      qualifiers: {},
    };
    const key = `${placeOf(subject)}|${placeOf(object)}|compared`;
    const known = this.drafts.get(key);
    if (known) {
      known.readings.push(reading);
      return;
    }
    const ends = [subject, object, word].filter((part) => !('inherited' in part && part.inherited));
    this.drafts.set(key, {
      readings: [reading],
      start: Math.min(...ends.map(({ start }) => start)),
      end: Math.max(...ends.map(({ end }) => end)),
      negated: chunk.items.filter((item) => is(item, 'neg')).length % 2 === 1,
      only: false,
      siblings: [],
      layer: 'phrasing',
      chunk,
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
      const opening = chunk.items.find((item) => item.entities.length > 0);
      // «She and the provost X founded Y» is about her.
      if (
        opening &&
        opening.start < first.start &&
        opening.entities.some((id) => this.knowledge.isOfKind(id, ['person']))
      )
        return toArgument(opening);
      return first.entities.some((id) => this.knowledge.isVocabulary(id)) ? reading.subject : first;
    }
    return undefined;
  }

  finish(chunks: readonly Chunk[]): { claims: Claim[]; residues: Residue[] } {
    dropUnknownSubjects(this);
    attachLooseRoles(this, chunks);
    addDatedCompanions(this);
    addMakers(this, chunks);
    const claims = withoutSeconds([...this.drafts.values()]).map(
      ({ chunk, closed: _, ...draft }): Claim => ({
        ...draft,
        readings: narrowest(draft.readings),
        past: isPast(chunk),
        present: isPresent(chunk),
        language: this.language,
      }),
    );
    return { claims: claims.sort((a, b) => a.start - b.start || a.end - b.end), residues: residuesOf(this, chunks) };
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
      if (filler || !['role', 'degree', 'field', 'place'].includes(name)) continue;
      const near = role && name === 'role' ? role : this.nearest(chunk, match.trigger, name, taken);
      if (near) {
        result[name] = near.entities.filter((id) => this.isOf(id, name));
        this.used.add(near.start);
      }
    }
    for (const [name, id] of Object.entries(phrasing.set ?? {})) if (name !== 'value') result[name] = [id];
    return result;
  }

  private nearest(chunk: Chunk, trigger: number, name: string, taken: ReadonlySet<number>): Item | undefined {
    let best: { item: Item; distance: number } | undefined;
    chunk.items.forEach((item, index) => {
      const distance = Math.abs(index - trigger);
      if (
        !taken.has(item.start) &&
        item.entities.some((id) => this.isOf(id, name)) &&
        (name !== 'place' || /^(?:in|at|在|于)$/u.test(chunk.items[index - 1]?.text ?? '')) &&
        (!best || distance < best.distance)
      )
        best = { item, distance };
    });
    return best?.item;
  }

  private isOf(id: EntityId, name: string): boolean {
    return (
      this.knowledge.ontology.terms.get(id)?.vocabulary === name ||
      ((name === 'field' || name === 'place') && this.knowledge.isOfKind(id, [name]))
    );
  }

  private timeOf(chunk: Chunk, trigger: number, object: Argument, subject: Argument): TimeQualifier | undefined {
    if (object.value?.type === 'date') return undefined;
    let best: { index: number; distance: number } | undefined;
    chunk.items.forEach((item, index) => {
      if (item.value?.type !== 'date' || item.start === object.start || item.start === subject.start) return;
      if (belongsToNext(chunk.items, trigger, index)) return;
      const distance = datesName(chunk.items, index, [object, subject]) ? 0 : Math.abs(index - trigger);
      if (!best || distance < best.distance) best = { index, distance };
    });
    const item = best ? chunk.items[best.index] : this.carriedTime?.item;
    const at = best ? best.index : 0;
    const items = best ? chunk.items : (this.carriedTime?.chunk.items ?? []);
    if (item?.value?.type !== 'date') return undefined;
    this.used.add(item.start);
    const { start, end } = item;
    return { date: item.value, relation: relationOf(items, best ? at : items.indexOf(item)), span: { start, end } };
  }
}
