import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { ask, valuesOf } from './answerer.ts';

beforeAll(() => {
  loadEngine();
}, 120_000);

describe('yes or no', () => {
  it.each([
    ['Did Karpathy work at Tesla?', 'Yes'],
    ['Was PyTorch created by Google?', 'No'],
    ['PyTorch是谷歌开发的吗？', '不是'],
    ['卡帕西是不是出生于1986年？', '是的'],
    ['Is PyTorch open source?', 'Yes'],
    ['卡帕西还在特斯拉工作吗？', '不是'],
  ])('answers «%s» with %s', async (question, expected) => {
    expect(await valuesOf(question)).toEqual([expected]);
  });
});

describe('comparisons', () => {
  it.each([
    ['Which is older, Keras or PyTorch?', 'framework/keras'],
    ['TensorFlow和PyTorch哪个发布得更早？', 'framework/tensorflow'],
    ['Who is older, Geoffrey Hinton or Yann LeCun?', 'person/geoffrey-hinton'],
    ['Which model has more parameters, GPT-2 or GPT-3?', 'model/gpt-3'],
  ])('answers «%s»', async (question, expected) => {
    expect(await valuesOf(question)).toEqual([expected]);
  });

  it('does not judge which is better', async () => {
    expect(await ask('Which is better, PyTorch or TensorFlow?')).toMatchObject({ abstained: true });
  });
});

describe('counts and figures', () => {
  it('counts a complete list', async () => {
    expect(await valuesOf('How many founders does OpenAI have?')).toEqual(['11']);
    expect((await ask('OpenAI有多少位创始人？')).answer).toMatch(/^共11位：/u);
  });

  it('says «at least» where the list may lack something', async () => {
    expect((await ask('How many companies has Elon Musk founded?')).answer).toMatch(/^At least \d+ are known/u);
  });

  it('gives the preferred figure', async () => {
    expect(await valuesOf('How many parameters does GPT-3 have?')).toEqual(['175 billion parameters']);
  });
});

describe('posts', () => {
  it('gives who holds it now unless the past is asked for', async () => {
    expect(await valuesOf('Who is the CEO of OpenAI?')).toEqual(['person/sam-altman']);
    expect(await valuesOf('特斯拉的AI总监曾经是谁？')).toEqual(['person/andrej-karpathy']);
  });

  it('gives the post itself', async () => {
    expect(await valuesOf("What was Karpathy's role at Tesla?")).toEqual(['role/director-of-ai']);
  });
});

describe('definitions, expansions, connections', () => {
  it('describes what is named', async () => {
    expect((await ask('GAN是什么？')).answer).toContain('生成器');
    expect((await ask('What does LSTM stand for?')).answer).toBe('LSTM stands for Long Short-Term Memory.');
  });

  it('finds a way between two things', async () => {
    const { facts, plan } = await ask('How are Karpathy and Hinton connected?');
    expect(plan.type).toBe('connection');
    expect(facts.length).toBeGreaterThan(0);
  });
});

describe('several things at once', () => {
  it('answers who and when', async () => {
    const values = await valuesOf('LSTM是谁在哪一年提出的？');
    expect(values).toEqual(['1997年', 'person/jurgen-schmidhuber', 'person/sepp-hochreiter']);
  });

  it('leaves out what is said to be left out', async () => {
    expect(await valuesOf('除了马斯克，OpenAI还有哪些创始人？')).not.toContain('person/elon-musk');
  });
});
