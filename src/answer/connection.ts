import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Language } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Question } from './question.ts';
import type { Sentences } from './sentence.ts';
import { directTies, type SharedTie, sharedTies } from './shared.ts';

const CONNECTED =
  /\b(?:connected|related|connections?|relations?|relationship|linked|links?|have in common|associated|tied|know each other|work together|worked together|to do with each other|to do with)\b|关系|联系|关联|渊源|交集|瓜葛/u;
const LONGEST = 4;
const MOST_SHARED = 3;
/** What it costs to pass through an entity, by how many facts it has: a university says less than a paper. */
const passing = (facts: number) => 1 + Math.log2(1 + facts) / 4;

/** «How are X and Y connected?»: what says so itself, what both have in common, else the shortest telling way over facts. */
export function answerConnection(question: Question, { knowledge, sentences }: Workshop): Outcome | undefined {
  const named = question.pieces.filter(({ things }) => things.length > 0);
  const [first, second] = named;
  if (!first || !second || named.length !== 2 || !CONNECTED.test(question.folded)) return undefined;
  if (question.focus && !['manner', 'thing', 'list'].includes(question.focus.asked)) return undefined;
  if (!question.focus && !/有没有|有关系吗|有联系吗|\bconnected\b|\brelated\b/u.test(question.folded)) return undefined;
  const [from = '', to = ''] = [first.things[0], second.things[0]];
  const { language } = question;
  const direct = directTies(knowledge, from, to);
  const shared = sharedTies(knowledge, from, to).slice(0, direct.length > 0 ? 1 : MOST_SHARED);
  const way = direct.length + shared.length > 0 ? [] : shortestWay(knowledge, from, to);
  if (!way) return { missing: 'no-fact', detail: `${from} … ${to}` };
  const facts = [...direct, ...shared.flatMap((tie) => [tie.first, tie.second]), ...way];
  const said = [
    ...[...direct, ...way].map((fact) => sentences.say([fact], 'forward', language)),
    ...shared.map((tie) => sayShared(tie, language, sentences)),
  ];
  const through = [
    ...shared.map((tie) => tie.through),
    ...way.flatMap(({ subject, value }) => [subject, ...(value.type === 'entity' ? [value.id] : [])]),
  ];
  const between = [...new Set(through)].filter((id) => id !== from && id !== to);
  const shown = direct.length > 0 || between.length === 0 ? [from, to] : between;
  return {
    answer: [...new Set(said)].join(language === 'zh' ? '' : ' '),
    answers: shown.map((id) => ({ text: sentences.wording.label(id, language), entityId: id })),
    facts,
    confidence: 0.8,
    plan: {
      ...NO_PLAN,
      type: 'connection',
      asked: 'connection',
      entities: [first, second].map(({ item }, index) => ({ text: item.surface, id: index === 0 ? from : to })),
      query: facts.map(({ id }) => id).join(' / '),
    },
  };
}

/** Both in one sentence where a thing of theirs has them as values, else each in its own. */
function sayShared({ first, second }: SharedTie, language: Language, sentences: Sentences): string {
  if (first.subject === second.subject) return sentences.say([first, second], 'forward', language);
  if (first.qualifiers.at !== undefined || first.qualifiers.start !== undefined)
    return [first, second].map((fact) => sentences.say([fact], 'forward', language)).join(language === 'zh' ? '' : ' ');
  return sentences.say([first, second], 'inverse', language);
}

/** Dijkstra over facts in both directions; loose predicates, kinds and terms lead nowhere. */
function shortestWay(knowledge: KnowledgeBase, from: EntityId, to: EntityId): Fact[] | undefined {
  const cost = new Map<EntityId, number>([[from, 0]]);
  const by = new Map<EntityId, { fact: Fact; before: EntityId; steps: number }>();
  const done = new Set<EntityId>();
  while (true) {
    const next = cheapest(cost, done);
    if (next === undefined) return undefined;
    if (next === to) return wayTo(to, by);
    done.add(next);
    const steps = by.get(next)?.steps ?? 0;
    if (steps >= LONGEST) continue;
    const soFar = cost.get(next) ?? 0;
    for (const { fact, other } of edges(knowledge, next)) {
      if (done.has(other)) continue;
      const through = soFar + (other === to ? 1 : passing(knowledge.fame(other)));
      if (through >= (cost.get(other) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(other, through);
      by.set(other, { fact, before: next, steps: steps + 1 });
    }
  }
}

function cheapest(cost: ReadonlyMap<EntityId, number>, done: ReadonlySet<EntityId>): EntityId | undefined {
  let best: EntityId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, price] of cost) {
    if (!done.has(id) && price < least) {
      best = id;
      least = price;
    }
  }
  return best;
}

function* edges(knowledge: KnowledgeBase, id: EntityId): Generator<{ fact: Fact; other: EntityId }> {
  const loose = new Set(knowledge.ontology.questions.loose);
  for (const [predicate, facts] of knowledge.allFactsOf(id)) {
    if (loose.has(predicate)) continue;
    for (const fact of facts) {
      if (fact.value.type === 'entity' && !knowledge.isVocabulary(fact.value.id)) yield { fact, other: fact.value.id };
      for (const other of fact.qualifiers.advisor ?? []) yield { fact, other };
    }
  }
  for (const [predicate, facts] of knowledge.allFactsAbout(id)) {
    if (!loose.has(predicate)) for (const fact of facts) yield { fact, other: fact.subject };
  }
}

function wayTo(to: EntityId, by: ReadonlyMap<EntityId, { fact: Fact; before: EntityId }>): Fact[] {
  const facts: Fact[] = [];
  for (let at = by.get(to); at !== undefined; at = by.get(at.before)) facts.unshift(at.fact);
  return facts;
}
