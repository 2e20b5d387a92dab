/** The summary of a roll-up as a workbook: figures and charts first, then the cuts, then the workbooks one by one. */
import type { WorkbookSpec } from '../../../core/model/sheet-spec';
import { CUTS } from '../../../core/rollup/tables';
import { SUMMARY_SHEETS, SUMMARY_TITLES } from '../../../core/text/rollup-sheet-text';
import { cutSheet } from './cut-sheet';
import { detailsSheet } from './details';
import { asideSheet, findingSheet, ledger, nameList } from './lists';
import { metricsSheet } from './metrics-sheet';
import { overviewSheet } from './overview';
import type { SummaryInput } from './summary-input';

export function rollupWorkbook(input: SummaryInput): WorkbookSpec {
  const { tables, findings, aside } = input;
  const metrics = metricsSheet(tables.lines);
  const details = detailsSheet(tables.books);
  return {
    sheets: [
      overviewSheet(input, metrics.rowOf), metrics.sheet, ...CUTS.map((cut) => cutSheet(cut, tables.cuts[cut])),
      findingSheet(findings), asideSheet(aside), nameList(tables.books), ledger(tables.books), details.sheet,
    ],
    names: details.names,
    title: SUMMARY_TITLES.overview,
    active: SUMMARY_SHEETS.overview,
    enterpriseName: SUMMARY_TITLES.overview,
  };
}
