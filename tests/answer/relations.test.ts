import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { ask, valuesOf } from './answerer.ts';

beforeAll(() => {
  loadEngine();
}, 120_000);

describe('one relation', () => {
  it.each([
    ['Where was Andrej Karpathy born?', ['place/bratislava']],
    ['卡帕西出生在哪里？', ['place/bratislava']],
    ['Who acquired GitHub?', ['organisation/microsoft']],
    ['谁收购了GitHub？', ['organisation/microsoft']],
    ['LSTM有哪些门？', ['technique/forget-gate', 'technique/input-gate', 'technique/output-gate']],
    ['Who was the doctoral advisor of Andrej Karpathy?', ['person/fei-fei-li']],
  ])('answers «%s»', async (question, expected) => {
    expect(await valuesOf(question)).toEqual(expected);
  });

  it('answers in the language of the question', async () => {
    expect((await ask('卡帕西出生在哪里？')).answer).toBe('安德烈·卡帕西出生于布拉迪斯拉发。');
    expect((await ask('Where was Andrej Karpathy born?')).answer).toBe('Andrej Karpathy was born in Bratislava.');
  });

  it('names the sources of every fact', async () => {
    const { facts } = await ask('Who acquired GitHub?');
    expect(facts.length).toBeGreaterThan(0);
    for (const { sources } of facts) expect(sources.length).toBeGreaterThan(0);
  });
});

describe('time', () => {
  it('keeps to the time asked for', async () => {
    expect(await valuesOf('Where did Karpathy work in 2018?')).toEqual(['organisation/tesla']);
    expect(await valuesOf('2018年图灵奖得主是谁？')).toEqual([
      'person/geoffrey-hinton',
      'person/yann-lecun',
      'person/yoshua-bengio',
    ]);
  });

  it('takes the end of a period that the verb speaks of', async () => {
    expect(await valuesOf('When did Karpathy join Tesla?')).toEqual(['June 2017']);
    expect(await valuesOf('When did Karpathy leave Tesla?')).toEqual(['July 2022']);
  });
});

describe('several relations', () => {
  it('follows the nearest first', async () => {
    expect(await valuesOf('Who is the advisor of the author of Attention Is All You Need?')).toContain(
      'person/david-chiang',
    );
    expect(await valuesOf('ImageNet创建者毕业于哪所大学')).toContain('organisation/princeton-university');
  });
});

describe('a false premise', () => {
  it('is corrected, not answered', async () => {
    const answer = await ask('When did Karpathy create PyTorch?');
    expect(answer).toMatchObject({ abstained: true, falsePremise: true, answers: [] });
    expect(answer.answer).toContain('Adam Paszke');
  });
});

describe('what is not known or not understood', () => {
  it.each([
    'What is the favourite colour of Karpathy?',
    'Who is the wife of Karpathy?',
    'Who created Blorptron?',
    'When did Geoffrey Hinton die?',
    '卡帕西最喜欢吃什么？',
  ])('abstains on «%s»', async (question) => {
    expect(await ask(question)).toMatchObject({ abstained: true, answer: null, answers: [], facts: [] });
  });
});
