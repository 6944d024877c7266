import type { Wording } from '../assessment/wording.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/model.ts';

/** How many per language: their mean vector settles from some dozens on. */
const COUNT = 64;

/** Questions about facts spread evenly over the knowledge, the same for the same knowledge: what questions have in common. */
export function sampleQuestions(knowledge: KnowledgeBase, wording: Wording): { [language in Language]: string[] } {
  const step = Math.max(1, Math.floor(knowledge.facts.length / COUNT));
  const facts = knowledge.facts.filter((_, index) => index % step === 0).slice(0, COUNT);
  return {
    en: facts.map(
      ({ subject, predicate }) =>
        `What is the ${wording.predicate(predicate, 'en')} of ${wording.label(subject, 'en')}?`,
    ),
    zh: facts.map(
      ({ subject, predicate }) => `${wording.label(subject, 'zh')}的${wording.predicate(predicate, 'zh')}是什么？`,
    ),
  };
}
