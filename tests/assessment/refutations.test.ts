import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClaimResult } from '../../src/assessment/result.ts';
import { loadEngine } from '../engine/knowledge.ts';

const engine = loadEngine();
const text = readFileSync(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url), 'utf8');
const { claims } = engine.check({ name: 'corpus', text, format: 'markdown' });
const of = (verdict: ClaimResult['verdict']) => claims.filter((claim) => claim.verdict === verdict);
const shown = ({ quote, start }: ClaimResult) => `${start}: ${quote}`;

describe('every refutation in the corpus', () => {
  const refuted = of('REFUTED');

  it('names the right value, in the language of the claim', () => {
    expect(refuted.filter(({ correction }) => !correction?.trim()).map(shown)).toEqual([]);
  });

  it('rests on facts, each with a source that can be opened', () => {
    expect(refuted.filter(({ evidence }) => evidence.length === 0).map(shown)).toEqual([]);
    for (const { evidence } of refuted) {
      for (const { factId, sources } of evidence) {
        expect(engine.knowledge.fact(factId)?.id).toBe(factId);
        expect(sources.length).toBeGreaterThan(0);
        for (const { url, title } of sources) {
          expect(URL.canParse(url)).toBe(true);
          expect(title).not.toBe('');
        }
      }
    }
  });

  it('is not corrected by what it says', () => {
    const same = refuted.filter(
      (claim) => !claim.negated && claim.correction === engine.knowledge.label(claim.object, claim.language),
    );
    expect(same.map(shown)).toEqual([]);
  });
});

describe('every claim in the corpus', () => {
  it('is explained in both languages, with a confidence between 0 and 1', () => {
    for (const { explanation, confidence } of claims) {
      expect(explanation.en).not.toBe('');
      expect(explanation.zh).not.toBe('');
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is supported by facts, or says why it is open', () => {
    expect(
      of('SUPPORTED')
        .filter(({ evidence, negated }) => evidence.length === 0 && !negated)
        .map(shown),
    ).toEqual([]);
    expect(
      of('NOT_ENOUGH_INFO')
        .filter(({ reason }) => reason === undefined)
        .map(shown),
    ).toEqual([]);
    expect(
      of('CONFLICTING')
        .filter(({ evidence }) => evidence.length < 2)
        .map(shown),
    ).toEqual([]);
  });

  it('has a correction only where it is refuted', () => {
    expect(
      claims.filter(({ verdict, correction }) => verdict !== 'REFUTED' && correction !== undefined).map(shown),
    ).toEqual([]);
  });
});
