/** The words of the metric sheets, from the text tables. */
import type { SheetWords } from '../core/metric/sheet/words';
import { basisLabel, periodLabel, smallSampleLabel, statusLabel, verdictLabel } from '../core/text/labels';
import { betterLabel, VERDICT_BY_PROGRAM } from '../core/text/metric-sheet-text';
import { reasonText } from '../core/text/metric-text';

export const sheetWords: SheetWords = {
  ok: statusLabel('ok', 'zh'),
  status: (status, reason) => `${statusLabel(status, 'zh')}：${reasonText(reason === '' ? status : reason, 'zh')}`,
  basis: (basis) => basisLabel(basis, 'zh'),
  verdict: (verdict) => verdictLabel(verdict, 'zh'),
  better: betterLabel,
  period: (period) => periodLabel(period, 'zh'),
  noData: statusLabel('no-data', 'zh'),
  byProgram: VERDICT_BY_PROGRAM,
  fewRows: smallSampleLabel('zh'),
};
