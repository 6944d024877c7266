import type { TimeQualifier } from '../claims/claim.ts';
import { compareDates, sameDate, within } from '../knowledge/date.ts';
import type { Fact, LocalText } from '../knowledge/model.ts';
import { numberHolds } from '../linking/figures.ts';
import type { DateValue, NumberValue } from '../linking/item.ts';
import { fold } from '../text/fold.ts';
import { conflicting, type Decision, refuted, supported, undecided } from './decision.ts';

/** Decides a claimed date against dated facts: equal at the coarser precision, or before/after/since as the words say. */
export function decideDate(facts: readonly Fact[], claimed: DateValue, relation: TimeQualifier['relation']): Decision {
  const dated = facts.filter((fact) => fact.value.type === 'date');
  if (dated.length === 0) return undecided();
  const agreeing = dated.filter((fact) => fact.value.type === 'date' && holds(fact.value.date, claimed, relation));
  return decideByRank(dated, agreeing);
}

function holds(date: string, claimed: DateValue, relation: TimeQualifier['relation']): boolean {
  switch (relation) {
    case 'at':
    case 'since':
      return within(date, claimed) || sameDate(date, claimed.start);
    case 'before':
      return compareDates(date, claimed.start) < 0;
    case 'until':
      return compareDates(date, claimed.start) <= 0;
    case 'after':
      return compareDates(date, claimed.end) > 0;
  }
}

/** All of the best rank agree: supported; some: conflicting; none: refuted. Facts of a lower rank only make it conflicting. */
export function decideByRank(facts: readonly Fact[], agreeing: readonly Fact[]): Decision {
  const preferred = facts.filter(({ rank }) => rank === 'preferred');
  const best = preferred.length > 0 ? preferred : facts;
  const right = best.filter((fact) => agreeing.includes(fact));
  if (right.length === best.length) return supported(right);
  if (right.length > 0) return preferred.length > 0 ? supported(right) : conflicting(best);
  return agreeing.length > 0 ? conflicting([...best, ...agreeing]) : refuted('other-value', best);
}

/** Decides a claimed number; rounding and about/over/under are honoured. */
export function decideNumber(facts: readonly Fact[], claimed: NumberValue, complete: boolean): Decision {
  const numbers = facts.filter((fact) => fact.value.type === 'number');
  if (numbers.length === 0) return undecided();
  const agreeing = numbers.filter((fact) => fact.value.type === 'number' && numberHolds(fact.value.amount, claimed));
  if (agreeing.length > 0) return supported(agreeing);
  return complete ? refuted('other-value', numbers) : undecided('no-fact', numbers);
}

/**
 * Decides a claimed text (name, expansion, title) against texts and the entity's own names. `spelt`: its words are what the
 * letters of a name stand for, so that other words than the known ones are wrong, though other spellings need not be.
 */
export function decideText(
  facts: readonly Fact[],
  claimed: string,
  names: readonly string[],
  { complete, spelt = false }: { complete: boolean; spelt?: boolean },
): Decision {
  const wanted = normalise(claimed);
  const texts = (fact: Fact): LocalText => (fact.value.type === 'text' ? fact.value.text : {});
  const agreeing = facts.filter((fact) =>
    Object.values(texts(fact)).some((text) => text !== undefined && normalise(text) === wanted),
  );
  if (agreeing.length > 0) return supported(agreeing);
  if (facts.length > 0 && names.some((name) => normalise(name) === wanted)) return supported(facts);
  // more than the value was read as the value
  const within = facts.some((fact) =>
    Object.values(texts(fact)).some((text) => text !== undefined && holdsText(wanted, text)),
  );
  const wrong = complete || (spelt && hasOtherWords(claimed, facts.map(texts)));
  return facts.length > 0 && wrong && !within ? refuted('other-value', facts) : undecided('no-fact', facts);
}

/** A word of some length begins otherwise than all words of the known texts in Latin letters. */
function hasOtherWords(claimed: string, texts: readonly LocalText[]): boolean {
  const begins = (text: string) => fold(text).match(/[a-z]{4}/gu) ?? [];
  const wordsOf = (text: string) =>
    fold(text)
      .split(/[^a-z]+/u)
      .flatMap((word) => begins(word).slice(0, 1));
  const known = new Set(texts.flatMap(({ en }) => (en === undefined ? [] : wordsOf(en))));
  return known.size > 0 && wordsOf(claimed).some((word) => !known.has(word));
}

function holdsText(claimed: string, text: string): boolean {
  const right = normalise(text);
  const bare = claimed.replace(/^第.{1,4}[届次]/u, '');
  return (right.length >= 6 && claimed.includes(right)) || (bare.length >= 6 && right.includes(bare));
}

/** Letters and digits only, singular, British spelling made American: what two writings of one name share. */
export function normalise(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/is(?=(?:ation|e|ed|ing))/gu, 'iz')
    .replace(/s$/u, '');
}
