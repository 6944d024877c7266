import type { Language } from '../knowledge/model.ts';
import { labelsOf } from '../report/labels.ts';
import { type Counts, summaryLine } from '../report/summary.ts';
import type { DocumentSummary, StoredClaim } from '../store/graph-model.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** Refuted claims that are shown as examples. */
const EXAMPLES = 5;
const PAGE = 1000;

/** What the documents of a graph get wrong, in a few lines: each document, the counts, some examples. */
export async function graphSummary(store: GraphStore): Promise<string> {
  const documents = await allDocuments(store);
  if (documents.length === 0) return 'The graph holds no documents yet.\n';
  const counts = await countAll(documents, store);
  const language: Language = documents.every((document) => document.language === 'zh') ? 'zh' : 'en';
  const { items } = await store.listClaims({ verdicts: ['REFUTED'], limit: EXAMPLES });
  const more = counts.refuted - items.length;
  return [
    ...items.map((claim) => example(claim)),
    ...(more > 0
      ? [`… and ${more} more: open the address below, or run: errata check ${documents[0]?.name ?? ''}`, '']
      : []),
    summaryLine(counts, language),
    '',
  ].join('\n');
}

function example({ quote, language, assessment }: StoredClaim): string {
  const labels = labelsOf(language);
  const words = quote.replace(/\s+/gu, ' ');
  return `✗ ${labels.verdict.REFUTED}  ${words}\n  ${labels.correct}${labels.colon}${assessment.correction ?? ''}\n`;
}

async function allDocuments(store: GraphStore): Promise<DocumentSummary[]> {
  const documents: DocumentSummary[] = [];
  let after: string | undefined;
  do {
    const page = await store.listDocuments({ limit: PAGE, after });
    documents.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return documents;
}

async function countAll(documents: readonly DocumentSummary[], store: GraphStore): Promise<Counts> {
  const { claims, claimsByVerdict, contradictions } = await store.statistics();
  return {
    documents: documents.length,
    sentences: documents.reduce((sum, { sentences }) => sum + sentences, 0),
    claims,
    supported: claimsByVerdict.SUPPORTED,
    refuted: claimsByVerdict.REFUTED,
    conflicting: claimsByVerdict.CONFLICTING,
    noInformation: claimsByVerdict.NOT_ENOUGH_INFO,
    contradictions,
  };
}
