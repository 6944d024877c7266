import { describe, expect, it } from 'vitest';
import { AddressBook } from '../../src/knowledge/address-book.ts';
import { engine, world } from '../fixtures/world.ts';

const check = (text: string) => engine.check({ name: 'document', text, format: 'markdown' }).claims;

describe('an address', () => {
  it('is found as it stands, and where digits or punctuation of a long path differ', () => {
    const book = new AddressBook(world);
    expect(book.find('http://www.models.example.org/numbus-language-model--v12/')).toEqual({
      id: 'model/numbus',
      misspelt: false,
    });
    expect(book.find('https://models.example.org/numbus-languagemodel--v99')).toEqual({
      id: 'model/numbus',
      misspelt: true,
    });
    expect(book.find('https://models.example.org/other-language-model--v12')).toBeUndefined();
    expect(book.find('https://torchlet2.example.org/')).toBeUndefined();
  });

  it('that is nearly that of a known thing is refuted with the right one', () => {
    const [claim] = check('- **Torchlet**\n  - Link: [page](https://models.example.org/numbus-language-model--v13)\n');
    expect(claim?.subject).toBe('model/numbus');
    expect(claim?.verdict).toBe('REFUTED');
    expect(claim?.correction).toContain('https://models.example.org/numbus-language-model--v12');
  });
});

describe('a handle', () => {
  it.each(['Ask in f/numbus forum today.', '请到f/numbus_forum提问。'])('is written in one way only: «%s»', (text) => {
    const claim = check(text).find(({ layer }) => layer === 'link');
    expect(claim?.verdict).toBe('REFUTED');
    expect(text.slice(claim?.start, claim?.end)).toBe(claim?.quote);
    expect(claim?.correction).toContain('https://boards.example.org/f/numbusforum/');
  });

  it('says nothing where it is spelt right', () => {
    expect(check('Ask in f/numbusforum today.').filter(({ layer }) => layer === 'link')).toEqual([]);
  });
});
