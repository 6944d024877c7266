import type { Language } from '../knowledge/model.ts';
import type { Phrasing, Predicate } from '../knowledge/ontology.ts';
import { type Element, type ParsedPattern, parsePattern } from '../knowledge/phrasing-grammar.ts';
import type { Tag } from '../linking/item.ts';
import { inflect, type VerbForm } from './inflect.ts';

export { type Element, PatternError, parsePattern } from '../knowledge/phrasing-grammar.ts';

/** How the parts lie around the trigger. See "Phrasings" in CONTRIBUTING.md. */
export interface Pattern {
  readonly predicate: Predicate;
  readonly language: Language;
  readonly voice: 'active' | 'passive' | 'relative' | 'noun' | 'fixed' | 'agentless' | 'topic';
  /** Outward from the trigger to the left, nearest first. */
  readonly left: readonly Element[];
  /** From the trigger to the right. */
  readonly right: readonly Element[];
  /** Slots that may be filled anywhere in the clause. */
  readonly anywhere: readonly string[];
  readonly phrasing: Phrasing;
}

export interface TriggerTag extends Tag {
  readonly type: 'trigger';
  readonly form: VerbForm | 'noun';
  readonly pattern: Pattern;
}

/** All trigger texts of a phrasing with the patterns (voices) they can begin. Words of one form share their tags. */
export function compilePhrasing(
  predicate: Predicate,
  phrasing: Phrasing,
  language: Language,
): (readonly [text: string, tags: readonly TriggerTag[]])[] {
  const parsed = parsePattern(phrasing.pattern);
  const { kind, words: triggers } = parsed.trigger;
  const base = { predicate, language, phrasing, anywhere: parsed.anywhere };
  const tags = new Map<TriggerTag['form'], TriggerTag[]>();
  const tagsOf = (form: TriggerTag['form']): TriggerTag[] => {
    const known = tags.get(form);
    if (known) return known;
    const whole = phrasing.negative ?? false;
    const made = voicesOf(base, parsed, form).map(
      (pattern): TriggerTag => ({ type: 'trigger', form, pattern, whole, final: form === 'noun' }),
    );
    tags.set(form, made);
    return made;
  };
  const inflected = kind === 'verb' && language === 'en';
  const form: TriggerTag['form'] = kind === 'noun' ? 'noun' : 'fixed';
  const forms = triggers.flatMap((word): (readonly [string, TriggerTag['form']])[] =>
    inflected ? [...inflect(word)] : [[word, form]],
  );
  return forms.map(([text, ofText]) => {
    const key = text.toLowerCase();
    return [key.startsWith('的') ? key.slice(1) : key, tagsOf(ofText)];
  });
}

function voicesOf(base: Base, parsed: ParsedPattern, form: TriggerTag['form']): Pattern[] {
  if (form === 'noun') return nounVoices(base, parsed, base.language);
  if (parsed.trigger.kind === 'fixed') return fixedVoices(base, parsed);
  return base.language === 'zh' ? hanVoices(base, parsed) : englishVoices(base, parsed, form);
}

const LITERALS = new Set(['date', 'number', 'text', 'url']);

type Base = Pick<Pattern, 'predicate' | 'language' | 'phrasing' | 'anywhere'>;

/** Written out, so that all patterns have one shape: what is asked of them is then found at once. */
function patternOf(
  { predicate, language, phrasing, anywhere }: Base,
  voice: Pattern['voice'],
  { left, right }: Pick<Pattern, 'left' | 'right'>,
): Pattern {
  return { predicate, language, voice, left, right, anywhere, phrasing };
}

const words = (text: string, optional = false): Element => ({
  type: 'words',
  words: new Set(text.split('|')),
  optional,
});
const isSlot = (element: Element | undefined): element is Element & { type: 'slot' } => element?.type === 'slot';

/** As written; «成立于2015年的S»: a Chinese figure or date behind its words may also describe what follows. */
function fixedVoices(base: Base, { left, right }: ParsedPattern): Pattern[] {
  const plain = patternOf(base, 'fixed', { left, right });
  const [subject, ...more] = left;
  const [value, ...rest] = right;
  const literal = base.predicate.range.every((kind) => kind === 'number' || kind === 'date');
  const simple = isSlot(subject) && subject.name === 's' && isSlot(value) && value.name === 'o';
  if (base.language !== 'zh' || !literal || !simple || more.length + rest.length > 0) return [plain];
  const behind: Element[] = [{ ...value, near: true }, words('的'), subject];
  return [plain, patternOf(base, 'fixed', { left: [], right: behind })];
}

/** Active for finite forms and gerunds; passive and object relative where the object follows the verb directly. */
function englishVoices(base: Base, { left, right }: ParsedPattern, form: VerbForm): Pattern[] {
  const [agent] = left;
  const [patient, ...rest] = right;
  const result: Pattern[] = [];
  const anonymous = isSlot(agent) && agent.name === '_';
  if (form !== 'pp' || !isSlot(patient)) {
    result.push(patternOf(base, anonymous ? 'agentless' : 'active', { left: anonymous ? [] : left, right }));
  } else result.push(patternOf(base, anonymous ? 'agentless' : 'active', { left: anonymous ? [] : left, right }));
  if (form === 'pp' && isSlot(patient) && patient.name !== '_' && left.length === 1 && isSlot(agent)) {
    const by = anonymous ? [] : [words('by'), agent];
    result.push(patternOf(base, 'passive', { left: [patient], right: anonymous ? rest : [...by, ...rest] }));
    if (!anonymous && rest.length > 0)
      result.push(patternOf(base, 'passive', { left: [patient], right: [...rest, ...by] }));
  }
  if (form !== 'ing' && isSlot(patient) && patient.name !== '_' && isSlot(agent) && !anonymous && left.length === 1) {
    result.push(patternOf(base, 'relative', { left: [agent, words('that|which'), patient], right: rest }));
  }
  return result;
}

