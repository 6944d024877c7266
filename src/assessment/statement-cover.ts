import type { Term } from '../claims/content.ts';
import { within } from '../claims/content-parts.ts';
import { supported } from './decision.ts';
import { type Comparison, hasOtherFigure, LEAST, type Weighed } from './statement-comparison.ts';
import { type Clause, isTelling, isTurned, type Statement } from './statement-fit.ts';

/** Statements that agree with more of the clause come first; others are not looked at. */
const MOST_STATEMENTS = 8;
/** In how many stretches a clause may be taken apart. */
const MOST_PARTS = 4;
/** How much of a stretch must be said by the statement that covers it. */
const COVERING = 0.75;

/** A statement with how much of each term of the clause it says. */
export interface Shared {
  readonly statement: Statement;
  readonly share: (term: Term) => number;
}

/** A stretch of a clause's terms, covered by one statement. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly by: Shared;
}

/** A way to cover the first terms of a clause. */
interface Cover {
  readonly said: number;
  readonly parts: readonly Part[];
}

/** Supports a clause whose neighbouring stretches are each said by one of several statements of the same thing. */
export function coveredTogether(clause: Clause, given: readonly Shared[], comparison: Comparison): Weighed | undefined {
  if (given.length < 2) return undefined;
  const agreed = given
    .map((one) => ({ one, said: sumOf(clause.needed, one.share) }))
    .sort((a, b) => b.said - a.said)
    .slice(0, MOST_STATEMENTS)
    .map(({ one }) => one);
  const cover = bestCover(clause.needed, agreed);
  if (!cover || cover.parts.length < 2) return undefined;
  const others = cover.parts.flatMap(({ by }) => by.statement.written);
  if (others.some(({ content }) => hasOtherFigure(clause.needed, content))) return undefined;
  if (others.some((written) => isTurned(clause, [written]))) return undefined;
  const found = cover.parts.map((part) => supportOf(part, clause, comparison));
  const facts = found.flatMap((one) => one?.decision?.facts ?? []);
  if (!found.every((one) => one?.decision?.verdict === 'SUPPORTED')) return undefined;
  return { decision: supported([...new Set(facts)], 0.7), covered: COVERING, fit: 1 };
}

/** The cover of all terms that says most, in the fewest parts; for each number of first terms the best way so far. */
function bestCover(terms: readonly Term[], given: readonly Shared[]): Cover | undefined {
  const best: (Cover | undefined)[] = [{ said: 0, parts: [] }];
  const sums = given.map(({ share }) => running(terms, (term) => term.weight * share(term)));
  const telling = given.map(({ share }) => running(terms, (term) => (isTelling(term) && share(term) >= 0.5 ? 1 : 0)));
  const weights = running(terms, ({ weight }) => weight);
  for (let to = 1; to <= terms.length; to++)
    for (let from = 0; from < to; from++) {
      const before = best[from];
      if (!before || before.parts.length >= MOST_PARTS) continue;
      given.forEach((by, index) => {
        const said = difference(sums[index], from, to);
        if (said < LEAST || difference(telling[index], from, to) === 0) return;
        if (said < COVERING * difference(weights, from, to)) return;
        const total = before.said + said - 0.01;
        if (total > (best[to]?.said ?? -1)) best[to] = { said: total, parts: [...before.parts, { from, to, by }] };
      });
    }
  return best[terms.length];
}

/** What the wordings of a statement decide of a stretch alone. */
function supportOf({ from, to, by }: Part, clause: Clause, comparison: Comparison): Weighed | undefined {
  const needed = clause.needed.slice(from, to);
  const [first] = needed;
  const last = needed.at(-1);
  if (!first || !last) return undefined;
  const content = within(clause.bare, { start: first.start, end: last.end });
  const part = { ...clause, content, bare: content, needed };
  for (const written of by.statement.written) {
    const weighed = comparison.compare(part, { ...by, written });
    if (weighed?.decision?.verdict === 'SUPPORTED') return weighed;
  }
  return undefined;
}

function running(terms: readonly Term[], value: (term: Term) => number): number[] {
  const sums = [0];
  for (const term of terms) sums.push((sums.at(-1) ?? 0) + value(term));
  return sums;
}

function difference(sums: readonly number[] | undefined, from: number, to: number): number {
  return (sums?.[to] ?? 0) - (sums?.[from] ?? 0);
}

function sumOf(terms: readonly Term[], share: (term: Term) => number): number {
  return terms.reduce((sum, term) => sum + term.weight * share(term), 0);
}
