/** What exceljs leaves out of the workbook part: names by formula, print titles and areas, and the order to recalculate on opening. */
import { absolute, quoteSheet } from '../../../core/model/address';
import type { SheetSpec, WorkbookSpec } from '../../../core/model/sheet-spec';
import { fileFormula } from './future-functions';
import { parseRange } from './sheet-elements';
import { attributes, encodeText, escapeXml } from './text';

function definedName(name: string, refersTo: string, localSheetId?: number): string {
  return `<definedName${attributes({ name, localSheetId })}>${escapeXml(encodeText(fileFormula(refersTo)))}</definedName>`;
}

function printNames(sheet: SheetSpec, index: number): string {
  const quoted = quoteSheet(sheet.name);
  const { area, repeatRows } = sheet.print;
  let names = '';
  if (area !== undefined) {
    const range = parseRange(area);
    names += definedName('_xlnm.Print_Area', `${quoted}!${absolute(range.top, range.left)}:${absolute(range.bottom, range.right)}`, index);
  }
  if (repeatRows !== undefined) names += definedName('_xlnm.Print_Titles', `${quoted}!${repeatRows.replaceAll(/\$?(\d+)/g, '$$$1')}`, index);
  return names;
}

/** Takes the workbook part that exceljs wrote. */
export function patchWorkbook(xml: string, spec: WorkbookSpec): string {
  const names = spec.names.map(({ name, refersTo }) => definedName(name, refersTo)).join('')
    + spec.sheets.map((sheet, index) => printNames(sheet, index)).join('');
  const defined = names === '' ? '' : `<definedNames>${names}</definedNames>`;
  return xml
    .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '')
    .replace(/ filterPrivacy="1"/, '') // it would strip the names of authors on the next save
    .replace(/<calcPr[^>]*\/>/, '')
    .replace('</sheets>', () => `</sheets>${defined}<calcPr calcId="191029" fullCalcOnLoad="1"/>`);
}
