/** Content and what was measured -> the whole workbook as data. */
import { shown } from '../core/codec/codec';
import { HOME_KEY } from '../core/form/form-context';
import { formWorkbookParts, SUMMARY_KEY, type ExtraSheet } from '../core/form/workbook';
import { metricSheets, METRIC_SHEET } from '../core/metric/sheet/metric-sheets';
import type { WorkbookContent } from '../core/model/content';
import { NO_CHECK, type LastCheck } from '../core/model/last-check';
import type { WorkbookSpec } from '../core/model/sheet-spec';
import { METRIC_SHEET_PURPOSES, WORKBOOK_TITLE } from '../core/text/metric-sheet-text';
import type { Measurement } from './measure';
import { sheetWords } from './sheet-words';
import type { Standard } from './standard';

/** `measurement` must be that of `content`: it becomes the cached values of the formulas. `lastCheck` is what 首页 shows beside its counts. */
export function buildWorkbook(content: WorkbookContent, standard: Standard, measurement: Measurement, lastCheck: LastCheck = NO_CHECK): WorkbookSpec {
  const chosen = new Set(content.chosen);
  const metrics = metricSheets({
    measured: measurement.measured,
    periods: content.periods,
    sheets: standard.rawSheets.filter(({ key }) => chosen.has(key)),
    withSummary: chosen.has(SUMMARY_KEY),
    words: sheetWords,
  });
  const extras = metrics.sheets.map((spec, index): ExtraSheet => ({ name: spec.name, clause: index === 0 ? '7.6' : '', purpose: METRIC_SHEET_PURPOSES[index] ?? '', spec }));
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
