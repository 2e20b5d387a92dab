/** How a sheet prints, what stays in view, what is locked: as in the file, A4, one page wide, margins of 2 cm, no password. */
import { columnLetters } from '../../../core/model/address';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import type { SheetApi } from '../api';

/** Characters of a footer that Excel keeps (255), less the codes and the page numbers. */
const MAX_NAME = 220;

/** Widths, heights, sorting and filtering stay free. */
export const PROTECTION = { allowFormatColumns: true, allowFormatRows: true, allowSort: true, allowAutoFilter: true };

/** `&` starts a code in a footer; doubled it is itself. */
function footerName(enterpriseName: string): string {
  const name = enterpriseName.replaceAll('&', '&&');
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME).replace(/&+$/, '')}…` : name;
}

export function pageStep(sheet: SheetApi, spec: SheetSpec, enterpriseName: string): void {
  const { orientation, area, repeatRows, breaksAfter = [] } = spec.print;
  const { pageLayout } = sheet;
  pageLayout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintMargins('Centimeters', { top: 2, bottom: 2, left: 2, right: 2, header: 1, footer: 1 });
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.headersFooters.defaultForAllPages.leftFooter = footerName(enterpriseName);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页 共 &N 页';
  if (area !== undefined) pageLayout.setPrintArea(area);
  if (repeatRows !== undefined) pageLayout.setPrintTitleRows(repeatRows.replace(/(\d+)/g, '$$$1'));
  for (const row of breaksAfter) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  const rows = (spec.freeze?.row ?? 1) - 1;
  const columns = (spec.freeze?.column ?? 1) - 1;
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(`A1:${columnLetters(columns)}${rows}`);
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  // Lines only where rows are typed.
  sheet.showGridlines = spec.table !== undefined || spec.rawRows !== undefined;
}

export function protectStep(sheet: SheetApi, spec: SheetSpec): void {
  if (spec.protect) sheet.protection.protect(PROTECTION);
  if (spec.state !== undefined && spec.state !== 'visible') sheet.visibility = spec.state === 'hidden' ? 'Hidden' : 'VeryHidden';
}
