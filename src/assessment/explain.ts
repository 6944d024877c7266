import type { Fact, Language } from '../knowledge/model.ts';
import type { Assessed } from './assessor.ts';
import type { Bilingual, Evidence } from './result.ts';
import type { Wording } from './wording.ts';

/** What was understood, which fact decides and why: in both languages. */
export function explain(assessed: Assessed, wording: Wording): Bilingual {
  return { en: explainIn(assessed, wording, 'en'), zh: explainIn(assessed, wording, 'zh') };
}

function explainIn(assessed: Assessed, wording: Wording, language: Language): string {
  const { decision, claim } = assessed;
  const zh = language === 'zh';
  const read = understood(assessed, wording, language);
  const values = valuesOf(decision.facts, wording, language);
  const date = readDate(decision.facts, language, wording);
  switch (decision.grounds) {
    case 'same-value':
      if (assessed.reading.comparison)
        return zh
          ? `与资料一致：${statements(decision.facts, wording, language)}。`
          : `This agrees with the knowledge: ${statements(decision.facts, wording, language)}.`;
      if (claim.negated)
        return zh
          ? `文中否认“${read}”，但资料表明确实如此：${values}。${date}`
          : `The text denies “${read}”, but it is so: ${values}.${date}`;
      return zh ? `“${read}”与资料一致：${values}。${date}` : `“${read}” agrees with the knowledge: ${values}.${date}`;
    case 'other-value':
      return zh
        ? `“${read}”不符：该项只有一个值，应为${values}。${date}`
        : `“${read}” does not hold: there is one value, and it is ${values}.${date}`;
    case 'not-in-list':
      return zh
        ? `“${read}”不符：完整名单为${values}。${date}`
        : `“${read}” does not hold: the complete list is ${values}.${date}`;
    case 'not-among-known':
      return zh
        ? `“${read}”不符：已知的是${values}，且没有任何资料把两者联系起来。${date}`
        : `“${read}” does not hold: known is ${values}, and nothing ties the two together.${date}`;
    case 'other-time':
      return zh
        ? `内容相符，但时间不对：${values}。${date}`
        : `The relation holds, but at another time: ${values}.${date}`;
    case 'other-role':
      return zh
        ? `关系存在，但身份或学位等细节不同：${values}。${date}`
        : `The relation holds, but with another role, degree or detail: ${values}.${date}`;
    case 'ended':
      return zh ? `曾经如此，现已失效：${values}。${date}` : `This was so once and has ended: ${values}.${date}`;
    case 'disjoint-kind':
      return zh
        ? `“${read}”不符：它是${values}，两者互斥。`
        : `“${read}” does not hold: it is a ${values}, and nothing is both.`;
    case 'compared':
      return zh
        ? `比较的结果相反：${statements(decision.facts, wording, language)}。`
        : `It is the other way round: ${statements(decision.facts, wording, language)}.`;
    case 'held-by-other':
      return zh
        ? `该职务由他人担任：${statements(decision.facts, wording, language)}。${date}`
        : `That post is another’s: ${statements(decision.facts, wording, language)}.${date}`;
    case 'said-otherwise':
      return zh
        ? `与资料不符：${statements(decision.facts, wording, language)}。`
        : `The knowledge says otherwise: ${statements(decision.facts, wording, language)}.`;
    case 'sources-differ':
      return zh ? `可靠来源说法不一：${values}。` : `Good sources differ: ${values}.`;
    case 'nothing-known':
      return abstention(assessed, wording, language);
  }
}

function abstention({ decision, reading, subject }: Assessed, wording: Wording, language: Language): string {
  const zh = language === 'zh';
  const predicate = wording.predicate(reading.predicate.id, language);
  const name = subject ? wording.label(subject, language) : reading.subject.text;
  if (decision.reason === 'unknown-entity') {
    const unknown = subject ? reading.object.text : reading.subject.text;
    return zh
      ? `知识库中没有“${unknown}”，无法判断${name}的“${predicate}”。`
      : `The knowledge has no “${unknown}”, so ${name}’s “${predicate}” cannot be judged.`;
  }
  const known = decision.facts.length > 0 ? valuesOf(decision.facts, wording, language) : '';
  if (known)
    return zh
      ? `资料不足：已知${name}的“${predicate}”包括${known}，但未必完整。`
      : `Not enough information: for ${name}, “${predicate}” is known to include ${known}, but the list may be incomplete.`;
  return zh ? `知识库中没有${name}的“${predicate}”。` : `The knowledge holds nothing on “${predicate}” of ${name}.`;
}

/** The claim as it was understood: «PyTorch – developer: Google». */
export function understood({ reading, subject, object }: Assessed, wording: Wording, language: Language): string {
  const s = subject ? wording.label(subject, language) : reading.subject.text;
  const o = object ? wording.label(object, language) : reading.object.text;
  const predicate = wording.predicate(reading.predicate.id, language);
  return language === 'zh' ? `${s}——${predicate}：${o}` : `${s} – ${predicate}: ${o}`;
}

/** The right value, for refuted claims. */
export function correction(assessed: Assessed, wording: Wording, language: Language): string {
  const { decision, claim } = assessed;
  if (claim.negated && decision.grounds === 'same-value') {
    const [fact] = decision.facts;
    return fact ? wording.statement(fact, language) : '';
  }
  if (decision.grounds === 'held-by-other' || decision.grounds === 'compared')
    return statements(decision.facts, wording, language);
  const shown = decision.grounds === 'ended' ? decision.facts.slice(0, 2) : decision.facts;
  return valuesOf(shown, wording, language);
}

function statements(facts: readonly Fact[], wording: Wording, language: Language): string {
  return wording.list(
    facts.map((fact) => wording.statement(fact, language)),
    language,
  );
}

function valuesOf(facts: readonly Fact[], wording: Wording, language: Language): string {
  return wording.list(
    facts.map((fact) => wording.valueOf(fact, language)),
    language,
  );
}

/** For facts that change: the date they were read. */
function readDate(facts: readonly Fact[], language: Language, wording: Wording): string {
  const asOf = facts.map((fact) => fact.asOf).find((date) => date !== undefined);
  if (!asOf) return '';
  return language === 'zh' ? `（截至${wording.date(asOf, language)}）` : ` (as of ${wording.date(asOf, language)})`;
}

/** Facts as evidence with sources. */
export function evidence(facts: readonly Fact[], wording: Wording, language: Language): Evidence[] {
  return facts.slice(0, 8).map((fact) => ({
    factId: fact.id,
    statement: wording.statement(fact, language),
    sources: fact.sources.map(({ url, title }) => ({ url, title })),
  }));
}
