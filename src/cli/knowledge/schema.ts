import { knowledgeJsonSchema } from '../../knowledge/json-schema.ts';
import { loadOntologyData } from '../../knowledge/load.ts';
import { settingsFrom } from '../../settings.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

/** Prints the JSON Schema of knowledge files for the ontology. */
export async function schema(flags: { readonly ontology?: string }, context: Context): Promise<ExitCode> {
  const { ontology } = settingsFrom(flags, context.environment);
  await write(context.stdout, `${JSON.stringify(knowledgeJsonSchema(loadOntologyData(ontology)), null, 2)}\n`);
  return EXIT.ok;
}
