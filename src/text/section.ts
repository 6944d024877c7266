import type { Passage } from './document.ts';

/** The headings above a passage, outermost first. */
export function sectionOf(passage: Passage): string[] {
  const section: string[] = [];
  for (let at = passage.parent; at; at = at.parent) if (at.kind === 'heading') section.unshift(at.text);
  return section;
}
