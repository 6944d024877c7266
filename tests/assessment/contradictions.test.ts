import { describe, expect, it } from 'vitest';
import { engine } from '../fixtures/world.ts';

function pairs(text: string): string[][] {
  const { claims, contradictions } = engine.check({ name: 'document', text, format: 'plain' });
  return contradictions.map(({ a, b }) => [claims[a]?.quote ?? '', claims[b]?.quote ?? '']);
}

describe('contradictions within a document', () => {
  it('are found between what holds and what does not', () => {
    expect(pairs('Torchlet was developed by Acme Research.\n\nTorchlet was developed by Globex.')).toEqual([
      ['Torchlet was developed by Acme Research', 'Torchlet was developed by Globex'],
    ]);
  });

  it('are found where the knowledge is silent', () => {
    expect(pairs('Carl Codd was born in 1960.\n\nCarl Codd was born in 1970.')).toHaveLength(1);
    expect(pairs('卡尔·科德出生于1960年。\n\n卡尔·科德出生于1970年。')).toHaveLength(1);
  });

  it('are found between a claim and its denial', () => {
    expect(pairs('FlowKit was developed by Acme.\n\nFlowKit was not developed by Acme.')).toHaveLength(1);
  });

  it('are found across languages', () => {
    expect(pairs('Torchlet was developed by Acme Research.\n\nTorchlet由环宇公司开发。')).toHaveLength(1);
  });

  it('are none where both may hold', () => {
    expect(pairs('FlowKit was developed by Globex.\n\nFlowKit was developed by Acme.')).toEqual([]);
    expect(pairs('Acme was founded in 2010.\n\nAcme was founded in May 2010.')).toEqual([]);
    expect(pairs('Torchlet was developed by Acme Research.\n\nFlowKit was developed by Globex.')).toEqual([]);
  });

  it('are none between two employers, of which one is wrong', () => {
    expect(pairs('Ada Byte worked at Acme.\n\nAda Byte worked at Northern University.')).toEqual([]);
  });

  it('are few where a text repeats itself', () => {
    const text = 'Torchlet was developed by Acme Research.\n\nTorchlet was developed by Globex.\n\n'.repeat(30);
    expect(pairs(text).length).toBeLessThanOrEqual(3);
  });

  it('are explained in both languages', () => {
    const text = 'Torchlet was developed by Acme Research.\n\nTorchlet was developed by Globex.';
    const [first] = engine.check({ name: 'document', text, format: 'plain' }).contradictions;
    expect(first?.explanation.en).toContain('developer');
    expect(first?.explanation.zh).toContain('开发者');
  });
});
