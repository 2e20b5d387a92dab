/** Content and what was measured -> the whole workbook as data. */
import { shown } from '../core/codec/codec';
import { HOME_KEY } from '../core/form/form-context';
import { formWorkbookParts, type ExtraSheet } from '../core/form/workbook';
import { METRIC_SHEET } from '../core/metric/sheet/metric-sheets';
import type { WorkbookContent } from '../core/model/content';
import { NO_CHECK, type LastCheck } from '../core/model/last-check';
import type { WorkbookSpec } from '../core/model/sheet-spec';
import { CHART_SHEET_PURPOSES, METRIC_SHEET_PURPOSES, WORKBOOK_TITLE } from '../core/text/metric-sheet-text';
import type { Measurement } from './measure';
import { RESULTS_KEY } from './result-targets';
import { resultSheets } from './results-charts';
import type { Standard } from './standard';

/** `measurement` must be that of `content`: it becomes the cached values of the formulas. `lastCheck` is what 首页 shows beside its counts. */
export function buildWorkbook(content: WorkbookContent, standard: Standard, measurement: Measurement, lastCheck: LastCheck = NO_CHECK): WorkbookSpec {
  const { metrics, charts, data } = resultSheets(content, standard, measurement);
  const [computed, groups, months] = metrics.sheets;
  const extras: readonly ExtraSheet[] = [
    { name: charts.name, clause: '7.6', purpose: CHART_SHEET_PURPOSES[0], spec: charts, after: RESULTS_KEY },
    ...[computed, groups, months, data].flatMap((spec, index): readonly ExtraSheet[] => (spec === undefined ? [] : [{ name: spec.name, clause: index === 0 ? '7.6' : '', purpose: [...METRIC_SHEET_PURPOSES, CHART_SHEET_PURPOSES[1]][index] ?? '', spec }])),
  ];
  const parts = formWorkbookParts(standard, content, metrics.computed, extras, lastCheck);
  const home = standard.library.forms.find(({ key }) => key === HOME_KEY);
  return {
    sheets: parts.sheets,
    names: [...parts.names, ...metrics.names],
    title: home?.title ?? WORKBOOK_TITLE,
    active: home?.sheet ?? METRIC_SHEET,
    enterpriseName: shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null),
  };
}
