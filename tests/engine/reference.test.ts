import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

const engine = loadEngine();
const check = (text: string) => engine.check({ name: 'text', text, format: 'markdown' }).claims;
const refuted = (text: string) =>
  check(text)
    .filter(({ verdict }) => verdict === 'REFUTED')
    .map(({ subject, predicate }) => `${subject} ${predicate}`);
const supported = (text: string) =>
  check(text)
    .filter(({ verdict }) => verdict === 'SUPPORTED')
    .map(({ subject, predicate }) => `${subject} ${predicate}`);

describe('a pronoun of a document', () => {
  it('stands for what the section is about rather than for who made it', () => {
    const text = '## TensorFlow\n\nGoogle released TensorFlow in November 2015. It succeeded a system called';
    expect(refuted(`${text} Caffe2.`)).toContain('framework/caffe2 successor');
    expect(refuted(`${text} DistBelief.`)).toEqual([]);
  });

  it('stands for a thing that can be what is said of it', () => {
    const text =
      '### GPT-1\n\nIn June 2018 the paper *Improving Language Understanding by Generative Pre-Training* introduced GPT-1. It was pre-trained on';
    expect(refuted(`${text} Common Crawl.`)).toContain('model/gpt-1 trainedOn');
    expect(refuted(`${text} BooksCorpus.`)).toEqual([]);
  });

  it('stands for nothing that its own verb is said of', () => {
    const text = '## DeepMind\n\nDeepMind由哈萨比斯等人创立于伦敦。';
    expect(refuted(`${text}2012年1月，谷歌收购了这家公司。`)).toEqual(['organisation/deepmind acquiredBy']);
    expect(supported(`${text}2014年1月，谷歌收购了这家公司。`)).toContain('organisation/deepmind acquiredBy');
  });

  it('stands for an unknown thing that a paragraph is said to be about', () => {
    const text =
      '# Claude\n\nClaude 3 was released by Anthropic.\n\n**Responsible Growth Policy.** Published in 2023, it';
    expect(check(`${text} defines levels of risk.`).filter(({ subject }) => subject.startsWith('model/'))).toHaveLength(
      check('# Claude\n\nClaude 3 was released by Anthropic.\n').filter(({ subject }) => subject.startsWith('model/'))
        .length,
    );
  });

  it('goes on from one sentence to the next', () => {
    const text = '# Geoffrey Hinton\n\nYann LeCun was a postdoc in Toronto. He then joined';
    expect(refuted(`${text} IBM Research in 1988.`).join()).not.toContain('geoffrey-hinton');
  });
});

describe('what the sentences before were about', () => {
  const before = '## 英伟达\n\n英伟达由黄仁勋等人创立，总部在圣克拉拉。';

  it('is not the holder of a post whose holder is named', () => {
    expect(refuted(`${before}2025年年中，百度的首席技术官是王海峰。`)).toEqual([]);
    expect(refuted(`${before}幻方量化和深度求索（DeepSeek）的创始人梁文锋毕业于浙江大学。`)).toEqual([]);
  });

  it('is not who did what a clause says of the noun behind it', () => {
    expect(refuted(`${before}成立于2010年的伦敦创业公司DeepMind，由哈萨比斯等人创办。`)).toEqual([]);
  });

  it('is not whom a pronoun before a name announces', () => {
    const text =
      '## Nvidia\n\nNvidia was founded by Jensen Huang. After he left OpenAI, Ilya Sutskever founded Safe Superintelligence.';
    expect(check(text).some(({ subject, object }) => subject.includes('jensen') && object.includes('openai'))).toBe(
      false,
    );
  });
});

describe('a noun without its owner', () => {
  it('is that of what the text is about', () => {
    const text = '## PyTorch\n\nIn 2018 the code base of Caffe2 was merged into PyTorch.';
    expect(refuted(`${text} The licence is the GPL.`)).toEqual(['framework/pytorch licence']);
    expect(refuted(`${text} The licence is BSD-style.`)).toEqual([]);
  });

  it('is the one paper about what the text is about', () => {
    const text = '## ImageNet\n\nImageNet was presented at CVPR 2009; the first author of the paper is';
    expect(refuted(`${text} Olga Russakovsky.`)).toHaveLength(1);
    expect(refuted(`${text} Jia Deng.`)).toEqual([]);
  });

  it('belongs to a name behind it', () => {
    const text =
      '# Anthropic\n\n## Products\n\nThe company’s assistant, **Claude**, was released to the public in March';
    expect(refuted(`${text} 2022.`.replace('’', "'"))).toEqual(['model/claude releaseDate']);
    expect(refuted(`${text} 2023.`.replace('’', "'"))).toEqual([]);
  });
});

describe('lines of bold labels', () => {
  it('are each about what stands above', () => {
    const lines = (year: string, place: string) =>
      `# Company profile: Anthropic\n\n**Founded:** ${year}\n**Headquarters:** ${place}\n`;
    expect(refuted(lines('2019', 'Seattle'))).toEqual([
      'organisation/anthropic foundingDate',
      'organisation/anthropic headquarters',
    ]);
    expect(refuted(lines('2021', 'San Francisco'))).toEqual([]);
    expect(refuted('# Coursera\n\n**成立时间**：2015年\n**总部**：山景城\n')).toEqual([
      'website/coursera foundingDate',
    ]);
  });
});

describe('a flag', () => {
  it('reaches over the date that is wrong', () => {
    const [flag] = check('2012年1月，谷歌收购了DeepMind。').filter(({ verdict }) => verdict === 'REFUTED');
    expect(flag?.quote).toContain('2012年1月');
  });

  it('is not raised over a part that has the whole’s name', () => {
    const text = 'In March 2019 OpenAI created OpenAI LP.';
    expect(refuted(text)).toEqual([]);
  });
});
