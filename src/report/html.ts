import { createHash } from 'node:crypto';
import type { Language } from '../knowledge/model.ts';
import { escapeHtml } from './escape-html.ts';
import { claimCard, classOf, contradictionCard } from './html-card.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import { annotatedText } from './html-text.ts';
import { labelsOf, MARKS } from './labels.ts';
import { LineIndex } from './position.ts';
import {
  type CheckedDocument,
  documentLanguage,
  type Reporter,
  type ReportOptions,
  reportLanguage,
  type Shown,
} from './report.ts';
import { EVERYTHING, selectAll } from './select.ts';
import { type Counts, count, summaryLine } from './summary.ts';

/**
 * One page with everything in it: the text as it was, its claims marked, and the findings beside it. It loads nothing
 * and, by its content security policy, cannot; without scripts the marks are links to the findings.
 */
export const reportHtml: Reporter = (documents, options) => {
  const language = reportLanguage(documents, options);
  const selected = selectAll(documents, options, EVERYTHING);
  const labels = labelsOf(language);
  const counts = count(documents.map(({ result }) => result));
  const failures = options.failures.map(
    ({ document, message }) => `<li><b>${escapeHtml(document)}</b> ${escapeHtml(message)}</li>`,
  );
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const [only] = documents;
  const title = documents.length === 1 && only ? `${only.result.document} · ${labels.title}` : labels.title;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Errata ${escapeHtml(options.version)}">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(labels.title)}</h1>
<p class="summary">${escapeHtml(documents.length > 0 ? summaryLine(counts, language) : labels.nothingRead)}</p>
${filters(counts, language)}
</header>
<main>
${selected.map((document, index) => documentArticle(document, index, options)).join('\n')}
${failures.length > 0 ? `<section class="failures"><h2>${labels.notRead}</h2><ul>${failures.join('')}</ul></section>` : ''}
</main>
<div id="pop" role="dialog" aria-label="${labels.findings}" hidden><button type="button" class="close" aria-label="${labels.close}">×</button><div class="body"></div></div>
<script>${SCRIPT}</script>
</body>
</html>
`;
};

const FILTERS: readonly (readonly [Shown, keyof Counts])[] = [
  ['REFUTED', 'refuted'],
  ['CONFLICTING', 'conflicting'],
  ['CONTRADICTION', 'contradictions'],
  ['SUPPORTED', 'supported'],
  ['NOT_ENOUGH_INFO', 'noInformation'],
];

/** Check boxes that the style sheet reads by itself. */
function filters(counts: Counts, language: Language): string {
  const labels = labelsOf(language);
  const boxes = FILTERS.map(([verdict, name]) => {
    const id = classOf(verdict);
    const help = escapeHtml(labels.verdictHelp[verdict]);
    return `<label class="chip ${id}" title="${help}"><input type="checkbox" id="show-${id}" checked><span class="sign">${MARKS[verdict]}</span> ${escapeHtml(labels.verdict[verdict])} <b>${counts[name]}</b></label>`;
  });
  return `<fieldset class="filters"><legend>${labels.show}</legend>${boxes.join('')}</fieldset>`;
}

function documentArticle(document: CheckedDocument, index: number, options: ReportOptions): string {
  const { result, text } = document;
  const language = documentLanguage(document, options);
  const labels = labelsOf(language);
  const context = { prefix: `d${index}`, lines: new LineIndex(text), language, names: options.names };
  const cards = [
    ...result.claims.map((claim, position) => ({ at: claim.start, html: claimCard(claim, position, context) })),
    ...result.contradictions.map((item, number) => ({
      at: result.claims[item.a]?.start ?? 0,
      html: contradictionCard(item, number, result.claims, context),
    })),
  ].sort((one, other) => one.at - other.at);
  const flagged = result.claims.filter(({ verdict }) => verdict === 'REFUTED' || verdict === 'CONFLICTING').length;
  return `<article lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<h2 class="name"><bdi>${escapeHtml(result.document)}</bdi></h2>
<div class="columns">
<section class="text" aria-label="${labels.original}" lang="${result.language === 'zh' ? 'zh-CN' : 'en'}">${annotatedText(document, context.prefix)}</section>
<aside><details open><summary>${labels.findings} <span>${labels.flagged(flagged + result.contradictions.length)}</span></summary>
${cards.length > 0 ? `<ol class="cards">${cards.map(({ html }) => html).join('\n')}</ol>` : `<p>${labels.nothingFlagged}</p>`}
</details></aside>
</div>
</article>`;
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
