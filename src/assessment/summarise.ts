import type { Residue } from '../claims/claim.ts';
import type { Language } from '../text/document.ts';
import type { AbstentionReason, Bilingual, ClaimResult, Layer, Verdict, Verification } from './result.ts';

const ABSTENTIONS: Readonly<Record<AbstentionReason, Bilingual>> = {
  'unknown-entity': { en: 'It names something the knowledge does not have.', zh: '其中提到知识库未收录的事物。' },
  'unknown-predicate': {
    en: 'It states something the knowledge has no relation for.',
    zh: '其中有知识库无法理解或未收录的关系。',
  },
  'no-fact': { en: 'The knowledge holds no fact that decides it.', zh: '知识库中没有足以判断的事实。' },
  'not-checkable': { en: 'It states nothing that can be checked against facts.', zh: '其中没有可用事实核查的内容。' },
};

/** The verdict on the whole: refuted if a part is, supported only if all parts are and nothing was left unexplained. */
export function summarise(
  claim: string,
  claims: readonly ClaimResult[],
  residues: readonly Residue[],
  language: Language,
): Verification {
  const refuted = claims.filter(({ verdict }) => verdict === 'REFUTED');
  const verdict = wholeVerdict(claims, refuted, residues);
  const telling = claims.filter((result) => result.verdict === verdict);
  const confidence =
    telling.length > 0
      ? (verdict === 'SUPPORTED' ? Math.min : Math.max)(...telling.map((result) => result.confidence))
      : 0.6;
  const unexplained = residues.map(({ start, end }) => ({ quote: claim.slice(start, end), start, end }));
  const base = { claim, verdict, confidence, claims, unexplained };
  if (verdict === 'NOT_ENOUGH_INFO') {
    const reason = telling[0]?.reason ?? residues[0]?.reason ?? 'not-checkable';
    return { ...base, reason, explanation: telling[0]?.explanation ?? ABSTENTIONS[reason] };
  }
  const explanation = {
    en: telling.map((result) => result.explanation.en).join(' '),
    zh: telling.map((result) => result.explanation.zh).join(''),
  };
  if (verdict !== 'REFUTED') return { ...base, explanation };
  const corrections = [...new Set(refuted.map((result) => result.correction ?? ''))];
  return { ...base, explanation, correction: corrections.join(language === 'zh' ? '；' : '; ') };
}

/** Whether a part keeps the whole from being decided: what a thing is called in passing («the physicist X») does not. */
export function keepsOpen(verdict: Verdict, layer: Layer): boolean {
  return verdict === 'NOT_ENOUGH_INFO' && layer !== 'apposition';
}

function wholeVerdict(
  claims: readonly ClaimResult[],
  refuted: readonly ClaimResult[],
  residues: readonly Residue[],
): Verdict {
  if (refuted.length > 0) return 'REFUTED';
  if (claims.length === 0 || residues.length > 0) return 'NOT_ENOUGH_INFO';
  if (claims.some(({ verdict, layer }) => keepsOpen(verdict, layer))) return 'NOT_ENOUGH_INFO';
  return claims.some(({ verdict }) => verdict === 'CONFLICTING') ? 'CONFLICTING' : 'SUPPORTED';
}
