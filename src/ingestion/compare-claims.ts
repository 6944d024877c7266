import { kindredOf } from '../assessment/contradictions.ts';
import type { Bilingual } from '../assessment/result.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { ContradictionRow, StoredClaim } from '../store/graph-model.ts';
import type { Topic } from '../store/graph-queries.ts';
import { contradictionId } from '../store/ids.ts';

/** For one claim at most this many claims of other documents are named that contradict it. */
const MOST = 10;

/** What must be asked of a store to find the claims that could contradict these. */
export function topicsOf(claims: readonly StoredClaim[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { subject, predicate } of claims) {
    if (subject.entity === undefined) continue;
    for (const kindred of kindredOf(predicate))
      topics.set(`${subject.entity} ${kindred}`, { subject: subject.entity, predicate: kindred });
  }
  return [...topics.values()];
}

/**
 * Pairs of claims of two documents that cannot both hold, by the rules that hold within one (`findContradictions`): one that
 * the knowledge supports beside one that it refutes, two values of what has one value, a claim and its denial.
 */
export function compareClaims(
  own: readonly StoredClaim[],
  others: readonly StoredClaim[],
  knowledge: KnowledgeBase,
): ContradictionRow[] {
  const bySubject = groupBySubject(others);
  return own.flatMap((claim) => {
    const candidates = claim.subject.entity === undefined ? [] : (bySubject.get(claim.subject.entity) ?? []);
    return candidates
      .filter((other) => other.documentId !== claim.documentId && contradict(claim, other, knowledge))
      .sort((x, y) => (x.id < y.id ? -1 : 1))
      .slice(0, MOST)
      .map((other) => toRow(claim, other, knowledge));
  });
}

function groupBySubject(claims: readonly StoredClaim[]): ReadonlyMap<EntityId, readonly StoredClaim[]> {
  const groups = new Map<EntityId, StoredClaim[]>();
  for (const claim of claims) {
    const { entity } = claim.subject;
    if (entity !== undefined) groups.set(entity, [...(groups.get(entity) ?? []), claim]);
  }
  return groups;
}

function contradict(a: StoredClaim, b: StoredClaim, knowledge: KnowledgeBase): boolean {
  if (!kindredOf(a.predicate).includes(b.predicate)) return false;
  const same = a.object.entity !== undefined ? a.object.entity === b.object.entity : sameWords(a, b);
  if (same) return a.negated !== b.negated;
  if (a.negated || b.negated) return false;
  const verdicts = new Set([a.assessment.verdict, b.assessment.verdict]);
  if (verdicts.has('SUPPORTED') && verdicts.has('REFUTED')) return true;
  const single = a.predicate === b.predicate && knowledge.ontology.predicates.get(a.predicate)?.many === false;
  return single && !verdicts.has('SUPPORTED') && !datesAgree(a, b);
}

function sameWords(a: StoredClaim, b: StoredClaim): boolean {
  return b.object.entity === undefined && a.object.text === b.object.text;
}

/** Two dates of which one may be a part of the other («1985» and «October 1985»). */
function datesAgree({ period: a }: StoredClaim, { period: b }: StoredClaim): boolean {
  if (a?.from === undefined || b?.from === undefined) return false;
  return a.from.startsWith(b.from) || b.from.startsWith(a.from);
}

function toRow(claim: StoredClaim, other: StoredClaim, knowledge: KnowledgeBase): ContradictionRow {
  const [a, b] = claim.id < other.id ? [claim, other] : [other, claim];
  return { id: contradictionId(a.id, b.id), a: a.id, b: b.id, explanation: explain(a, b, knowledge) };
}

function explain(a: StoredClaim, b: StoredClaim, knowledge: KnowledgeBase): Bilingual {
  const label = knowledge.ontology.predicates.get(a.predicate)?.label;
  const subject = a.subject.entity ?? '';
  return {
    en: `On “${label?.en ?? a.predicate}” of ${knowledge.label(subject, 'en')} one document says “${a.quote}”, another “${b.quote}”.`,
    zh: `关于${knowledge.label(subject, 'zh')}的“${label?.zh ?? a.predicate}”，一份文档说“${a.quote}”，另一份说“${b.quote}”。`,
  };
}
