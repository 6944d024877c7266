import type { DocumentResult, Verdict } from '../../assessment/result.ts';
import type { Language } from '../../knowledge/model.ts';
import type { ReportFormat } from '../../report/formats.ts';
import type { Shown } from '../../report/report.ts';
import type { DocumentFormat } from '../../text/document.ts';

/** What a worker thread is made with. */
export interface WorkerSettings {
  readonly ontology: string;
  readonly knowledge: readonly string[];
  /** The folder of the classifier of sentence pairs; left out: none. */
  readonly entailment?: string | undefined;
}

/** A document to check: bytes as they came, or text. */
export interface CheckTask {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** How to read it; default: what its name and its text look like. */
  readonly format?: DocumentFormat;
}

/** A document to check and to report on. */
export interface ReportTask extends CheckTask {
  readonly report: ReportFormat;
  readonly language: Language | 'auto';
  readonly only?: ReadonlySet<Shown>;
}

/** A checked document with its decoded text. */
export interface CheckedText {
  readonly text: string;
  readonly format: DocumentFormat;
  readonly result: DocumentResult;
}

/** A report with what it counts. */
export interface FinishedReport {
  readonly content: string;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

/** A document whose bytes are no text, and why. */
export interface Unreadable {
  readonly unreadable: string;
}
