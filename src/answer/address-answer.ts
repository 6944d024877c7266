import type { EntityId, Source } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Question } from './question.ts';

const NUMBER = /\b(?:arxiv|doi)[- ]?(?:id|identifier|number|no|code)?\b|arxiv ?(?:编号|号|id|码)?|\bdoi\b/iu;
const ADDRESS =
  /\b(?:links?|urls?|address|where (?:can|could|do|to)|read|find|download|source)\b|链接|网址|地址|出处|原文|在哪(?:里|儿)?(?:能|可以|看|读|找|下载)/iu;

/** «arXiv id of the Adam paper?», «哪里能读到X»: the primary source that is the work itself. */
export function answerAddress(question: Question, workshop: Workshop): Outcome | undefined {
  const { folded, pieces, language } = question;
  const number = NUMBER.test(folded);
  if (!number && !ADDRESS.test(folded)) return undefined;
  const works = pieces.filter(({ things }) => things.some((id) => workshop.knowledge.isOfKind(id, ['work'])));
  const [work] = works;
  const id = work?.things.find((each) => workshop.knowledge.isOfKind(each, ['work']));
  if (!work || works.length !== 1 || id === undefined) return undefined;
  const found = itself(id, workshop);
  if (!found) return undefined;
  const { source, fact } = found;
  const asked = number ? numberOf(source.url) : source.url;
  if (asked === undefined) return undefined;
  const title = workshop.sentences.wording.label(id, language);
  return {
    answer: language === 'zh' ? `${title}：${asked}（${source.url}）。` : `${title}: ${asked} (${source.url}).`,
    answers: [{ text: asked }],
    facts: [fact],
    confidence: 0.85,
    plan: {
      ...NO_PLAN,
      type: 'definition',
      asked: 'address',
      entities: [{ text: work.item.surface, id }],
      query: `where ${id} is published`,
    },
  };
}

/** The source that has the work's own title. */
function itself(id: EntityId, { knowledge }: Workshop) {
  const names = new Set((knowledge.entities.get(id)?.aliases ?? []).map(({ text }) => plain(text)));
  for (const facts of knowledge.allFactsOf(id).values())
    for (const fact of facts)
      for (const source of fact.sources)
        if (source.kind === 'primary' && names.has(plain(source.title))) return { source, fact };
  return undefined;
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** «1706.03762» of an arXiv address, the DOI of others. */
function numberOf(url: Source['url']): string | undefined {
  return /arxiv\.org\/abs\/([^?#]+)/u.exec(url)?.[1] ?? /doi\.org\/(10\.[^?#]+)/u.exec(url)?.[1];
}
