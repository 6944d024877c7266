import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, reportMarkdown } from '../../src/report/markdown.ts';
import { documents, options } from './sample.ts';

const textOf = (markdown: string): string => {
  const texts: string[] = [];
  const visit = (node: { type: string; value?: string; children?: readonly unknown[] }) => {
    texts.push(node.type === 'text' ? (node.value ?? '') : '');
    if (!['root', 'paragraph', 'text'].includes(node.type)) texts.push(`<${node.type}>`);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown));
  return texts.join('');
};

describe('the Markdown report', () => {
  it('reads like this', async () => {
    await expect(reportMarkdown(documents, options)).toMatchFileSnapshot('golden/report.md');
  });

  it('names documents that could not be read', () => {
    const failures = [{ document: 'gone*.md', message: 'no such file' }];
    expect(reportMarkdown([], { ...options, failures })).toContain('## Not checked\n\n- gone\\*.md: no such file');
  });

  it.each([
    '*a* _b_ `c`',
    '[x](javascript:y)',
    '# x',
    '- x',
    '12. x',
    '<img src=x>',
    '&amp; &lt;',
    'a | b ~~c~~',
    'x\\y',
  ])('shows %s as plain text', (text) => {
    expect(textOf(escapeMarkdown(text))).toBe(text);
  });

  it('mentions nobody', () => {
    expect(escapeMarkdown('@someone')).not.toContain('@');
  });
});
