import type { ClaimResult, ContradictionResult, DocumentResult } from '../assessment/result.ts';
import type { WholeDocument } from './graph-answers.ts';
import type { FactId, StoredArgument, StoredClaim, StoredFact } from './graph-model.ts';
import type { GraphStore } from './graph-store.ts';

/** A document with what a check of it found, as `Engine.check` gives it, out of the graph. */
export interface CheckedText {
  readonly text: string;
  readonly result: DocumentResult;
}

/** Reads a document's findings back. Facts that the knowledge has lost since are left out of the evidence. */
export async function toCheckedText(whole: WholeDocument, store: GraphStore): Promise<CheckedText> {
  const ids = new Set(whole.claims.flatMap(({ assessment }) => assessment.evidence));
  const facts = await store.facts([...ids]);
  const { name, language, sentences } = whole.document;
  const claims = whole.claims.map((claim) => toResult(claim, facts));
  return { text: whole.text, result: { document: name, language, sentences, claims, contradictions: within(whole) } };
}

function toResult(claim: StoredClaim, facts: ReadonlyMap<FactId, StoredFact>): ClaimResult {
  const { quote, start, end, subject, predicate, object, negated, layer, language, section, assessment } = claim;
  const { verdict, confidence, explanation, correction, reason, evidence } = assessment;
  const found = evidence.flatMap((id) => facts.get(id) ?? []);
  return {
    ...{ quote, start, end, subject: idOrText(subject), predicate, object: idOrText(object), negated },
    ...{ verdict, confidence, layer, explanation },
    ...(correction === undefined ? {} : { correction }),
    ...(reason === undefined ? {} : { reason }),
    evidence: found.map(({ id, statement, sources }) => ({
      factId: id,
      statement: statement[language],
      sources: sources.map(({ url, title }) => ({ url, title })),
    })),
    language,
    section,
  };
}

function idOrText({ entity, text }: StoredArgument): string {
  return entity ?? text;
}

/** The contradictions within the document, by the positions of their claims. */
function within({ claims, contradictions }: WholeDocument): ContradictionResult[] {
  const positions = new Map(claims.map(({ id }, index) => [id, index]));
  const found = contradictions.flatMap(({ a, b, explanation }) => {
    const [first, second] = [positions.get(a.id), positions.get(b.id)];
    if (first === undefined || second === undefined) return [];
    return [{ a: Math.min(first, second), b: Math.max(first, second), explanation }];
  });
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}
