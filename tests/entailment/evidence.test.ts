import { describe, expect, it } from 'vitest';
import { Wording } from '../../src/assessment/wording.ts';
import { EvidenceFinder } from '../../src/entailment/evidence.ts';
import { loadEngine } from '../engine/knowledge.ts';

const { knowledge } = loadEngine();
const finder = new EvidenceFinder(knowledge, new Wording(knowledge));

const most = { truths: 4, mistakes: 2 };

describe('the evidence on a sentence', () => {
  it('is what shares its rarer words, nearest first, each fact once', () => {
    const sentence = 'Every tree of a random forest sees a bootstrap sample drawn with replacement.';
    const { truths, covered } = finder.find(sentence, ['technique/random-forest'], { language: 'en', ...most });
    expect(truths[0]?.text).toMatch(/^random forest: .*sample/iu);
    expect(truths).toHaveLength(4);
    const ids = truths.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(covered).toBeGreaterThanOrEqual(truths[0]?.covered ?? 1);
    expect(covered).toBeLessThanOrEqual(1);
  });

  it('is worded in the language of the sentence', () => {
    const { truths } = finder.find('随机森林中每棵树独立训练。', ['technique/random-forest'], {
      language: 'zh',
      ...most,
    });
    expect(truths.length).toBeGreaterThan(0);
    for (const { text } of truths) expect(text).toMatch(/^随机森林/u);
  });

  it('holds relations with all their values', () => {
    const { truths } = finder.find('Keras was created by François Chollet.', ['framework/keras'], {
      language: 'en',
      ...most,
    });
    expect(truths.some(({ text }) => /^Keras – creator: François Chollet/u.test(text))).toBe(true);
  });

  it('keeps what is wrongly said apart from what is true', () => {
    const { truths, mistakes } = finder.find('随机森林串行地训练决策树', ['technique/random-forest'], {
      language: 'zh',
      ...most,
    });
    expect(truths.every(({ mistaken }) => !mistaken)).toBe(true);
    expect(mistakes[0]?.text).toMatch(/串行/u);
    expect(mistakes.every(({ mistaken }) => mistaken)).toBe(true);
  });

  it('is none where nothing is known, or nothing shared', () => {
    const nothing = { truths: [], mistakes: [], covered: 0 };
    expect(finder.find('Nothing at all.', [], { language: 'en', ...most })).toEqual(nothing);
    expect(finder.find('zzzz', ['technique/random-forest'], { language: 'en', ...most })).toEqual(nothing);
  });
});
