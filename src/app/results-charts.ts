/** The charts of a workbook's results (7.6) as data, for pictures in documents and in the pane: bars of the five kinds and of metrics with a target, months with control limits. */
import { chartSheets } from '../core/chart/chart-sheets';
import { SUMMARY_KEY } from '../core/form/workbook';
import { metricSheets } from '../core/metric/sheet/metric-sheets';
import type { ChartSpec } from '../core/model/chart-spec';
import type { WorkbookContent } from '../core/model/content';
import { chartWords } from './chart-words';
import type { Measurement } from './measure';
import { resultTargets } from './result-targets';
import { sheetWords } from './sheet-words';
import type { Standard } from './standard';

/** `measurement` must be that of `content`. */
export function resultsCharts(content: WorkbookContent, standard: Standard, measurement: Measurement): readonly ChartSpec[] {
  const chosen = new Set(content.chosen);
  const { rows, monthColumns } = metricSheets({
    measured: measurement.measured, periods: content.periods, words: sheetWords,
    sheets: standard.rawSheets.filter(({ key }) => chosen.has(key)), withSummary: chosen.has(SUMMARY_KEY),
  });
  const [charts] = chartSheets({
    measured: measurement.measured, changes: measurement.changes, rows, monthColumns,
    targets: resultTargets(content, standard), words: chartWords(measurement, content.periods), verdict: (verdict) => sheetWords.verdict(verdict),
  });
  return charts.charts ?? [];
}
