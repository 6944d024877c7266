import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engine } from '../fixtures/world.ts';

const claimsOf = (text: string, format: 'markdown' | 'plain' | 'html' = 'markdown') =>
  engine.check({ name: 'document', text, format }).claims;
const said = (text: string) =>
  claimsOf(text).map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`);

describe('the topic of a document', () => {
  it('comes from a heading', () => {
    expect(said('## Torchlet\n\nIt was developed by Globex.\n')).toEqual([
      'framework/torchlet developer organisation/globex',
    ]);
    expect(said('## Torchlet\n\n由环宇公司开发。\n')).toContain('framework/torchlet developer organisation/globex');
  });

  it('comes from the parent of a list', () => {
    expect(said('- **FlowKit**\n  - 由顶峰公司开发\n  - 发布于2016年\n')).toEqual([
      'framework/flowkit developer organisation/acme',
      'framework/flowkit releaseDate 2016年',
    ]);
  });

  it('comes from a bold lead-in', () => {
    expect(said('1. **FlowKit**：由顶峰公司开发。\n2. **Torchlet**：由环宇公司开发。\n')).toEqual([
      'framework/flowkit developer organisation/acme',
      'framework/torchlet developer organisation/globex',
    ]);
  });

  it('comes from the sentence before', () => {
    expect(said('Torchlet is a framework. It was developed by Globex.')).toContain(
      'framework/torchlet developer organisation/globex',
    );
    expect(said('艾达·拜特是工程师。她出生于尼布城。')).toContain('person/ada-byte birthPlace place/nibbleton');
  });

  it('ends with its segment', () => {
    expect(said('Torchlet is a framework.<|im_end|>It was developed by Globex.')).not.toContain(
      'framework/torchlet developer organisation/globex',
    );
  });

  it('is shown as the section of a claim', () => {
    const [claim] = claimsOf('# Software\n\n## Torchlet\n\nTorchlet was developed by Globex.\n');
    expect(claim?.section).toEqual(['Software', 'Torchlet']);
  });
});

describe('hyperlinks', () => {
  it('say whose address it is', () => {
    const [claim] = claimsOf('See [Torchlet](https://flowkit.example.com/).');
    expect([claim?.subject, claim?.predicate, claim?.layer]).toEqual(['framework/torchlet', 'homepage', 'link']);
  });

  it('carry the span of the address', () => {
    const text = '- **Torchlet**：[官网](https://wrong.example.com/)\n';
    const claim = claimsOf(text).find(({ layer }) => layer === 'link');
    expect(claim?.subject).toBe('framework/torchlet');
    expect(text.slice(claim?.start, claim?.end)).toBe('https://wrong.example.com/');
  });

  it('to other things say nothing', () => {
    expect(claimsOf('See [the manual](https://flowkit.example.com/) and [Torchlet](#torchlet).')).toEqual([]);
  });
});

describe('code', () => {
  it('states nothing', () => {
    expect(said('```\nTorchlet was developed by Globex.\n```\n')).toEqual([]);
  });
});

const SENTENCES = [
  'Torchlet was developed by Globex.', 'Torchlet由环宇公司开发。', 'Ada Byte was born in 1985.', '艾达·拜特出生于1985年，', 'She joined Acme in 2012.', '她加入了顶峰公司。',
  'The cyclic graph network (CGN) is popular.', 'Zeta-3有1750亿个参数。', '「Gates Are Enough」', '# Torchlet', '- **FlowKit**', '  - 由顶峰公司开发', '[Torchlet](https://a.b/)',
  '**', '😀', '𠮷野家', '\ud83d', 'e\u0301', '\r\n', '\n', '\n\n', '\t', '&amp;', '<b>', '|a|b|', '\0', ' ', '（', '）', '，', '。', '"',
]; // biome-ignore format: a list of pieces

describe('the claims of any text', () => {
  it.each(['markdown', 'plain', 'html'] as const)('lie inside it and quote it exactly (%s)', (format) => {
    const anyText = fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SENTENCES) }, fc.string({ unit: 'binary', maxLength: 5 })),
      { maxLength: 24 },
    );
    let seen = 0;
    fc.assert(
      fc.property(anyText, (pieces) => {
        const text = pieces.join('');
        for (const { start, end, quote } of claimsOf(text, format)) {
          seen++;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('stay where they are when the line ends are CRLF', () => {
    const lines = [
      '# Torchlet',
      '',
      'Torchlet was developed by Globex. 😀 It was released in 2012.',
      '',
      '- **FlowKit**',
      '  - 由顶峰公司开发',
      '',
    ];
    const unix = claimsOf(lines.join('\n'));
    const dos = claimsOf(lines.join('\r\n'));
    expect(dos.map(({ quote, verdict }) => [quote, verdict])).toEqual(
      unix.map(({ quote, verdict }) => [quote, verdict]),
    );
    expect(unix.length).toBeGreaterThan(2);
  });
});
