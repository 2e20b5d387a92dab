/** Composition root of the pane in Excel: painted first, then office.js is loaded; the pane follows when Excel answers. */
import { createRoot } from 'react-dom/client';
import { HostError } from '../app/ports';
import { excelOfPage } from '../host/excel/globals';
import { loadOffice } from '../host/excel/load-office';
import { App } from '../pane/App';
import { Connecting, type ConnectingProps } from '../pane/Connecting';
import { excelPorts } from './excel-ports';

/** Set by the build. */
declare const ZHISHENG_VERSION: string;
declare const ZHISHENG_OFFICE: string;

/** Milliseconds after which the pane says that Excel does not answer; it goes on waiting. */
const PATIENCE = 10_000;

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const element = document.getElementById('root');
if (element === null) throw new RangeError('the page has no root');
const root = createRoot(element);
const wait = (state: ConnectingProps['state']): void => root.render(<Connecting state={state} page="./index.html" onRetry={() => window.location.reload()} />);

async function start(): Promise<void> {
  wait('waiting');
  const late = setTimeout(() => wait('late'), PATIENCE);
  try {
    await loadOffice(ZHISHENG_OFFICE, document);
    const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { name: 'live' });
    root.render(<App ports={excelPorts({ excel: excelOfPage(), worker, view: window, storage: storageOf(), version: ZHISHENG_VERSION })} />);
  } catch (error) {
    const code = error instanceof HostError ? error.code : '';
    wait(code === 'excel/not-in-excel' ? 'elsewhere' : code === 'excel/too-old' ? 'old' : 'unreachable');
    if (code === '') throw error;
  } finally {
    clearTimeout(late);
  }
}

void start();
