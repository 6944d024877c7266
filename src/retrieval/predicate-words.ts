import MiniSearch from 'minisearch';
import type { Ontology, Predicate } from '../knowledge/ontology.ts';
import { tokensOf } from '../text/tokens.ts';

/** Tells which predicates a text may speak of, by the words of their labels and phrasings. */
export class PredicateWords {
  private readonly index = new MiniSearch<Predicate>({
    idField: 'id',
    fields: ['label', 'phrasings'],
    extractField: (predicate, field) => fieldOf(predicate, field),
    tokenize: tokensOf,
    processTerm: (term) => term,
  });

  constructor(ontology: Ontology) {
    this.index.addAll([...ontology.predicates.values()]);
  }

  /** How well each predicate fits, from 0 (not in the map) to 1 (the best). */
  fits(text: string): ReadonlyMap<string, number> {
    const found = this.index.search(text, { boost: { label: 3 } });
    const best = found[0]?.score ?? 1;
    return new Map(found.map(({ id, score }) => [String(id), score / best]));
  }
}

function fieldOf(predicate: Predicate, field: string): string {
  const { id, label, phrasings } = predicate;
  if (field === 'id') return id;
  if (field === 'label') return `${label.en} ${label.zh}`;
  return [...phrasings.en, ...phrasings.zh].map(({ pattern }) => wordsOf(pattern)).join(' ');
}

/** A pattern without its slots and marks. */
function wordsOf(pattern: string): string {
  return pattern.replace(/\{[^}]*\}/gu, ' ').replace(/[<>[\]|='?()]/gu, ' ');
}
