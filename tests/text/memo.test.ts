import { expect, it } from 'vitest';
import { remembering } from '../../src/text/memo.ts';

it('works out an answer once, and begins anew when full', () => {
  const asked: string[] = [];
  const twice = remembering((text) => {
    asked.push(text);
    return text + text;
  }, 2);
  expect(['a', 'b', 'a', 'b'].map(twice)).toEqual(['aa', 'bb', 'aa', 'bb']);
  expect(asked).toEqual(['a', 'b']);
  expect(['c', 'a'].map(twice)).toEqual(['cc', 'aa']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
