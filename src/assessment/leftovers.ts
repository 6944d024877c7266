import { bondOf } from '../claims/bonds.ts';
import type { Chunk } from '../claims/chunk.ts';
import type { Residue } from '../claims/claim.ts';
import { isOpinion, unexplainedWords } from '../claims/coverage.ts';
import { is } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import type { Assessed } from './assessor.ts';
import type { Connections } from './connections.ts';
import { descriptionsIn } from './descriptions.ts';
import { isOpenIncumbency } from './incumbents.ts';
import { clausesOutOfOrder } from './order.ts';
import { startsWithin } from './rivals.ts';
import { Whereabouts } from './whereabouts.ts';

/** How many content words may stay unexplained in a sentence that is called supported. */
const MOST_UNEXPLAINED = 5;
const MOST_UNEXPLAINED_ASSOCIATED = 2;

/** Sorts of things that sentences name in passing. */
const PASSING = ['concept', 'award', 'conference'];

/**
 * What of a sentence is left when its claims are decided: names and words that no claim is about keep it from being called
 * supported.
 */
export class Leftovers {
  private readonly knowledge: KnowledgeBase;
  private readonly connections: Connections;
  private readonly whereabouts: Whereabouts;

  constructor(knowledge: KnowledgeBase, connections: Connections) {
    this.knowledge = knowledge;
    this.connections = connections;
    this.whereabouts = new Whereabouts(knowledge);
  }

  /** What keeps a sentence from being called supported though its claims are: praise, or too much that no claim is about. */
  uncovered(scene: Scene, assessed: readonly Assessed[], settled: ReadonlySet<number>): Residue[] {
    const span = wholeOf(scene);
    if (scene.chunks.some((chunk) => isOpinion(chunk) && !isStated(chunk, assessed)))
      return [{ ...span, reason: 'not-checkable', items: [] }];
    const said = new Set(assessed.map(({ reading }) => reading.predicate.id));
    const read = assessed.some(({ claim }) => claim.layer === 'phrasing' || claim.layer === 'copula');
    const isOpen =
      scene.chunks.some((chunk) => isOpenDenial(chunk, assessed) || isOpenIncumbency(chunk, assessed)) ||
      clausesOutOfOrder(scene, assessed, this.knowledge).length > 0 ||
      unexplainedWords(scene, settled, said) > (read ? MOST_UNEXPLAINED : MOST_UNEXPLAINED_ASSOCIATED);
    return isOpen ? [{ ...span, reason: 'unknown-predicate', items: [] }] : [];
  }

  /** Names that no claim that holds is about, and that no fact ties to the rest: what is said of them may be wrong. */
  unaccounted(scene: Scene, assessed: readonly Assessed[]): Residue[] {
    const descriptions = descriptionsIn(scene, assessed);
    const held = assessed.filter(({ decision }) => decision.verdict !== 'NOT_ENOUGH_INFO');
    const spansOf = (items: readonly Assessed[]) =>
      items.flatMap(({ claim, reading }) => (claim.layer === 'statement' ? [] : [reading.subject, reading.object]));
    const stating = spansOf(held.filter((item) => !descriptions.has(item)));
    const described = held.filter((item) => descriptions.has(item)).map(({ reading }) => reading.object);
    const stated = new Set(
      held.filter(({ claim }) => claim.layer === 'statement').flatMap(({ claim }) => startsWithin(scene, claim)),
    );
    const named = scene.chunks
      .filter(({ role }) => role !== 'apposition')
      .flatMap(({ items }) => items)
      .filter(({ entities }) => entities.length > 0);
    const isThing = ({ entities }: Item) =>
      !entities.some((id) => this.knowledge.isVocabulary(id) || this.knowledge.isOfKind(id, PASSING));
    const isWithin = (item: Item, spans: readonly Span[]) =>
      spans.some(({ start, end }) => start < item.end && item.start < end);
    const isTold = (item: Item) => stated.has(item.start) || isWithin(item, stating);
    const isHeld = (item: Item) => isTold(item) || isWithin(item, described);
    const told = new Set([
      ...named.filter(isTold).flatMap(({ entities }) => entities),
      ...held
        .filter((item) => !descriptions.has(item))
        .flatMap(({ subject, object }) => [subject, object])
        .flatMap((id) => (id === undefined || id.startsWith('kind/') ? [] : [id])),
    ]);
    const tied = ({ entities }: Item) =>
      entities.some((id) => told.has(id) || [...told].some((other) => this.connections.connects(id, other)));
    // «Japan's SoftBank», «INRIA in France», «built in Marseille by X»: where what is named here is at home
    const houses = named.flatMap(({ entities }) => entities.filter((id) => id.startsWith('organisation/')));
    const sites = sitesIn(scene);
    const isHome = ({ entities, start }: Item) =>
      entities.some(
        (id) =>
          this.knowledge.isOfKind(id, ['place']) &&
          (houses.some((house) => this.connections.touches(house, id) || this.whereabouts.isAt(house, id)) ||
            (sites.has(start) && [...told].some((thing) => this.whereabouts.isAt(thing, id)))),
      );
    const reasons = reasonsIn(scene);
    const touched = ({ entities }: Item) =>
      entities.some((id) => [...told].some((other) => this.connections.touches(other, id)));
    return named
      .filter(
        (item) =>
          !isHeld(item) && (reasons.has(item.start) ? !touched(item) : isThing(item) && !tied(item) && !isHome(item)),
      )
      .map(({ start, end }): Residue => ({ start, end, items: [start], reason: 'unknown-predicate' }));
  }
}

