import { describe, expect, it } from 'vitest';
import { printable, reportText } from '../../src/report/text.ts';
import { documents, enDocument, options, zhDocument } from './sample.ts';

describe('the text report', () => {
  it('reads like this', async () => {
    await expect(reportText(documents, options)).toMatchFileSnapshot('golden/report.txt');
  });

  it('shows every claim on request', async () => {
    const only = new Set(['SUPPORTED', 'NOT_ENOUGH_INFO'] as const);
    const text = reportText([zhDocument], { ...options, only });
    expect(text).toContain('✓ 属实');
    expect(text).toContain('? 信息不足');
    expect(text).not.toContain('✗');
  });

  it('speaks the language asked for', () => {
    expect(reportText([zhDocument], { ...options, language: 'en' })).toContain('Correct: 1986年10月23日');
    expect(reportText([enDocument], { ...options, language: 'zh' })).toContain('应为：2001');
  });

  it('colours only when told', () => {
    expect(reportText(documents, options)).not.toContain('\u001b[');
    expect(reportText(documents, { ...options, color: true })).toContain('\u001b[31m');
  });

  it('says so when nothing is flagged', () => {
    const result = { ...enDocument.result, document: 'a.txt', claims: [] };
    expect(reportText([{ ...enDocument, result }], options)).toBe(
      'a.txt\n  Nothing to flag.\n\n3 sentences, 0 checkable claims, 0 supported, 0 refuted, 0 conflicting, 0 no information, 0 contradictions\n',
    );
  });

  it('keeps documents from steering the terminal', () => {
    expect(printable('a\u001b[2Jb\u202ec\nd')).toBe('a�[2Jb�c d');
  });
});
