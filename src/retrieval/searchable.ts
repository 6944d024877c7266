import type { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Entity, Fact, Language, LocalText } from '../knowledge/model.ts';

export const HIT_TYPES = ['fact', 'entity', 'passage'] as const;
export type HitType = (typeof HIT_TYPES)[number];
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A passage of an ingested document, as search wants it. `id` is the caller's and stays the same as long as the text does. */
export interface SearchPassage {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
}

/** Something that can be found: a fact, an entity or a passage, in words. */
export interface Searchable {
  /** Unique among all: type and id. */
  readonly key: string;
  readonly type: HitType;
  readonly id: string;
  /** What is shown and compared, per language. */
  readonly text: LocalText;
  /** All names per language, for the lexical index alone. */
  readonly names: LocalText;
  /** Whether its meaning is compared: not that of web addresses, nor of kinds, which entities' texts name already. */
  readonly embedded: boolean;
}

/** Facts (deprecated ones left out) and entities (kinds and terms left out) in the words of both languages, one at a time. */
export function* searchables(knowledge: KnowledgeBase, wording: Wording): Generator<Searchable> {
  for (const entity of knowledge.entities.values())
    if (!knowledge.isVocabulary(entity.id)) yield searchableEntity(entity, wording);
  for (const fact of knowledge.facts) if (fact.rank !== 'deprecated') yield searchableFact(fact, wording);
}

/** A passage as something that can be found; undefined where it has no letter or digit. */
export function searchablePassage({ id, text, language }: SearchPassage): Searchable | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { key: keyOf('passage', id), type: 'passage', id, text: { [language]: text }, names: {}, embedded: true };
}

export function keyOf(type: HitType, id: string): string {
  return `${type} ${id}`;
}

function searchableEntity(entity: Entity, wording: Wording): Searchable {
  const { id } = entity;
  const text = perLanguage((language) => describe(entity, wording, language));
  const names = perLanguage((language) => namesIn(entity, language));
  return { key: keyOf('entity', id), type: 'entity', id, text, names, embedded: true };
}

function namesIn({ aliases }: Entity, language: Language): string {
  return aliases
    .flatMap((alias) => (alias.language === language || alias.language === 'any' ? [alias.text] : []))
    .join('\n');
}

/** «PyTorch (deep learning framework): open-source library by Meta AI». */
function describe(entity: Entity, wording: Wording, language: Language): string {
  const label = wording.label(entity.id, language);
  const kind = wording.label(`kind/${entity.kind}`, language);
  const description = entity.description[language];
  if (language === 'zh') return `${label}（${kind}）${description ? `：${description}` : ''}`;
  return `${label} (${kind})${description ? `: ${description}` : ''}`;
}

function searchableFact(fact: Fact, wording: Wording): Searchable {
  const text = perLanguage((language) => wording.statement(fact, language));
  const isKind = fact.value.type === 'entity' && fact.value.id.startsWith('kind/');
  const embedded = fact.value.type !== 'url' && !isKind;
  return { key: keyOf('fact', fact.id), type: 'fact', id: fact.id, text, names: {}, embedded };
}

function perLanguage(word: (language: Language) => string): LocalText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, word(language)]));
}
