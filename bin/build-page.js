// Makes the web page in dist/web where it is missing or, with --again, anew. A service without page still answers everything
// else, so a page that cannot be built is told and is no failure.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (process.argv.includes('--again') || !existsSync(new URL('../dist/web/index.html', import.meta.url))) {
  try {
    const { build } = await import('vite');
    await build({ configFile: `${root}/vite.config.ts`, root: `${root}/src/web`, logLevel: 'warn' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `The web page was not built (${reason}). The service works without; "npm ci && npm run build:web" builds it.`,
    );
  }
}
