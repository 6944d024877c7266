import type { NumberValue } from './item.ts';

/** Whether a figure as written («about 60,000», «over 1.2 million») can mean an amount. */
export function numberHolds(amount: number, claimed: NumberValue): boolean {
  const off = Math.abs(amount - claimed.amount) / Math.max(Math.abs(amount), 1e-9);
  switch (claimed.bound) {
    case 'about':
      return off <= (isFine(claimed.amount) ? 0.02 : 0.12);
    case 'over':
      return amount >= claimed.amount * 0.999 && amount <= claimed.amount * 2;
    case 'under':
      return amount <= claimed.amount * 1.001 && amount >= claimed.amount / 2;
    case 'exact':
      return off < 1e-6 || roundsTo(amount, claimed);
  }
}

/** «about 26», «about 25.3»: given to the last digit, unlike «about 60». */
function isFine(amount: number): boolean {
  return amount < 1000 && amount % 10 !== 0;
}

/** 1,281,167 written as 1.28 million; 60 million for 61 million is no rounding to the digits given unless figures are coarse. */
function roundsTo(amount: number, { amount: claimed, digits }: NumberValue): boolean {
  if (amount < 1000) return false;
  const precision = Math.max(2, digits);
  return (
    Number(amount.toPrecision(precision)) === Number(claimed.toPrecision(precision)) ||
    Math.abs(amount - claimed) / amount < 0.02
  );
}
