import type { Language } from '../knowledge/model.ts';

/** What a question asks for, as its question word tells. */
export type Asked =
  | 'who'
  | 'where'
  | 'when'
  | 'until-when'
  | 'thing'
  | 'number'
  | 'amount'
  | 'duration'
  | 'age'
  | 'frequency'
  | 'reason'
  | 'manner'
  | 'list';

export interface QuestionWord {
  readonly asked: Asked;
  readonly start: number;
  readonly end: number;
}

/** The question words of both languages, the longest first where one begins another. Matched on folded text. */
const WORDS: Readonly<Record<Language, readonly (readonly [Asked, RegExp])[]>> = {
  en: [
    [
      'number',
      /\bhow (?:many|much)(?: of)?(?: different| distinct)?\b|\bwhat (?:number|count) of\b|\bcount (?:of|the)\b/gu,
    ],
    ['duration', /\b(?:for )?how long\b|\b(?:for )?how many (?:years|months)\b/gu],
    ['frequency', /\bhow (?:often|frequently)\b/gu],
    ['age', /\bhow old\b/gu],
    ['amount', /\bhow (?:large|big|deep)\b/gu],
    ['until-when', /\b(?:until|till) when\b|\b(?:until|till|up to) (?:what|which) (?:year|date|day|month)\b/gu],
    [
      'when',
      /\b(?:since |from )?when\b|\b(?:in |on |since |from |by )?(?:what|which) (?:calendar )?(?:year|date|day|month|time|years)\b(?: of)?/gu,
    ],
    ['where', /\b(?:from )?where\b/gu],
    ['who', /\b(?:by |from |to |under |with )?(?:whom|who|whose)\b(?: all)?|\b(?:which|what) (?:people|persons?)\b/gu],
    ['manner', /\bhow\b/gu],
    [
      'reason',
      /\bwhy\b|\bfor what reasons?\b|\bwhat (?:made|led|caused|drove|prompted|motivated|inspired)\b|\bhow come\b/gu,
    ],
    ['thing', /\b(?:which|what)(?:'s| else)?\b/gu],
    [
      'list',
      /^\W*(?:please )?(?:can you |could you )?(?:list|name|enumerate|explain|describe|define|introduce|give me|show me|tell me|find)(?: me)?(?: about)?(?: all| some| every)?(?: of)?(?: the)?\b/gu,
    ],
  ],
  zh: [
    ['duration', /多久(?!举|召|颁|一)|多长时间|多少年|几年(?!一)/gu],
    [
      'number',
      /多少(?:个|种|位|名|家|篇|本|门(?!控)|项|款|次|张)?|(?<!哪)几(?:个|种|位|名|家|篇|本|项|款|次|所|部|座|大|届|代)|几(?=[门层类人])/gu,
    ],
    ['frequency', /多久(?:举办|举行|召开|颁发|颁)?一(?:次|届)|隔多久|(?:什么|何种)频率|几年一(?:次|届)/gu],
    ['age', /多大(?:年纪|年龄|岁数)?了?|几岁|多少岁/gu],
    ['amount', /多(?:长|深|高|宽)/gu],
    ['until-when', /(?:直到|到|截至|截止到?)(?:什么时候|哪一?年|何时|几时)(?:为止)?/gu],
    [
      'when',
      /(?:在|于|自|从)?(?:(?:大约)?(?:哪一?年(?:哪个?月)?|何年(?:何月)?|什么(?:时候|时间|年份|日期|年代|日子)|何时|几时|哪(?:一)?天|几月几[日号]|几月|哪个(?:月|年份|时间|日期)|几几年|哪年哪月))/gu,
    ],
    [
      'where',
      /(?:在|到|去|从|于)?(?:哪里|哪儿|何处|何地|什么(?:地方|地点)|哪个地方)|(?<=在)哪(?=[?？]|$|[工上读任])/gu,
    ],
    ['who', /谁|何人|哪(?:些|几)?(?:位|个)?人(?!工)|哪几?位|(?:都)?有谁|什么人(?!工)/gu],
    ['reason', /为什么|为何|为啥|什么原因|因何/gu],
    ['manner', /怎么样?|如何|怎样/gu],
    [
      'thing',
      /哪(?:一|几|两|三)?(?:所|家|个|些|种|门|款|本|篇|项|类|部(?![分门])|座|支|场|届|套|条|样)?|干什么(?=用)|什么|何种|干[嘛吗]|啥(?:玩意)?/gu,
    ],
    ['list', /^(?:请)?(?:帮我)?(?:列出|列举|举出|说出|给出|告诉我|介绍(?:一下|下)?|说说)(?:一下)?(?:所有|全部)?的?/gu],
  ],
};

/** Finds the question words of a folded text, left to right, without overlaps. */
export function findQuestionWords(folded: string, language: Language): QuestionWord[] {
  const found: QuestionWord[] = [];
  const order: readonly Language[] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  for (const each of order) {
    for (const [asked, pattern] of WORDS[each]) {
      for (const match of folded.matchAll(pattern)) {
        const word = { asked, start: match.index, end: match.index + match[0].length };
        if (match[0] !== '' && !found.some((other) => word.start < other.end && other.start < word.end))
          found.push(word);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Superlatives: which of several is meant, by beginning or by size. */
export type Pick = 'first' | 'last' | 'largest' | 'smallest';

const PICKS: Readonly<Record<Pick, readonly [en: string, zh: string]>> = {
  first: [
    'first|earliest|oldest|initial|1st',
    '最早|第一个|第一位|第一任|第一款|第一家|首个|首位|首任|首款|首家|最老|最古老|第一份|第一所|首次|年纪最大|最年长',
  ],
  last: [
    'last|latest|newest|youngest|most recent|most recently',
    '最新|最近|最后|最晚|最年轻|最后一个|最后一任|最后一位|最新的一个|最近一次',
  ],
  largest: [
    'largest|biggest|deepest|longest|highest|most parameters|most',
    '最大|最多|最深|最长|最高|参数最多|参数量最大',
  ],
  smallest: ['smallest|fewest|least|shallowest|shortest|lowest', '最小|最少|最浅|最短|最低'],
};

/** Comparatives: which end of the scale is asked for («older» than: the one that began first). */
const COMPARATIVES: Readonly<Record<Pick, readonly [en: string, zh: string]>> = {
  first: [
    'older|earlier|first|before|sooner|came first',
    '年纪更大|年纪大|年龄更大|年龄大|岁数更大|更早|早|更老|更年长|年长|较早|先|大几岁|更古老|最早|岁数大|年纪大|之前',
  ],
  last: [
    'newer|later|younger|after|more recent|more recently|last',
    '年纪更小|年纪小|年龄更小|年龄小|更晚|晚|更新|更年轻|年轻|较晚|后|最晚|之后',
  ],
  largest: ['larger|bigger|more|deeper|higher|longer', '更大|大|更多|多|更深|深|更长|长|最大|最多'],
  smallest: ['smaller|fewer|less|shallower|lower|shorter', '更小|小|更少|少|更浅|更短'],
};

export interface PickWord {
  readonly pick: Pick;
  readonly start: number;
  readonly end: number;
}

export const findPicks = finder(PICKS);
export const findComparatives = finder(COMPARATIVES);

function finder(table: Readonly<Record<Pick, readonly [string, string]>>): (folded: string) => PickWord[] {
  const patterns = Object.entries(table).map(([pick, [en, zh]]): [Pick, RegExp] => {
    const longest = (list: string) =>
      list
        .split('|')
        .sort((a, b) => b.length - a.length)
        .join('|');
    return [pick as Pick, new RegExp(`\\b(?:${longest(en)})\\b|(?:${longest(zh)})`, 'gu')];
  });
  return (folded) =>
    patterns
      .flatMap(([pick, pattern]) =>
        [...folded.matchAll(pattern)].map((match) => ({
          pick,
          start: match.index,
          end: match.index + match[0].length,
        })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Words of questions that carry no content of their own. */
const LIGHT = new Set(
  (
    'please kindly tell me know do you can could would name named called exactly actual actually known well famous all ' +
    'any some other others currently now today ever then there it him her them people made kind type exact ' +
    'official full complete main original originally total many much one ones list give show say us i want like to so ' +
    'et al present actual hey hi hello ok okay question about regarding following different various single real ' +
    'billion million trillion version versions variant variants guy guys folks dude lady someone somebody thing things stuff current whole entire overall mid early late beginning middle around roughly ' +
    'approximately approx really again just even only up ended end finally eventually back off down renowned legendary respectively ' +
    'first time times year years date day month place happened happen does have has had been be is are was were did the a an ' +
    'mean means meaning been get got come came same still currently later before after since until during who whom that which both either or and'
  ).split(' '),
);
const LIGHT_HAN =
  /^(?:请问|请|问|意思|含义|指的|指|拿|拿的|得的|得到|获|攻|的是|一下|你|我|知道|告诉|想|了解|吗|呢|啊|呀|吧|的|了|着|过|是|在|有|都|也|就|又|被|由|和|与|及|个|位|名|种|款|家|所|门|本|篇|项|部|些|最早|首次|第一次|分别|目前|现在|如今|当时|当年|主要|总共|一共|共|全部|所有|这|那|该|其|它|他|她|之|于|为|叫|叫做|做|里|中|上|年|时候|时间|谁|什么|哪|人|一|两|几|等|曾|曾经|到底|究竟|具体|大概|大约|来着|么|哦|嘛|属于|到|从|对|把|给|用|以|个人|方面|其中|之中|当中|出|出来|起来|下|上面|世界|全球|著名|知名|这个|那个|这些|那些|版本|型号|那个版本|这个版本|东西|大神|大佬|老师|先生|女士|同学|那位|这位|那篇|这篇|那家|这家|那门|这门|那款|这款|那本|这本|背后|截止|截至|截止到|底|初|中旬|年底|年初|年中|得过|获过|拿过|获得过|时|当初|一开始|最初|最后|里面|里头|内|之内|所|总|合计|加起来|到现在|至今|历来|一直|主要是|真的|其实|究竟是|刚|刚刚|又叫|也叫|即|也就是|那么|后来|当中的|一位|一款|一家|一个|一种|为止|好像|据说|听说|应该|可能|大约是|左右|差不多)+$/u;

/** Whether a word leaves the question's meaning as it is. */
export function isLight(folded: string): boolean {
  return LIGHT.has(folded) || LIGHT_HAN.test(folded);
}
