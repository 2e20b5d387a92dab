/** In Excel: the workbook that is open is looked at when the pane opens, and its state followed while people work in it. True once it was looked at. */
import { useEffect, useRef, useState } from 'react';
import type { ExcelPorts } from '../../app/pane-ports';
import { EXCEL } from '../../core/text/pane/excel-texts';
import { FRAME } from '../../core/text/pane/frame-texts';
import { useSay } from './language';
import { usePorts } from './ports-context';
import type { WorkspaceState } from './use-workspace-state';

export function useExcel({ workspace: { adopt, go, run, notify }, leave }: WorkspaceState, excel: ExcelPorts | null): boolean {
  const { desk } = usePorts();
  const say = useSay();
  const begun = useRef(false);
  const [looked, setLooked] = useState(excel === null);
  useEffect(() => {
    if (excel === null || begun.current) return;
    begun.current = true;
    void run(FRAME.busyOpen, async (call) => ({ state: await desk.state(null, call) })).then((read) => {
      setLooked(true);
      if (read === null || read.state === null) return undefined;
      adopt(read.state);
      if (excel.startsAt !== null) go(excel.startsAt);
      return undefined;
    });
  }, [excel, desk, adopt, go, run]);
  useEffect(() => excel?.onRepair(({ outcome, sheets }) => notify({ intent: 'warning', title: say(outcome === 'taken-back' ? EXCEL.takenBack : EXCEL.completed), body: say(EXCEL.repaired, { sheets: sheets.join('、') }), detail: '' })), [excel, notify, say]);
  useEffect(() => excel?.listen((state) => {
    if (state === null) leave();
    else adopt(state);
  }), [excel, adopt, leave]);
  return looked;
}
