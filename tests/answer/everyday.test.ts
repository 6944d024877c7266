import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { ask, valuesOf } from './answerer.ts';

beforeAll(() => {
  loadEngine();
}, 120_000);

describe('questions as people type them', () => {
  it.each([
    ['scikit-learn license', 'licence/bsd-3-clause'],
    ['XGBoost作者', 'person/tianqi-chen'],
    ['谁写的caffe', 'person/yangqing-jia'],
    ['which company is behind Claude', 'organisation/anthropic'],
    ['ERNIE是哪家公司的模型', 'organisation/baidu'],
    ['何恺明（Kaiming He）在哪读的博士', 'organisation/chinese-university-of-hong-kong'],
    ['the paper that introduced GPT-3', 'paper/language-models-are-few-shot-learners'],
    ['who is the frist author of Attention Is All You Need', 'person/ashish-vaswani'],
  ])('answers «%s»', async (question, expected) => {
    expect(await valuesOf(question)).toContain(expected);
  });

  it('answers two questions in one, each by itself', async () => {
    const answer = await ask('西瓜书是哪本书，谁写的');
    expect(answer.answers.map(({ entityId }) => entityId)).toContain('person/zhi-hua-zhou');
    expect(answer.answer).toContain('机器学习');
  });
});

describe('what a question takes for granted', () => {
  it.each([
    ['When did Microsoft acquire DeepMind?', 'Google'],
    ["How many parameters does Facebook's BERT have?", 'Google'],
    ['百度的通义千问有多少参数？', '阿里'],
  ])('corrects «%s»', async (question, right) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ falsePremise: true, abstained: true });
    expect(answer.answer).toContain(right);
  });
});

describe('statements in free words', () => {
  it('defines with them', async () => {
    expect((await ask('what does LoRA do')).answer).toContain('low-rank');
    expect((await ask('LoRA的原理是什么？')).answer).toContain('低秩');
  });

  it('says yes or no by what they say and deny', async () => {
    expect(await valuesOf('k-means需要标签吗')).toEqual(['不是']);
    expect(await valuesOf('Does LoRA add inference latency?')).toEqual(['No']);
  });

  it('takes a figure only where it counts what is asked for', async () => {
    expect((await ask('How many games did AlphaGo win against Fan Hui in the second week?')).abstained).toBe(true);
  });
});

describe('choices, names and addresses', () => {
  it.each([
    ['Was BERT developed by Google or OpenAI?', 'organisation/google'],
    ['Gemini是谷歌的还是OpenAI的？', 'organisation/google'],
    ['PaddlePaddle的中文名是什么', 'framework/paddlepaddle'],
    ['arXiv id of Attention Is All You Need?', '1706.03762'],
  ])('answers «%s»', async (question, expected) => {
    expect(await valuesOf(question)).toContain(expected);
  });

  it('says what Chinese abbreviations are taken from', async () => {
    expect((await ask('GAN全称是什么')).answer).toContain('Generative Adversarial');
  });
});

it('offers facts near the question, which share its words, where it abstains', async () => {
  const answer = await ask('What is the batch size of LoRA training?');
  expect(answer.abstained).toBe(true);
  expect(answer.related.map(({ statement }) => statement).join(' ')).toMatch(/batch size|trains/u);
});
