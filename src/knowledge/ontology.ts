import { z } from 'zod';
import type { Alias, Entity, EntityId, KindId, LocalText, PredicateId } from './model.ts';

const localText = z.strictObject({ en: z.string(), zh: z.string() });
const names = z.strictObject({ en: z.array(z.string()).default([]), zh: z.array(z.string()).default([]) });
const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** `generic`: a noun for anything («tool», «项目»), which states nothing that could be checked. */
const kindSchema = z.strictObject({
  under: oneOrMany.default([]),
  label: localText,
  generic: z.boolean().default(false),
  nouns: names.prefault({}),
});

const termSchema = z.strictObject({
  label: localText,
  aliases: names.prefault({}),
  broader: z.string().optional(),
  title: z.boolean().default(false),
  unique: z.boolean().default(false),
  apart: z.boolean().default(false),
  single: z.boolean().default(false),
  unlisted: z.boolean().default(false),
});

const vocabularySchema = z.strictObject({
  label: localText,
  exclusive: z.boolean().default(false),
  terms: z.record(z.string(), termSchema),
});

interface WrittenPhrasing {
  pattern: string;
  /** What a date in the clause is: the start or end of the period, a moment during it, or the event's own date. */
  time?: 'start' | 'end' | 'during' | 'at' | undefined;
  /** Fixed qualifiers: role, degree … by id. */
  set?: Record<string, string> | undefined;
  /** The words deny the predicate. */
  negative?: boolean | undefined;
  /** weak: suggests the predicate without stating it. */
  reading?: 'weak' | undefined;
  /** The words say of the value that it is the only one. */
  sole?: boolean | undefined;
  /** The words say themselves what is counted, whatever else is counted in such units. */
  counted?: boolean | undefined;
}

const phrasingSchema = z.union([
  z.string().transform((pattern): WrittenPhrasing => ({ pattern })),
  z.strictObject({
    pattern: z.string(),
    time: z.enum(['start', 'end', 'during', 'at']).optional(),
    set: z.record(z.string(), z.string()).optional(),
    negative: z.boolean().optional(),
    reading: z.enum(['weak']).optional(),
    sole: z.boolean().optional(),
    counted: z.boolean().optional(),
  }),
]);

const predicateSchema = z.strictObject({
  label: localText,
  domain: z.array(z.string()),
  range: z.array(z.string()),
  many: z.boolean().default(false),
  changes: z.boolean().default(false),
  through: z.array(z.string()).default([]),
  unit: z.string().optional(),
  units: z.strictObject({ en: z.array(z.string()), zh: z.array(z.string()) }).optional(),
  /** Words that compare two things by it; of dates `more` is the later. */
  comparatives: z.strictObject({ more: names.prefault({}), less: names.prefault({}) }).optional(),
  qualifiers: z.array(z.string()).default([]),
  /** Broader relations: words that say this one do not merely say those («the first author» is no author among others). */
  implies: z.array(z.string()).default([]),
  /** Which date a time said with this predicate also gives («developed in 2015» → releaseDate). */
  dated: z.array(z.string()).default([]),
  /** How to tell that somebody had no part in something: who made it, where, and where the person worked. */
  insiders: z
    .strictObject({
      makers: z.array(z.string()),
      organisation: z.string(),
      employment: z.string(),
      through: z.array(z.string()).default([]),
    })
    .optional(),
  /** The predicate that says the same from the other side: if the object's complete list of it leaves the subject out, this does not hold. */
  converse: z.string().optional(),
  /** The post that says the same of the object («founder of s»): `predicate` of the object with the subject and one of these roles. */
  post: z.object({ predicate: z.string(), roles: z.array(z.string()) }).optional(),
  /** The predicate an organisation said by «at X» belongs to («proposed by A at X» → developer). */
  madeAt: z.string().optional(),
  /**
   * Who is listed with one value is presumed to be listed with all (the partial completeness assumption of knowledge-base
   * literature): another known thing that no fact ties to the subject is no value of it.
   */
  presumedComplete: z.boolean().default(false),
  /** Complete lists exclude only what the knowledge knows: names it has never heard (a school, a small firm) stay open. */
  namesOpen: z.boolean().default(false),
  /**
   * Values are statements about the subject in free words, without naming it («freezes the weights»). ` | ` separates wordings of
   * the same statement; `{…}` marks a value that excludes others of its sort (several in one wording): with another in its
   * place the statement is wrong. What is wrongly said instead stands under `mistaken`, beside the value.
   */
  free: z.boolean().default(false),
  /** Values may stand as a modifier before a kind («an open-source framework»). */
  modifier: z.boolean().default(false),
  /** Words that the letters of a thing's name begin («from “common objects in context”») are a value of this predicate instead. */
  spelt: z.string().optional(),
  /** «S is O's framework» can say it; weakly: it supports, but no other relation of the two is denied. */
  possessive: z.enum(['firm', 'weak']).optional(),
  wikidata: z.string().optional(),
  phrasings: z
    .strictObject({ en: z.array(phrasingSchema).default([]), zh: z.array(phrasingSchema).default([]) })
    .prefault({}),
});

