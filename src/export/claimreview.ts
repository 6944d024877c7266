import { reviewsOf } from '../report/claimreview.ts';
import { plainNames } from '../report/names.ts';
import type { ReportOptions } from '../report/report.ts';
import { toCheckedText } from '../store/from-graph.ts';
import { type Exporter, wholeDocuments } from './exporter.ts';

/** schema.org ClaimReview as a JSON-LD array, one review for each decided claim of every document. */
export const exportClaimReview: Exporter = async function* (store) {
  const options: ReportOptions = { language: 'auto', color: false, version: '', names: plainNames, failures: [] };
  let separator = '[\n';
  for await (const whole of wholeDocuments(store)) {
    for (const review of reviewsOf(await toCheckedText(whole, store), options)) {
      yield `${separator}${JSON.stringify(review)}`;
      separator = ',\n';
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
};
