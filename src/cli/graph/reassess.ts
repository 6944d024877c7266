import type { Flip } from '../../ingestion/flips.ts';
import type { Reassessed } from '../../ingestion/ingestion.ts';
import type { FactId, StoredFact } from '../../store/graph-model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted, type GraphFlags, loadIngestion, print, withGraph } from './graph.ts';

type Facts = ReadonlyMap<FactId, StoredFact>;

/** Assesses documents again where knowledge or program have changed, and says which verdicts have become others, and why. */
export async function reassess(flags: GraphFlags, context: Context): Promise<ExitCode> {
  const makeIngestion = await loadIngestion(flags, context);
  const { changes, facts } = await withGraph(flags, context, async (store) => {
    const ingestion = makeIngestion(store);
    await ingestion.loadKnowledge();
    const found: Reassessed[] = [];
    for await (const change of ingestion.reassess()) found.push(change);
    return { changes: found, facts: await factsOf(found, store) };
  });
  await print(flags, context, { json: changes.map((change) => toJson(change, facts)), text: describe(changes, facts) });
  return EXIT.ok;
}

async function factsOf(changes: readonly Reassessed[], store: GraphStore): Promise<Facts> {
  return store.facts(changes.flatMap(({ flips }) => flips.flatMap(({ gained, lost }) => [...gained, ...lost])));
}

function toJson({ document, flips, appeared, disappeared }: Reassessed, facts: Facts): object {
  const named = (ids: readonly FactId[]) => ids.map((factId) => ({ factId, statement: facts.get(factId)?.statement }));
  const short = ({ id, quote, assessment }: Reassessed['appeared'][number]) => ({
    claimId: id,
    quote,
    verdict: assessment.verdict,
  });
  return {
    document: document.name,
    flips: flips.map(({ claim, gained, lost, ...flip }) => ({
      ...flip,
      explanation: claim.assessment.explanation,
      ...(claim.assessment.correction === undefined ? {} : { correction: claim.assessment.correction }),
      gained: named(gained),
      lost: named(lost),
    })),
    appeared: appeared.map(short),
    disappeared: disappeared.map(short),
  };
}

function describe(changes: readonly Reassessed[], facts: Facts): string {
  const parts = changes
    .filter(({ flips, appeared, disappeared }) => flips.length + appeared.length + disappeared.length > 0)
    .map((change) => describeDocument(change, facts));
  const flips = changes.reduce((sum, change) => sum + change.flips.length, 0);
  const sum =
    changes.length === 0
      ? 'Nothing to reassess: every document was assessed with this knowledge.'
      : `${counted(changes.length, 'document')} reassessed, ${counted(flips, 'verdict')} changed`;
  return `${parts.join('')}${sum}\n`;
}

function describeDocument({ document, flips, appeared, disappeared }: Reassessed, facts: Facts): string {
  const lines = [document.name, ...flips.flatMap((flip) => describeFlip(flip, facts))];
  if (appeared.length > 0) lines.push(`  ${counted(appeared.length, 'claim')} read that could not be read before`);
  if (disappeared.length > 0) lines.push(`  ${counted(disappeared.length, 'claim')} no longer read so`);
  return `${lines.join('\n')}\n\n`;
}

function describeFlip({ before, after, quote, claim, gained, lost }: Flip, facts: Facts): string[] {
  const { explanation } = claim.assessment;
  const word = (id: FactId) => facts.get(id)?.statement[claim.language] ?? id;
  return [
    `  ${before} → ${after}  ${quote.replace(/\s+/gu, ' ')}`,
    `      ${explanation[claim.language]}`,
    ...gained.map((id) => `      + ${word(id)}`),
    ...lost.map((id) => `      - ${word(id)}`),
  ];
}
