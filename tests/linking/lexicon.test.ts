import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/linking/lexicon.ts';

const lexicon = new Lexicon();
for (const name of [
  'deep',
  'deep learning',
  'deep learning framework',
  'gpt-3',
  'gpt-3.5',
  'resnet',
  'transformer',
  'rl',
  '深度学习',
  '深度学习框架',
  '层',
]) {
  lexicon.addEntity(name, `thing/${name}`);
}
lexicon.addEntity('meta', 'organisation/meta', 'Meta');
lexicon.addTag('released', { type: 'trigger' });
lexicon.addTag('was released', { type: 'trigger' });
lexicon.addTag('开发', { type: 'trigger' });
lexicon.addTag('共同开发', { type: 'trigger' });
lexicon.addTag('拒绝开发', { type: 'trigger', whole: true });

/** The text found at the first occurrence of `at` (default: at the beginning). */
function found(text: string, at = 0): string | undefined {
  const match = lexicon.longestAt(text, at);
  return match && text.slice(match.start, match.end);
}

describe('the lexicon', () => {
  it('finds the longest text at a position', () => {
    expect(found('deep learning frameworks')).toBe('deep learning frameworks');
    expect(found('deep learning model')).toBe('deep learning');
    expect(found('deep water')).toBe('deep');
    expect(found('深度学习框架很多')).toBe('深度学习框架');
  });

  it('matches whole words only', () => {
    expect(found('deeper')).toBeUndefined();
    expect(found('world', 2)).toBeUndefined();
    expect(found('rl')).toBe('rl');
    expect(found('girl', 2)).toBeUndefined();
    expect(found('transformers')).toBe('transformers');
  });

  it('needs no word boundary beside Chinese characters', () => {
    expect(found('用transformer做', 1)).toBe('transformer');
    expect(found('学深度学习了', 1)).toBe('深度学习');
  });

  it('takes a plural s to a word, but not to a figure', () => {
    expect(lexicon.longestAt('transformers are', 0)?.text).toBe('transformer');
    expect(found('gpt-3s')).toBeUndefined();
  });

  it('keeps versions apart', () => {
    expect(found('gpt-3 is')).toBe('gpt-3');
    expect(found('gpt-3.5 is')).toBe('gpt-3.5');
    expect(found('gpt-3.7 is')).toBeUndefined();
    expect(found('resnet-50 is')).toBeUndefined();
    expect(found('gpt-3. then')).toBe('gpt-3');
    expect(found('resnet-like')).toBe('resnet');
  });

  it('keeps names of a certain letter case with that case', () => {
    const entry = lexicon.longestAt('meta', 0)?.entry;
    expect(entry?.entities).toEqual([]);
    expect(entry?.cased?.get('Meta')).toEqual(['organisation/meta']);
  });

  it('gives a text the triggers inside it, unless it means something only as a whole', () => {
    const triggers = (text: string) => lexicon.tagsOf(text, 'trigger').length;
    expect(triggers('released')).toBe(1);
    expect(triggers('was released')).toBe(2);
    expect(triggers('共同开发')).toBe(2);
    expect(triggers('拒绝开发')).toBe(1);
    expect(triggers('unknown')).toBe(0);
  });
});
