import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Argument } from './claim.ts';

/** Something that was named: when, and whether the sentence was about it. */
interface Named {
  readonly argument: Argument;
  readonly at: number;
  readonly central: boolean;
}

/** How much what was named in the sentence before counts; half of it in the one before that, and so on. */
const LAST_SENTENCE = 4;
/** How much more what a sentence was about counts than what it only named. */
const CENTRAL = 1.5;
const CENTRAL_PERSON = 2.5;
/** How much the innermost topic counts besides; the next ones less. */
const TOPIC = 2.5;
/** The same of a topic given further up, by the document's title. */
const OUTER_TOPIC = 1.5;
/** How little an unknown name counts. */
const UNKNOWN = 0.15;
/** How many sentences a new paragraph and a new section lie behind what was said before. */
const PARAGRAPH = 1;
const SECTION = 4;
const MOST_NAMES = 16;
/** How near a second candidate comes to the first where a pronoun may stand for it too. */
const ALTERNATIVE = 0.4;

/** What the text has been about: the topic given by headings and lists, and the things named last. */
export class Discourse {
  /** The thing a heading, list item or bold lead-in is about, the innermost first. */
  topics: readonly Argument[] = [];
  /** How many of the topics are those of the passage itself or the heading right above it. */
  near = Number.POSITIVE_INFINITY;
  /** Subjects and names of earlier sentences, the latest first. */
  private recent: readonly Named[] = [];
  private now = 0;
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Remembers a name, or what the sentence is about (`inherited`). */
  mention(argument: Argument): void {
    if (argument.entities.length === 0 && argument.value?.type !== 'name') return;
    // A pronoun goes on naming what was named before.
    const known = this.recent.find((named) => isSame(named.argument, argument))?.argument;
    const others = this.recent.filter((named) => !isSame(named.argument, argument));
    const named = { argument: known ?? argument, at: this.now, central: argument.inherited === true };
    this.recent = [named, ...others].slice(0, MOST_NAMES);
  }

  /** A new sentence. */
  turn(): void {
    this.now++;
  }

  /** A new paragraph: what was named before counts less. */
  forget(): void {
    this.now += PARAGRAPH;
  }

  /** A new section: what was named before hardly counts beside the topics. */
  leave(): void {
    this.now += SECTION;
  }

  /** Candidates for an unnamed subject, the likeliest first. */
  subjects(): Argument[] {
    return this.ranked(CENTRAL);
  }

  /** What a pronoun stands for: a person, or a thing that is none; with another sort of thing that it may stand for as well. */
  pronoun(person: boolean): Argument | undefined {
    const scored = this.scored(person ? CENTRAL_PERSON : CENTRAL).filter(({ argument }) =>
      argument.entities.length === 0
        ? person !== (argument === this.topics[0])
        : argument.entities.some((id) => this.knowledge.isOfKind(id, ['person'])) === person,
    );
    const [first, ...others] = scored;
    if (!first || person) return first?.argument;
    const also = others.find(
      ({ argument, score }) => score >= first.score * ALTERNATIVE && !sameSort(argument, first.argument),
    );
    if (first.argument.entities.length === 0) return first.argument;
    const entities = [first, ...(also ? [also] : [])].flatMap(({ argument }) => argument.entities.slice(0, 1));
    return { ...first.argument, entities };
  }

  /** A first name or surname alone («Andrej»): the person named before in full. */
  byPartOfName(word: string): Argument | undefined {
    if (/\s/u.test(word) || word.length < 3) return undefined;
    return this.subjects().find(({ entities }) =>
      entities.some(
        (id) =>
          this.knowledge.isOfKind(id, ['person']) &&
          (this.knowledge.entities.get(id)?.label.en ?? '').split(' ').includes(word),
      ),
    );
  }

  /** What «the framework», «该模型» stands for: the likeliest thing of that kind. */
  ofKind(kind: string): Argument | undefined {
    return this.subjects().find(({ entities }) => entities.some((id) => this.knowledge.isOfKind(id, [kind])));
  }

  private ranked(central: number): Argument[] {
    return this.scored(central).map(({ argument }) => argument);
  }

  /** All that was named and all topics, the likeliest first; of equals what was named last, then the innermost topic. */
  private scored(central: number): { argument: Argument; score: number }[] {
    const named = this.recent.map((one) => ({
      argument: one.argument,
      score: this.nearness(one, central) + this.topicality(one.argument),
    }));
    const others = this.topics
      .filter((topic) => !this.recent.some(({ argument }) => isSame(argument, topic)))
      .map((argument) => ({ argument, score: this.topicality(argument) }));
    return [...named, ...others]
      .map(({ argument, score }) => ({ argument, score: this.isStray(argument) ? score * UNKNOWN : score }))
      .sort((a, b) => b.score - a.score);
  }

  /** An unknown name that the text is not said to be about. */
  private isStray(argument: Argument): boolean {
    return argument.entities.length === 0 && argument !== this.topics[0];
  }

  private nearness({ at, central }: Named, factor: number): number {
    return (LAST_SENTENCE / 2 ** Math.max(0, this.now - at - 1)) * (central ? factor : 1);
  }

  private topicality(argument: Argument): number {
    const at = this.topics.findIndex((topic) => isSame(argument, topic));
    return at < 0 ? 0 : (at < this.near ? TOPIC : OUTER_TOPIC) / (1 + at / 2);
  }
}

function isSame(a: Argument, b: Argument): boolean {
  return a.text === b.text || (a.entities[0] !== undefined && a.entities[0] === b.entities[0]);
}

function sameSort(a: Argument, b: Argument): boolean {
  const sort = ({ entities: [id] }: Argument) => id?.split('/')[0];
  return sort(a) === sort(b);
}
