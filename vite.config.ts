import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const SERVICE = 'http://127.0.0.1:4000';

/** Browsers that open a room get the page; only what the page asks goes to the service. */
function roomsStay({ headers }: IncomingMessage): string | undefined {
  return headers.accept?.includes('text/html') && !headers['content-type'] ? '/index.html' : undefined;
}

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
      ['/graphql', '/document', '/check', '/verify', '/ask'].map((path) => [
        path,
        { target: SERVICE, bypass: roomsStay },
      ]),
    ),
  },
});
