import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine.ts';
import type { Deciders } from '../../src/entailment/entailment.ts';
import type { Entailment, Pair, PairReader } from '../../src/entailment/entailment-model.ts';
import { loadEngine } from '../engine/knowledge.ts';

const { knowledge } = loadEngine();
/** No phrasing and no statement explains it: what it says stays open without the classifier. */
const OPEN = 'Nobody who tuned a random forest has ever regretted its frobnicating bootstrap.';

class FakeReader implements PairReader {
  readonly asked: Pair[] = [];
  private readonly answer: (pair: Pair) => Entailment;

  constructor(answer: (pair: Pair) => Entailment) {
    this.answer = answer;
  }

  async read(pairs: readonly Pair[]): Promise<Entailment[]> {
    this.asked.push(...pairs);
    return pairs.map(this.answer);
  }
}

/** Takes the strongest reading at its word, unless another says the contrary. */
const forest: Deciders['forest'] = {
  least: { supported: 0.9, refuted: 0.9 },
  weigh: ({ entailedAlone = 0, contradictedAlone = 0 }) => ({
    supported: entailedAlone - contradictedAlone,
    refuted: contradictedAlone - entailedAlone,
  }),
};

const engineWith = (reader: PairReader) => new Engine(knowledge, { reader, forest });
const always = (entailed: number, contradicted: number) => new FakeReader(() => ({ entailed, contradicted }));

describe('a sentence that no other layer decides', () => {
  it('stays open without a classifier, and with one that sees nothing settled', async () => {
    expect((await new Engine(knowledge).verifyInDepth(OPEN)).verdict).toBe('NOT_ENOUGH_INFO');
    const engine = engineWith(always(0.2, 0.2));
    expect(await engine.verifyInDepth(OPEN)).toEqual(engine.verify(OPEN));
  });

  it('is supported by what entails it, with the fact and its source', async () => {
    const engine = engineWith(
      new FakeReader(({ premise }) => ({ entailed: premise.includes('bootstrap') ? 0.99 : 0, contradicted: 0 })),
    );
    const { verdict, claims, unexplained } = await engine.verifyInDepth(OPEN);
    expect(verdict).toBe('SUPPORTED');
    expect(unexplained).toEqual([]);
    const [claim] = claims.filter(({ layer }) => layer === 'entailment');
    expect(claim).toMatchObject({ subject: 'technique/random-forest', quote: OPEN, start: 0, end: OPEN.length });
    expect(claim?.evidence[0]?.statement).toMatch(/bootstrap/iu);
    expect(claim?.evidence[0]?.sources.length).toBeGreaterThan(0);
  });

  it('is refuted by what contradicts it, with the truth as the correction', async () => {
    const engine = engineWith(always(0, 0.99));
    const { verdict, correction, claims } = await engine.verifyInDepth(OPEN);
    expect(verdict).toBe('REFUTED');
    expect(correction).not.toBe('');
    expect(claims.at(-1)).toMatchObject({ verdict: 'REFUTED', layer: 'entailment' });
  });

  it('stays open where the evidence speaks for and against it', async () => {
    const engine = engineWith(always(0.95, 0.95));
    expect((await engine.verifyInDepth(OPEN)).verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('is not asked about where another layer has decided, or nothing checkable is said', async () => {
    const reader = always(1, 0);
    const engine = engineWith(reader);
    await engine.verifyInDepth('Keras was created by François Chollet.');
    await engine.verifyInDepth('Keras was created by Yann LeCun.');
    await engine.verifyInDepth('Good morning, everybody!');
    expect(reader.asked).toEqual([]);
  });
});
