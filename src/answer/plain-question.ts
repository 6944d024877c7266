/** Spellings of chats, by the standard spelling. */
const CHAT: readonly (readonly [RegExp, string])[] = [
  [/\b(who|what|where|when|how|that|there)s\b(?=\s)/giu, "$1's"],
  [/\b(who|what|where|when|how)(?:'|’)?re\b/giu, '$1 are'],
  [/\b(who|what|where|when|how)(?:'|’)d\b/giu, '$1 did'],
  [/\b(did|does|do|is|was|has|are|were)nt\b/giu, "$1n't"],
  [/\byrs?\b/giu, 'year'],
  [/\bparams?\b/giu, 'parameters'],
  [/\b(?:pls|plz)\b/giu, 'please'],
  [/\b(?:abt)\b/giu, 'about'],
  [/\bw\/\s?/giu, 'with '],
  [/\bfull[- ]form\b/giu, 'full form'],
  [/\bph\.?\s?d\.?(?=\s|$|[?,])/giu, 'PhD'],
  [/再(?=哪)/gu, '在'],
  [/咋(?:样)?/gu, '怎么'],
  [/(?:叫|是)?[啥]子?(?=[?？]|$)/gu, '是什么'],
];

/** «supervised and unsupervised learning»: the noun belongs to both. */
const SHARED_NOUNS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(between |compare |is |are )([a-z][a-z-]+) (and|or|from|vs\.?) ([a-z][a-z-]+) (learning|models?|search|methods?|networks?|algorithms?|agents?|attention|clustering|decoding|pooling|regulari[sz]ation|training)\b/giu,
    '$1$2 $5 $3 $4 $5',
  ],
  [
    /(?<=^|[，,：:])(?!\p{Script=Han}{0,4}(?:学习|模型|网络|搜索|注意力|方法|算法)[和与跟])(\p{Script=Han}{1,4})(和|与|跟)(\p{Script=Han}{2,5})(学习|模型|网络|搜索|注意力|方法|算法)(?=之?间?的?(?:主要)?(?:区别|差别|不同|差异|有什么|有啥|有何))/gu,
    '$1$4$2$3$4',
  ],
];

/** Ways of asking for the thing itself: «the name of the company that …» is «the company that …». */
const NAMING: readonly (readonly [RegExp, string])[] = [
  // «released» without more is first released
  [/(?<=\b(?:when|year|date)\b.*)\bthe (?:first|initial|original) versions? of (?=\p{L})/giu, ''],
  [/(?<=[\p{L}\d])的?(?:第一个|第一版|最初的?|首个|最早的?)版本?(?=是?(?:在|于)?(?:什么时候|哪一?年|何时))/gu, ''],
  [/^who (?:currently |now )?(?:leads|heads|runs) (?=(?:the )?\p{Lu})/iu, 'Who is the CEO of '],
  [/^who (?:led|headed|ran) (?=(?:the )?\p{Lu})/iu, 'Who was the CEO of '],
  [
    /\b(?:the )?titles? of (?=(?:the|that|which|an?)\b[^,]*\b(?:paper|article|book|course|work|report|publication)s?\b)/giu,
    '',
  ],
  [
    /(?<!\b(?:full|birth|former|other|original|old|chinese|english|real|last|first|middle|brand|nick|sur|code) ?)\b(?:the )?names? of (?=(?:the|that|those|both|all|an?)\b)/giu,
    '',
  ],
  [/\b(?:goes|go|went) by (?=(?:what|which) name)/giu, 'is called '],
  [
    /(?<=论文|文章|书|课程?|模型|公司|框架|算法|数据集|机构|实验室|团队)的?(?:标题|题目|名字|名称|编号|代号|课号|书名)(?:是|叫)?(?=什么|啥|[?？]|$)/gu,
    '是',
  ],
  [/(?<=[^叫是为])(?:名字|名称)?叫(?:做)?什么(?:名字|来着)?(?=[?？]|$)/gu, '是什么'],
  [/(?<=是)(?:叫|名为)?(?=[?？]?$)/gu, '什么'],
  [/什么(?:东西|玩意儿?)/gu, '什么'],
];

/** What may stand before a question without changing it. */
const BEFORE = [
  '(?:um+|uh+|er+|so|well|ok(?:ay)?|hi|hey|hello|yo|btw|by the way|also|and|please|sorry|excuse me|honestly|just)[,!.:]?',
  '(?:a )?(?:quick|dumb|stupid|simple|random) question[,:.!-]*',
  '(?:just )?(?:curious|wondering)(?: about)?[,:]?',
  "i(?:'m| am) (?:just )?(?:curious|wondering)[,:]?",
  'any (?:idea|clue)',
  '(?:do|does|would|did) (?:you|anyone|anybody|someone|somebody) (?:happen to )?(?:know|remember|recall)',
  '(?:can|could|would|will) (?:you|anyone|someone|somebody) (?:please )?(?:tell|remind|explain to|inform) (?:me|us)(?: of| about)?',
  "i(?:'d| would)? (?:like|want|need|wanna) (?:to )?(?:know|find out|ask|learn)",
  'i (?:wonder|forgot|forget|keep forgetting)',
  '(?:please )?(?:tell|remind) me(?: again| about)?',
  '(?:help|help me)[,:!]',
].join('|');
const EN_ASKS =
  '(?:who|what|which|when|where|why|how|whose|whom|in|on|at|by|from|since|until|under|is|are|was|were|does|do|did|the|if|whether)';
const BEFORE_EN = new RegExp(`^\\s*(?:${BEFORE})\\s+(?=${EN_ASKS}\\b)`, 'iu');
const BEFORE_HAN = new RegExp(
  '^\\s*(?:你好|您好|嗨|嘿|那个|话说|对了|顺便(?:问一?下|问问)?|麻烦问一?下|请教一?下|请问(?:一下|各位|大家)?|求问|求助|弱弱地?问一?下|小白问一?下|' +
    '(?:有没有人|有人|你|您|大家|谁|各位)(?:知道|知不知道|记得|还记得|了解|清楚)|我?(?:就|很|一直)?(?:想|想要)(?:知道|问(?:一?下|问)?|了解(?:一?下)?|请教(?:一?下)?)|我?忘了|' +
    '(?:能不能|能否|能|可以|可否|请|麻烦)?(?:帮我?|跟我)?(?:告诉我?|说一?下|查一?下|查查|讲一?下|科普一?下|解释一?下(?=什么|啥|为|怎)|说明一?下(?=什么|为|怎))(?:一下)?)[,，:：!！]?\\s*(?=.{4})',
  'u',
);
const AFTER_EN =
  /[\s,]*(?:\b(?:please|thanks|thank you|thx|again|in (?:plain|simple|layman'?s?|other|a few) (?:words|terms|english|language)|(?:like|as if) i'?(?:m| am| were) (?:five|5|a (?:child|kid|beginner))|eli5|in a nutshell|briefly|in short|in one sentence|for (?:dummies|beginners)|btw|by the way|exactly|anyway|though|actually|do you know)\b[\s.!,]*)+(?=[?？]?\s*$)/iu;
const AFTER_HAN =
  /[\s，,]*(?:谢谢|多谢|来着|求解|求告知|谢了|你知道吗|知道吗|呀|啊|哦|噢|呢|哈|嘛|咧|哇|啦|捏|～|~)+(?=[?？。!！]*\s*$)/u;
/** A full stop before another sentence: the question is the last one. */
const SENTENCE_END = /(?<=[。！!；;?？\n]|(?<!\b(?:[A-Z]|vs|Dr|Mr|Ms|Mrs|Prof|al|St|No))\.(?=\s+[A-Z]))\s*/u;

/** A question in standard spelling, without chat around it. The words that carry its meaning stay as they are. */
export function plainQuestion(text: string): string {
  let plain = text.trim().replace(/\s+/gu, ' ');
  for (const [pattern, standard] of CHAT) plain = plain.replace(pattern, standard);
  plain = withoutFrame(plain) || plain;
  for (const [pattern, standard] of NAMING) plain = plain.replace(pattern, standard);
  for (const [pattern, standard] of SHARED_NOUNS) plain = plain.replace(pattern, standard);
  return plain.trim();
}

function withoutFrame(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(BEFORE_EN, '').replace(BEFORE_HAN, '').replace(AFTER_EN, '').replace(AFTER_HAN, '').trimStart();
  }
  // «你知道…是谁吗» asks who, not whether
  const framed = text.slice(0, Math.max(0, text.length - bare.length)).trim() !== '';
  return framed && /谁|什么|哪|多少|几|何/u.test(bare) ? bare.replace(/[吗么](?=[?？。\s]*$)/u, '') : bare;
}

/** The sentence that asks, and what is said before it. */
export function splitContext(text: string): { readonly context: string; readonly asked: string } {
  const sentences = text.split(SENTENCE_END).filter((sentence) => /\p{L}/u.test(sentence));
  const asked = sentences.at(-1) ?? text;
  const context = sentences.slice(0, -1).join(' ');
  return { context, asked: context === '' ? text : asked.trim() };
}

const PRONOUNS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/\b(?:its|his|her|their)\b/iu, (name) => `${name}'s`],
  [/\b(?:it|he|she|they|him|them|this|that)\b(?!\s+(?:that|who|which)\b)/iu, (name) => name],
  [
    /(?:他|她|它)们?|(?<!尤|与|极)其(?!中|他|它|实)|这(?:个|款|篇|家|位)?(?:模型|公司|框架|论文|人|机构|算法|工具|项目)/u,
    (name) => name,
  ],
];

/** The question with its first pronoun replaced by what was named before it. */
export function withoutPronoun(asked: string, name: string): string {
  for (const [pattern, replacement] of PRONOUNS)
    if (pattern.test(asked)) return asked.replace(pattern, replacement(name));
  return asked;
}
