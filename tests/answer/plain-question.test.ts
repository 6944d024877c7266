import { describe, expect, it } from 'vitest';
import { plainQuestion, splitContext, withoutPronoun } from '../../src/answer/plain-question.ts';

describe('plainQuestion', () => {
  it.each([
    ['whos the ceo of hugging face', "who's the ceo of hugging face"],
    ['Do you know who created Keras?', 'who created Keras?'],
    ['quick question: what yr did it come out', 'what year did it come out'],
    ['请问一下，PyTorch是谁开发的呀？', 'PyTorch是谁开发的？'],
    ['你知道PyTorch是谁开发的吗？', 'PyTorch是谁开发的？'],
    ['title of the paper that introduced GPT-3', 'the paper that introduced GPT-3'],
    ["what's LoRA in plain words?", "what's LoRA?"],
  ])('takes the chat from «%s»', (typed, plain) => {
    expect(plainQuestion(typed)).toBe(plain);
  });

  it.each(['What is the full name of BERT?', 'Who is Yann LeCun?', 'PyTorch是谷歌开发的吗？', 'why'])(
    'leaves «%s» as it is',
    (question) => {
      expect(plainQuestion(question)).toBe(question);
    },
  );
});

it('finds the sentence that asks, and resolves what it leaves to a pronoun', () => {
  const { context, asked } = splitContext('FAIR was set up in 2013. Who was its founding director?');
  expect(context).toBe('FAIR was set up in 2013.');
  expect(withoutPronoun(asked, 'FAIR')).toBe("Who was FAIR's founding director?");
  expect(withoutPronoun('他的导师是谁？', '卡帕西')).toBe('卡帕西的导师是谁？');
});

it('takes no abbreviation for the end of a sentence', () => {
  expect(splitContext('Who advised Andrew Y. Ng?').context).toBe('');
});
