import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflect } from '../../src/claims/inflect.ts';
import { compilePhrasing, PatternError, parsePattern } from '../../src/claims/pattern.ts';
import { world } from '../fixtures/world.ts';

describe('a phrasing', () => {
  it('is read word by word, outward from its trigger', () => {
    const { left, right, trigger, anywhere } = parsePattern('{s} at {_} <work|serve> for|at {o} (there) @{role}');
    expect(trigger).toEqual({ kind: 'verb', words: ['work', 'serve'] });
    expect(left.map((element) => (element.type === 'slot' ? element.name : [...element.words]))).toEqual([
      '_',
      ['at'],
      's',
    ]);
    expect(right).toEqual([
      { type: 'words', words: new Set(['for', 'at']), optional: false },
      { type: 'slot', name: 'o' },
      { type: 'words', words: new Set(['there']), optional: true },
    ]);
    expect(anywhere).toEqual(['role']);
  });

  it.each([
    ['{o} [maker] {s}', 'noun'],
    ['{s} <=born> @{o}', 'fixed'],
    ['{o}<开发>{s}', 'verb'],
  ])('«%s» has a trigger that is a %s', (text, kind) => {
    expect(parsePattern(text).trigger.kind).toBe(kind);
  });

  it('needs one trigger', () => {
    expect(() => parsePattern('{s} and {o}')).toThrow(PatternError);
    expect(() => parsePattern('{s} <build> [maker] {o}')).toThrow(PatternError);
  });
});

describe('the voices derived from a phrasing', () => {
  const compile = (pattern: string, language: 'en' | 'zh') => {
    const predicate = world.ontology.predicates.get('developer');
    if (!predicate) throw new Error('the fixture ontology has developer');
    return compilePhrasing(predicate, { pattern }, language).flatMap(([text, tags]) =>
      tags.map((tag) => [text, tag] as const),
    );
  };
  const voices = (pattern: string, language: 'en' | 'zh', word: string) =>
    compile(pattern, language).flatMap(([text, tag]) => (text === word ? [tag.pattern.voice] : []));

  it('are active, passive and relative for an English verb with an object', () => {
    expect(new Set(voices('{o} <develop> {s}', 'en', 'developed'))).toEqual(new Set(['active', 'passive', 'relative']));
    expect(voices('{o} <develop> {s}', 'en', 'develops')).not.toContain('passive');
    expect(voices('{o} <develop> {s}', 'en', 'developing')).toEqual(['active']);
  });

  it('are passive and relative with 的 for a Chinese verb with an object', () => {
    expect(new Set(voices('{o}<开发>{s}', 'zh', '开发'))).toEqual(new Set(['active', 'passive', 'relative']));
  });

  it('stay alone for a fixed trigger and a verb without an object', () => {
    expect(voices('{s} <=born> in {o}', 'en', 'born')).toEqual(['fixed']);
    expect(new Set(voices('{s} <work> at {o}', 'en', 'worked'))).toEqual(new Set(['active']));
  });

  it('need no agent where it does not matter', () => {
    expect(voices('{_} <release> {s} @{o}', 'en', 'releases')).toContain('agentless');
    expect(voices('{_}<发布>{s}@{o}', 'zh', '发布')).toContain('topic');
  });

  it('are nouns for a relational noun', () => {
    expect(new Set(voices('{o} [developer] {s}', 'en', 'developer'))).toEqual(new Set(['noun']));
  });
});

describe('inflection', () => {
  it.each([
    ['develop', ['develop', 'develops', 'developed', 'developed', 'developing']],
    ['create', ['create', 'creates', 'created', 'created', 'creating']],
    ['study', ['study', 'studies', 'studied', 'studied', 'studying']],
    ['teach', ['teach', 'teaches', 'taught', 'taught', 'teaching']],
    ['write', ['write', 'writes', 'wrote', 'written', 'writing']],
    ['win', ['win', 'wins', 'won', 'won', 'winning']],
    ['ship', ['ship', 'ships', 'shipped', 'shipped', 'shipping']],
    ['set up', ['set up', 'sets up', 'set up', 'set up', 'setting up']],
    ['co-write', ['co-write', 'co-writes', 'co-wrote', 'co-written', 'co-writing']],
    ['agree', ['agree', 'agrees', 'agreed', 'agreed', 'agreeing']],
    ['play', ['play', 'plays', 'played', 'played', 'playing']],
    ['die', ['die', 'dies', 'died', 'died', 'dying']],
  ])('knows the forms of «%s»', (verb, forms) => {
    expect(inflect(verb).map(([text]) => text)).toEqual(forms);
  });

  it('gives every word five forms', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdehkstxyz'), minLength: 1, maxLength: 10 }), (verb) => {
        expect(inflect(verb).map(([, form]) => form)).toEqual(['base', 's', 'past', 'pp', 'ing']);
      }),
    );
  });
});
