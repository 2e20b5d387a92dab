/** What the pane is given in Excel: the desk in its worker, which reaches the workbook through the page, and Excel's own side. */
import { createChangeQueue } from '../app/desk/change-queue';
import type { DeskState } from '../app/desk/desk-state';
import { LIVE_DESK_METHODS, type LiveDesk } from '../app/desk/live-methods';
import type { ExcelPorts, PanePorts } from '../app/pane-ports';
import type { Excel } from '../host/excel/api';
import { watchChanges } from '../host/excel/changes';
import { officeLook } from '../host/excel/globals';
import { goToCell } from '../host/excel/go-to';
import { markCells } from '../host/excel/marks';
import { selectedCell } from '../host/excel/selection';
import { openExcelWorkbook } from '../host/excel/workbook';
import type { Repair } from '../host/excel/write/journal';
import { connect } from '../host/web/connect';
import { webFiles } from '../host/web/files';
import { webSettings } from '../host/web/keeping';
import type { Port } from '../host/web/messages';
import { serve } from '../host/web/serve';
import { workbookService } from '../host/web/workbook-port';

export interface ExcelPage {
  readonly excel: Excel;
  /** The worker of `live-worker.ts`. */
  readonly worker: Port;
  readonly view: Window;
  readonly storage: Storage | null;
  readonly version: string;
}

export function excelPorts({ excel, worker, view, storage, version }: ExcelPage): PanePorts {
  const repairs: Repair[] = [];
  const repairListeners = new Set<(repair: Repair) => void>();
  serve({ ...workbookService(() => openExcelWorkbook(excel, (repair) => {
    repairs.push(repair);
    for (const listener of repairListeners) listener(repair);
  })) }, worker);
  const desk = connect<LiveDesk>(worker, LIVE_DESK_METHODS);
  const listeners = new Set<(state: DeskState | null) => void>();
  const queue = createChangeQueue(async (hints) => {
    // What could not be read now (a cell is being edited) is read after the next change, or on demand.
    const taken = await desk.touched(hints).catch(() => null);
    if (taken !== null) for (const listener of listeners) listener(taken.state);
  });
  // Without events the pane works all the same: what changed is read on demand.
  void watchChanges(excel, (hint) => queue.add(hint)).catch(() => undefined);
  const ports: ExcelPorts = {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onRepair(listener) {
      repairListeners.add(listener);
      for (const repair of repairs) listener(repair);
      return () => void repairListeners.delete(listener);
    },
    goTo: (place) => goToCell(excel, place),
    selected: () => selectedCell(excel),
    reread: (call) => desk.reread(null, call),
    mark: (places) => markCells(excel, places),
    look: () => officeLook(),
    watchLook(listener) {
      // Excel tells no change of theme: it is looked at again when somebody comes back to the pane.
      view.addEventListener('focus', listener);
      return () => view.removeEventListener('focus', listener);
    },
    startsAt: new URLSearchParams(view.location.search).get('view') === 'check' ? 'check' : null,
  };
  const files = webFiles(view, null);
  return {
    desk, excel: ports, version,
    files: { ...files, saveAs: null, dropped: async () => null },
    recovery: null,
    settings: webSettings(storage),
    charts: async () => (await import('../host/picture/chart-picture')).createChartPicture(),
    guard: () => () => undefined,
  };
}
