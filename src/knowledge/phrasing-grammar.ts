/** One place of a pattern: a slot to fill, or words of which one must (or may) stand there. */
export type Element =
  | { readonly type: 'slot'; readonly name: string; readonly near?: boolean }
  | { readonly type: 'words'; readonly words: ReadonlySet<string>; readonly optional: boolean };

/** A phrasing taken apart; see "Phrasings" in CONTRIBUTING.md. */
export interface ParsedPattern {
  /** Outward from the trigger to the left, nearest first. */
  readonly left: Element[];
  /** From the trigger to the right. */
  readonly right: Element[];
  /** Slots that may be filled anywhere in the clause. */
  readonly anywhere: string[];
  readonly trigger: { readonly words: string[]; readonly kind: 'verb' | 'noun' | 'fixed' };
}

export class PatternError extends Error {}

/** Alternatives between `|`; an underscore stands for a space within a word of several parts («side_project»). */
function alternatives(text: string): Set<string> {
  return new Set(text.toLowerCase().replaceAll('_', ' ').split('|'));
}

const TOKEN = /[@~]?\{(\w+|_)\}|<=([^>]+)>|<([^>]+)>|\[([^\]]+)\]|\(([^)]+)\)|([^\s{}<>[\]()@]+)/gu;

/** What of a phrasing belongs to no part of the grammar, such as a bracket without its counterpart. */
export function strayText(text: string): string {
  return text.replaceAll(TOKEN, '').replaceAll(/\s+/gu, ' ').trim();
}

/** Reads a phrasing. @throws PatternError where it has no trigger, or more than one. */
export function parsePattern(text: string): ParsedPattern {
  const before: Element[] = [];
  const after: Element[] = [];
  const anywhere: string[] = [];
  let trigger: ParsedPattern['trigger'] | undefined;
  for (const match of text.matchAll(TOKEN)) {
    const [all, slot, fixed, verbs, nouns, optional, words] = match;
    const triggerText = fixed ?? verbs ?? nouns;
    if (trigger && fixed !== undefined)
      after.push({ type: 'words', words: new Set(fixed.toLowerCase().split('|')), optional: false });
    else if (triggerText !== undefined) {
      if (trigger) throw new PatternError(`'${text}' has two triggers; keep one <…> or […]`);
      trigger = {
        words: triggerText.split('|').map((word) => word.trim()),
        kind: fixed ? 'fixed' : verbs ? 'verb' : 'noun',
      };
    } else if (slot !== undefined && all.startsWith('@')) anywhere.push(slot);
    else {
      const element: Element =
        slot !== undefined
          ? { type: 'slot', name: slot, ...(all.startsWith('~') ? { near: true } : {}) }
          : {
              type: 'words',
              words: alternatives(optional ?? words ?? ''),
              optional: optional !== undefined,
            };
      (trigger ? after : before).push(element);
    }
  }
  if (!trigger) throw new PatternError(`'${text}' has no trigger; write <verb> or [noun]`);
  return { left: before.reverse(), right: after, anywhere, trigger };
}
