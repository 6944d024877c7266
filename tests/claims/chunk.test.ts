import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, splitChunks } from '../../src/claims/chunk.ts';
import { addGrammar } from '../../src/claims/grammar.ts';
import { splitParentheses } from '../../src/claims/parentheses.ts';
import { Linker } from '../../src/linking/linker.ts';
import { world } from '../fixtures/world.ts';

const linker = new Linker(world);
addGrammar(linker.lexicon);
linker.lexicon.addTag('founded', { type: 'trigger' });
linker.lexicon.addTag('创立', { type: 'trigger' });
const words = (chunk: Chunk) => chunk.items.map(({ surface }) => surface).join(' ');
const chunks = (text: string) => splitChunks(linker.link(text)).map(words);

describe('a sentence', () => {
  it('is cut at commas', () => {
    expect(chunks('Ada Byte was here, Carl Codd was there.')).toEqual(['Ada Byte was here', 'Carl Codd was there .']);
    expect(chunks('艾达·拜特在这里，卡尔·科德在那里。')).toHaveLength(2);
  });

  it('is not cut inside a list of names', () => {
    expect(chunks('Ada Byte, Carl Codd and Dora Delta founded Acme')).toHaveLength(1);
    expect(chunks('艾达·拜特、卡尔·科德和多拉·德尔塔创立顶峰公司')).toHaveLength(1);
  });

  it('is cut before a verb that shares the subject', () => {
    expect(chunks('Ada Byte was here and founded Acme')).toEqual(['Ada Byte was here', 'and founded Acme']);
  });

  it('knows relative clauses and appositions', () => {
    const roles = (text: string) => splitChunks(linker.link(text)).map(({ role }) => role);
    expect(roles('Acme, which was founded here, is big')).toEqual(['fragment', 'relative', 'main']);
    expect(roles('Torchlet, a framework, is big')).toEqual(['fragment', 'apposition', 'main']);
  });

  it('is never longer in pieces than as a whole', () => {
    const piece = fc.constantFrom(
      'Ada Byte',
      'Acme',
      ' founded ',
      '创立',
      ', ',
      '，',
      '、',
      ' and ',
      '和',
      ' which ',
      ' is ',
      '; ',
      '—',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const items = linker.link(pieces.join(''));
        const cut = splitChunks(items).flatMap((chunk) => chunk.items);
        const starts = cut.map(({ start }) => start);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        expect(new Set(starts).size).toBe(starts.length);
        for (const item of cut) expect(items).toContain(item);
        expect(cut.filter(({ entities }) => entities.length > 0)).toEqual(
          items.filter(({ entities }) => entities.length > 0),
        );
      }),
    );
  });
});

describe('brackets', () => {
  it('are taken out with what stands before them', () => {
    const { items, parentheses } = splitParentheses(linker.link('the Torchlet (a framework) is big'));
    expect(items.map(({ surface }) => surface)).toEqual(['the', 'Torchlet', 'is', 'big']);
    expect(
      parentheses.map(({ items: inner, host }) => [inner.map(({ surface }) => surface).join(' '), host?.surface]),
    ).toEqual([['a framework', 'Torchlet']]);
  });

  it('may nest, be empty, or never close', () => {
    expect(splitParentheses(linker.link('a ((b) c) d')).items.map(({ surface }) => surface)).toEqual(['a', 'd']);
    expect(splitParentheses(linker.link('a () b')).items).toHaveLength(2);
    expect(splitParentheses(linker.link('a ) b ( c')).items.map(({ surface }) => surface)).toEqual([
      'a',
      ')',
      'b',
      'c',
    ]);
  });
});
