/** A wording of a statement without the braces that mark the values which make it true. */
export function withoutMarks(wording: string): string {
  return wording.replaceAll(/[{}]/gu, '');
}