/**
 * What must come before what: no date of `later` (value or qualifier) may lie before one of `first`, of the same entity. With
 * `of`, `first` is asked of the entities that this predicate names: a product is not released before its maker is founded.
 */
const orderSchema = z.strictObject({
  first: z.array(z.string()),
  later: z.array(z.string()),
  of: z.string().optional(),
});

/** What questions need beyond statements. */
const questionsSchema = z.strictObject({
  /** Words by which questions ask for a predicate, beside its label and phrasings («birth year», «多大»). */
  asked: z.record(z.string(), names).default({}),
  /** Words that imply a predicate but ask for more than it says («capital» → locatedIn). */
  never: z.array(z.string()).default([]),
  /** How answers say a predicate: sentences with `{s}` and `{o}`. Where there is none: «s – label: o». */
  says: z.record(z.string(), localText).default({}),
  /** Nouns that ask for a qualifier («role», «学位»). */
  qualifiers: z.record(z.string(), names).default({}),
  /** Words for the values of the qualifier `relation` («brother», «哥哥»). */
  relations: z.record(z.string(), names).default({}),
  /** Dates from which a thing is: what «older», «the first» and «最新» compare. */
  begins: z.array(z.string()).default([]),
  /** What «X's papers», «X的框架» say without a verb. */
  belongs: z.array(z.string()).default([]),
  /** What «where is X» asks without a verb. */
  whereabouts: z.array(z.string()).default([]),
  /** Figures that «larger» and «最大» compare. */
  sizes: z.array(z.string()).default([]),
  /** Predicates by which anything is tied to anything; no way from one thing to another leads over them. */
  loose: z.array(z.string()).default([]),
  /** Predicates whose values are why there is a thing: what problem it solves. */
  reasons: z.array(z.string()).default([]),
});

/** Words by which statements in free words are compared. */
const wordsSchema = z.strictObject({
  /** Words that say the same, both languages together. */
  synonyms: z.array(names).default([]),
  /** Words of which one, in the other's place, makes a statement another («increase», «decrease»). */
  contrasts: z.array(names).default([]),
  /** Words that say next to nothing («method», «进行»). */
  light: names.prefault({}),
  /** Phrases that only frame what is said («the idea is to», «的目的在于»): left out before texts are compared. */
  framing: names.prefault({}),
});

export const ontologySchema = z.strictObject({
  kinds: z.record(z.string(), kindSchema),
  disjoint: z.array(z.array(z.string())).default([]),
  vocabularies: z.record(z.string(), vocabularySchema).default({}),
  predicates: z.record(z.string(), predicateSchema),
  order: z.array(orderSchema).default([]),
  /** Predicates over which nothing reaches itself. */
  acyclic: z.array(z.string()).default([]),
  /** The date from which ages count («at 24»). */
  agesFrom: z.string().optional(),
  /** Beginning and end, as brackets behind a name give them: «Alan Turing (1912–1954)». */
  lifespans: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Pairs of predicates that say the same from both sides. */
  inverse: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** How tables and «key: value» lists head what a predicate says, beside its label, nouns and `asked`. */
  headings: z.record(z.string(), names).default({}),
  questions: questionsSchema.prefault({}),
  words: wordsSchema.prefault({}),
});

export type OntologyData = z.output<typeof ontologySchema>;
export type Phrasing = WrittenPhrasing;

/** A relation or attribute; see the head of `schema/ontology.yaml` for what each property means. */
export interface Predicate extends z.output<typeof predicateSchema> {
  readonly id: PredicateId;
  /** Its place among the ontology's predicates, counting from 0. */
  readonly index: number;
}

/** A term's place in its vocabulary. `title`: a firm post; `unique`: one holder at a time; `apart`: who is known only as this is nothing else there; `single`: held in one place at a time; `unlisted`: no list holds all of these, not even a complete one. */
export interface Term {
  readonly id: EntityId;
  readonly vocabulary: string;
  readonly broader: EntityId | undefined;
  readonly title: boolean;
  readonly unique: boolean;
  readonly apart: boolean;
  readonly single: boolean;
  readonly unlisted: boolean;
}

