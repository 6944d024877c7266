import type { ClaimResult } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { labelsOf } from './labels.ts';
import { escapeMarkdown } from './markdown.ts';
import { sourcesOf, webAddress } from './sources.ts';

/**
 * A plain text message: a claim's correction, explanation and sources, or any text. Brackets and braces are escaped,
 * because SARIF reads them as links and placeholders (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
export function plainMessage(content: ClaimResult | string, language: Language = 'en'): string {
  if (typeof content === 'string') return escapeMessage(content);
  const labels = labelsOf(language);
  const correct = content.correction === undefined ? '' : ` ${labels.correct}${labels.colon}${content.correction}`;
  const sources = sourcesOf(content)
    .map(({ title, url }) => `${title} (${url})`)
    .join('; ');
  const source = sources ? ` ${labels.source}${labels.colon}${sources}` : '';
  return escapeMessage(`${content.explanation[language]}${correct}${source}`);
}

/** The same as Markdown, with live links to the sources. */
export function markdownMessage(claim: ClaimResult, language: Language): string {
  const labels = labelsOf(language);
  const parts = [escapeMarkdown(claim.explanation[language])];
  if (claim.correction !== undefined)
    parts.push(`**${labels.correct}${labels.colon}${escapeMarkdown(claim.correction)}**`);
  const sources = sourcesOf(claim).map(({ title, url }) => {
    const address = webAddress(url);
    return address === undefined ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](<${address}>)`;
  });
  if (sources.length > 0) parts.push(`${labels.source}${labels.colon}${sources.join(', ')}`);
  return parts.join('\n\n').replace(/[{}]/gu, '$&$&');
}

function escapeMessage(text: string): string {
  return text.trim().replace(/[[\]]/gu, '\\$&').replace(/[{}]/gu, '$&$&');
}
