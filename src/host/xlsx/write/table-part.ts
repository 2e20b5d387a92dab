/** A table's part: header, filter buttons and range down to the last raw row. No table style, the header's own look stays. */
import { address } from '../../../core/model/address';
import type { SheetSpec, TableSpec, WorkbookSpec } from '../../../core/model/sheet-spec';
import { lastRawRow } from './raw-rows';
import { parseRange } from './sheet-elements';
import { attributes, escapeAttribute, escapeXml } from './text';

/** Excel refuses a table without a row under its header. */
function tableRef(sheet: SheetSpec, table: TableSpec): string {
  const range = parseRange(table.ref);
  const bottom = Math.max(range.bottom, range.top + 1, sheet.rawRows === undefined ? 0 : lastRawRow(sheet.rawRows));
  return `${address(range.top, range.left)}:${address(bottom, range.right)}`;
}

/** A column is named as its heading reads, a line end being `_x000a_`, or Excel repairs the file. */
function columnName(header: string): string {
  return header.split('\n').map(escapeAttribute).join('_x000a_');
}

/** Takes the part that exceljs wrote, of which the table's name and number are kept. */
export function tablePart(xml: string, spec: WorkbookSpec): string {
  const name = / displayName="([^"]*)"/.exec(xml)?.[1] ?? '';
  const id = / id="(\d+)"/.exec(xml)?.[1] ?? '1';
  const sheet = spec.sheets.find((one) => one.table !== undefined && escapeXml(one.table.name) === name);
  if (sheet?.table === undefined) throw new Error(`a table without a sheet: ${name}`);
  const ref = tableRef(sheet, sheet.table);
  const columns = sheet.table.headers.map((header, i) => `<tableColumn id="${i + 1}" name="${columnName(header)}"/>`);
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${attributes({ id, name: sheet.table.name, displayName: sheet.table.name, ref, totalsRowShown: 0 })}>`
    + `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`
    + '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>';
}
