import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportSarif } from '../../src/report/sarif.ts';
import { artifactLocation } from '../../src/report/sarif-location.ts';
import { EVERYTHING } from '../../src/report/select.ts';
import { documents, options, ZH_TEXT, zhDocument } from './sample.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

const isUriReference = (value: string) =>
  /^[A-Za-z\d\-._~:/?#[\]@!$&'()*+,;=%]*$/u.test(value) && URL.canParse(value, 'file:///x/');
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: { uri: (value: string) => URL.canParse(value), 'uri-reference': isUriReference },
});
const isValid = ajv.compile(SARIF_SCHEMA);

const region = z.looseObject({
  startLine: z.number(),
  startColumn: z.number(),
  charOffset: z.number(),
  charLength: z.number(),
});
const logSchema = z.looseObject({
  runs: z.array(
    z.looseObject({
      tool: z.object({ driver: z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
      artifacts: z.array(z.unknown()),
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.number(),
          kind: z.string(),
          level: z.string(),
          message: z.object({ text: z.string(), markdown: z.string().optional() }),
          locations: z.array(z.looseObject({ physicalLocation: z.looseObject({ region }) })),
          relatedLocations: z.array(z.looseObject({ id: z.number() })).optional(),
          partialFingerprints: z.record(z.string(), z.string()),
          fixes: z.array(z.looseObject({ artifactChanges: z.array(z.unknown()) })).optional(),
        }),
      ),
    }),
  ),
});

const runOf = (report: string) => {
  const log: unknown = JSON.parse(report);
  expect(isValid(log), JSON.stringify(isValid.errors, null, 1)).toBe(true);
  const [run] = logSchema.parse(log).runs;
  if (!run) throw new Error('a log holds a run');
  return run;
};

describe('the SARIF report', () => {
  it('keeps to the published schema, whatever is shown', () => {
    runOf(reportSarif([], options));
    runOf(reportSarif(documents, { ...options, only: EVERYTHING, language: 'zh' }));
    runOf(reportSarif(documents, { ...options, failures: [{ document: '/tmp/a b.md', message: 'no [such] {file}' }] }));
  });

  it('flags refuted claims as errors, conflicts and contradictions as warnings', () => {
    expect(runOf(reportSarif(documents, options)).results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['birthDate/refuted', 'error'],
      ['author/refuted', 'error'],
      ['developer/conflicting', 'warning'],
      ['contradiction', 'warning'],
      ['author/refuted', 'error'],
    ]);
  });

  it('refers to rules by id and index alike', () => {
    const { results, tool } = runOf(reportSarif(documents, options));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('gives a level only to failures', () => {
    for (const { kind, level } of runOf(reportSarif(documents, { ...options, only: EVERYTHING })).results) {
      expect(kind === 'fail').toBe(level !== 'none');
    }
  });

  it('places flags by line, column and offset', () => {
    const [first] = runOf(reportSarif([zhDocument], options)).results;
    const place = first?.locations[0]?.physicalLocation.region;
    expect(place).toMatchObject({ startLine: 5, startColumn: 1, endLine: 5, endColumn: 12 });
    expect(ZH_TEXT.slice(place?.charOffset, (place?.charOffset ?? 0) + (place?.charLength ?? 0))).toBe(
      '林小雨出生于1985年',
    );
  });

  it('offers a fix only where a value can be replaced', () => {
    const { results } = runOf(reportSarif([zhDocument], options));
    expect(results.map(({ fixes }) => fixes?.length ?? 0)).toEqual([1, 0, 0, 0]);
    expect(JSON.stringify(results[0]?.fixes)).toContain('"insertedContent":{"text":"1986年10月23日"}');
  });

  it('links a contradiction to its other side', () => {
    const contradiction = runOf(reportSarif([zhDocument], options)).results.at(-1);
    expect(contradiction?.relatedLocations?.map(({ id }) => id)).toEqual([1]);
    expect(contradiction?.message.text).toBe('两处开发者不同。 ([另一处陈述](1))');
  });

  it('keeps fingerprints when text is inserted above', () => {
    const shift = 'Preface.\n'.length;
    const claims = zhDocument.result.claims.map((claim) => ({
      ...claim,
      start: claim.start + shift,
      end: claim.end + shift,
    }));
    const moved = { text: `Preface.\n${zhDocument.text}`, result: { ...zhDocument.result, claims } };
    const prints = (report: string) => runOf(report).results.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints(reportSarif([moved], options))).toEqual(prints(reportSarif([zhDocument], options)));
  });

  it('escapes brackets and braces in messages', () => {
    const failures = [{ document: 'a', message: 'no [such] {file}' }];
    expect(reportSarif([], { ...options, failures })).toContain('no \\\\[such\\\\] {{file}}');
  });
});

describe('artifactLocation', () => {
  it.each([
    ['docs/林 1.md', 'docs/%E6%9E%97%201.md'],
    ['./a#b?.md', 'a%23b%3F.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['sub\\x.md', 'sub/x.md'],
    ['/tmp/x.md', 'file:///tmp/x.md'],
    ['C:\\x y.md', 'file:///C:/x%20y.md'],
  ])('writes %s as %s', (name, uri) => {
    expect(artifactLocation(name).uri).toBe(uri);
  });
});
