import type { KindId, PredicateId } from '../../knowledge/model.ts';

/** Labels and relationship types of the graph itself; what the ontology names the same gets a prefix. */
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...[
    'Resource',
    'Unknown',
    'Entity',
    'Term',
    'Fact',
    'Source',
    'Predicate',
    'Document',
    'DocumentText',
    'Segment',
    'Passage',
  ],
  ...['Mention', 'Claim', 'Supported', 'Refuted', 'Conflicting', 'Undecided', 'Assessment', 'Store'],
]);
const OWN_TYPES: ReadonlySet<string> = new Set([
  ...[
    'HAS_FACT',
    'HAS_VALUE',
    'STATED_IN',
    'HAS_TEXT',
    'HAS_SEGMENT',
    'HAS_PASSAGE',
    'UNDER',
    'HAS_MENTION',
    'REFERS_TO',
  ],
  ...['MENTIONS', 'QUOTED_FROM', 'ABOUT', 'SUPPORTED_BY', 'REFUTED_BY', 'WEIGHED', 'CONTRADICTS', 'ASSESSED_AS'],
]);

/** Runs of letters and digits: all that ever becomes part of a label or type, whatever an ontology calls its kinds. */
const WORD = /[\p{Letter}\p{Number}]+/gu;

/** The label of a kind: `deep-learning-framework` → `DeepLearningFramework`. */
export function labelOf(kind: KindId): string {
  const label = wordsOf(kind)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return label === '' || OWN_LABELS.has(label) ? `Kind${label}` : label;
}

/** The relationship type of a predicate: `birthPlace` → `BIRTH_PLACE`. */
export function relationshipOf(predicate: PredicateId): string {
  const words = wordsOf(predicate.replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})/gu, ' '));
  const type = words.join('_').toUpperCase();
  return type === '' || OWN_TYPES.has(type) ? `FACT_${type}` : type;
}

function wordsOf(name: string): string[] {
  return name.match(WORD) ?? [];
}
