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
  'the date of an event': {
    right: [
      'John McCarthy organised the Dartmouth workshop in 1956.',
      'DenseNet获得了CVPR 2017最佳论文奖。',
      "IBM's Watson won Jeopardy! in 2011.",
    ],
    wrong: [
      'John McCarthy and his colleagues held the Dartmouth workshop in the summer of 1958.',
      'DenseNet拿下了CVPR 2015最佳论文奖。',
      '2013年，IBM的沃森在电视问答节目《危险边缘》里击败了肯·詹宁斯和布拉德·拉特。',
      'Watson beat the champions Ken Jennings and Ada Byte on Jeopardy! in February 2011.',
    ],
  },
  'whose a thing is': {
    right: [
      "MindSpore is Huawei's deep learning framework.",
      '飞桨是百度的深度学习平台。',
      'Caffe最初是加州大学伯克利分校的项目。',
      "SHRDLU was Terry Winograd's doctoral work at MIT.",
      'GitHub has belonged to Microsoft since 2018.',
    ],
    wrong: [
      "MindSpore is Alibaba's deep learning framework.",
      '飞桨是华为的深度学习平台。',
      '计算机视觉库OpenCV的开发始于1999年，最初是微软研究院的项目。',
      "SHRDLU was Ada Byte's doctoral work at MIT.",
      "Caffe was Andrew Ng's PhD project at Berkeley.",
      'Kaggle, the platform for data science competitions, has belonged to Microsoft since 2017.',
    ],
  },
  'where somebody was when he made it': {
    right: [
      'When Kaiming He wrote the ResNet paper, he was at Microsoft Research.',
      'When Ian Goodfellow invented GANs in 2014, he was at the University of Montreal.',
    ],
    wrong: [
      'When Kaiming He, Xiangyu Zhang, Shaoqing Ren and Jian Sun wrote the ResNet paper, all four were at Google Brain.',
      'When Ian Goodfellow invented GANs in 2014, he was at OpenAI.',
      '引发热潮的“思维链提示”论文发表于2022年，第一作者是OpenAI联合创始人约翰·舒尔曼。',
    ],
  },
  'a result told by games': {
    right: ['AlphaGo won all three games against Ke Jie.', 'AlphaGo在五局比赛中赢了李世石四局。'],
    wrong: [
      "Seoul, March 2016: DeepMind's AlphaGo wins all five games of its match against Lee Sedol.",
      'AlphaGo won three of the five games against Lee Sedol.',
      'AlphaGo五局全胜李世石。',
    ],
  },
  'what a name comes from': {
    right: [
      'YOLO takes its name from the phrase "you only look once".',
      'GPT三个字母分别对应Generative、Pre-trained和Transformer。',
      'The name BERT is derived from "Bidirectional Encoder Representations from Transformers".',
    ],
    wrong: [
      'BLEU gets its name from "basic language evaluation unit".',
      'GPT三个字母分别代表General、Purpose和Transformer。',
      'MS COCO, the detection and captioning data set, takes its name from "Classified Objects Corpus".',
      'BLEU的名字来自“best language evaluation utility”。',
    ],
  },
  'where founders came from': {
    right: [
      'Cohere was set up in 2019 by former Google Brain researchers.',
      'Mistral AI由曾在DeepMind和Meta工作的研究者创办。',
      'Anthropic由一批前OpenAI员工创立。',
    ],
    wrong: [
      'Cohere was set up in 2019 by former DeepMind researchers.',
      'Arthur Mensch, Guillaume Lample and Timothée Lacroix, who all had come from OpenAI, founded Mistral AI in 2023.',
      'Mistral AI是由几位前OpenAI员工在2023年创办的。',
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
  'owners, buyers and parents in other words': {
    right: [
      'LinkedIn has been in the hands of Microsoft since 2016.',
      "Microsoft's GitHub unit is well known.",
      'GitHub changed hands and went to Microsoft.',
      'A controlling stake in Boston Dynamics was sold to Hyundai.',
    ],
    wrong: [
      'LinkedIn has been in the hands of Amazon since 2016.',
      "Google's GitHub unit is well known.",
      'GitHub changed hands and went to Google.',
      'Instagram is owned by Microsoft.',
      'DeepMind was bought by Facebook.',
    ],
  },
  'origins of software and ideas': {
    right: [
      'We owe Caffe to Yangqing Jia.',
      'PyTorch traces its origins to Facebook.',
      'word2vec was hatched at Google by a team around Tomas Mikolov.',
    ],
    wrong: [
      'We owe Caffe to François Chollet.',
      'The credit for Keras goes to Yangqing Jia.',
      'Fei-Fei Li wrote her thesis under the supervision of Geoffrey Hinton.',
    ],
  },
  'prizes handed to several': {
    right: [
      'In October 2024 the Royal Swedish Academy of Sciences gave the physics Nobel to John Hopfield and Geoffrey Hinton.',
    ],
    wrong: [
      'In October 2024 the Royal Swedish Academy of Sciences gave the physics Nobel to Geoffrey Hinton and Yann LeCun.',
      'The ACM handed the 2018 Turing Award to Yoshua Bengio, Andrew Ng and Yann LeCun.',
    ],
  },
  'halves of the Transformer': {
    right: [
      'BERT uses only the encoder half of the Transformer.',
      'T5 keeps both the encoder and the decoder of the original Transformer.',
    ],
    wrong: [
      'BERT uses only the decoder.',
      'GPT models are built from the encoder half of the Transformer, whereas BERT uses only the encoder.',
      'T5 uses only the decoder of the Transformer.',
    ],
  },
  'dates inside names and «around since»': {
    right: [
      'The Turing Award for 1975 was handed to Allen Newell and Herbert Simon.',
      'Whisper has been around since September 2022.',
    ],
    wrong: [
      'The Turing Award for 1975 was handed to Marvin Minsky and John McCarthy.',
      'Whisper has been around since September 2019.',
    ],
  },
  'spin-offs': {
    right: ['SenseTime was spun out of the Chinese University of Hong Kong in 2014.', '寒武纪由中国科学院孵化。'],
    wrong: ['Boston Dynamics is a spin-off of Stanford.', 'Databricks was spun out of Stanford University in 2013.'],
  },
  'people told by their house': {
    right: [
      "Coursera was co-founded by Stanford's Andrew Ng.",
      "Meta's Yann LeCun is well known.",
      'Andrej Karpathy, formerly of Tesla, is well known.',
    ],
    wrong: ["OpenAI's Yann LeCun is well known.", 'Andrej Karpathy, formerly of Apple, is well known.'],
  },
  'projects that grew': {
    right: ['scikit-learn grew out of a 2007 Google Summer of Code project by David Cournapeau.'],
    wrong: [
      'scikit-learn grew out of a 2007 Google Summer of Code project by Wes McKinney.',
      'XGBoost began life as a research project by Tianqi Chen at Stanford.',
    ],
  },
  'books named like what they are about': {
    right: ["'Perceptrons' was written by Marvin Minsky.", 'Perceptrons are linear classifiers.'],
    wrong: ["'Perceptrons' was written by John McCarthy."],
  },
  'places of matches': {
    right: ['Garry Kasparov lost to Deep Blue in New York in May 1997.', 'AlphaGo beat Lee Sedol in Seoul.'],
    wrong: ['Garry Kasparov lost to Deep Blue in Philadelphia in May 1997.', 'AlphaGo beat Lee Sedol in London.'],
  },
  'which holder of a post is meant': {
    right: ['微软亚洲研究院的首任院长是李开复。', '微软亚洲研究院的第三任院长是沈向洋。'],
    wrong: [
      '微软亚洲研究院的首任院长是沈向洋。',
      'The first director of Microsoft Research Asia was Harry Shum.',
      "Google's current CEO is Larry Page.",
    ],
  },
  'what Chinese modifiers belong to': {
    right: ['PyTorch脱胎于用Lua写成的Torch。', 'PaLM 2的后继者是谷歌的Gemini。'],
    wrong: ['阿里巴巴达摩院于2020年3月开源全场景AI计算框架昇思MindSpore。'],
  },
  'clauses that open a Chinese sentence': {
    right: [
      '写出Caffe的贾扬清博士毕业于加州大学伯克利分校。',
      '本科就读于清华、博士毕业于卡内基梅隆大学的杨植麟，2023年创立了月之暗面。',
      '深度求索的背后是量化投资机构幻方，公司位于杭州。',
    ],
    wrong: [
      '写出Caffe的贾扬清博士毕业于斯坦福大学。',
      '计算机视觉库OpenCV起源于1999年谷歌内部的一个研究项目。',
      '1996年2月，深蓝在费城的六局对抗赛中击败了卡斯帕罗夫。',
    ],
  },
  'what two did together': {
    right: ['2014年，古德费洛与本吉奥合作发表论文，提出了生成对抗网络。'],
    wrong: ['1997年，塞普·霍赫赖特与杰弗里·辛顿合作发表论文，提出了后来统治序列建模二十年的LSTM。'],
  },
  'who owns, leads and writes, as journalists say it': {
    right: ['Kaggle在2017年投入了谷歌的怀抱。', '英伟达自成立以来一直由黄仁勋掌舵。'],
    wrong: [
      'Kaggle在2017年投入了微软的怀抱。',
      'TensorFlow的核心代码主要用Rust写成，并向用户提供Python接口。',
      '特斯拉前AI总监Andrej Karpathy在斯坦福读博期间，导师是克里斯托弗·曼宁（Christopher Manning）。',
    ],
  },
  'how things work, in several stretches and behind framing words': {
    right: [
      '判断题：批归一化的要点在于用小批量的均值和方差对激活值做归一化。',
      '梯度提升依次训练每棵树，每棵新树拟合前面所有树的残差。',
      'GAN的生成器试图骗过判别器，判别器则努力分清真假样本。',
      'The idea is that dropout randomly drops neurons during training.',
      'Random forests train each tree on a bootstrap sample and consider only a random subset of features at each split.',
      'Exam question: the sigmoid function maps any real number to a value between 0 and 1.',
    ],
    wrong: ['梯度提升并行训练每棵树。', 'Lasso penalises the squares of the weights.'],
  },
  'who did it with somebody': {
    right: [
      'Larry Page founded Google together with fellow Stanford student Sergey Brin.',
      'Andrew Ng launched, together with Daphne Koller, the online-learning company Coursera.',
      'Dario Amodei and his sister Daniela Amodei founded Anthropic in 2021.',
      '吴恩达与达芙妮·科勒共同创立了Coursera。',
    ],
    wrong: [
      'Larry Page founded Google together with fellow Stanford scientist Andrew Ng.',
      'Arthur Mensch founded Mistral AI in April 2023 together with former Meta researcher Yann LeCun.',
      'word2vec was introduced in 2013 by Tomas Mikolov and his Stanford colleague Christopher Manning.',
      '何恺明在微软亚洲研究院工作期间与吴恩达一起提出了ResNet。',
    ],
  },
  'who did it, wherever he is': {
    right: ['TensorFlow was open-sourced by Google in November 2015.'],
    wrong: ["China's first home-grown deep learning platform, PaddlePaddle, was open-sourced by Alibaba in 2016."],
  },
  'by what means': {
    right: ['RoBERTa improves on BERT by dropping next sentence prediction.'],
    wrong: ['RoBERTa improves on BERT mainly by giving more weight to the next sentence prediction objective.'],
  },
  'nouns that say which figure is meant': {
    right: ['The largest GPT-2 model has 1.5 billion parameters and a context window of 1,024 tokens.'],
    wrong: ['The largest GPT-2 model has 1.5 billion parameters and a context window of 8,192 tokens.'],
  },
  'clauses about different things': {
    right: ['ID3算法依据信息增益挑选划分属性，C4.5则改用增益率。'],
    wrong: ['ID3算法依据增益率挑选划分属性，C4.5则改用基尼指数。'],
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

/** What words can be read as saying of something else is not called wrong; what they plainly say is. */
const DOUBTS: Readonly<Record<string, { readonly open: readonly string[]; readonly wrong: readonly string[] }>> = {
  'a known name within a longer one': {
    open: [
      '赵明远2021年提出“折叠注意力”。',
      '业内常说的“AI四小龙”，指的是四家企业。',
      '王建国2022年提出稀疏卷积注意力。',
    ],
    wrong: ['Transformer是OpenAI在2018年提出的。', '“模仿游戏”是图灵1936年提出来的。'],
  },
  'what a thing has': {
    open: [
      "Kai-Fu Lee set up Microsoft's research lab in Beijing in 1998.",
      'PyTorch由Meta推出，而华为的MindSpore到2020年才开源。',
      "Cortana was Microsoft's voice assistant, launched in 2014.",
    ],
    wrong: ['Microsoft was founded in 1998.', '飞桨由华为开源。'],
  },
  'dates of other events': {
    open: [
      'Ilya Sutskever left in May 2024 and started Safe Superintelligence.',
      '珀尔因提出贝叶斯网络获得2011年图灵奖。',
      '马斯克2023年7月宣布成立xAI。',
      '2013年谷歌收购辛顿与两名学生创办的 DNNresearch。',
      'Only four years passed between the founding of DeepMind and its acquisition by Google in 2014.',
      'Sam Altman is a Stanford dropout who became CEO of OpenAI in 2019.',
      'Demis Hassabis was a chess prodigy who reached master standard at the age of 13.',
    ],
    wrong: ['DeepMind was founded in 2014.', '贝叶斯网络是珀尔在2011年提出的。'],
  },
  'former staff': {
    open: ['2021年，达里奥·阿莫代伊等OpenAI前员工成立了Anthropic。'],
    wrong: ['达里奥·阿莫代伊2021年任职于OpenAI。'],
  },
  'posts of any leader': {
    open: ['Since 2009 Kai-Fu Lee has been head of Sinovation Ventures.', 'Sam Altman is the head of OpenAI.'],
    wrong: ['Kai-Fu Lee is the head of OpenAI.'],
  },
  'figures of a part': {
    open: [
      'Lee Sedol managed to win just one of five games against AlphaGo in Seoul in March 2016.',
      'In Mixtral 8x7B only about 13 of its 47 billion parameters are active for each token.',
      '图灵1954年去世时还差两周满42岁。',
    ],
    wrong: ['AlphaGo beat Lee Sedol 3–2 in March 2016.', '图灵去世时52岁。'],
  },
  'denials of something else': {
    open: ['Keras由肖莱在2015年3月发布，当时他还没有加入谷歌。', 'OpenAI没有公开GPT-4的参数量。'],
    wrong: ['弗朗索瓦·肖莱从未在谷歌工作过。'],
  },
  'names that types alone put together': {
    open: [
      '杨立昆1987年在巴黎第六大学拿到博士学位，随后在辛顿的实验室做博士后。',
      'CUDA appeared a few years after Ian Buck had written Brook at Stanford.',
      'Jensen Huang worked at LSI Logic and AMD before founding Nvidia.',
    ],
    wrong: ['EMNIST is a fashion dataset by Zalando.', 'Nvidia was founded by AMD.'],
  },
  'who of several is meant': {
    open: [
      '围绕它的项目有威廉·法尔肯发起的PyTorch Lightning、杰里米·霍华德等人的fastai，以及微软2020年2月发布的DeepSpeed。',
      '常用的库有谷歌的TensorFlow、Meta的PyTorch和百度在2016年开源的飞桨。',
      "OpenAI's DALL·E 2 and Stable Diffusion generate pictures from text.",
      '卡内基梅隆大学的约翰·麦克德莫特为DEC公司开发的XCON在1980年投入使用。',
      '弗罗因德与沙派尔凭AdaBoost获得2003年哥德尔奖。',
      '2024年，哈萨比斯与约翰·江珀因AlphaFold同大卫·贝克分享诺贝尔化学奖。',
      'Megvii was created in 2011 by three Tsinghua graduates.',
      'Released by the Google Brain team in 2015 as the successor of DistBelief, TensorFlow became popular.',
      'Baidu opened a Silicon Valley AI Lab in 2014.',
      '孙剑2016年离开微软亚洲研究院加入旷视，任首席科学家。',
      '首席技术官米拉·穆拉蒂、前Twitch首席执行官埃米特·谢尔先后任临时CEO。',
      'Anthropic由达里奥·阿莫代伊等一批前OpenAI员工于2021年创立。',
    ],
    wrong: [
      '常用的库有Meta开发的TensorFlow。',
      "Google's PyTorch is a deep learning framework.",
      'DENDRAL由谷歌开发。',
      '旷视由清华大学于2011年创立。',
      'AdaBoost由杨立昆提出。',
      'Megvii was founded by Jian Sun.',
      'Baidu has its headquarters in Shanghai.',
      '孙剑2016年加入百度。',
    ],
  },
};

describe.each(Object.entries(DOUBTS))('%s', (_, { open, wrong }) => {
  it.each(open)('not called wrong: %s', (claim) => expect(verdictOf(claim)).not.toBe('REFUTED'));
  it.each(wrong)('wrong: %s', (claim) => expect(verdictOf(claim)).toBe('REFUTED'));
});

describe('what is not said', () => {
  it('a time that nothing known dates keeps a sentence from being called true', () => {
    expect(verdictOf('Andrej Karpathy moved to Canada in 1990.')).not.toBe('SUPPORTED');
    expect(verdictOf('OpenAI Five beat the Dota 2 world champions OG in 2016.')).not.toBe('SUPPORTED');
  });

  it.each([
    'In knowledge distillation, a small teacher model imitates a large student model.',
    'IoU等于两个框的并集面积除以交集面积。',
    'Average pooling outputs the maximum of each window.',
  ])('roles in each other’s place are not called true: %s', (claim) => {
    expect(verdictOf(claim)).not.toBe('SUPPORTED');
  });

  it('a figure of another case is no wrong figure', () => {
    expect(verdictOf('Transformer的大号模型在WMT 2014英德翻译任务上取得了28.4的BLEU值。')).not.toBe('REFUTED');
  });

  it('an older library is compared with nothing', () => {
    expect(verdictOf('PyTorch has its roots in Torch, an older library that was scripted in Lua.')).not.toBe('REFUTED');
  });

  it('who stands behind a company need not have founded it', () => {
    expect(verdictOf('Behind DeepSeek stands a Hangzhou hedge fund, High-Flyer.')).not.toBe('REFUTED');
  });

  it('a bracket that nothing explains keeps the rest from being called true', () => {
    expect(
      verdictOf('Hugging Face (set up in 2016 by three German entrepreneurs) began with a chatbot app for teenagers.'),
    ).not.toBe('SUPPORTED');
  });

  it('a reason that nothing ties to the honoured keeps an honour from being called right', () => {
    expect(
      verdictOf('For his work on deep convolutional networks Judea Pearl was given the 2011 Turing Award.'),
    ).not.toBe('SUPPORTED');
    expect(verdictOf('朱迪亚·珀尔凭借在强化学习理论上的奠基工作摘得2011年图灵奖。')).not.toBe('SUPPORTED');
    expect(verdictOf('For his work on deep learning, Yann LeCun received the 2018 Turing Award.')).toBe('SUPPORTED');
  });
});

/** Sentences that say several things at once: true ones are called right, and a part that does not hold keeps them open or wrong. */
const DENSE: Readonly<Record<string, { readonly right: readonly string[]; readonly not: readonly string[] }>> = {
  'a founder’s post founds': {
    right: ['Jeremy Howard co-founded FastMail.', '韩松创办了深鉴科技。'],
    not: ['Yann LeCun co-founded FastMail.', '何恺明创办了深鉴科技。'],
  },
  'names alone, of whom a fact ties to the rest': {
    right: [
      'Dario Amodei and his younger sister Daniela are both co-founders of Anthropic.',
      'The EM algorithm was described by Dempster, Laird and Rubin in 1977.',
      '彩票假设由Frankle和Carbin提出。',
    ],
    not: [
      'Before starting Anthropic with his sister Elena, Dario Amodei had been vice president of research at OpenAI.',
      'The EM algorithm was described by Dempster, Laird and Miller in 1977.',
      '彩票假设由Frankle和Vapnik提出。',
    ],
  },
  'people who were of a house before': {
    right: [
      'Paris-based Mistral AI was founded in 2023 by former researchers from DeepMind and Meta.',
      'Cohere was started in 2019 by former Google Brain researchers.',
    ],
    not: [
      'Paris-based Mistral AI was founded in 2023 by former researchers from Amazon and Meta.',
      'Cohere was started in 2019 by ex-Apple engineers.',
    ],
  },
  'lists in which one is wrong': {
    right: [
      'The 2024 Nobel Prize in Chemistry went half to David Baker, the other half to Demis Hassabis and John Jumper.',
      '2024年诺贝尔物理学奖的一半授予霍普菲尔德，另一半授予辛顿。',
      'GloVe was a collaboration between Jeffrey Pennington, Richard Socher and Christopher Manning.',
      'Behind DeepMind stand three founders: Demis Hassabis, Shane Legg and Mustafa Suleyman.',
      'Hinton and LeCun, among others, received the Turing Award of 2018.',
    ],
    not: [
      'One half of the 2024 Nobel Prize in Chemistry went to David Baker, the other half to Demis Hassabis and Shane Legg.',
      '2024年诺贝尔物理学奖的一半授予霍普菲尔德，另一半授予杨立昆。',
      'GloVe was a collaboration between Jeffrey Pennington, Richard Socher and Tomas Mikolov.',
      'Behind DeepMind stand three founders: Demis Hassabis, Shane Legg and David Silver.',
      'In 2011 Watson won against the Jeopardy champions Brad Rutter and James Holzhauer.',
    ],
  },
  'where those named are at home': {
    right: [
      'The NLP library spaCy is maintained by the Berlin company Explosion.',
      'Weka was developed at the University of Waikato in New Zealand.',
      'The first Prolog system was built in Marseille by Alain Colmerauer and Philippe Roussel.',
      '北京的智谱AI发布了ChatGLM-6B。',
      'Chainer是日本公司Preferred Networks推出的框架。',
    ],
    not: [
      'The NLP library spaCy is maintained by the Madrid company Explosion.',
      'Weka was developed at the University of Waikato in Australia.',
      'The first Prolog system was built in Rome by Alain Colmerauer and Philippe Roussel.',
      '上海的智谱AI发布了ChatGLM-6B。',
      'Chainer是韩国公司Naver推出的框架。',
    ],
  },
  'what came before and after': {
    right: [
      'Roughly a month after leaving OpenAI in May 2024, Ilya Sutskever launched Safe Superintelligence Inc.',
      'Jan Leike joined Anthropic after leaving OpenAI in May 2024.',
      'Demis Hassabis earned a PhD at UCL before founding DeepMind.',
    ],
    not: [
      'Roughly a month after leaving Google in May 2024, Ilya Sutskever launched Safe Superintelligence Inc.',
      'Jan Leike joined Anthropic after leaving Apple in May 2024.',
      'Demis Hassabis earned a PhD at UCL after founding DeepMind.',
      'Guido van Rossum worked at Microsoft before joining Google.',
      'Guido van Rossum worked at Google until 2020 before joining Microsoft.',
    ],
  },
};

describe.each(Object.entries(DENSE))('dense sentences: %s', (_, { right, not }) => {
  it.each(right)('right: %s', (claim) => expect(verdictOf(claim)).toBe('SUPPORTED'));
  it.each(not)('not called right: %s', (claim) => expect(verdictOf(claim)).not.toBe('SUPPORTED'));
});
