import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

/** How sentences are understood, class by class: the true side and the false side of each. */
const engine = loadEngine();
const verdictOf = (claim: string) => engine.verify(claim).verdict;

const CLASSES: Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>> = {
  'ages are dates': {
    right: ['Alan Turing died aged 41.', '克劳德·香农2001年去世，享年84岁。'],
    wrong: ['Alan Turing died aged 61.', '克劳德·香农2001年去世，享年75岁。'],
  },
  'lifespans in brackets': {
    right: ['Alan Turing (1912–1954) proposed the imitation game.', '艾伦·图灵（1912年—1954年）提出了模仿游戏。'],
    wrong: [
      'Alan Turing (* 23/06/1922, † 07/06/1954) proposed the imitation game.',
      '艾伦·图灵（1912年—1964年）提出了模仿游戏。',
    ],
  },
  'what brackets say': {
    right: [
      'Geoffrey Hinton (born 6 December 1947) is a British-Canadian computer scientist.',
      '语言理解基准GLUE（一共九个任务）发布于2018年。',
    ],
    wrong: [
      'Geoffrey Hinton (born 6 December 1957) is a British-Canadian computer scientist.',
      '语言理解基准GLUE（一共二十一个任务）发布于2018年。',
    ],
  },
  'letters of an abbreviation': {
    right: [
      'The P in GPT stands for pre-trained.',
      'GPT里的G指的是Generative。',
      'The "P" in GPT does not stand for "parallel".',
    ],
    wrong: ['The P in GPT stands for parallel.', 'GPT里的G指的是General。'],
  },
  'frames that affirm or deny': {
    right: [
      'It is a myth that PyTorch was developed by Google.',
      '谁也无法否认，PyTorch是Meta开发的。',
      'PyTorch是谷歌开发的，这种说法是错误的。',
    ],
    wrong: [
      'It would not be incorrect to say that PyTorch was developed by Google.',
      '谁也无法否认，PyTorch是谷歌开发的。',
    ],
  },
  'dates in front and in other forms': {
    right: [
      '2025年1月20日，DeepSeek-R1发布。',
      '二〇二五年一月二十日，DeepSeek-R1发布。',
      "Llama 2 came out on 18 July '23.",
    ],
    wrong: [
      '2024年1月20日，DeepSeek-R1发布。',
      '二〇二四年一月二十日，DeepSeek-R1发布。',
      "Llama 2 came out on 18 July '22.",
    ],
  },
  'lists presumed complete': {
    right: ['OpenCV was originally developed by Intel.', '月之暗面由杨植麟等人创立。'],
    wrong: ['OpenCV was originally developed by Microsoft.', 'JAX was developed by Meta.', '月之暗面由王小川创立。'],
  },
  'namesakes told apart by what they are called': {
    right: ['The textbook Deep Learning was published by MIT Press in 2016.'],
    wrong: ["The textbook Deep Learning was published by O'Reilly in 2016."],
  },
};

describe.each(Object.entries(CLASSES))('%s', (_, { right, wrong }) => {
  it.each(right)('true: %s', (claim) => expect(verdictOf(claim)).toBe('SUPPORTED'));
  it.each(wrong)('false: %s', (claim) => expect(verdictOf(claim)).toBe('REFUTED'));
});

describe('what is not said', () => {
  it('an older library is compared with nothing', () => {
    expect(verdictOf('PyTorch has its roots in Torch, an older library that was scripted in Lua.')).not.toBe('REFUTED');
  });

  it('a bracket that nothing explains keeps the rest from being called true', () => {
    expect(
      verdictOf('Hugging Face (set up in 2016 by three German entrepreneurs) began with a chatbot app for teenagers.'),
    ).not.toBe('SUPPORTED');
  });
});
