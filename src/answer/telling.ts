import type { Language } from '../knowledge/model.ts';
import type { Characteristic, Wording } from './characteristics.ts';

/** What a question wants to hear of a thing. */
export type Sought = 'definition' | 'reason' | 'manner' | 'advantage' | 'drawback';

type Cues = Readonly<Record<Language, RegExp>>;

/** What statements of each sort say, in the words of both languages. */
const CUES: Readonly<Record<Exclude<Sought, 'definition'>, Cues>> = {
  reason: {
    en: /\b(?:because|so that|in order to|to (?:avoid|prevent|reduce|address|solve|overcome|improve|make|let|allow|keep|stabili[sz]e|speed|counter|mitigate|ease|learn|capture|cope|handle|deal)|prevents?|avoids?|solves?|addresses|addressed|mitigates?|alleviates?|reduces?|allows?|lets|enables?|helps?|improves?|speeds?|stabili[sz]es?|overcomes?|makes? (?:it|the|training)|designed (?:to|for)|proposed to|introduced to|necessary|purpose|aims?|counters?|eases?|since|tells|introduces|gives|adds|provides|brings)\b/iu,
    zh: /因为|由于|为了|以便|从而|使得?|避免|防止|解决|缓解|减少|降低|克服|允许|帮助|提高|提升|改善|加快|加速|稳定|旨在|目的|用于|弥补|应对|有助于|必要|为减少|为解决|减轻|便于|保证|告诉|提供|引入|赋予|带来/u,
  },
  manner: {
    en: /\bby (?:the |a |an |its |each |means )?[a-z-]{4,}|\b(?:using|via|through|with the help)\b|^(?!(?:is|was|has|had|can|does|did|needs|comes|won|took|stands|costs?|runs|works|suits|became|reached|are)\b)[a-z-]+s\b|^uses\b/iu,
    zh: /通过|利用|采用|使用|借助|(?<![引应作费常通适信可运效])用(?!于|户|途|来|处)|(?<!即)将|把|先|按|根据|逐|每|由.+[得求算]|乘|求|加权|拉近|推远|学习|计算|选择|生成|更新|分成|划分|采样|映射|最[大小]化|归一化|丢弃|随机/u,
  },
  advantage: {
    en: /\b(?:faster|better|fewer|less|outperforms?|reduces?|improves?|robust|efficient|efficiently|speeds?|advantages?|without|simple|simpler|easy|easily|cheap|cheaper|saves?|avoids?|prevents?|handles?|scales?|parallel|interpretable|flexible|strong|accurate|stable|helps?|allows?|works well)\b/iu,
    zh: /更快|更少|更好|减少|提高|提升|优点|优势|适合|高效|鲁棒|稳健|避免|防止|简单|容易实现|节省|并行|灵活|可解释|无需|不需要|准确|(?<![不更])稳定|加快|加速|缓解|优于|好处/u,
  },
  drawback: {
    en: /\b(?:slow|slower|suffers?|sensitive|cannot|expensive|fails?|prone|poorly|struggles?|costly|drawbacks?|limitations?|disadvantages?|unstable|overfits?|(?:hard|difficult) to|weak|limited|stuck|criticised|no guarantee|does not (?:scale|work|guarantee|handle)|needs (?:many|much|large|a lot)|quadratic|collapse)\b/iu,
    zh: /慢|敏感|不能|无法|昂贵|容易(?!实现)|缺点|局限|代价|难以|不适合|较差|不稳定|受限|不足|陷入|过拟合|开销大|平方|高昂|弱点|崩溃|不擅长/u,
  },
};

const PLAINLY: Cues = {
  en: /\b(?:because|so that|prevents?|avoids?|solves?|addresses|mitigates?|alleviates?|overcomes?|eases?|necessary)\b/iu,
  zh: /因为|由于|以便|避免|防止|解决|缓解|克服|必要/u,
};

/** Words that a statement cannot open with where its thing is to be its subject. */
const NO_VERB =
  /^(?:the|an?|its|their|with|in|for|when|while|too|each|without|of|more|fewer|common|one|on|at|by|as|if|examples?|batch|because|since|both|all|every|most|many|some|no|unlike|like|compared|after|before|during|under|from|to|given|there|it|two|three|not|among|only the|first,?|agglomerative|alternatives?)\b/iu;
/** The share of words that two statements have in common which say the same. */
const SAME = 0.6;
/** What gives the ground for what stands before. */
const GROUND = /\b(?:because|since|so that|which)\b|因为|由于|[,，]/u;
const DENIAL = /\b(?:not|no|never|cannot|without|lacks)\b|n't\b|不(?!同|断|仅|变)|无(?!监督)|没有|未(?!来)|并非/u;
/** Statements that tell of a figure or an event rather than of the thing itself. */
const ASIDE =
  /\d{2,}|\b(?:paper|introduced|proposed|published|described by|was|differs?|also called|alternatives?|sometimes|worries)\b|论文|提出|发表|发布/u;

