import { reportClaimReview } from './claimreview.ts';
import { reportHtml } from './html.ts';
import { reportJson, reportJsonLines } from './json.ts';
import { reportMarkdown } from './markdown.ts';
import type { Reporter } from './report.ts';
import { reportSarif } from './sarif.ts';
import { reportText } from './text.ts';

/** Every report format by the name that users give. */
export const REPORTERS = {
  text: reportText,
  json: reportJson,
  jsonl: reportJsonLines,
  sarif: reportSarif,
  markdown: reportMarkdown,
  html: reportHtml,
  claimreview: reportClaimReview,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
