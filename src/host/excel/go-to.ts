/** Shows a cell in Excel: its sheet, then the cell. Excel keeps the focus where it is. */
import { HostError } from '../../app/ports';
import type { Excel } from './api';
import { inExcel } from './in-excel';

/** `cell` '' shows the sheet as it was left. Throws HostError `xlsx/sheet-missing`, `excel/sheet-hidden`, `excel/...`. */
export async function goToCell(excel: Excel, { sheet: name, cell }: { readonly sheet: string; readonly cell: string }): Promise<void> {
  await inExcel(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('visibility');
    await context.sync();
    if (sheet.isNullObject) throw new HostError('xlsx/sheet-missing', { sheet: name });
    if (sheet.visibility !== 'Visible') throw new HostError('excel/sheet-hidden', { sheet: name, code: '' });
    sheet.activate();
    if (cell !== '') sheet.getRange(cell).select();
    await context.sync();
  }, { sheet: name });
}
