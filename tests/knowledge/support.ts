import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspectKnowledge, type KnowledgePaths } from '../../src/knowledge/load.ts';
import { validateKnowledge } from '../../src/knowledge/validate.ts';

/** A small ontology with everything that validation looks at. */
export const ONTOLOGY = `
kinds:
  agent: { label: { en: agent, zh: 主体 } }
  person: { under: agent, label: { en: person, zh: 人物 } }
  company: { under: agent, label: { en: company, zh: 公司 } }
  product: { label: { en: product, zh: 产品 } }
  place: { label: { en: place, zh: 地点 } }
disjoint:
  - [agent, product, place]
  - [person, company]
vocabularies:
  role: { label: { en: role, zh: 职务 }, terms: { chief: { label: { en: chief, zh: 主管 } }, member: { label: { en: member, zh: 成员 } } } }
predicates:
  isA: { label: { en: is a, zh: 是 }, domain: [any], range: [kind], many: true }
  born: { label: { en: born, zh: 出生 }, domain: [person], range: [date] }
  died: { label: { en: died, zh: 去世 }, domain: [person], range: [date] }
  worksAt: { label: { en: works at, zh: 任职 }, domain: [person], range: [company], many: true, changes: true, qualifiers: [role, start, end] }
  founded: { label: { en: founded, zh: 成立 }, domain: [company], range: [date] }
  maker: { label: { en: maker, zh: 制造者 }, domain: [product], range: [company], many: true }
  makes: { label: { en: makes, zh: 制造 }, domain: [company], range: [product], many: true }
  released: { label: { en: released, zh: 发布 }, domain: [product], range: [date] }
  within: { label: { en: within, zh: 位于 }, domain: [place], range: [place], many: true }
  weight: { label: { en: weight, zh: 重量 }, domain: [product], range: [number], unit: kg }
  page: { label: { en: page, zh: 网页 }, domain: [any], range: [url] }
order:
  - { first: [born], later: [worksAt, died] }
  - { first: [worksAt], later: [died] }
  - { first: [founded], of: maker, later: [released] }
acyclic: [within]
inverse:
  - [maker, makes]
`;

export const SOURCES = 'sources: { s: { url: "https://example.org/s", title: S, kind: primary } }\n';

/** Runs with a folder of these files, taken away afterwards. Names may have folders. */
export function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'errata-test-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function pathsIn(folder: string): KnowledgePaths {
  return { ontology: join(folder, 'ontology.yaml'), knowledge: [join(folder, 'knowledge')], cache: undefined };
}

/** All problems of one knowledge file, as `line severity: message`. */
export function problemsOf(yaml: string, ontology = ONTOLOGY): string[] {
  return inFolder({ 'ontology.yaml': ontology, 'knowledge/a.yaml': yaml }, (folder) => {
    const inspected = inspectKnowledge(pathsIn(folder));
    const problems = [...inspected.problems, ...validateKnowledge(inspected)];
    return problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`);
  });
}

/** Entities with the source below them, without mistakes of their own. */
export function entities(yaml: string): string {
  return `${SOURCES}entities:\n${yaml}`;
}
