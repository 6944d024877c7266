import type { ClaimResult } from '../assessment/result.ts';
import { CodePoints } from './code-points.ts';
import { labelsOf } from './labels.ts';
import { type CheckedDocument, documentLanguage, type Reporter, type ReportOptions, type Shown } from './report.ts';
import { sourcesOf, webAddress } from './sources.ts';

const DECIDED: ReadonlySet<Shown> = new Set<Shown>(['REFUTED', 'SUPPORTED']);
const CONTEXT = ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#', oa: 'http://www.w3.org/ns/oa#' }];
/** schema.org's scale for fact checks: 1 false … 5 true. */
const RATINGS: Readonly<Partial<Record<Shown, number>>> = { REFUTED: 1, CONFLICTING: 3, SUPPORTED: 5 };
const CONTEXT_LENGTH = 32;

/**
 * schema.org ClaimReview as JSON-LD, one per decided claim; evidence as PROV (`prov:wasDerivedFrom`), the place as Web
 * Annotation selectors, whose positions count Unicode code points as that recommendation demands.
 */
export const reportClaimReview: Reporter = (documents, options) =>
  `${JSON.stringify(
    documents.flatMap((document) => reviewsOf(document, options)),
    null,
    2,
  )}\n`;

/** The reviews of one document's claims. */
export function reviewsOf(document: CheckedDocument, options: ReportOptions): object[] {
  const shown = options.only ?? DECIDED;
  const points = new CodePoints(document.text);
  const claims = document.result.claims.filter(({ verdict }) => shown.has(verdict) && RATINGS[verdict] !== undefined);
  return claims.map((claim) => review(claim, document, options, points));
}

function review(claim: ClaimResult, document: CheckedDocument, options: ReportOptions, points: CodePoints): object {
  const language = documentLanguage(document, options);
  const name = document.result.document;
  const correction =
    claim.correction === undefined
      ? {}
      : { alternativeHeadline: `${labelsOf(language).correct}${labelsOf(language).colon}${claim.correction}` };
  return {
    '@context': CONTEXT,
    '@type': 'ClaimReview',
    claimReviewed: claim.quote,
    inLanguage: language,
    author: { '@type': 'Organization', name: 'Errata' },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: RATINGS[claim.verdict],
      worstRating: 1,
      bestRating: 5,
      alternateName: labelsOf(language).verdict[claim.verdict],
    },
    reviewBody: claim.explanation[language],
    ...correction,
    itemReviewed: {
      '@type': 'Claim',
      text: claim.quote,
      inLanguage: claim.language,
      appearance: { '@type': 'CreativeWork', name, identifier: name },
    },
    ...evidence(claim),
    'oa:hasTarget': { 'oa:hasSource': name, 'oa:hasSelector': selectors(claim, document.text, points) },
  };
}

function evidence(claim: ClaimResult): object {
  const sources = sourcesOf(claim).flatMap(({ url, title }) => {
    const address = webAddress(url);
    return address === undefined ? [] : [{ address, title }];
  });
  if (sources.length === 0) return {};
  return {
    citation: sources.map(({ address, title }) => ({ '@type': 'CreativeWork', name: title, url: address })),
    'prov:wasDerivedFrom': claim.evidence.map(({ factId, statement, sources: own }) => ({
      '@type': 'prov:Entity',
      identifier: factId,
      description: statement,
      'prov:hadPrimarySource': own.flatMap(({ url }) => webAddress(url) ?? []).map((address) => ({ '@id': address })),
    })),
  };
}

function selectors(claim: ClaimResult, text: string, points: CodePoints): object[] {
  return [
    {
      '@type': 'oa:TextQuoteSelector',
      'oa:exact': claim.quote,
      'oa:prefix': text.slice(Math.max(0, claim.start - CONTEXT_LENGTH), claim.start).replace(/^[\udc00-\udfff]/u, ''),
      'oa:suffix': text.slice(claim.end, claim.end + CONTEXT_LENGTH).replace(/[\ud800-\udbff]$/u, ''),
    },
    { '@type': 'oa:TextPositionSelector', 'oa:start': points.at(claim.start), 'oa:end': points.at(claim.end) },
  ];
}
