import type { ClaimResult, ContradictionResult } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { excerpt } from './excerpt.ts';
import { labelsOf, MARKS } from './labels.ts';
import { formatPosition, LineIndex } from './position.ts';
import { type CheckedDocument, documentLanguage, type Reporter, type ReportOptions, reportLanguage } from './report.ts';
import { FLAGS } from './select.ts';
import { sourcesOf, webAddress } from './sources.ts';
import { count, summaryLine } from './summary.ts';

/** For pull requests and wikis: GitHub-flavoured Markdown, everything quoted from documents escaped. */
export const reportMarkdown: Reporter = (documents, options) => {
  const language = reportLanguage(documents, options);
  const labels = labelsOf(language);
  const summary =
    documents.length > 0 ? summaryLine(count(documents.map(({ result }) => result)), language) : labels.nothingRead;
  const failures = options.failures.map(
    ({ document, message }) => `- ${escapeMarkdown(document)}${labels.colon}${escapeMarkdown(message)}`,
  );
  const blocks = [
    `# ${labels.title}`,
    summary,
    ...documents.map((document) => documentBlock(document, options)),
    ...(failures.length > 0 ? [`## ${labels.notRead}`, failures.join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
};

function documentBlock(document: CheckedDocument, options: ReportOptions): string {
  const language = documentLanguage(document, options);
  const labels = labelsOf(language);
  const lines = new LineIndex(document.text);
  const shown = options.only ?? FLAGS;
  const claims = document.result.claims.filter(({ verdict }) => shown.has(verdict));
  const contradictions = shown.has('CONTRADICTION') ? document.result.contradictions : [];
  const blocks = [`## ${escapeMarkdown(document.result.document)}`];
  if (claims.length + contradictions.length === 0) blocks.push(labels.nothingFlagged);
  let section = '';
  for (const claim of claims) {
    const heading = claim.section.map(escapeMarkdown).join(' › ');
    if (heading !== section && heading !== '') blocks.push(`### ${heading}`);
    section = heading;
    blocks.push(claimItem(claim, document, lines, language));
  }
  if (contradictions.length > 0) blocks.push(`### ${labels.contradictions}`);
  for (const item of contradictions) blocks.push(contradictionItem(item, document, lines, language));
  return blocks.join('\n\n');
}

function claimItem(claim: ClaimResult, document: CheckedDocument, lines: LineIndex, language: Language): string {
  const labels = labelsOf(language);
  const place = formatPosition(lines.position(claim.start));
  const head = `- ${MARKS[claim.verdict]} **${labels.verdict[claim.verdict]}** (${place}) ${quoted(claim, document)}`;
  const correct =
    claim.correction === undefined ? [] : [`**${labels.correct}${labels.colon}${escapeMarkdown(claim.correction)}**`];
  const sources = sourcesOf(claim).map(({ title, url }) => sourceLink(title, url));
  const source =
    sources.length === 0 ? [] : [`${labels.source}${labels.colon}${sources.join(language === 'zh' ? '、' : ', ')}`];
  return [head, ...correct, escapeMarkdown(claim.explanation[language]), ...source].filter(Boolean).join('\\\n  ');
}

function contradictionItem(
  { a, b, explanation }: ContradictionResult,
  document: CheckedDocument,
  lines: LineIndex,
  language: Language,
): string {
  const claims = [a, b].flatMap((index) => document.result.claims[index] ?? []);
  const quotes = claims.map((claim) => `${quoted(claim, document)} (${formatPosition(lines.position(claim.start))})`);
  return `- ${MARKS.CONTRADICTION} ${quotes.join(' ⇄ ')}\\\n  ${escapeMarkdown(explanation[language])}`;
}

function quoted(claim: ClaimResult, document: CheckedDocument): string {
  const { before, quote, after } = excerpt(document.text, claim);
  return before || after
    ? `${escapeMarkdown(before)}<ins>${escapeMarkdown(quote)}</ins>${escapeMarkdown(after)}`
    : escapeMarkdown(quote);
}

function sourceLink(title: string, url: string): string {
  const address = webAddress(url);
  if (address === undefined) return escapeMarkdown(`${title} (${url})`);
  return `[${escapeMarkdown(title)}](<${address.replace(/[<>\\]/gu, encodeURIComponent)}>)`;
}

/** Text as Markdown that reads the same, on one line: no markup, no HTML, no mention of an account. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]|~$]/gu, '\\$&')
    .replace(/^[#+=-]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/@/gu, '&#64;');
}
