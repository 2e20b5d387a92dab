/** Composition root of the page in a browser: the desk in a worker, the pane, the service worker. Never loads office.js. */
import { createRoot } from 'react-dom/client';
import { DESK_METHODS, type Desk } from '../app/desk/desk';
import type { PanePorts } from '../app/pane-ports';
import { connect } from '../host/web/connect';
import { webFiles } from '../host/web/files';
import { webRecovery, webSettings } from '../host/web/keeping';
import { App } from '../pane/App';

/** Set by the build. */
declare const ZHISHENG_VERSION: string;

const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' });

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const ports: PanePorts = {
  desk: connect<Desk>(worker, DESK_METHODS),
  excel: null,
  files: webFiles(window, { url: './sample/demo.xlsx', name: '示例企业.xlsx' }),
  recovery: typeof indexedDB === 'undefined' ? null : webRecovery(),
  settings: webSettings(storageOf()),
  charts: async () => (await import('../host/picture/chart-picture')).createChartPicture(),
  guard: (unsaved) => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  },
  version: ZHISHENG_VERSION,
};

const root = document.getElementById('root');
if (root === null) throw new RangeError('the page has no root');
createRoot(root).render(<App ports={ports} />);

if ('serviceWorker' in navigator) navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
