import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { ask, valuesOf } from './answerer.ts';

beforeAll(() => {
  loadEngine();
}, 120_000);

describe('why and how', () => {
  it.each([
    ['Why was LSTM invented?', 'vanishing gradient'],
    ['为什么要做批归一化？', '内部协变量偏移'],
    ['How does RAG reduce hallucinations?', 'documents'],
    ['对比学习是怎么训练的？', '正样本'],
    ['Why do transformers need positional encodings?', 'order'],
    ['为什么ResNet要用残差连接？', '梯度消失'],
    ['Why did Geoffrey Hinton leave Google?', 'speak freely'],
    ['辛顿为什么离开谷歌？', '自由'],
  ])('answers «%s» with a statement that says so', async (question, said) => {
    const answer = await ask(question);
    expect(answer.answer).toContain(said);
    expect(answer.facts.length).toBeGreaterThan(0);
  });

  it.each(['怎么用PyTorch训练一个模型？', 'How do I install TensorFlow?', 'Why is softmax popular among bakers?'])(
    'does not answer «%s»',
    async (question) => {
      expect((await ask(question)).answer).toBeNull();
    },
  );

  it('tells merits from faults', async () => {
    const merits = (await ask('决策树的优点有哪些？')).answer;
    const faults = (await ask('What are the drawbacks of k-means?')).answer;
    expect(merits).not.toContain('过拟合');
    expect(faults).toContain('sensitive');
  });
});

describe('differences', () => {
  it('names the traits in which two things part', async () => {
    expect((await ask('BERT和GPT有什么不同？')).answer).toContain('BERT采用仅编码器架构，而GPT采用仅解码器架构。');
    expect((await ask('How does Q-learning differ from SARSA?')).answer).toContain('off-policy, while');
  });

  it('says who made each where nothing else tells them apart', async () => {
    const { answer } = await ask("What's the difference between PyTorch and TensorFlow?");
    expect(answer).toMatch(/PyTorch was developed by .*Meta.*, while TensorFlow was developed by .*Google/u);
  });

  it('does not set people against each other', async () => {
    expect((await ask('What is the difference between Geoffrey Hinton and Yann LeCun?')).answer).toBeNull();
  });
});

describe('what two things have to do with each other', () => {
  it('names what they founded together before anything else', async () => {
    expect((await ask('吴恩达和达芙妮·科勒是什么关系？')).answer).toMatch(/^Coursera由吴恩达和达芙妮·科勒创立。/u);
  });

  it('shares no prizes of different years', async () => {
    expect((await ask('吴恩达和达芙妮·科勒是什么关系？')).answer).not.toContain('计算机与思想奖');
  });
});

describe('nouns and figures', () => {
  it.each([
    ['How many attention heads does BERT-large use?', '16'],
    ['How many classes are there in CIFAR-100?', '100 classes.'],
    ['LLaMA 2最大有多少参数？', '700亿'],
    ['When was the first version of Keras released?', 'March 2015'],
  ])('answers «%s»', async (question, said) => {
    expect((await ask(question)).answer).toContain(said);
  });

  it('reads a noun that belongs to two words with both', async () => {
    const { answer } = await ask('What is the difference between supervised and unsupervised learning?');
    expect(answer).toContain('labelled');
    expect((await ask('监督与无监督学习的区别')).answer).toContain('无标签');
  });
});

describe('families of models', () => {
  it.each([
    ['What is the latest model in the Llama family?', 'model/llama-4'],
    ["What was OpenAI's first GPT model?", 'model/gpt-1'],
    ['Qwen系列最新的模型是哪个？', 'model/qwen3'],
  ])('answers «%s»', async (question, expected) => {
    expect((await ask(question)).answers.map(({ entityId }) => entityId)).toContain(expected);
  });
});

describe('words that belong together', () => {
  it('follows the noun that a name is joined to first', async () => {
    expect((await ask('Where did the founder of DeepMind study for his PhD?')).answer).toContain('University College');
    expect((await ask('AlexNet的第一作者后来在哪家公司工作？')).answer).toContain('谷歌');
  });
});

describe('who else and who leads', () => {
  it.each([
    ['Who co-founded Coursera with Andrew Ng?', ['person/daphne-koller']],
    ['谁和辛顿一起获得了图灵奖？', ['person/yann-lecun', 'person/yoshua-bengio']],
    ['Who leads Google DeepMind?', ['person/demis-hassabis']],
    ['谷歌的CEO是谁？', ['person/sundar-pichai']],
  ])('answers «%s»', async (question, expected) => {
    expect(await valuesOf(question)).toEqual(expected);
  });

  it('gives nobody where the one named is not among them', async () => {
    expect((await ask('Who founded OpenAI with Andrew Ng?')).falsePremise).toBe(true);
  });

  it('does not take names in common for an answer', async () => {
    expect((await ask('What did Sam Altman think when he met Elon Musk for the first time?')).answer).toBeNull();
  });
});

describe('wording', () => {
  it('says a premise as a sentence of its own', async () => {
    const { answer } = await ask('吴恩达为什么要发明Transformer？');
    expect(answer).toMatch(/^问题的前提不成立：它假定Transformer由吴恩达提出，事实并非如此。/u);
  });

  it('puts titles in the marks of the language', async () => {
    expect((await ask('李沐写过哪些书？')).answer).toContain('《动手学深度学习》');
    expect((await ask('How many authors does Attention Is All You Need have?')).answer).toBe(
      '“Attention Is All You Need” has 8 authors.',
    );
  });

  it('counts people as people', async () => {
    expect((await ask('图灵奖2018年有几位获奖者？')).answer).toMatch(/^共3位：/u);
  });
});
