import type { Phrasing } from './ontology.ts';
import { type ParsedPattern, PatternError, parsePattern, strayText } from './phrasing-grammar.ts';

interface Slots {
  readonly qualifiers: readonly string[];
}

/** What is wrong with a phrasing, and how to mend it; see "Phrasings" in CONTRIBUTING.md. */
export function checkPhrasing(phrasing: Phrasing, predicate: Slots, isTerm: (id: string) => boolean): string[] {
  const { pattern, set = {} } = phrasing;
  const problems: string[] = [];
  const stray = strayText(pattern);
  if (stray !== '') problems.push(`'${pattern}': '${stray}' belongs to no part; is a bracket missing?`);
  try {
    problems.push(...checkSlots(pattern, parsePattern(pattern), { ...predicate, set }));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    problems.push(error.message);
  }
  for (const [key, value] of Object.entries(set)) {
    if (key !== 'value' && !predicate.qualifiers.includes(key)) problems.push(`set: ${isNoQualifier(key, predicate)}`);
    if (!isTerm(value)) problems.push(`set › ${key}: the vocabulary has no '${value}'`);
  }
  return problems;
}

function checkSlots(text: string, parsed: ParsedPattern, predicate: Slots & { set: Record<string, string> }): string[] {
  const { left, right, anywhere, trigger } = parsed;
  const problems: string[] = [];
  const placed = [...left, ...right].flatMap((element) => (element.type === 'slot' ? [element.name] : []));
  const slots = [...placed, ...anywhere];
  for (const slot of new Set(slots)) {
    if (!['s', 'o', '_', ...predicate.qualifiers].includes(slot)) {
      problems.push(`'${text}': unknown slot {${slot}}: ${isNoQualifier(slot, predicate)}`);
    }
    if (slot !== '_' && slots.filter((other) => other === slot).length > 1)
      problems.push(`'${text}' has {${slot}} twice`);
  }
  if (!slots.includes('s')) problems.push(`'${text}' has no {s}; say where the subject stands`);
  if (!slots.includes('o') && predicate.set.value === undefined) {
    problems.push(`'${text}' has no {o}; say where the object stands, or set its value`);
  }
  if (trigger.words.includes('')) problems.push(`'${text}': a word between '|' is missing`);
  return problems;
}

function isNoQualifier(name: string, { qualifiers }: Slots): string {
  const list = qualifiers.length > 0 ? `its qualifiers are ${qualifiers.join(', ')}` : 'it has no qualifiers';
  return `'${name}' is no qualifier of the predicate (${list})`;
}
