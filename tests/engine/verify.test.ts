import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

const engine = loadEngine();
const verdict = (claim: string) => engine.verify(claim).verdict;

describe('verify', () => {
  it.each([
    'PyTorch was developed by Facebook’s AI research lab.',
    'TensorFlow, developed by Google, is an open-source machine learning framework.',
    'Sam Altman is the CEO of OpenAI.',
    'Keras creator François Chollet worked at Google.',
    'Geoffrey Hinton was born in London.',
    'AlphaGo defeated Lee Sedol 4–1 in March 2016.',
    'GPT-3 has 175 billion parameters.',
    'Karpathy在2017年加入特斯拉，担任AI总监。',
    'LSTM由Hochreiter和Schmidhuber于1997年提出。',
    'GAN由Ian Goodfellow等人于2014年提出。',
    '卡帕西在斯坦福大学获得博士学位，导师是李飞飞。',
    'PyTorch不是由谷歌开发的。',
  ])('supports «%s»', (claim) => {
    expect(verdict(claim)).toBe('SUPPORTED');
  });

  it.each([
    ['PyTorch was developed by Andrej Karpathy.', /Paszke/u],
    ['TensorFlow was first released in 2012.', /2015/u],
    ['AlphaGo defeated Lee Sedol 5–0 in March 2016.', /4/u],
    ['GPT-3 has 1.5 trillion parameters.', /175 billion/u],
    ['OpenAI is headquartered in London.', /San Francisco/u],
    ['Andrej Karpathy出生于1985年。', /1986/u],
    ['2016年，Andrej Karpathy加入了斯坦福大学，担任助理教授。', /2015/u],
    ['他开发的PyTorch很流行，PyTorch由谷歌开发。', /Meta/u],
    ['GAN由Yann LeCun于2014年提出。', /古德费洛|Goodfellow/u],
    ['周期性GAN（CycleGAN）很有名。', /循环/u],
  ])('refutes «%s» with the right value', (claim, correct) => {
    const result = engine.verify(claim);
    expect(result.verdict).toBe('REFUTED');
    expect(result.correction).toMatch(correct);
  });

  it.each([
    'PyTorch is the most beautiful framework ever made.',
    'Zorblax was developed by Google.',
    'Karpathy will win the Turing Award.',
    'The weather in Toronto was nice.',
    '深度学习将改变世界。',
    'Karpathy的父亲喜欢数学。',
    '',
    '。。。',
  ])('abstains from «%s» and says why', (claim) => {
    const result = engine.verify(claim);
    expect(result.verdict).toBe('NOT_ENOUGH_INFO');
    expect(result.reason).toBeDefined();
  });

  it('calls a compound refuted if one part is', () => {
    expect(verdict('PyTorch was developed by Meta, and TensorFlow was developed by Microsoft.')).toBe('REFUTED');
  });

  it('does not call a sentence supported while a name in it is unexplained', () => {
    const result = engine.verify('PyTorch was developed by Meta, according to the memoirs of Zorblax Quimby.');
    expect(result.verdict).not.toBe('SUPPORTED');
  });

  it('gives every refuted claim a correction and a source', () => {
    const { claims } = engine.verify('Karpathy出生于1985年，PyTorch由谷歌开发，GPT-3有1.5万亿参数。');
    const refuted = claims.filter((claim) => claim.verdict === 'REFUTED');
    expect(refuted.length).toBe(3);
    for (const claim of refuted) {
      expect(claim.correction).toBeTruthy();
      expect(claim.evidence.flatMap(({ sources }) => sources).length).toBeGreaterThan(0);
    }
  });

  it('answers the same twice, whatever was asked between', () => {
    const claim = 'Andrej Karpathy earned his PhD from Stanford University.';
    const first = engine.verify(claim);
    engine.verify('He was born in Paris.');
    expect(engine.verify(claim)).toEqual(first);
  });

  it('quotes the text it was given, for any text', () => {
    const piece = fc.constantFrom(
      'Karpathy',
      '开发了',
      'PyTorch',
      '于2015年',
      'was founded by',
      '，',
      '\r\n',
      '😀',
      '（',
      '\u0000',
      '\ud800',
      'OpenAI',
      '的',
      ' is a ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 20 }),
        (pieces) => {
          const text = pieces.join('');
          for (const claim of engine.verify(text).claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
        },
      ),
      { numRuns: 150 },
    );
  });
});
