import { describe, expect, it } from 'vitest';
import { Forest } from '../../src/entailment/forest.ts';

const content = {
  signs: ['warm', 'wet'],
  least: { supported: 0.9, refuted: 0.95 },
  trees: [[[0, 10, -1, 2], 0.5], [[1, 0, 0, [0, 5, 3, -3]]], [0]],
};

describe('boosted trees', () => {
  it('add up their leaves and turn the sums into likelihoods', () => {
    const { supported, refuted } = new Forest(content).weigh({ warm: 20, wet: 1 });
    const sum = Math.exp(2.5) + Math.exp(-3) + 1;
    expect(supported).toBeCloseTo(Math.exp(2.5) / sum, 12);
    expect(refuted).toBeCloseTo(Math.exp(-3) / sum, 12);
  });

  it('go left up to and with the value of the node, and take a missing sign for 0', () => {
    const { supported, refuted } = new Forest(content).weigh({ warm: 10 });
    expect(supported).toBeCloseTo(Math.exp(-0.5) / (Math.exp(-0.5) + 2), 12);
    expect(refuted).toBeCloseTo(1 / (Math.exp(-0.5) + 2), 12);
  });

  it('refuse content that is none', () => {
    expect(() => new Forest({ ...content, trees: [[]] })).toThrow();
    expect(() => new Forest({ ...content, trees: [[['warm', 1, 0, 0]], [], []] })).toThrow();
  });
});
