import type { Passage } from './document.ts';

/** The nearest heading above each passage that was asked about, so that deep lists are climbed once. */
const nearest = new WeakMap<Passage, Passage | false>();

/** The headings above a passage, outermost first. */
export function sectionOf(passage: Passage): string[] {
  return headingsAbove(passage).map(({ text }) => text);
}

/** The headings above a passage as passages, outermost first. */
export function headingsAbove(passage: Passage): Passage[] {
  const found: Passage[] = [];
  for (let at = headingAbove(passage); at; at = headingAbove(at)) found.unshift(at);
  return found;
}

function headingAbove(passage: Passage): Passage | undefined {
  const climbed: Passage[] = [];
  let at: Passage | undefined = passage;
  let heading: Passage | false = false;
  while (at) {
    const known = nearest.get(at);
    if (known !== undefined) {
      heading = known;
      break;
    }
    climbed.push(at);
    if (at.parent?.kind === 'heading') {
      heading = at.parent;
      break;
    }
    at = at.parent;
  }
  for (const one of climbed) nearest.set(one, heading);
  return heading === false ? undefined : heading;
}
