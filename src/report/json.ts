import type { Reporter } from './report.ts';
import { EVERYTHING, selectAll } from './select.ts';

/** One object for one document, an array otherwise: the documented contract, as it is in memory. */
export const reportJson: Reporter = (documents, options) => {
  const results = selectAll(documents, options, EVERYTHING).map(({ result }) => result);
  const only = results.length === 1 && options.failures.length === 0 ? results[0] : undefined;
  return `${JSON.stringify(only ?? results, null, 2)}\n`;
};

/** One claim a line, each with the document it stands in. Contradictions need two claims and are left to `json`. */
export const reportJsonLines: Reporter = (documents, options) =>
  selectAll(documents, options, EVERYTHING)
    .flatMap(({ result }) =>
      result.claims.map((claim) => `${JSON.stringify({ document: result.document, ...claim })}\n`),
    )
    .join('');
