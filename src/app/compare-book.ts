/** The differences of two workbooks as a workbook of one sheet. */
import type { WorkbookSpec } from '../core/model/sheet-spec';
import type { Language } from '../core/text/cli';
import { COMPARE_SHEET, differenceKind } from '../core/text/compare-texts';
import { fill } from '../core/text/message';
import type { ListedDifference } from './difference-list';
import { listSheet } from './list-sheet';

const WIDTHS = [6, 10, 22, 22, 18, 10, 30, 10, 30, 36];
const CENTRED: ReadonlySet<number> = new Set([0, 1, 5, 7]);

export function compareBook(list: readonly ListedDifference[], files: { readonly a: string; readonly b: string }, language: Language): WorkbookSpec {
  const title = COMPARE_SHEET.title[language];
  const sheet = listSheet({
    name: COMPARE_SHEET.name[language], title, about: fill(COMPARE_SHEET.files[language], files, language),
    columns: COMPARE_SHEET.headers[language].map((header, c) => ({ header, width: WIDTHS[c] ?? 12, centred: CENTRED.has(c) })),
    rows: list.map((one, i) => [i + 1, differenceKind(one.kind, language), one.sheet, one.row, one.item, one.cellA, one.a, one.cellB, one.b, one.remark].map((value) => ({ value }))),
  });
  return { sheets: [sheet], names: [], title, active: sheet.name, enterpriseName: '' };
}