/** Whether a statement is of the sort that is sought, by what it says besides the words asked. */
export function tells(
  { text }: Pick<Wording, 'text'>,
  sought: Sought,
  language: Language,
  asked: readonly string[] = [],
): boolean {
  if (sought === 'definition') return true;
  const rest = asked.reduce((left, word) => left.replaceAll(word, ' '), text);
  const contrary = sought === 'advantage' ? 'drawback' : sought === 'drawback' ? 'advantage' : undefined;
  return CUES[sought][language].test(rest) && !(contrary && CUES[contrary][language].test(rest));
}

/** Whether a statement names a cause or a problem that is solved. */
export function saysWhy(text: string, language: Language): boolean {
  return PLAINLY[language].test(text);
}

/** A statement in one of its wordings. */
export interface Stated {
  readonly characteristic: Characteristic;
  readonly wording: Wording;
  /** How little it says of what its thing is; from 1 on it tells of something beside. */
  readonly cost: number;
}

/** The statements of a thing that best say what is sought, the best first; of equals, the earlier. */
export function bestStatements(
  characteristics: readonly Characteristic[],
  sought: Sought,
  language: Language,
): Stated[] {
  return characteristics
    .flatMap((characteristic) => {
      const [wording] = characteristic.wordings[language];
      return wording && tells(wording, sought, language) ? [{ characteristic, wording }] : [];
    })
    .map((one, index) => ({ ...one, cost: costOf(one.wording, sought, language) + index * 0.02 }))
    .sort((a, b) => a.cost - b.cost);
}

/** Leaves out statements most of whose words one before has. */
export function withoutRepetition<One extends Pick<Stated, 'wording'>>(statements: readonly One[]): One[] {
  const kept: One[] = [];
  for (const each of statements) {
    const terms = [...each.wording.terms];
    const said = (other: One) => terms.filter((term) => other.wording.terms.has(term)).length;
    if (!kept.some((other) => said(other) > SAME * Math.min(terms.length, other.wording.terms.size))) kept.push(each);
  }
  return kept;
}

/** How little a statement says of what its thing is. */
function costOf({ text }: Wording, sought: Sought, language: Language): number {
  const denies = sought !== 'drawback' && sought !== 'advantage' && DENIAL.test(text) ? 1 : 0;
  const aside = ASIDE.test(text) ? 1 : 0;
  const headless = language === 'en' && NO_VERB.test(text) ? 2 : 0;
  const plain = sought === 'definition' && tells({ text }, 'manner', language) ? -0.5 : 0;
  return denies + aside + headless + plain;
}

/** A statement as a sentence about its thing: «Dropout prevents overfitting.», «GRU: the reset gate decides …». `name`: as it opens a sentence. */
export function tell(name: string, text: string, language: Language): string {
  if (language === 'zh') return `${name}${hanClauses(text)}。`;
  const own = /^(?:its|their)\s/iu.exec(text)?.[0];
  if (own !== undefined)
    return `${name === 'It' ? 'Its' : `${name}'${name.endsWith('s') ? '' : 's'}`} ${text.slice(own.length)}.`;
  return hasVerb(text) ? `${name} ${text}.` : `${name}: ${text}.`;
}

const DETERMINER = /^(?:an?|the|one|several|its) /u;
/** Verbs of descriptions: «Fits the data too closely». Possessives and plurals are none. */
const VERB =
  /^(?!gradients |systems |algorithms |methods |assumptions |questions )[a-z][a-z-]*[a-rt-z]s (?!of\b|that\b|which\b|for\b|by\b|in\b)/iu;

/** A description as a sentence: «X is a …», «X fits …», else «X: …». `name`: as it opens a sentence; `concept`: it may be what one does. */
export function describe(name: string, description: string, options: { language: Language; concept: boolean }): string {
  const text = description.replace(/[.。]$/u, '');
  if (options.language === 'zh') return `${name}：${text}。`;
  if (DETERMINER.test(text)) return `${name} is ${text}.`;
  return options.concept && VERB.test(text)
    ? `${name} ${text.charAt(0).toLowerCase()}${text.slice(1)}.`
    : `${name}: ${text}.`;
}

/** «一种降维方法» is what the thing is. */
export function hanClauses(text: string): string {
  return text.replace(/(?<=^|；)(?=[一两三][种个类款项门套]|首个|首款|首次)/gu, '是');
}

/** Whether two texts both deny something, or neither does; what they give as a ground may deny anything. */
export function agreeInDenial(a: string, b: string): boolean {
  const [first = '', second = ''] = [a, b].map((text) => text.split(GROUND)[0]);
  return DENIAL.test(first) === DENIAL.test(second);
}

/** Whether a statement begins with its verb, so that it can go on about a thing as «It …». */
export function hasVerb(text: string): boolean {
  return !NO_VERB.test(text);
}
