import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportClaimReview } from '../../src/report/claimreview.ts';
import { documents, options, ZH_TEXT } from './sample.ts';

const reviewSchema = z.array(
  z.looseObject({
    '@context': z.array(z.unknown()),
    '@type': z.literal('ClaimReview'),
    claimReviewed: z.string(),
    author: z.object({ '@type': z.literal('Organization'), name: z.literal('Errata') }),
    reviewRating: z.looseObject({
      '@type': z.literal('Rating'),
      ratingValue: z.number().min(1).max(5),
      alternateName: z.string(),
    }),
    itemReviewed: z.looseObject({
      '@type': z.literal('Claim'),
      appearance: z.looseObject({ '@type': z.literal('CreativeWork') }),
    }),
    citation: z.array(z.looseObject({ '@type': z.literal('CreativeWork'), url: z.url() })).optional(),
    'oa:hasTarget': z.looseObject({ 'oa:hasSelector': z.array(z.looseObject({ '@type': z.string() })) }),
  }),
);

const reviews = reviewSchema.parse(JSON.parse(reportClaimReview(documents, options)));

describe('the ClaimReview report', () => {
  it('reviews the decided claims, 1 for refuted and 5 for supported', () => {
    expect(reviews.map(({ claimReviewed, reviewRating }) => [claimReviewed, reviewRating.ratingValue])).toEqual([
      ['林小雨出生于1985年', 1],
      ['她开发了框架“Nebula”', 5],
      ['林小雨没有写过书', 1],
      ['Ada Byte wrote Loop in 1999', 1],
      ['Ada Byte wrote Loop', 5],
    ]);
  });

  it('counts positions in code points', () => {
    const position = reviews[1]?.['oa:hasTarget']['oa:hasSelector'][1];
    const codePoints = [...ZH_TEXT].slice(Number(position?.['oa:start']), Number(position?.['oa:end']));
    expect(codePoints.join('')).toBe('她开发了框架“Nebula”');
  });

  it('cites web addresses only', () => {
    expect(reviews[3]?.citation?.map(({ url }) => url)).toEqual(['https://example.org/loop?a=1&b=2']);
  });
});
