/**
 * Words around a statement that say that it holds or not: «It would not be incorrect to say that …», «谁也无法否认，…»,
 * «…，这种说法是错误的». They are no part of the statement; an odd number of denials in them turns it round.
 */
export interface Frame {
  /** What the frame leaves of the sentence, UTF-16 offsets in it. */
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

const BEFORE: readonly RegExp[] = [
  /^(?:but |and |so )?it (?:is|was|'s|isn't|wasn't|would(?: not|n't)? be|cannot be|can't be)(?: not| never| hardly| simply| just| quite| also| therefore)* (?:an? )?(?:(?:well-known |common |popular |widespread )?(?:true|untrue|correct|incorrect|right|wrong|false|accurate|inaccurate|myth|misconception|fact|mistake|lie|case))(?: to (?:say|claim|state|think|believe|assert))? that /iu,
  /^(?:one|you|we|nobody|no one|no-one) (?:can|cannot|can't|could|couldn't|can not|could not|may|may not)(?: (?:truthfully|rightly|honestly|really|correctly))? (?:say|claim|deny|dispute|argue|doubt) that /iu,
  /^(?:there is no (?:denying|doubt|question)) that /iu,
  /^(?:谁也|没有人(?:能|可以|会)?|没人(?:能|可以|会)?|任何人都|我们)?(?:无法|不能|不可|无可|难以|不得不|毫无|(?<=人)|(?<=人[能会]))(?:否认|说|承认|争辩|疑问)(?:的是)?[,，:：]?/u,
  /^(?:事实上)?(?:并非|并不是)(?:说|这样[,，:：])/u,
];
const BEHIND: readonly RegExp[] = [
  /[,，]?(?:这(?:一|种|个)?)?的?(?:说法|观点|表述|判断|看法|传言|论断)(?:是|并|都|完全|其实)*(?:错误|不正确|不对|错|有误|不实|不准确|不属实|站不住脚|没有根据)的?[.。!！]?$/u,
  /[,，;；](?: |—)*(?:which|that|this) is (?:simply |just |of course )?(?:not true|untrue|false|wrong|incorrect|a myth)[.!]?$/iu,
];
const DENIALS =
  /\b(?:not|never|nobody|hardly|no|no one|no-one|untrue|incorrect|wrong|false|inaccurate|myth|misconception|mistake|lie|deny|denying|dispute|doubt|question|cannot)\b|n't|无法|不能|不可|无可|难以|毫无|不得不|没有人|没人|否认|争辩|疑问|并非|并不是|错误|不正确|不对|错|有误|不实|不准确|不属实|站不住脚|没有根据/giu;

/** The frame of a sentence, where it has one. */
export function frameOf(sentence: string): Frame | undefined {
  let start = 0;
  let end = sentence.length;
  let denials = 0;
  for (const pattern of BEFORE) {
    const found = pattern.exec(sentence.slice(start))?.[0];
    if (found === undefined) continue;
    start += found.length;
    denials += denialsIn(found);
  }
  for (const pattern of BEHIND) {
    const found = pattern.exec(sentence.slice(start, end))?.[0];
    if (found === undefined) continue;
    end -= found.length;
    denials += denialsIn(found);
  }
  return start === 0 && end === sentence.length ? undefined : { start, end, denied: denials % 2 === 1 };
}

/** «不得不承认» affirms. */
function denialsIn(text: string): number {
  return (text.replace(/不得不/gu, '').match(DENIALS) ?? []).length;
}
