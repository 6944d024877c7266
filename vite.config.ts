import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The web page: `src/web` becomes `dist/web`, which the service serves under a policy that allows nothing inline and nothing foreign. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `npm run dev:web` beside a running service.
    proxy: Object.fromEntries(
      ['/graphql', '/openapi.json', '/healthz', '/readyz'].map((path) => [path, 'http://127.0.0.1:4000']),
    ),
  },
});
