import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

/** Sentences about the real knowledge whose verdict nobody would dispute. */
const engine = loadEngine();

describe('true sentences', () => {
  it.each([
    'GPT-3 has about 175 billion parameters.',
    'GPT-3 has over 100 billion parameters.',
    'GPT-2 has 1.5 billion parameters.',
    'Yann LeCun received the Turing Award in 2018.',
    'Yoshua Bengio, Geoffrey Hinton and Yann LeCun received the 2018 Turing Award.',
    'The Transformer was introduced in 2017 by researchers at Google.',
    'BERT stands for Bidirectional Encoder Representations from Transformers.',
    'DeepMind was acquired by Google in 2014.',
    'Demis Hassabis is the CEO of Google DeepMind.',
    'Caffe was created by Yangqing Jia at UC Berkeley.',
    'Python was created by Guido van Rossum.',
    'TensorFlow was released before PyTorch.',
    'DeepMind比OpenAI成立得更早。',
    'Georgi Gerganov, a Bulgarian developer, started llama.cpp.',
    'AlexNet won the ImageNet competition in 2012.',
    'ResNet was proposed by Kaiming He and colleagues at Microsoft Research in 2015.',
    'Andrej Karpathy was born in Slovakia.',
    'Andrej Karpathy founded Eureka Labs in 2024.',
    'Coursera was founded by Andrew Ng and Daphne Koller.',
    'arXiv is operated by Cornell University.',
    'Alan Turing was born in 1912 in London.',
    'In 2015, Google released TensorFlow.',
    'XGBoost was created by Tianqi Chen.',
    'scikit-learn is written in Python.',
    'Mistral AI is based in Paris.',
    'ChatGPT was released in November 2022.',
    'PyTorch was never developed by Google.',
    'It is false that PyTorch was developed by Google.',
    'GPT-3拥有超过1000亿个参数。',
    'GPT-2有15亿参数。',
    'GPT-3有一千七百五十亿个参数。',
    '《深度学习》一书由Ian Goodfellow、Yoshua Bengio和Aaron Courville合著。',
    'Sam Altman是OpenAI的首席执行官。',
    'OpenAI成立于2015年12月。',
    'TensorFlow于2015年11月开源。',
    '谷歌于2015年发布了TensorFlow。',
    '贾扬清在加州大学伯克利分校开发了Caffe。',
    'ResNet由何恺明等人提出。',
    '卡帕西出生于布拉迪斯拉发。',
    '卡帕西曾担任特斯拉的人工智能总监。',
    'AlphaGo在2016年击败了李世石。',
    '李飞飞和吴恩达都在斯坦福大学任教。',
    'Theano由蒙特利尔大学开发。',
    'ICML是一年一度的会议。',
  ])('are supported: «%s»', (claim) => {
    const { verdict, claims } = engine.verify(claim);
    expect(verdict).toBe('SUPPORTED');
    for (const { evidence } of claims.filter(({ negated }) => !negated)) expect(evidence.length).toBeGreaterThan(0);
  });
});

describe('false sentences', () => {
  it.each([
    ['GPT-3 has more than 300 billion parameters.', /175 billion/u],
    ['Andrew Ng won the Turing Award in 2018.', /Hinton/u],
    ['The Transformer was introduced by OpenAI in 2018.', /Google/u],
    ['"Attention Is All You Need" was written by Andrej Karpathy.', /Vaswani/u],
    ['LSTM stands for Long Short-Term Machine.', /Long Short-Term Memory/u],
    ['DeepMind was acquired by Microsoft.', /Google/u],
    ['OpenAI was founded in 2012.', /2015/u],
    ['Caffe was created by Soumith Chintala.', /Yangqing Jia/u],
    ['PyTorch is a programming language.', /deep learning framework/u],
    ['Andrej Karpathy was born in Switzerland.', /Bratislava/u],
    ['Andrej Karpathy worked at Tesla in 2013.', /2017/u],
    ['Alan Turing died in 1964.', /1954/u],
    ['AlphaGo defeated Ke Jie in 2016.', /2017/u],
    ["Karpathy's PhD advisor was Andrew Ng.", /Fei-Fei Li/u],
    ['Stable Diffusion was released by OpenAI.', /Stability AI/u],
    ['DALL-E was developed by Google.', /OpenAI/u],
    ['NeurIPS is held every two years.', /annual/u],
    ['《深度学习》一书的作者是李飞飞。', /古德费洛/u],
    ['PyTorch是谷歌开发的吗？', /Meta/u],
    ['Guido van Rossum没有创建Python。', /吉多·范罗苏姆/u],
    ['ResNet由李飞飞提出。', /何恺明/u],
    ['吴恩达获得了2018年图灵奖。', /辛顿/u],
    ['Coursera由李飞飞创立。', /吴恩达/u],
    ['Keras的作者是贾扬清。', /肖莱/u],
    ['word2vec由OpenAI开发。', /谷歌/u],
    ['ChatGPT于2021年发布。', /2022/u],
    ['Mistral AI总部位于柏林。', /巴黎/u],
    ['Geoffrey Hinton is younger than Yoshua Bengio.', /1947/u],
    ['GPT-2比GPT-3参数更多。', /1750亿/u],
    ['马斯克从未参与OpenAI的创立。', /埃隆·马斯克/u],
    ['李宏毅是香港大学的教授。', /台湾大学/u],
    ['卡帕西的博士导师是吴恩达。', /李飞飞/u],
  ])('are refuted with the right value: «%s»', (claim, correct) => {
    const { verdict, correction, claims } = engine.verify(claim);
    expect(verdict).toBe('REFUTED');
    expect(correction).toMatch(correct);
    const refuted = claims.filter((part) => part.verdict === 'REFUTED');
    expect(refuted.every(({ evidence }) => evidence.some(({ sources }) => sources.length > 0))).toBe(true);
  });
});

describe('open sentences', () => {
  it.each([
    'NeurIPS 2031 will be held in Vancouver.',
    'Kaggle比其他平台的题目质量更高。',
    'Fei-Fei Li is the most inspiring speaker of her generation in computer vision.',
    'A researcher trained a small GPT in 2023.',
    'Who developed PyTorch?',
    'Zorblax Quimby created Torchlet.',
    'Karpathy likes green tea.',
    '卡帕西喜欢绿茶。',
    '人工智能将在十年内超越人类。',
  ])('are left open: «%s»', (claim) => {
    expect(engine.verify(claim).verdict).toBe('NOT_ENOUGH_INFO');
  });
});
