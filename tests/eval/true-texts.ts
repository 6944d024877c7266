import { readdirSync, readFileSync } from 'node:fs';
import type { Engine } from '../../src/engine.ts';

/** How often texts in which everything is true are called wrong. */
export interface TrueTextScore {
  readonly texts: number;
  /** Flags, all of them false alarms. */
  readonly flags: number;
  readonly supported: number;
}

/** Scores the Markdown files of `true-texts/`: encyclopedic prose, written without knowledge of the engine. */
export function scoreTrueTexts(engine: Engine): TrueTextScore {
  const folder = new URL('true-texts/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const claims = names.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return engine.check({ name, text, format: 'markdown' }).claims;
  });
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  return { texts: names.length, flags: count('REFUTED'), supported: count('SUPPORTED') };
}
