import type { ClaimResult } from '../assessment/result.ts';
import { labelsOf } from './labels.ts';
import { LineIndex } from './position.ts';
import { replacement } from './replacement.ts';
import { type CheckedDocument, documentLanguage, type Reporter, type ReportOptions, reportLanguage } from './report.ts';
import { fingerprints } from './sarif-fingerprint.ts';
import { artifactLocation, logicalLocations, physicalLocation } from './sarif-location.ts';
import { markdownMessage, plainMessage } from './sarif-message.ts';
import { RuleBook } from './sarif-rules.ts';
import { FLAGS } from './select.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const MIME_TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.(?:md|markdown)$/iu, 'text/markdown'],
  [/\.html?$/iu, 'text/html'],
];

/**
 * SARIF 2.1.0 for code scanning and editors. Offsets and columns count UTF-16 code units. Only refuted claims carry
 * fixes, and only where replacing the wrong value alone makes a right sentence.
 */
export const reportSarif: Reporter = (documents, options) => {
  const rules = new RuleBook(options.names);
  const results = documents.flatMap((document, index) => new SarifDocument(document, index, options, rules).results());
  const language = reportLanguage(documents, options);
  const run = {
    tool: {
      driver: {
        name: 'Errata',
        version: options.version,
        semanticVersion: options.version,
        language,
        rules: rules.list(),
      },
    },
    invocations: [invocation(options)],
    language,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n'],
    artifacts: documents.map(({ result }) => ({
      location: artifactLocation(result.document),
      roles: ['analysisTarget'],
      mimeType: MIME_TYPES.find(([extension]) => extension.test(result.document))?.[1] ?? 'text/plain',
    })),
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
};

function invocation({ failures }: ReportOptions): object {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map(({ document, message }) => ({
      level: 'error',
      message: { text: plainMessage(message) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(document) } }],
    })),
  };
}

const LEVELS = {
  REFUTED: { kind: 'fail', level: 'error' },
  CONFLICTING: { kind: 'fail', level: 'warning' },
  SUPPORTED: { kind: 'pass', level: 'none' },
  NOT_ENOUGH_INFO: { kind: 'open', level: 'none' },
} as const;

class SarifDocument {
  private readonly document: CheckedDocument;
  private readonly index: number;
  private readonly options: ReportOptions;
  private readonly rules: RuleBook;
  private readonly lines: LineIndex;
  private readonly fingerprint = fingerprints();

  constructor(document: CheckedDocument, index: number, options: ReportOptions, rules: RuleBook) {
    this.document = document;
    this.index = index;
    this.options = options;
    this.rules = rules;
    this.lines = new LineIndex(document.text);
  }

  results(): object[] {
    const shown = this.options.only ?? FLAGS;
    const { claims } = this.document.result;
    const flags = claims.filter(({ verdict }) => shown.has(verdict)).map((claim) => this.flag(claim));
    return shown.has('CONTRADICTION') ? [...flags, ...this.contradictions()] : flags;
  }

  private flag(claim: ClaimResult): object {
    const language = documentLanguage(this.document, this.options);
    const fix = this.fix(claim);
    return {
      ...this.rules.reference(claim.predicate, claim.verdict),
      ...LEVELS[claim.verdict],
      message: { text: plainMessage(claim, language), markdown: markdownMessage(claim, language) },
      locations: [this.location(claim)],
      partialFingerprints: this.fingerprint(claim.verdict, [claim]),
      ...(fix ? { fixes: [fix] } : {}),
      properties: {
        confidence: claim.confidence,
        subject: claim.subject,
        predicate: claim.predicate,
        object: claim.object,
      },
    };
  }

  private fix(claim: ClaimResult): object | undefined {
    const edit = replacement(claim, this.document.text, this.options.names);
    if (!edit) return undefined;
    const { region } = physicalLocation(this.artifact(), edit, this.document.text, this.lines);
    const { snippet: _, ...deletedRegion } = region;
    const labels = labelsOf(documentLanguage(this.document, this.options));
    return {
      description: { text: plainMessage(`${labels.correct}${labels.colon}${edit.text}`) },
      artifactChanges: [
        { artifactLocation: this.artifact(), replacements: [{ deletedRegion, insertedContent: { text: edit.text } }] },
      ],
    };
  }

  private contradictions(): object[] {
    const language = documentLanguage(this.document, this.options);
    const { claims, contradictions } = this.document.result;
    return contradictions.flatMap(({ a, b, explanation }) => {
      const first = claims[a];
      const second = claims[b];
      if (!first || !second) return [];
      const link = `[${labelsOf(language).otherStatement}](1)`;
      return {
        ...this.rules.reference('contradiction', 'CONTRADICTION'),
        kind: 'fail',
        level: 'warning',
        message: { text: `${plainMessage(explanation[language])} (${link})` },
        locations: [this.location(first)],
        relatedLocations: [{ id: 1, message: { text: plainMessage(second.quote) }, ...this.location(second) }],
        partialFingerprints: this.fingerprint('CONTRADICTION', [first, second]),
      };
    });
  }

  private location(claim: ClaimResult): object {
    return {
      physicalLocation: physicalLocation(this.artifact(), claim, this.document.text, this.lines),
      ...logicalLocations(claim.section),
    };
  }

  private artifact(): object {
    return { ...artifactLocation(this.document.result.document), index: this.index };
  }
}
