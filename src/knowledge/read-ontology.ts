import { checkOntology } from './check-ontology.ts';
import { type OntologyData, ontologySchema } from './ontology.ts';
import type { YamlFile } from './yaml-file.ts';
import { parseWith } from './zod-issues.ts';

/** Reads and checks an ontology; undefined where its form is wrong. Mistakes are noted with the file, all at once. */
export function readOntology(file: YamlFile): OntologyData | undefined {
  const raw = file.read();
  if (raw === undefined && file.problems.length > 0) return undefined;
  const data = parseWith(ontologySchema, raw, file, []);
  if (data) checkOntology(data, (path, message) => file.report(path, message));
  return data;
}
