import type { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { AnswerFact } from './answer.ts';
import { plainWording } from './characteristics.ts';

const MOST_SENTENCES = 4;
const NO_NAMES: ReadonlyMap<EntityId, string> = new Map();

/** Words answers: facts as sentences by the ontology's `says`, lists, counts. */
export class Sentences {
  private readonly knowledge: KnowledgeBase;
  readonly wording: Wording;

  constructor(knowledge: KnowledgeBase, wording: Wording) {
    this.knowledge = knowledge;
    this.wording = wording;
  }

  /**
   * Facts as sentences: one for each subject and predicate with its values, or (inverse) for each value with its subjects.
   * `names`: what to call entities instead of their labels.
   */
  say(
    facts: readonly Fact[],
    direction: 'forward' | 'inverse',
    language: Language,
    names: ReadonlyMap<EntityId, string> = NO_NAMES,
  ): string {
    const groups = new Map<string, Fact[]>();
    for (const fact of facts) {
      const key = `${fact.predicate} ${direction === 'forward' ? fact.subject : valueKey(fact)}`;
      groups.set(key, [...(groups.get(key) ?? []), fact]);
    }
    const sentences = (direction === 'inverse' ? withoutSaid([...groups.values()]) : [...groups.values()])
      .slice(0, MOST_SENTENCES)
      .map((group) => this.sayGroup(group, direction, language, names));
    return sentences.join(language === 'zh' ? '' : ' ');
  }

  private sayGroup(
    facts: readonly Fact[],
    direction: 'forward' | 'inverse',
    language: Language,
    names: ReadonlyMap<EntityId, string>,
  ): string {
    const [first] = facts;
    if (!first) return '';
    const subjects = unique(
      facts.map(
        ({ subject }) => names.get(subject) ?? this.titled(subject, this.wording.label(subject, language), language),
      ),
    );
    const several = direction === 'forward' ? facts : [first];
    const objects = unique(
      several.map((fact) =>
        this.titledValue(
          fact,
          direction === 'forward' ? this.valueOf(fact, language) : this.wording.value(fact.value, language),
          language,
        ),
      ),
    );
    const sentence = this.fill(first, { subjects, objects, facts, language });
    const end = language === 'zh' ? '。' : '.';
    return /[.。]$/u.test(sentence) ? sentence : `${sentence}${end}`;
  }

  private titledValue({ value }: Fact, text: string, language: Language): string {
    return value.type === 'entity' ? this.titled(value.id, text, language) : text;
  }

  /** Titles stand in 《》 or “”: of papers, in Chinese of books too. What is in brackets behind stays outside. */
  private titled(id: EntityId, text: string, language: Language): string {
    const marks = language === 'zh' ? '《》' : '“”';
    if (!this.knowledge.isOfKind(id, language === 'zh' ? ['paper', 'book'] : ['paper'])) return text;
    const [, title = text, rest = ''] = /^(.*?)(\s?[（(].*)?$/u.exec(text) ?? [];
    return /[《》“”]/u.test(title)
      ? text
      : `${marks.charAt(0)}${title}${marks.charAt(1)}${/^ ?\((?:paper|book)\)$/u.test(rest) ? '' : rest}`;
  }

  private valueOf(fact: Fact, language: Language): string {
    const relation = fact.qualifiers.relation;
    const value = this.plain(fact, this.wording.valueOf(fact, language));
    return relation ? `${value} (${relation})` : value;
  }

  /** «生成对抗网络（Generative Adversarial Network）»: what letters stand for is told by the words they are taken from. */
  private withEnglish(fact: Fact, language: Language): string {
    const text = this.valueOf(fact, language);
    const english = fact.value.type === 'text' ? fact.value.text.en : undefined;
    return english === undefined || english === text ? text : `${text}（${english}）`;
  }

  /** Statements in free words have several wordings, with marks. */
  private plain({ predicate }: Fact, text: string): string {
    return this.knowledge.ontology.predicates.get(predicate)?.free ? plainWording(text) : text;
  }

  private fill(
    { predicate, subject }: Fact,
    parts: { subjects: string[]; objects: string[]; facts: readonly Fact[]; language: Language },
  ): string {
    const { subjects, objects, facts, language } = parts;
    const s = joinList(subjects, language);
    const o = joinList(objects, language);
    const template = this.knowledge.ontology.questions.says[predicate]?.[language];
    if (template === undefined) {
      const label = this.wording.predicate(predicate, language);
      return language === 'zh' ? `${s}——${label}：${o}` : `${s} – ${label}: ${o}`;
    }
    const spoken = template.replace(/\{([^{}]+)\}/gu, (_, name: string) => {
      if (name === 's') return s;
      if (name === 'o') return o;
      if (name === 'o en') return joinList(unique(facts.map((fact) => this.withEnglish(fact, language))), language);
      if (name === 'the o') return joinList(objects.map(withArticle), language);
      if (name === 'a o') return `${/^[aeiou]/iu.test(o) ? 'an' : 'a'} ${o}`;
      if (name === 'on') return facts.some(({ value }) => value.type === 'date' && value.date.length > 7) ? 'on' : 'in';
      const [now, then] = name.split('|');
      if (then !== undefined) return facts.some(({ qualifiers }) => qualifiers.end !== undefined) ? then : (now ?? '');
      return subjects.length > 1 ? plural(name) : name;
    });
    return language === 'zh' ? tight(spoken) : this.opened(spoken, subject);
  }

  /** The name of a thing as it opens a sentence. */
  opening(id: EntityId, language: Language): string {
    const name = this.wording.label(id, language);
    return language === 'zh' ? name : this.opened(name, id);
  }

  /** Concepts open a sentence with a capital; names such as «nanoGPT» stay as they are. */
  private opened(sentence: string, subject: EntityId): string {
    return this.knowledge.isOfKind(subject, ['concept'])
      ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
      : sentence;
  }

  /** «The CEO of X is Y (since 2019).»: who holds a post. */
  sayHolders(facts: readonly Fact[], roles: readonly EntityId[], language: Language): string {
    const [first] = facts;
    const [role] = roles;
    if (!first || role === undefined) return '';
    const holders = joinList(
      unique(facts.map((fact) => `${this.wording.label(fact.subject, language)}${this.period(fact, language)}`)),
      language,
    );
    const [place, post] = [this.wording.value(first.value, language), this.wording.label(role, language)];
    if (language === 'zh') return tight(`${place}的${post}是${holders}。`);
    const over = facts.every(({ qualifiers }) => qualifiers.end !== undefined);
    return `The ${post} of ${place} ${over ? 'was' : 'is'} ${holders}.`;
  }

  /** « (since 2019)», or nothing. */
  private period({ qualifiers: { start, end } }: Fact, language: Language): string {
    if (start === undefined && end === undefined) return '';
    const [from, to] = [start, end].map((date) => (date === undefined ? '' : this.wording.date(date, language)));
    if (language === 'zh')
      return `（${end === undefined ? `${from}起` : start === undefined ? `至${to}` : `${from}–${to}`}）`;
    return ` (${end === undefined ? `since ${from}` : start === undefined ? `until ${to}` : `${from}–${to}`})`;
  }

  /** A fact with its sources, for the list below an answer. */
  fact(fact: Fact, language: Language): AnswerFact {
    return {
      factId: fact.id,
      statement: this.plain(fact, this.wording.statement(fact, language)),
      sources: fact.sources.map(({ url, title }) => ({ url, title })),
    };
  }
}

/** «X and Y were made by A. Z was made by B.»: of each thing it is said once. */
function withoutSaid(groups: readonly Fact[][]): Fact[][] {
  const said = new Set<EntityId>();
  return groups
    .map((group) => group.filter(({ subject }) => !said.has(subject) && said.add(subject)))
    .filter((group) => group.length > 0);
}

/** «the Turing Award», «the vanishing gradient problem»: what English names with the article. */
function withArticle(text: string): string {
  return /^(?!the\b|an?\b).*\b(?:award|prize|medal|order of \w+|problem|lecture|fellowship|grant|trophy)\b(?! \p{Lu})/iu.test(
    text,
  )
    ? `the ${text}`
    : text;
}

function valueKey({ value }: Fact): string {
  return value.type === 'entity' ? value.id : JSON.stringify(value);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const MOST_LISTED = 30;

/** «A, B and C», «A、B和C». */
export function joinList(texts: readonly string[], language: Language): string {
  const shown = texts.slice(0, MOST_LISTED);
  const rest = texts.length - shown.length;
  if (rest > 0)
    return language === 'zh' ? `${shown.join('、')}等${texts.length}项` : `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  if (shown.length < 2) return last;
  const before = shown.slice(0, -1);
  return language === 'zh' ? `${before.join('、')}和${last}` : `${before.join(', ')} and ${last}`;
}

const PLURALS: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do' };

function plural(verb: string): string {
  return PLURALS[verb] ?? verb.replace(/(?<=ss|x|ch|sh)es$|s$/u, '');
}

/** No spaces between Chinese and what the template left around names. */
function tight(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