/** 由…/被… passives, 是…的 and 的-relatives from the plain order. */
function hanVoices(base: Base, { left, right }: ParsedPattern): Pattern[] {
  const [agent] = left;
  const [patient, ...rest] = right;
  const anonymous = isSlot(agent) && agent.name === '_';
  const active: Pattern = patternOf(base, anonymous ? 'agentless' : 'active', { left: anonymous ? [] : left, right });
  const result: Pattern[] = [active];
  if (!isSlot(patient) || patient.name === '_' || left.length !== 1 || !isSlot(agent)) return result;
  if (anonymous) return [...result, patternOf(base, 'topic', { left: [patient], right: rest })];
  const by = words('由|被|经|受|获|是由|最早由|最初由|出自|受到|获得|为|不是由|并非由|不由|并不是由|而非由');
  return [
    ...result,
    patternOf(base, 'passive', { left: [agent, by, patient], right: rest }),
    patternOf(base, 'passive', { left: [agent, by], right: [words('的'), patient, ...rest] }),
    patternOf(base, 'relative', {
      left: [agent, words('是|为|不是|并不是|并非|不是由'), patient],
      right: [words('的'), ...rest],
    }),
    patternOf(base, 'relative', {
      left: [],
      right: [patient, ...rest, words('的', true), words('是|为|就是|不是|并不是|并非'), agent],
    }),
    patternOf(base, 'relative', { left: [], right: [patient, ...rest, words('的'), agent] }),
  ];
}

/** The forms of a relational noun whose holder is the predicate's subject: «s is N of o». `links`: the prepositions. */
export function nounPatterns(predicate: Predicate, language: Language, links: string): Pattern[] {
  const phrasing: Phrasing = { pattern: '' };
  const base = { predicate, language, phrasing, anywhere: [] };
  const right: Element[] =
    language === 'en' ? [words(links), { type: 'slot', name: 'o' }] : [{ type: 'slot', name: 'o' }];
  const parsed: ParsedPattern = {
    left: [{ type: 'slot', name: 's' }],
    right,
    anywhere: [],
    trigger: { words: [], kind: 'noun' },
  };
  return nounVoices(base, parsed, language);
}

/** «o is the N of s», «s's N o», «the N of s is o», «s N o», and their Chinese counterparts. */
function nounVoices(base: Base, { left, right }: ParsedPattern, language: Language): Pattern[] {
  // «{s}的{o}[课程]»: all parts stand before the noun
  if (right.length === 0 && left.filter(isSlot).length === 2) return [patternOf(base, 'noun', { left, right })];
  const first = left.find(isSlot);
  const second = right.find(isSlot);
  if (!first || !second) return [];
  // {s}[参数量]{o} and {o}[参数量]{s} mean the same where the object is a figure, date or text: it is what the noun holds
  const literal = first.name === 's' && right.every(isSlot) && base.predicate.range.every((kind) => LITERALS.has(kind));
  const [holder, owner] = literal ? [second, first] : [first, second];
  const near = (slot: Element & { type: 'slot' }): Element => ({ ...slot, near: true });
  const voice = 'noun' as const;
  const is = words(
    language === 'en'
      ? 'is|are|was|were|,|:|as|include|includes|included|being|–|-|—'
      : '是|为|不是|并不是|并非|:|有|包括|，|,|：|即|分别是|分别为|就是',
  );
  if (language === 'zh') {
    const of = words('的', true);
    return [
      patternOf(base, voice, { left: [of, owner, holder], right: [] }),
      patternOf(base, voice, {
        left: [of, owner],
        right: [literal ? words('是|为|不是|并不是|并非|:|有|达|高达|约为|达到', true) : is, holder],
      }),
      patternOf(base, voice, { left: [of, near(owner)], right: [near(holder)] }),
      patternOf(base, voice, { left: [holder], right: [words('的'), owner] }),
    ];
  }
  const extra = right.filter((element) => element.type === 'words');
  const of = extra[0] ?? words('of|behind|for');
  return [
    patternOf(base, voice, { left: [holder], right: [of, owner] }),
    patternOf(base, voice, { left: [], right: [of, owner, is, holder] }),
    patternOf(base, voice, { left: [words("'s|'"), owner], right: [holder] }),
    patternOf(base, voice, { left: [words("'s|'"), owner, holder], right: [] }),
    patternOf(base, voice, { left: [near(owner)], right: [near(holder)] }),
    patternOf(base, voice, { left: [near(owner), holder], right: [] }),
    // «Microsoft's GitHub unit»
    patternOf(base, voice, { left: [near(holder), words("'s|'"), near(owner)], right: [] }),
  ];
}