/** Where something is said to have happened («in Marseille», «在马赛»), as against what is called after a place. */
function sitesIn({ chunks }: Scene): Set<number> {
  return new Set(
    chunks.flatMap(({ items }) =>
      items.flatMap(({ start }, index) => (/^(?:in|at|在|于)$/u.test(items[index - 1]?.text ?? '') ? [start] : [])),
    ),
  );
}

/** What is named as the reason of what is said («for his work on X»): no other tie makes it one. */
function reasonsIn({ chunks }: Scene): Set<number> {
  return new Set(
    chunks.flatMap((chunk) =>
      chunk.items.flatMap((item, index) =>
        item.entities.length > 0 && bondOf({ chunk, index })?.type === 'reason' ? [item.start] : [],
      ),
    ),
  );
}

/** Said as a whole by a statement in free words: what it praises («the most frequent pair») is no opinion. */
function isStated({ items }: Chunk, assessed: readonly Assessed[]): boolean {
  const { start = 0 } = items[0] ?? {};
  const last = items.findLast(({ type }) => type !== 'punct');
  return assessed.some(
    ({ claim, decision }) =>
      claim.layer === 'statement' &&
      decision.verdict === 'SUPPORTED' &&
      claim.start <= start &&
      claim.end >= (last?.end ?? start),
  );
}

/** A clause denies something that no claim is about: what is left of it does not make the sentence true. */
function isOpenDenial({ items }: Chunk, assessed: readonly Assessed[]): boolean {
  const start = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? 0;
  const own = assessed.filter(({ claim }) => claim.start < end && start < claim.end);
  if (own.some(({ claim }) => claim.negated || claim.layer === 'statement')) return false;
  return items.some(
    (item) => is(item, 'neg') && item.entities.length === 0 && !item.tags.some(({ type }) => type === 'trigger'),
  );
}

/** «put $1 billion into X»: sums of money that what is rightly said was known to cost. */
export function pricesOf({ chunks }: Scene, assessed: readonly Assessed[]): number[] {
  const prices = assessed
    .filter(({ decision }) => decision.verdict === 'SUPPORTED')
    .flatMap(({ decision }) => decision.facts.flatMap(({ qualifiers: { price } }) => sumOf(price) ?? []));
  return chunks
    .flatMap(({ items }) => items)
    .filter(({ value }) => value?.type === 'number' && prices.includes(value.amount))
    .map(({ start }) => start);
}

const MAGNITUDES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 };

/** The amount of a price in words («US$1.3 billion»). */
function sumOf(price: string | undefined): number | undefined {
  const [, digits, magnitude = ''] = /([\d.,]+)(?: (million|billion))?/u.exec(price ?? '') ?? [];
  return digits === undefined
    ? undefined
    : Math.round(Number(digits.replaceAll(',', '')) * (MAGNITUDES[magnitude] ?? 1));
}

/** The span of all clauses of a sentence. */
export function wholeOf({ chunks }: Scene): Span {
  const items = chunks.flatMap((chunk) => chunk.items);
  return {
    start: items.reduce((least, { start }) => Math.min(least, start), items[0]?.start ?? 0),
    end: items.reduce((most, { end }) => Math.max(most, end), 0),
  };
}
