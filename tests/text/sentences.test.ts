import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { anyText } from './support.ts';

const split = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it.each([
    [['他出生于1986年。', '他在Google工作！', '是吗？', '是的；没错。']],
    [['“他来了。”', '她说。']],
    [['PyTorch 2.0 was released in 2023.', 'It is fast!', 'Is it?', 'Yes.']],
    [['Dr. J. Schmidhuber met Prof. Y. LeCun, G. E. Hinton et al. in the U.S. state of N.Y. in 2015.', 'They talked.']],
    [['He has a Ph.D. from Stanford.', 'He joined OpenAI Inc. in 2015.']],
    [['He works at OpenAI Inc.', 'He left Google.']],
    [['See Fig. 3, No. 5 and e.g. Theano vs. Keras, i.e. libraries.', 'No.', 'It is not.']],
    [['It lives at https://a.b/c.html?x=1.y and arxiv.org.', 'Node.js runs it.']],
    [['He said "It works." Then he left.']],
    [['(He left in 2017.)', 'He came back.']],
    [['Wait... what is it?', 'GAN、RNN……这些都是模型。']],
    [['GPT-3.5有1750亿个参数。', '版本v2.0.1发布了。', 'Transformer由Google提出!', '很快']],
    [['1. He is first.', '2. He is second.']],
    [['TensorFlow（由Google开发。开源）是框架。', '（注意：仅供参考。）']],
    [['It was made by Meta AI (then FAIR).', '它很快。']],
    [['Yahoo! bought it.', 'A.I. is broad.']],
  ])('splits %j', (sentences) => {
    const quoted = sentences[0]?.startsWith('He said');
    expect(split(sentences.join(' '))).toEqual(quoted ? ['He said "It works."', 'Then he left.'] : sentences);
  });

  it('splits at line breaks and drops stretches without letters', () => {
    expect(split('first\nsecond\n---\n。。\n三')).toEqual(['first', 'second', '三']);
  });

  it.each([
    ['PyTorch由Facebook AI Research开发', 'zh'],
    ['Andrej Karpathy（安德烈·卡帕西）is a computer scientist born in Slovakia', 'en'],
    ['使用dropout、batch normalization等', 'zh'],
    ['TensorFlow', 'en'],
    ['Attention Is All You Need是Transformer的论文', 'zh'],
    ['1986年', 'zh'],
  ])('tells the language of %j', (text, language) => {
    expect(splitSentences(text)[0]?.language).toBe(language);
  });

  it('covers every letter, in order, without surrounding white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
