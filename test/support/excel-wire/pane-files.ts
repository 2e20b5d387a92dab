/** The pane in Excel as the wire server serves it: the page's own HTML with its policy, the entry and the worker from their sources. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { officeShim } from './office-shim';
import { CLIENT, type WireServer } from './wire-server';

const ROOT = join(__dirname, '../../..');
const OUT = join(ROOT, 'out/pane-in-excel');
const SCRIPT = 'text/javascript; charset=utf-8';

export async function servePane(server: WireServer): Promise<void> {
  const [pane, worker] = await Promise.all([
    build({
      entryPoints: { taskpane: join(ROOT, 'src/entry/taskpane.tsx') }, bundle: true, splitting: true, format: 'esm', target: 'es2022', jsx: 'automatic', outdir: OUT, write: false, logLevel: 'error',
      define: { ZHISHENG_VERSION: '"0.0.0"', ZHISHENG_OFFICE: '"./office/office.js"', 'process.env.NODE_ENV': '"production"' },
    }),
    build({ entryPoints: { 'live-worker': join(ROOT, 'src/entry/live-worker.ts') }, bundle: true, format: 'iife', target: 'es2022', outdir: OUT, write: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' } }),
  ]);
  for (const { path, text } of pane.outputFiles) server.files.set(`/${relative(OUT, path)}`, { type: SCRIPT, text });
  // The entry names the source of the worker.
  server.files.set('/live-worker.ts', { type: SCRIPT, text: worker.outputFiles[0]?.text ?? '' });
  server.files.set('/page.css', { type: 'text/css; charset=utf-8', text: readFileSync(join(ROOT, 'assets/page.css'), 'utf8') });
  const html = readFileSync(join(ROOT, 'assets/taskpane.html'), 'utf8').replace(/<%=[^%]*%>/g, '').replace('</head>', '<script type="module" src="./taskpane.js"></script></head>');
  server.files.set('/taskpane.html', { type: 'text/html; charset=utf-8', text: html });
  server.files.set('/office/office.js', { type: SCRIPT, text: `${readFileSync(join(CLIENT, 'office.js'), 'utf8')}${officeShim()}` });
}
