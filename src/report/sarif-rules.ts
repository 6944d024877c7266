import { labelsOf } from './labels.ts';
import type { Names } from './names.ts';
import type { Shown } from './report.ts';

interface Rule {
  readonly id: string;
  readonly [property: string]: unknown;
}

const LEVEL: Readonly<Record<Shown, string>> = {
  REFUTED: 'error',
  CONFLICTING: 'warning',
  CONTRADICTION: 'warning',
  SUPPORTED: 'none',
  NOT_ENOUGH_INFO: 'none',
};

/** What to do about a flag. */
const ADVICE: Readonly<Record<Shown, string>> = {
  REFUTED: 'Replace the value by the correction shown, after a look at the source it names.',
  CONFLICTING: 'Say which source the statement follows, or mention both values.',
  CONTRADICTION: 'Decide which of the two statements holds and change the other.',
  SUPPORTED: 'Nothing to do.',
  NOT_ENOUGH_INFO: 'Nothing is wrong as far as the reference knowledge tells; add a sourced fact to have it decided.',
};

/** The rules of a run, one per predicate and verdict (`birthDate/refuted`), numbered in the order they are first needed. */
export class RuleBook {
  private readonly rules: Rule[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  list(): readonly Rule[] {
    return this.rules;
  }

  /** `ruleId` and `ruleIndex` of a result. */
  reference(predicate: string, verdict: Shown): { ruleId: string; ruleIndex: number } {
    const ruleId =
      verdict === 'CONTRADICTION' ? 'contradiction' : `${predicate}/${verdict.toLowerCase().replaceAll('_', '-')}`;
    const known = this.indexes.get(ruleId);
    if (known !== undefined) return { ruleId, ruleIndex: known };
    const ruleIndex = this.rules.push(this.rule(ruleId, predicate, verdict)) - 1;
    this.indexes.set(ruleId, ruleIndex);
    return { ruleId, ruleIndex };
  }

  private rule(id: string, predicate: string, verdict: Shown): Rule {
    const { verdict: titles, verdictHelp } = labelsOf('en');
    const chinese = labelsOf('zh');
    const subject = verdict === 'CONTRADICTION' ? '' : `: ${this.names.predicate(predicate, 'en')}`;
    const chineseSubject = verdict === 'CONTRADICTION' ? '' : `：${this.names.predicate(predicate, 'zh')}`;
    return {
      id,
      name: id
        .split(/[^A-Za-z\d]+/u)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(''),
      shortDescription: { text: `${titles[verdict]}${subject}` },
      fullDescription: { text: verdictHelp[verdict] },
      help: {
        text: `${verdictHelp[verdict]} ${ADVICE[verdict]}`,
        markdown: `**${titles[verdict]}${subject}** (${chinese.verdict[verdict]}${chineseSubject})\n\n${verdictHelp[verdict]} ${ADVICE[verdict]}`,
      },
      defaultConfiguration: { level: LEVEL[verdict] },
      properties: { tags: ['facts'], precision: 'high' },
    };
  }
}
