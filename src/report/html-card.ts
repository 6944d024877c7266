import type { ClaimResult, ContradictionResult } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { escapeHtml } from './escape-html.ts';
import { labelsOf, MARKS } from './labels.ts';
import type { Names } from './names.ts';
import { formatPosition, type LineIndex } from './position.ts';
import type { Shown } from './report.ts';
import { sourcesOf, webAddress } from './sources.ts';

export interface CardContext {
  /** Makes ids unique among documents. */
  readonly prefix: string;
  readonly lines: LineIndex;
  readonly language: Language;
  readonly names: Names;
}

/** The finding about one claim; what the popover over the text shows, too. */
export function claimCard(claim: ClaimResult, index: number, context: CardContext): string {
  const labels = labelsOf(context.language);
  const correct =
    claim.correction === undefined
      ? ''
      : `<p class="correct"><span>${labels.correct}${labels.colon}</span><strong>${escapeHtml(claim.correction)}</strong></p>`;
  return `<li class="card ${classOf(claim.verdict)}" id="${context.prefix}-c${index}">
${head(claim.verdict, context.names.predicate(claim.predicate, context.language), place(claim, index, context), context)}
<blockquote>${escapeHtml(claim.quote)}</blockquote>
${correct}<p class="why">${escapeHtml(claim.explanation[context.language])}</p>${sourceList(claim, context)}
</li>`;
}

/** Two statements that cannot both hold. */
export function contradictionCard(
  item: ContradictionResult,
  number: number,
  claims: readonly ClaimResult[],
  context: CardContext,
): string {
  const sides = [item.a, item.b].flatMap((index) => {
    const claim = claims[index];
    return claim ? `<blockquote>${escapeHtml(claim.quote)} ${place(claim, index, context)}</blockquote>` : [];
  });
  return `<li class="card contradiction" id="${context.prefix}-x${number}" data-sides="${item.a} ${item.b}">
${head('CONTRADICTION', '', '', context)}
${sides.join('\n')}
<p class="why">${escapeHtml(item.explanation[context.language])}</p>
</li>`;
}

function head(verdict: Shown, subject: string, where: string, { language }: CardContext): string {
  const name = `<b class="verdict"><span class="sign">${MARKS[verdict]}</span> ${escapeHtml(labelsOf(language).verdict[verdict])}</b>`;
  return `<p class="head">${name}${subject === '' ? '' : ` <span class="about">${escapeHtml(subject)}</span>`}${where}</p>`;
}

function place({ start }: ClaimResult, index: number, { prefix, lines, language }: CardContext): string {
  const position = formatPosition(lines.position(start));
  return `<a class="where" href="#${prefix}-m${index}" aria-label="${labelsOf(language).place} ${position}">${position}</a>`;
}

function sourceList(claim: ClaimResult, { language }: CardContext): string {
  const sources = sourcesOf(claim);
  if (sources.length === 0) return '';
  const items = sources.map(({ url, title }) => {
    const address = webAddress(url);
    if (address === undefined) return `<li>${escapeHtml(title)} <span class="host">${escapeHtml(url)}</span></li>`;
    const host = escapeHtml(new URL(address).host);
    return `<li><a href="${escapeHtml(address)}" rel="noopener noreferrer" target="_blank">${escapeHtml(title)}</a> <span class="host">${host}</span></li>`;
  });
  return `<p class="sources-title">${labelsOf(language).sources}</p><ul class="sources">${items.join('')}</ul>`;
}

/** The class of everything that shows a verdict. */
export function classOf(verdict: Shown): string {
  return verdict.toLowerCase().replaceAll('_', '-');
}
