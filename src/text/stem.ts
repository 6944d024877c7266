import { stemmer } from 'stemmer';

/** The stem of a folded English word (Porter); anything else stays as it is. */
export function stem(folded: string): string {
  return /^[a-z]+$/u.test(folded) ? stemmer(folded) : folded;
}
