import { describe, expect, it } from 'vitest';
import { periodIn } from '../../src/claims/period-cell.ts';
import { engine } from '../fixtures/world.ts';

const claimsOf = (text: string) => engine.check({ name: 'document', text, format: 'markdown' }).claims;
const said = (text: string) =>
  claimsOf(text).map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`);

describe('a table', () => {
  it('of keys and values is about the topic', () => {
    expect(
      said('# Torchlet\n\n| Key | Value |\n|---|---|\n| Developer | Acme Labs |\n| First release | 2017 |\n'),
    ).toEqual(['framework/torchlet developer organisation/acme', 'framework/torchlet releaseDate 2017']);
    expect(said('# 火炬框架\n\n| 项目 | 内容 |\n|---|---|\n| 开发者 | 环宇公司 |\n')).toEqual([
      'framework/torchlet developer organisation/globex',
    ]);
  });

  it('whose first column names things takes predicates from its header', () => {
    const text = '| Framework | Developer |\n|---|---|\n| Torchlet | Globex |\n| FlowKit | Acme Labs |\n';
    expect(said(text)).toEqual([
      'framework/torchlet developer organisation/globex',
      'framework/flowkit developer organisation/acme',
    ]);
  });

  it('whose header names things takes predicates from its first column', () => {
    expect(said('| | Torchlet | FlowKit |\n|---|---|---|\n| Developer | Globex | Acme Labs |\n')).toEqual([
      'framework/torchlet developer organisation/globex',
      'framework/flowkit developer organisation/acme',
    ]);
  });

  it('gives a claim the place of its cell', () => {
    const text = '# Torchlet\n\n| Key | Value |\n|---|---|\n| **Developer** | [Acme Labs](https://acme.example) |\n';
    const claim = claimsOf(text).find(({ predicate }) => predicate === 'developer');
    expect(claim && text.slice(claim.start, claim.end)).toBe('Acme Labs');
  });

  it('states nothing by its heading, by denials or by cells of other words', () => {
    expect(said('| Framework | Developer |\n|---|---|\n')).toEqual([]);
    expect(said('# Torchlet\n\n| Key | Value |\n|---|---|\n| Developer | not Acme Labs |\n')).toEqual([]);
    const verdicts = claimsOf('# Torchlet\n\n| Key | Value |\n|---|---|\n| Mascot | Globex |\n').map(
      (claim) => claim.verdict,
    );
    expect(verdicts).not.toContain('REFUTED');
  });
});

describe('a line «key: value»', () => {
  it('is about the topic above', () => {
    expect(said('# Torchlet\n\n- Developer: Acme Labs\n')).toContain('framework/torchlet developer organisation/acme');
    expect(said('# Torchlet\n\n- **开发者**：环宇公司\n')).toContain(
      'framework/torchlet developer organisation/globex',
    );
  });
});

describe('a period', () => {
  it('is read in the ways tables write it', () => {
    expect(periodIn('2013.12–2016.02')).toEqual({
      date: { type: 'date', start: '2013-12', end: '2016-02' },
      relation: 'at',
    });
    expect(periodIn('2019 年至今')?.relation).toBe('since');
    expect(periodIn('2015')?.date).toEqual({ type: 'date', start: '2015', end: '2015' });
    expect(periodIn('2013 engineers')).toBeUndefined();
  });
});

describe('a version', () => {
  it('has dates of its own', () => {
    const verdicts = (text: string) => claimsOf(text).map(({ predicate, verdict }) => `${predicate} ${verdict}`);
    expect(verdicts('Torchlet was released in 1999.')).toContain('releaseDate REFUTED');
    expect(verdicts('Torchlet 2.5 was released in 1999.')).not.toContain('releaseDate REFUTED');
    expect(verdicts('# Torchlet\n\nTorchlet is a framework. Version 2.5 was released in 1999.')).not.toContain(
      'releaseDate REFUTED',
    );
  });
});
