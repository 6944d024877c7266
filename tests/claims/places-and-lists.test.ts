import { describe, expect, it } from 'vitest';
import { engine, nameLinker, statements } from '../fixtures/world.ts';

describe('an institution named before the comma', () => {
  it.each(['At Northern University, Ada Byte studied.', '在北方大学，艾达·拜特获得了博士学位。'])(
    'belongs into the clause behind it: «%s»',
    (sentence) => {
      expect(statements(sentence)).toContain('person/ada-byte educatedAt organisation/northern-university');
    },
  );

  it('stays outside a clause that names its own', () => {
    expect(statements('At Southern University, Ada Byte studied at Northern University.')).not.toContain(
      'person/ada-byte educatedAt organisation/southern-university',
    );
  });
});

describe('a name in Latin letters', () => {
  it('ends where Chinese follows without a space', () => {
    const surfaces = nameLinker.link('Zorgon开发了FlowKit').map(({ surface }) => surface);
    expect(surfaces[0]).toBe('Zorgon');
    expect(surfaces).toContain('FlowKit');
  });
});

describe('examples of a kind', () => {
  it.each([
    ['Frameworks such as Torchlet and FlowKit are popular.', 'SUPPORTED'],
    ['框架，如Torchlet、FlowKit等，很流行。', 'SUPPORTED'],
    ['Programming languages such as Torchlet and FlowKit are popular.', 'REFUTED'],
    ['编程语言，如Torchlet、FlowKit等，很流行。', 'REFUTED'],
  ])('are said to be of it: «%s»', (sentence, expected) => {
    const said = engine.verify(sentence).claims.filter(({ predicate }) => predicate === 'isA');
    expect(said.map(({ subject, verdict }) => [subject, verdict])).toEqual([
      ['framework/torchlet', expected],
      ['framework/flowkit', expected],
    ]);
  });

  it('do not vouch for what the sentence goes on to say', () => {
    expect(engine.verify('Frameworks such as Torchlet cured my cold.').verdict).toBe('NOT_ENOUGH_INFO');
  });
});
