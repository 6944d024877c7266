import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

/** Whose date, figure or version it is: what belongs to another thing of the sentence refutes nothing. */
const engine = loadEngine();
const verdictOf = (claim: string) => engine.verify(claim).verdict;
const flagsOf = (text: string) =>
  engine.check({ name: 'test.md', text, format: 'markdown' }).claims.filter(({ verdict }) => verdict === 'REFUTED');

const FREE: Readonly<Record<string, readonly string[]>> = {
  'years in brackets are of a prize, a paper or a post': [
    'Fei-Fei Li (2009) and Alex Krizhevsky (2012) changed computer vision.',
    'Turing Award: Geoffrey Hinton (2018), Edward Feigenbaum and Raj Reddy (1994).',
    '卡帕西先后任职于OpenAI（2015—2017年）和特斯拉（2017—2022年）。',
    'Ian Goodfellow worked at Google Brain (2014–2016) and OpenAI (2016–2017).',
    '伊利亚·苏茨克维（2012）与人合著了AlexNet论文。',
  ],
  'versions without a name are of what opens the sentence': [
    'JAX借鉴了Autograd，1.0版尚未推出。',
    'Keras由弗朗索瓦·肖莱在TensorFlow问世前写成，2.0版发布于2017年3月。',
    'PyTorch grew out of Torch; version 2.0 arrived in March 2023.',
  ],
  'figures of a part are no totals': [
    'CIFAR-100 sets aside 10,000 test images.',
    'They trained on ImageNet with batches of 4,096 images.',
    'MNIST留出5000张验证图像。',
    'Fashion-MNIST由28×28的灰度图像组成。',
  ],
  'members of a list say each for itself': [
    '常用工具有哈里森·蔡斯发起的LangChain、杰里·刘的LlamaIndex，以及谷歌2015年开源的TensorFlow。',
    '三大框架是Meta在2016年推出的PyTorch、谷歌的TensorFlow和百度2016年开源的飞桨。',
    'TensorFlow dates from 2015, PyTorch, begun at Facebook, from 2016.',
    "Meta's LLaMA and Mistral Large are language models.",
    'CIFAR-100 has a hundred classes and CIFAR-10 ten.',
  ],
  'dates of another event or thing': [
    '2021年3月华为宣布适配TensorFlow。',
    '2023年7月发布的Llama 2沿用了分组查询注意力。',
    '2021年推出的GPT-3替代品不止一家。',
    '辛顿毕业于剑桥大学，2018年与生于巴黎的杨立昆分享图灵奖。',
    'Keras came first, and in 2019 Chollet personally presented a DGX to Google.',
    '辛顿与霍普菲尔德因玻尔兹曼机获得2024年诺贝尔物理学奖。',
    "Michael Nielsen's free books on popular deep learning appeared in 2015.",
  ],
};

describe.each(Object.entries(FREE))('%s', (_, claims) => {
  it.each(claims)('not called wrong: %s', (claim) => {
    expect(verdictOf(claim)).not.toBe('REFUTED');
  });
});

describe('what is said of the thing itself is still called wrong', () => {
  it.each([
    'Alan Turing (1922–1954) proposed the imitation game.',
    'Judea Pearl (born 1946) was awarded the Turing Award in 2011.',
    '微软亚洲研究院（2003年）位于北京。',
    'TensorFlow于2016年11月9日开源，1.0版发布于2017年2月。',
    'CIFAR-10 has 80,000 images of 32 × 32 pixels.',
    'MNIST共有9万张28×28的灰度图像。',
    '三大框架是谷歌在2016年推出的PyTorch、谷歌的TensorFlow和百度2016年开源的飞桨。',
    'SciPy dates from 2001, Matplotlib, begun by Wes McKinney, from 2003.',
    '2019年12月Meta发布了PyTorch。',
    '辛顿毕业于剑桥大学，生于巴黎。',
  ])('%s', (claim) => {
    expect(verdictOf(claim)).toBe('REFUTED');
  });
});

describe('in a document', () => {
  it('the rows of a life are about the person of the heading, whatever the row above named', () => {
    const rows = (course: string) =>
      `## Andrew Ng\n\n| Year | Event |\n| --- | --- |\n| 2011 | helps to start Google Brain |\n| 2012 | co-founds ${course} |\n`;
    expect(flagsOf(rows('Coursera'))).toEqual([]);
    expect(flagsOf(rows('Udacity')).map(({ subject }) => subject)).toContain('website/udacity');
  });

  it('a row’s label is no key where the columns are', () => {
    const text =
      '## Transformer\n\n| configuration | layers | heads |\n| --- | --- | --- |\n| base | encoder and decoder with 6 layers each | 8 |\n';
    expect(flagsOf(text)).toEqual([]);
  });

  it('a heading says nothing of the section before it', () => {
    expect(
      flagsOf('## Models\n\nGPT-4 was made by OpenAI.\n\n## 2. Open weights\n\nLLaMA was made by Meta.\n'),
    ).toEqual([]);
  });

  it('an entry says all of what its label names', () => {
    const text = '- **Mixtral 8x7B**: open weights, mixture of experts, released by Mistral AI in December 2023.\n';
    const { claims } = engine.check({ name: 'test.md', text, format: 'markdown' });
    expect(claims.map(({ verdict, subject, predicate }) => `${verdict} ${subject} ${predicate}`)).toEqual(
      expect.arrayContaining(['SUPPORTED model/mixtral-8x7b developer', 'SUPPORTED model/mixtral-8x7b releaseDate']),
    );
    expect(claims.filter(({ verdict }) => verdict === 'REFUTED')).toEqual([]);
  });

  it('a sentence without verb is about its lead-in', () => {
    const text = (maker: string) =>
      `**PyTorch.** A Python-first successor of the Lua-based Torch7, written at Facebook AI Research by ${maker}.\n`;
    expect(flagsOf(text('Adam Paszke'))).toEqual([]);
  });
});