/** Kinds, vocabularies and predicates, with the questions the rest of the program asks of them. */
export class Ontology {
  readonly predicates: ReadonlyMap<PredicateId, Predicate>;
  readonly terms: ReadonlyMap<EntityId, Term>;
  /** The kinds and terms as entities (`kind/framework`, `role/ceo`), so that sentences can name them. */
  readonly entities: readonly Entity[];
  /** As written, with defaults filled in. */
  readonly data: OntologyData;
  readonly questions: OntologyData['questions'];
  private readonly ancestorsOfKind = new Map<KindId, ReadonlySet<KindId>>();
  private readonly groupsOfKind = new Map<KindId, ReadonlyMap<number, KindId>>();

  constructor(data: OntologyData) {
    this.data = data;
    this.questions = data.questions;
    this.predicates = new Map(
      Object.entries(data.predicates).map(([id, value], index) => [id, { id, index, ...value }]),
    );
    this.terms = new Map(
      Object.entries(data.vocabularies).flatMap(([vocabulary, { terms }]) =>
        Object.entries(terms).map(([name, term]): [EntityId, Term] => {
          const broader = term.broader === undefined ? undefined : `${vocabulary}/${term.broader}`;
          const id = `${vocabulary}/${name}`;
          const { title, unique, apart, single, unlisted } = term;
          return [id, { id, vocabulary, broader, title, unique, apart, single, unlisted }];
        }),
      ),
    );
    this.entities = [...this.kindEntities(), ...this.termEntities()];
  }

  hasKind(kind: KindId): boolean {
    return kind in this.data.kinds || kind in this.data.vocabularies;
  }

  /** All kinds, without the vocabularies. */
  kinds(): KindId[] {
    return Object.keys(this.data.kinds);
  }

  /** Whether an id is a kind that anything may be called. */
  isGeneric(id: EntityId): boolean {
    return this.data.kinds[id.replace(/^kind\//u, '')]?.generic ?? false;
  }

  /** Whether a predicate's values of a vocabulary exclude each other (at one time). */
  isExclusive(vocabulary: string): boolean {
    return this.data.vocabularies[vocabulary]?.exclusive ?? false;
  }

  /** The kind and everything it is a sub-kind of; the kind alone where the ontology does not know it. */
  ancestors(kind: KindId): ReadonlySet<KindId> {
    const known = this.ancestorsOfKind.get(kind);
    if (known) return known;
    const result = new Set<KindId>([kind]);
    this.ancestorsOfKind.set(kind, result);
    for (const parent of this.data.kinds[kind]?.under ?? []) {
      for (const ancestor of this.ancestors(parent)) result.add(ancestor);
    }
    return result;
  }

  /** Whether no thing can be of both kinds. */
  areDisjoint(a: KindId, b: KindId): boolean {
    const groupsOfB = this.groups(b);
    for (const [group, member] of this.groups(a)) {
      const other = groupsOfB.get(group);
      if (other !== undefined && other !== member) return true;
    }
    return false;
  }

  private groups(kind: KindId): ReadonlyMap<number, KindId> {
    const known = this.groupsOfKind.get(kind);
    if (known) return known;
    const ancestors = this.ancestors(kind);
    const result = new Map<number, KindId>();
    this.data.disjoint.forEach((group, index) => {
      const member = group.find((candidate) => ancestors.has(candidate));
      if (member !== undefined) result.set(index, member);
    });
    this.groupsOfKind.set(kind, result);
    return result;
  }

  private kindEntities(): Entity[] {
    return Object.entries(this.data.kinds).map(([id, kind]) =>
      vocabularyEntity(`kind/${id}`, 'kind', kind.label, kind.nouns),
    );
  }

  private termEntities(): Entity[] {
    return Object.entries(this.data.vocabularies).flatMap(([vocabulary, { terms }]) =>
      Object.entries(terms).map(([name, term]) =>
        vocabularyEntity(`${vocabulary}/${name}`, vocabulary, term.label, term.aliases),
      ),
    );
  }
}

function vocabularyEntity(
  id: EntityId,
  kind: KindId,
  label: LocalText,
  aliases: { en: string[]; zh: string[] },
): Entity {
  const toAliases = (language: 'en' | 'zh'): Alias[] =>
    [label[language] ?? '', ...aliases[language]].filter(Boolean).map((text) => ({ text, language, cased: false }));
  return { id, kind, label, aliases: [...toAliases('en'), ...toAliases('zh')], description: {}, sameAs: [] };
}
