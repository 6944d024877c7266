import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine.ts';
import { inspectKnowledge } from '../../src/knowledge/load.ts';
import { validateKnowledge } from '../../src/knowledge/validate.ts';

const folder = import.meta.dirname;
const paths = { ontology: join(folder, 'ontology.yaml'), knowledge: [join(folder, 'knowledge')] };
const engine = Engine.load(paths);

describe('another field: mountains and their first ascents', () => {
  it('has an ontology and knowledge without mistakes', () => {
    const inspected = inspectKnowledge(paths);
    expect([...inspected.problems, ...validateKnowledge(inspected)]).toEqual([]);
  });

  it.each([
    'Mount Everest was first climbed by Edmund Hillary and Tenzing Norgay.',
    'Edmund Hillary and Tenzing Norgay first climbed Mount Everest in 1953.',
    'The Matterhorn was first climbed on 14 July 1865.',
    'The height of the Matterhorn is 4,478 metres.',
    'The Matterhorn lies in the Alps.',
    'Mount Everest is a mountain.',
    'Edmund Hillary was born in 1919.',
    'Maurice Herzog comes from France.',
    '埃德蒙·希拉里和丹增·诺盖首次登顶珠穆朗玛峰。',
    '珠峰于1953年首次登顶。',
    '1953年，希拉里首次登顶珠峰。',
    '马特洪峰海拔4478米。',
    '艾格峰位于阿尔卑斯山脉。',
    '珠穆朗玛峰是一座山峰。',
    '温珀生于1840年。',
    '安纳布尔纳峰的首登者是赫尔佐格。',
  ])('supports: %s', (claim) => {
    expect(engine.verify(claim).verdict).toBe('SUPPORTED');
  });

  it.each([
    ['Mount Everest was first climbed by Reinhold Messner.', 'Edmund Hillary, Tenzing Norgay'],
    ['Mount Everest was first climbed in 1955.', '29 May 1953'],
    ['The Eiger rises to 4,200 metres.', '3,967 metres'],
    ['Annapurna lies in Switzerland.', 'Himalayas, Nepal'],
    ['The Matterhorn is a mountain range.', 'mountain'],
    ['Edmund Hillary was born in 1921.', '20 July 1919'],
    ['珠穆朗玛峰由梅斯纳尔首次登顶。', '埃德蒙·希拉里、丹增·诺盖'],
    ['马特洪峰的首登时间是1870年。', '1865年7月14日'],
    ['艾格峰位于尼泊尔。', '阿尔卑斯山脉、瑞士'],
    ['马特洪峰是一座山脉。', '山峰'],
    ['温珀生于1850年。', '1840年4月27日'],
    ['安纳布尔纳峰的首登者是温珀。', '莫里斯·赫尔佐格、路易·拉什纳尔'],
  ])('refutes: %s → %s', (claim, correction) => {
    expect(engine.verify(claim)).toMatchObject({ verdict: 'REFUTED', correction });
  });

  it.each([
    'The Matterhorn was first climbed by Messner.',
    'Barrington was born in 1834.',
    'Mount Everest is the most beautiful mountain.',
    '马特洪峰由梅斯纳尔首次登顶。',
    '巴林顿生于1834年。',
    '珠穆朗玛峰是最美的山峰。',
  ])('abstains: %s', (claim) => {
    expect(engine.verify(claim).verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('checks a document of both languages and flags just its mistakes, at their places', () => {
    const text = readFileSync(join(folder, 'article.md'), 'utf8');
    const { claims } = engine.check({ name: 'article.md', text, format: 'markdown' });
    const refuted = claims.filter(({ verdict }) => verdict === 'REFUTED');
    expect(refuted.map(({ start, end, correction }) => [text.slice(start, end), correction])).toEqual([
      [expect.stringContaining('1954'), '29 May 1953'],
      [expect.stringContaining('意大利'), '阿尔卑斯山脉、瑞士'],
    ]);
    expect(claims.filter(({ verdict }) => verdict === 'SUPPORTED').length).toBeGreaterThanOrEqual(5);
    expect(claims.every(({ evidence }) => evidence.every(({ sources }) => sources.length > 0))).toBe(true);
  });
});
