/** The cell that is selected in Excel, the first of several. */
import type { Excel } from './api';
import { inExcel } from './in-excel';

const ADDRESS = /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))!\$?(?<column>[A-Z]+)\$?(?<row>\d+)(?::|$)/u;

/** Null where a chart or the like is selected, or whole rows or columns. Throws `HostError` (`excel/...`). */
export async function selectedCell(excel: Excel): Promise<{ readonly sheet: string; readonly cell: string } | null> {
  const address = await inExcel(excel, async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
  const { quoted, plain, column, row } = ADDRESS.exec(address)?.groups ?? {};
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined || column === undefined || row === undefined ? null : { sheet, cell: `${column}${row}` };
}
