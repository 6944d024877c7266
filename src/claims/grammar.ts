import { type Item, oncePerTags, type Tag } from '../linking/item.ts';
import type { Lexicon } from '../linking/lexicon.ts';

/** Classes of function words, the same for both languages. What belongs to no class is a content word. */
export type WordClass =
  | 'be'
  | 'have'
  | 'aux'
  | 'future'
  | 'neg'
  | 'det'
  | 'prep'
  | 'agent'
  | 'conj'
  | 'but'
  | 'rel'
  | 'sub'
  | 'adv'
  | 'poss'
  | 'he'
  | 'it'
  | 'his'
  | 'its'
  | 'this'
  | 'group'
  | 'suchas'
  | 'etc'
  | 'only'
  | 'first'
  | 'topic'
  | 'instead'
  | 'former'
  | 'aspect'
  | 'question'
  | 'opinion'
  | 'credit'
  | 'before'
  | 'after'
  | 'since'
  | 'until'
  | 'all'
  | 'other'
  | 'stop';

export interface WordTag extends Tag {
  readonly type: 'word';
  readonly cls: WordClass;
}

const WORDS: Readonly<Record<WordClass, readonly [en: string, zh: string]>> = {
  be: [
    "be|is|are|was|were|been|being|am|'re|isn't|wasn't|aren't|weren't|became|becomes|become|remains|remained|is considered|was considered|is known as|is called|is essentially|refers to|represents|serves as|serve as|acts as|act as|functions as",
    '是|不是|并不是|并非|为一种|为一个|为一款|为一门|为一家|就是|即|乃|即为|作为|成为|成了|属于|指的是|是指|被称为|被认为是|被视为|称为',
  ],
  have: ["has|have|had|having|'ve|hasn't|haven't", '有|具有|拥有'],
  aux: [
    "did|does|do|can|could|must|may|might|to|helped|help|didn't|doesn't|don't|went on|goes on|started|began|used|decided|continued|later",
    '能|能够|可以|可|会|曾|曾经|得以|帮助|开始|继续|曾在',
  ],
  future: [
    "will|would|won't|plans to|plan to|is expected to|are expected to|going to|is set to|aims to|wants to|hopes to|intends to|designed to",
    '将|将会|将要|未来|即将|想要|希望|试图|计划|预计|有望|打算|会在未来|必将',
  ],
  neg: [
    "not|never|no|n't|cannot|neither|nor|without|isn't|wasn't|aren't|weren't|didn't|doesn't|don't|hasn't|haven't|won't|no longer|not actually|false that|untrue that|incorrect that|wrong that",
    '不|没|未|并非|并不|并未|不是|并不是|没有|从未|从来没有|不再|无|非|绝非|未曾|未能|尚未|从不|而非由|不由|不能|不属于|错误的是',
  ],
  det: [
    'the|a|an|its|this|that|these|those|some|such|both|one of the|one of|another|each|every|any',
    '一个|一种|一款|一项|一门|一家|一所|一位|一名|一本|一部|一篇|一套|一类|这个|这种|这款|该|此|那个|名|位|个|种|款|项|家|所|门|本|部|篇|其中|之一|其中之一|一座|座|一份|份|一场|场|一次|次|一支|支|一组|一系列|系列|各种|多种|多个|许多|一些|几个|几种|几位|多位|多名|著名的|著名|知名的|知名|流行的|开创性的|经典的|经典',
  ],
  prep: [
    'in|on|at|of|for|from|with|to|into|onto|under|over|during|within|through|via|about|around|against|among|between|across|towards|toward|upon|alongside|without|throughout|near|per|including|like|than|using|based on|together with|along with|as well as for|thanks to|due to|because of|as part of|according to|in addition to|besides|beyond|despite|except|outside|inside|up to|behind',
    '在|于|从|向|对|对于|与|同|跟|自|往|给|通过|关于|围绕|凭借|根据|按照|当|随|随着|针对|除了|除|由于|因|因为|为了|依靠|利用|使用|借助|经由|经过|比|相比|相较于|不同于|类似于|与其|在于',
  ],
  agent: ['by', '由|被|经|受|归|让|获|受到|出自|是由'],
  conj: ['and|or|as well as|&|plus|along with|together with', '和|与|及|以及|或|或者|并|并且|且|还有|、|暨|跟|同|又'],
  but: [
    'but|however|while|whereas|although|though|yet|and not|rather|nevertheless',
    '但|但是|然而|不过|而|却|虽然|尽管|虽|只是|反而|而且',
  ],
  rel: ['who|which|whose|whom|where|that', '其'],
  sub: [
    'because|since then|if|so that|so|thereby|thus|therefore|hence|whether|although|once|unless|until then',
    '因为|因此|所以|如果|从而|进而|使得|使其|使|以便|以至|那么|倘若|若',
  ],
  adv: [
    'also|then|originally|first|initially|jointly|currently|formerly|previously|officially|famously|later|now|still|often|usually|mainly|primarily|actually|really|indeed|just|once|again|together|independently|publicly|eventually|subsequently|recently|widely|commonly|typically|generally|specifically|soon|already|ever|even|too|well|instead|alone|respectively|largely|mostly|simply|perhaps|probably|reportedly|allegedly|supposedly|apparently|today|back|there|here|itself|himself|herself|themselves|only|best|best known|most|more|very|ultimately|separately|back then|at the time|at first|in fact|for example|for instance|as of|co|freely|partly|entirely|fully|essentially|basically|collectively|first ever|thereafter|shortly|afterwards|afterward|meanwhile|moreover|furthermore|additionally|notably|single-handedly|not only|formally|solely|directly|personally|in turn|in particular|in general|at present|all',
    '也|还|又|最初|最早|首先|首次|率先|共同|联合|一起|正式|后来|随后|之后|此后|目前|现在|如今|现|曾|曾经|已|已经|仍|仍然|主要|通常|一般|常|常常|经常|广泛|其实|实际上|事实上|确实|真的|据称|据说|据报道|据悉|传闻|可能|或许|大概|大约|约|先后|分别|同时|此外|另外|最终|终于|独立|亲自|独自|单独|不仅|而且|甚至|尤其|特别是|特别|进一步|成功|一直|始终|本来|原本|起初|早期|早在|当时|今天|今日|当今|期间|毕业后|之前|以前|此前|原|前|均|都|皆|全部|完全|仅|只|才|就|便|则|正|正是|正在|刚|刚刚|再|再次|更|最|很|非常|十分|较|更加|极其|公开|对外|在线|长期|短暂|全职|兼职|合作|携手|牵头|带领团队|时|后|前后|以来|至今|迄今|大多|大都|多|普遍|统一|共|总共|一共|合计|其中|首|首度|一举|成功地|最先|最早由|最初由|直接|其后|继而|转而',
  ],
  poss: ["'s|'", '的|之'],
  he: ['he|she|him|they|them', '他|她|他们|她们'],
  it: ['it', '它|它们'],
  his: ['his|her|their', '他的|她的|他们的'],
  its: ['its', '它的|其'],
  this: [
    'this|the|that|these|the latter|the former',
    '该|此|这一|这个|这种|这款|这家|这位|这门|这本|这篇|这项|这所|这套|这部|这支|这类|该套|该款|该家|该项|上述|本|后者|前者',
  ],
  group: [
    'team|teams|group|researchers|engineers|scientists|developers|employees|colleagues|people|staff|scholars|authors|researcher|engineer|scientist|members|experts|students|academics|computer scientists|co-workers|collaborators|folks|lab|division|research team',
    '团队|小组|研究人员|研究者|工程师|科学家|研究团队|开发团队|实验室团队|人员|员工|同事|学者|专家|课题组|研究组|的团队|的研究人员|的研究团队|的研究者|的科学家|的工程师|的研究员',
  ],
  suchas: [
    'such as|including|like|e.g.|for example|for instance|namely',
    '如|例如|比如|包括|诸如|譬如|像|其中包括|即|分别是|分别为',
  ],
  etc: [
    'etc|etc.|and others|and so on|among others|et al.|et al|and colleagues|and more|and his colleagues|and others.|and his team|and her colleagues|and collaborators',
    '等|等人|等等|等人共同|等机构|等公司|等模型|等框架|等领域|等任务',
  ],
  only: [
    'only|solely|exclusively|sole|alone|single-handedly|entirely',
    '唯一|仅|只|仅由|独自|单独|独立|一人|唯一的|仅仅|只由|完全由|全部由',
  ],
  first: ['first|the first', '第一个|首个|第一|首次|最早|首位|第一位|首款|首家|第一款'],
  topic: ['regarding|as for|concerning', '关于|至于|就'],
  instead: ['rather than|instead of|not|and not', '而不是|而非|并非|不是|而并非|而不是由|而非由'],
  former: ['former|formerly|ex|previously|then|late|onetime|one-time|past', '前|原|前任|曾任|时任|已故'],
  aspect: ['', '了|过|着|出|出了|到|于|完|起|成|起来|完成|得|下|上|入|至|自'],
  question: [
    "is it true that|is it correct that|isn't it|right|correct|did|does|is it the case that|true or false",
    '吗|对吗|是吗|是否|是不是|对不对|是真的吗|正确吗|呢|是这样吗|真的吗|对吧|吧',
  ],
  opinion: [
    'best|greatest|most important|better|worst|beautiful|amazing|excellent|great|most influential|easiest',
    '最好|最伟大|最重要|优秀|卓越|杰出|伟大|更好|最差|显著|重要',
  ],
  credit: [
    'credited with|responsible for|known for|famous for|best known for|behind|credited as|regarded as|considered|recognized as|widely regarded as|renowned for|noted for',
    '因|以|凭|凭借|因其|以其',
  ],
  before: ['before|prior to|earlier than|by', '之前|以前|前'],
  after: ['after|following|later than', '之后|以后|后'],
  since: ['since|starting in|beginning in|from', '自|自从|从|起|以来'],
  until: ['until|till|through|up until', '直到|至|到|截至'],
  all: ['all|every|both|always|entire', '所有|全部|都|均|皆|一切|总是|始终'],
  stop: [
    'stopped|stop|ceased|cease|discontinued|halted|ended|abandoned|refused to',
    '停止|终止|放弃|拒绝|不再|中止|结束',
  ],
  other: ['another|other|different', '另一个|其他|其它|别的|另一'],
};

/** Registers the function words of both languages. */
export function addGrammar(lexicon: Lexicon): void {
  for (const [cls, languages] of Object.entries(WORDS)) {
    const tag: WordTag = { type: 'word', cls: cls as WordClass };
    for (const word of languages.flatMap((list) => list.split('|'))) {
      if (word.length > 0) lexicon.addTag(word, tag);
    }
  }
}

const classesOf = oncePerTags(
  (tags): ReadonlySet<WordClass> => new Set(tags.flatMap((tag) => (tag.type === 'word' ? [(tag as WordTag).cls] : []))),
);

/** Whether an item is a function word of one of these classes. */
export function is(item: Item | undefined, ...classes: readonly WordClass[]): boolean {
  if (item === undefined || item.tags.length === 0) return false;
  const own = classesOf(item.tags);
  if (own.size === 0) return false;
  for (const cls of classes) if (own.has(cls)) return true;
  return false;
}

/** Whether an item is any function word. */
export function isFunctionWord(item: Item): boolean {
  return item.tags.length > 0 && classesOf(item.tags).size > 0;
}
