import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Argument } from './claim.ts';

/** What the text has been about: the topic given by headings and lists, and the things named last. */
export class Discourse {
  /** The thing a heading, list item or bold lead-in is about, the innermost first. */
  topics: readonly Argument[] = [];
  /** Subjects and names of earlier sentences, the latest first. */
  private recent: Argument[] = [];
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  /** Remembers a name; subjects are remembered after the other names of their sentence so that they come first. */
  mention(argument: Argument): void {
    if (argument.entities.length === 0 && argument.value?.type !== 'name') return;
    this.recent = [argument, ...this.recent.filter(({ text }) => text !== argument.text)].slice(0, 12);
  }

  /** A new paragraph: what was named before counts only after the topics. */
  forget(): void {
    this.recent = this.recent.slice(0, 4);
  }

  /** Candidates for an unnamed subject, the likeliest first. */
  subjects(): Argument[] {
    const latest = this.recent[0];
    return [...(latest ? [latest] : []), ...this.topics, ...this.recent.slice(1)];
  }

  /** What a pronoun stands for: the latest person, or the latest thing that is none. */
  pronoun(person: boolean): Argument | undefined {
    const fits = (argument: Argument) =>
      argument.entities.length === 0
        ? person
        : argument.entities.some((id) => this.knowledge.isOfKind(id, ['person'])) === person;
    const known = [...this.recent, ...this.topics].filter(fits);
    // Whom the text has been about comes before who was only mentioned.
    return (person ? known.find(({ inherited }) => inherited) : undefined) ?? known[0];
  }

  /** A first name or surname alone («Andrej»): the person named before in full. */
  byPartOfName(word: string): Argument | undefined {
    if (/\s/u.test(word) || word.length < 3) return undefined;
    return [...this.recent, ...this.topics].find(({ entities }) =>
      entities.some(
        (id) =>
          this.knowledge.isOfKind(id, ['person']) &&
          (this.knowledge.entities.get(id)?.label.en ?? '').split(' ').includes(word),
      ),
    );
  }

  /** What «the framework», «该模型» stands for: the latest thing of that kind. */
  ofKind(kind: string): Argument | undefined {
    return [...this.recent, ...this.topics].find(({ entities }) =>
      entities.some((id) => this.knowledge.isOfKind(id, [kind])),
    );
  }
}
