import { describe, expect, it } from 'vitest';
import { engine } from '../fixtures/world.ts';

const verdict = (claim: string) => engine.verify(claim).verdict;

describe('a clause is compared with what is said of its subject in free words', () => {
  it.each([
    'Torchlet freezes the heavy weights and trains a small copy.',
    'Torchlet picks its branches by information gain.',
    'Torchlet needs no labelled samples.',
    'Torchlet stores its results in eight drawers.',
    'Torchlet does not hide sheep in its yellow barn.',
    '火炬框架冻结沉重的权重，只训练小型副本。',
    '火炬框架用信息增益选择分支。',
    '火炬框架不需要标注例子。',
  ])('supports what a statement says in other words: %s', (claim) => {
    expect(verdict(claim)).toBe('SUPPORTED');
  });

  it.each([
    ['Torchlet chooses its branches by entropy.', 'information gain'],
    ['Torchlet freezes the heavy weights and trains a large copy.', 'small copy'],
    ['Torchlet stores its results in nine drawers.', 'eight drawers'],
    ['Torchlet needs labelled examples.', 'needs no labelled examples'],
    ['Torchlet hides sheep in its yellow barn.', 'does not hide sheep'],
    ['火炬框架用熵挑选分支。', '信息增益'],
    ['火炬框架把结果存放在九个抽屉里。', '八个抽屉'],
    ['火炬框架需要标注样本。', '不需要标注样本'],
  ])('refutes another value in the marked place, or the contrary: %s', (claim, right) => {
    const result = engine.verify(claim);
    expect(result.verdict).toBe('REFUTED');
    expect(result.correction).toContain(right);
    expect(result.claims.some(({ layer, evidence }) => layer === 'statement' && evidence.length > 0)).toBe(true);
  });

  it.each([
    'Torchlet lets the student instruct the teacher at night.',
    'Torchlet was shown to the public in a wooden tower full of pigeons.',
    'Torchlet stores its results in drawers of painted wood and silver.',
    '火炬框架夜里由学生指导教师。',
    '火炬框架在木屋里存放鸽子。',
  ])('leaves open what no statement says: %s', (claim) => {
    expect(verdict(claim)).toBe('NOT_ENOUGH_INFO');
  });

  it.each([
    ['Torchlet was painted blue and varnished by Ada Byte.', 'SUPPORTED'],
    ['Torchlet was painted red and varnished by Ada Byte.', 'REFUTED'],
    ['Torchlet was painted blue and varnished by Carl Codd.', 'REFUTED'],
    ['火炬框架由艾达·拜特漆成蓝色并抛光。', 'SUPPORTED'],
    ['火炬框架由艾达·拜特漆成红色并抛光。', 'REFUTED'],
  ])('takes each of several marks for a value of its own: %s', (claim, expected) => {
    expect(verdict(claim)).toBe(expected);
  });

  it.each([
    ['Torchlet heats soup in a copper kettle while serving biscuits on a wooden plate.', 'SUPPORTED'],
    ['Torchlet heats soup in a copper kettle while serving pigeons on a silver ladder.', 'NOT_ENOUGH_INFO'],
    ['火炬框架用铜壶加热菜汤并用木盘端出饼干。', 'SUPPORTED'],
    ['火炬框架用铜壶加热菜汤并用银梯端出鸽子。', 'NOT_ENOUGH_INFO'],
  ])('supports neighbouring stretches by a statement each: %s', (claim, expected) => {
    expect(verdict(claim)).toBe(expected);
  });

  it.each([
    ['Exam question: the idea is that Torchlet needs no labelled samples.', 'SUPPORTED'],
    ['判断题：火炬框架的要点在于不需要标注样本。', 'SUPPORTED'],
    ['判断题：火炬框架的要点在于需要标注样本。', 'REFUTED'],
  ])('leaves out what only frames a sentence: %s', (claim, expected) => {
    expect(verdict(claim)).toBe(expected);
  });

  it('shows the statement without its marks', () => {
    const [evidence] = engine
      .verify('Torchlet picks its branches by information gain.')
      .claims.flatMap((c) => c.evidence);
    expect(evidence?.statement).toBe('Torchlet – characteristic: chooses its branches by information gain');
  });
});

describe('a clause is weighed against the truth and what is wrongly said instead of it', () => {
  it.each([
    'Torchlet arranges its parcels by the colour of the ribbons around them.',
    'Torchlet always orders the parcels by the names of their senders.',
    '火炬框架按照丝带的颜色整理所有包裹。',
  ])('refutes a known mistake in other words, and names the truth: %s', (claim) => {
    const result = engine.verify(claim);
    expect(result.verdict).toBe('REFUTED');
    expect(result.correction).toMatch(/weight of their contents|内容的重量/u);
  });

  it.each(['Torchlet sorts incoming parcels by the weight of the contents.', '火炬框架按内容重量整理各种包裹。'])(
    'supports what is nearer to the truth than to any mistake: %s',
    (claim) => {
      expect(verdict(claim)).toBe('SUPPORTED');
    },
  );

  it.each([
    'Torchlet does not arrange parcels by the colour of their ribbons.',
    'Torchlet sorts parcels on rainy Sundays.',
    '火炬框架不按照丝带的颜色整理包裹。',
  ])('leaves open what only resembles a mistake: %s', (claim) => {
    expect(verdict(claim)).not.toBe('REFUTED');
  });
});
