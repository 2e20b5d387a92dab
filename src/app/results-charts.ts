/** The charts of a workbook's results (7.6) as data: bars of the five kinds, Pareto charts, months with control limits; and the sheets that hold them. */
import { chartSheets } from '../core/chart/chart-sheets';
import { SUMMARY_KEY } from '../core/form/workbook';
import { metricSheets, type MetricSheets } from '../core/metric/sheet/metric-sheets';
import { verdictWord } from '../core/metric/sheet/change-cells';
import type { ChartSpec } from '../core/model/chart-spec';
import type { WorkbookContent } from '../core/model/content';
import type { SheetSpec } from '../core/model/sheet-spec';
import { CHART_TEXT } from '../core/text/chart-text';
import type { Measurement } from './measure';
import { resultTargets } from './result-targets';
import { chosenRules } from './chosen-rules';
import { sheetWords } from './sheet-words';
import type { Standard } from './standard';

export interface ResultSheets {
  readonly metrics: MetricSheets;
  /** The charts, and the sheet behind them. */
  readonly charts: SheetSpec;
  readonly data: SheetSpec;
}

/** `measurement` must be that of `content`. */
export function resultSheets(content: WorkbookContent, standard: Standard, measurement: Measurement): ResultSheets {
  const chosen = new Set(content.chosen);
  const { measured, changes, results, paretos } = measurement;
  const metrics = metricSheets({
    measured, periods: content.periods, words: sheetWords, paretos,
    sheets: standard.rawSheets.filter(({ key }) => chosen.has(key)), withSummary: chosen.has(SUMMARY_KEY),
  });
  const [charts, data] = chartSheets({
    measured, changes, paretos: metrics.paretos, periods: content.periods, rows: metrics.rows, monthColumns: metrics.monthColumns,
    targets: resultTargets(content, standard), rules: chosenRules(content, standard), words: CHART_TEXT,
    shownVerdict: (def) => verdictWord(def, changes.find(({ key }) => key === def.key) ?? { verdict: 'not-comparable' }, results.every(({ key, status }) => key !== def.key || status === 'no-data'), sheetWords),
    verdict: (verdict) => sheetWords.verdict(verdict), byProgram: sheetWords.byProgram,
  });
  return { metrics, charts, data };
}

/** Those that show anything. `measurement` must be that of `content`. */
export function resultsCharts(content: WorkbookContent, standard: Standard, measurement: Measurement): readonly ChartSpec[] {
  const { charts = [] } = resultSheets(content, standard, measurement).charts;
  return charts.filter(({ series }) => series.some(({ kind, values }) => kind !== 'band' && values.values.some((value) => typeof value === 'number' && value !== 0)));
}
