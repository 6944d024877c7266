import { describe, expect, it } from 'vitest';
import { reportJson, reportJsonLines } from '../../src/report/json.ts';
import { documents, enResult, options, zhDocument, zhResult } from './sample.ts';

describe('the JSON report', () => {
  it('is one object for one document, with the fields of the contract', () => {
    const report: unknown = JSON.parse(reportJson([zhDocument], options));
    expect(report).toEqual(zhResult);
    expect(Object.keys(report as object)).toEqual(['document', 'language', 'sentences', 'claims', 'contradictions']);
  });

  it('is an array for several documents', () => {
    expect(JSON.parse(reportJson(documents, options))).toEqual([zhResult, enResult]);
  });

  it('is an array when a document is missing from it', () => {
    const failures = [{ document: 'b.md', message: 'no such file' }];
    expect(JSON.parse(reportJson([zhDocument], { ...options, failures }))).toEqual([zhResult]);
  });

  it('quotes exactly what stands at each span', () => {
    for (const { result, text } of documents) {
      for (const { start, end, quote } of result.claims) expect(text.slice(start, end)).toBe(quote);
    }
  });
});

describe('the JSON Lines report', () => {
  it('holds one claim a line with its document', () => {
    const lines = reportJsonLines(documents, options)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(zhResult.claims.length + enResult.claims.length);
    expect(lines[0]).toEqual({ document: zhResult.document, ...zhResult.claims[0] });
  });
});
