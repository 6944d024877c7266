import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../settings.ts';
import { printedSchema } from './schema.ts';

/** `npm run schema:graphql`: prints the schema to where people and tools look for it. */
writeFileSync(join(PACKAGE_ROOT, 'schema', 'schema.graphql'), printedSchema());
