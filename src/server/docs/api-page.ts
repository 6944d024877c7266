import type { FastifyInstance } from 'fastify';
import { API_SCRIPT } from './api-page-script.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 0; }
form { border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); border-radius: 8px; padding: 1rem; margin: 1rem 0; }
label { display: flex; gap: .5rem; align-items: center; margin: .4rem 0; }
label span { min-width: 8rem; font-family: ui-monospace, monospace; font-size: .9rem; }
input, select, textarea, button { font: inherit; max-width: 100%; box-sizing: border-box; }
[hidden] { display: none; }
textarea { width: 100%; font-family: ui-monospace, monospace; font-size: .9rem; }
button { padding: .35rem 1rem; cursor: pointer; }
pre { overflow: auto; max-height: 26rem; padding: .6rem; background: color-mix(in srgb, CanvasText 7%, Canvas); white-space: pre-wrap; overflow-wrap: anywhere; }
.headers { font-size: .85rem; } .status { font-weight: 600; }
.good { color: light-dark(#1d6b34, #7bd493); } .bad { color: light-dark(#a32014, #ff9c90); }
a { color: light-dark(#0a56a8, #8cc2ff); }
`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Errata</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/api/style.css">
<script src="/docs/api/page.js" defer></script>
</head>
<body><main><noscript>This page needs JavaScript; /openapi.json describes the API without it. 本页需要 JavaScript；API 说明见 /openapi.json。</noscript></main></body>
</html>
`;

/** Adds the page on which the REST interface is tried, `/docs/api`. It is made of `/openapi.json`, in the browser's language. */
export function addApiPage(app: FastifyInstance): void {
  const files = [
    ['/docs/api', 'text/html; charset=utf-8', PAGE],
    ['/docs/api/page.js', 'text/javascript; charset=utf-8', API_SCRIPT],
    ['/docs/api/style.css', 'text/css; charset=utf-8', STYLE],
  ] as const;
  for (const [path, type, content] of files)
    app.get(path, async (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(content));
}
