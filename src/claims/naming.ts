import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { fold } from '../text/fold.ts';
import { isName, isVerb } from './chunk.ts';
import { toArgument } from './claim.ts';
import type { ClaimBuilder } from './claim-builder.ts';
import { is } from './grammar.ts';
import type { Parenthesis } from './parentheses.ts';

const EXPANSION = 'expansion';

/** Reads «Full Name (ABBR)» and «ABBR (full name)» as claims about what the abbreviation stands for. */
export class NamingReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly expansion: Predicate | undefined;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.expansion = knowledge.ontology.predicates.get(EXPANSION);
  }

  /** Whether the bracket holds (or follows) another name of the same thing. */
  read({ items, host, before }: Parenthesis, sentence: string, builder: ClaimBuilder): boolean {
    const { expansion } = this;
    const [first] = items;
    const last = items.at(-1);
    if (!expansion || !first || !last || !host) return false;
    const chunk = { items, role: 'fragment' as const, subjects: [] };
    const named = items.length === 1 ? this.things(first) : [];
    const outer = this.phraseBefore(before, sentence);
    if (named.length > 0 && outer && !this.names(outer.text, named)) {
      const isNamelike = this.initialsFit(outer.text, first.surface) || this.modifiesBroader(outer.last, named);
      if (isNamelike) {
        const object = { start: outer.start, end: outer.end, text: outer.text, entities: [] };
        builder.state({
          chunk,
          predicate: expansion,
          subject: toArgument(first, named),
          object,
          layer: 'expansion',
          span: { start: outer.start, end: last.end },
        });
      }
      return true;
    }
    const hosts = this.things(host);
    const inner = sentence.slice(first.start, last.end);
    if (hosts.length === 0) return named.length > 0;
    if (this.names(inner, hosts)) return true;
    if (!this.initialsFit(inner, host.surface)) return false;
    const object = { start: first.start, end: last.end, text: inner, entities: [] };
    builder.state({
      chunk,
      predicate: expansion,
      subject: toArgument(host, hosts),
      object,
      layer: 'expansion',
      span: { start: host.start, end: last.end },
    });
    return true;
  }

  private things(item: Item): string[] {
    return item.entities.filter((id) => !this.knowledge.isVocabulary(id));
  }

  /** Whether a text is a known name of one of these entities. */
  private names(text: string, entities: readonly string[]): boolean {
    const trimmed = text.trim();
    return (
      this.linker.lookup(trimmed).some((id) => entities.includes(id)) ||
      this.linker.lookup(trimmed.replace(/s$/u, '')).some((id) => entities.includes(id))
    );
  }

  /** «周期性GAN（CycleGAN）»: the words before the bracket name a sort of what the bracket's thing is. */
  private modifiesBroader(last: Item, named: readonly string[]): boolean {
    return last.entities.some((broader) =>
      named.some((id) => id !== broader && this.knowledge.closure(id, ['isA', 'basedOn']).has(broader)),
    );
  }

  /** The name-like words right before the bracket: back to a comma, conjunction, verb or other function word. */
  private phraseBefore(
    before: readonly Item[],
    sentence: string,
  ): { start: number; end: number; text: string; last: Item } | undefined {
    const last = before.at(-1);
    if (!last) return undefined;
    let start = last;
    for (let index = before.length - 2; index >= 0; index--) {
      const item = before[index];
      if (
        !item ||
        item.type === 'punct' ||
        is(item, 'conj', 'be', 'suchas', 'prep', 'agent', 'det', 'rel', 'poss', 'aspect', 'adv') ||
        (isVerb(item) && !isName(item))
      )
        break;
      start = item;
    }
    return { start: start.start, end: last.end, text: sentence.slice(start.start, last.end), last };
  }

  /** Whether a phrase can be what a Latin abbreviation stands for: its letters in order, most of them initials. */
  private initialsFit(phrase: string, abbreviation: string): boolean {
    const letters = abbreviation.replace(/[^\p{Lu}]/gu, '').toLowerCase();
    if (letters.length < 2 || !/^[\p{L}\d ,'&-]+$/u.test(phrase)) return false;
    const words = fold(phrase)
      .split(/[\s-]+/u)
      .filter(Boolean);
    if (/\p{Script=Han}/u.test(phrase) || words.length < 2) return false;
    const initials = words.map((word) => word[0]).join('');
    return (
      isSubsequence(letters, fold(phrase)) && words[0]?.[0] === letters[0] && initials.length >= letters.length - 1
    );
  }
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
