import type { DocumentResult, Verdict } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import type { Names } from './names.ts';

/** A document with the text that its offsets count in. */
export interface CheckedDocument {
  readonly result: DocumentResult;
  /** The decoded text, byte order mark removed. */
  readonly text: string;
}

/** A document that could not be checked. */
export interface Failure {
  readonly document: string;
  readonly message: string;
}

/** What a report can show: claims by verdict, and contradictions. */
export type Shown = Verdict | 'CONTRADICTION';

export interface ReportOptions {
  /** Language of labels and explanations; `auto`: each document's own. */
  readonly language: Language | 'auto';
  /** What to show; default: what suits the format. */
  readonly only?: ReadonlySet<Shown>;
  /** Whether to write terminal colours (format text only). */
  readonly color: boolean;
  /** The version of Errata, for formats that name their tool. */
  readonly version: string;
  readonly names: Names;
  /** Documents that were given but could not be read. */
  readonly failures: readonly Failure[];
}

/** Turns results into a file's content. Pure: the same input always gives the same text. */
export type Reporter = (documents: readonly CheckedDocument[], options: ReportOptions) => string;

/** The language to address the reader in: the one asked for, else that of all documents, else English. */
export function reportLanguage(documents: readonly CheckedDocument[], options: ReportOptions): Language {
  if (options.language !== 'auto') return options.language;
  return documents.length > 0 && documents.every(({ result }) => result.language === 'zh') ? 'zh' : 'en';
}

/** The language to speak of one document in. */
export function documentLanguage({ result }: CheckedDocument, options: ReportOptions): Language {
  return options.language === 'auto' ? result.language : options.language;
}
