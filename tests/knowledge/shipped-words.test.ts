import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { loadOntology } from '../../src/knowledge/load.ts';
import { fold } from '../../src/text/fold.ts';

const { words } = loadOntology('schema/ontology.yaml').data;

/** As words are compared: a single English word by its stem, all else as written. */
function key(word: string): string {
  const folded = fold(word);
  return /^[a-z]+$/u.test(folded) ? stemmer(folded) : folded;
}

/** Words that stand in more than one set, with the heads of those sets. */
function repeated(sets: readonly (readonly string[])[]): string[] {
  const heads = new Map<string, string[]>();
  for (const set of sets)
    for (const word of new Set(set.map(key))) heads.set(word, [...(heads.get(word) ?? []), set[0] ?? '']);
  return [...heads].filter(([, found]) => found.length > 1).map(([word, found]) => `${word}: ${found.join(' / ')}`);
}

describe('the shipped lists of words', () => {
  it.each(['en', 'zh'] as const)('hold every synonym in one set only: %s', (language) => {
    expect(repeated(words.synonyms.map((set) => set[language]))).toEqual([]);
  });

  it.each(['en', 'zh'] as const)('make no synonyms of words that contrast: %s', (language) => {
    const head = new Map(words.synonyms.flatMap((set) => set[language].map((word) => [key(word), set[language][0]])));
    const mixed = words.contrasts
      .map((set) => set[language].map((word) => head.get(key(word)) ?? key(word)))
      .filter((heads) => new Set(heads).size < heads.length);
    expect(mixed).toEqual([]);
  });
});
