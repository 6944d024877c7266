import fc, { type Arbitrary } from 'fast-check';

/** Texts that have broken services before. */
export const strange: Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "' OR 1=1 --",
    '$' + '{7*7}',
    '<script>',
    '%00',
    '__proto__',
    'constructor',
    '𝕏'.repeat(50),
    'a'.repeat(5000),
    '{{{{',
    '"""',
    '艾达·拜特',
  ),
);

/** Any value that JSON can hold. */
export const anything: Arbitrary<unknown> = fc.oneof(
  strange,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A text, cut off, or with something strange put in or a part taken out. */
export function damaged(text: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(text, fc.nat(), strange, fc.constantFrom('as it is', 'cut', 'put', 'take')).map(damage);
}

function damage([text, where, other, how]: [string, number, string, string]): string {
  const at = where % (text.length + 1);
  if (how === 'cut') return text.slice(0, at);
  if (how === 'put') return text.slice(0, at) + other + text.slice(at);
  return how === 'take' ? text.slice(0, at) + text.slice(at + 1 + (where % 7)) : text;
}

/** A value, seldom another one. */
export function rarely<T>(usual: T, other: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}
