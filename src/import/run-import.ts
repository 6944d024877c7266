import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type KnowledgePaths, loadKnowledge } from '../knowledge/load.ts';
import type { Drafts } from './draft.ts';
import { ImportError } from './import-error.ts';
import { mergeDrafts } from './merge.ts';
import type { ImportReport, SkipLog } from './report.ts';
import { writeEntries } from './write-yaml.ts';

/** What an importer hands over when it has read its input. */
export interface Reading {
  readonly importer: string;
  readonly drafts: Drafts;
  readonly read: number;
  readonly skips: SkipLog;
  /** Why reading ended early, and how to go on. */
  readonly incomplete?: string;
}

/**
 * The knowledge that an import is compared with: the reference knowledge and what the target folder holds from earlier
 * imports. @throws ImportError where the folder is (part of) the reference knowledge.
 */
export function knowledgeFor(paths: KnowledgePaths, into: string): KnowledgeBase {
  const target = resolve(into) + sep;
  for (const path of paths.knowledge) {
    const curated = resolve(path) + sep;
    if (target.startsWith(curated) || curated.startsWith(target)) {
      throw new ImportError(
        `--into ${into}: lies in the reference knowledge (${path}). Import into a folder of its own, review it, then move what is good.`,
      );
    }
  }
  return loadKnowledge(existsSync(into) ? { ...paths, knowledge: [...paths.knowledge, into] } : paths);
}

/** Merges what was read with the knowledge and writes what is new. `write: false`: only reports. */
export function finishImport(reading: Reading, knowledge: KnowledgeBase, into: string, write = true): ImportReport {
  const merged = mergeDrafts(reading.drafts, knowledge, reading.skips);
  const created = merged.entries.filter(({ created: isNew }) => isNew);
  const report = {
    importer: reading.importer,
    read: reading.read,
    added: {
      entities: created.length,
      facts: merged.entries.reduce((sum, { facts }) => sum + facts.length, 0),
      names: merged.entries.reduce(
        (sum, { aliases, sameAs }) => sum + aliases.en.length + aliases.zh.length + sameAs.length,
        0,
      ),
    },
    matched: merged.matched,
    conflicting: merged.conflicting,
    ambiguous: merged.ambiguous,
    skipped: reading.skips.list(),
    files: write ? writeEntries(into, merged, knowledge.ontology) : [],
  };
  return reading.incomplete === undefined ? report : { ...report, incomplete: reading.incomplete };
}
