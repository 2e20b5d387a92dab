/** A sheet's cells and rules made anew by the generator; its place, number, drawings, notes, views and the names that point to it stay. */
import { columnNumber } from '../../../core/model/address';
import type { PackageEdit } from '../package/package-edit';
import { placePart } from './add-sheet';
import type { GeneratedSheet } from './generated';
import { linksOf, partsOnlyFrom, removeLinks, removeParts, type Link } from './links';
import { setNames } from './names';
import { mergeNotes } from './notes';
import { printNames } from './print-names';
import { droppedLinks, replacedSheet, tableLinks } from './sheet-content';
import { frameOf, sheetZones } from './sheet-frame';
import { readTable, withTableId, type TableHead } from './tables';
import type { WorkbookEdit } from './workbook-edit';
import { parseXml } from './xml-edit';

/** A table of somebody else's stays where the new cells have its headings, since a table over other cells makes Excel repair the file. */
function stillHeaded(table: TableHead, { spec }: GeneratedSheet): boolean {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)/.exec(table.ref) ?? [];
  if (table.headerRows === 0) return false;
  const left = columnNumber(letters);
  return table.headers.every((header, i) => spec.cells.some((cell) => cell.row === Number(row) && cell.column === left + i && cell.value === header));
}

async function tablesOf(parts: PackageEdit, frame: string, path: string, links: readonly Link[]): Promise<readonly { readonly id: string; readonly table: TableHead }[]> {
  const found = tableLinks(frame, path).flatMap((id) => links.filter((link) => link.id === id && parts.has(link.target)));
  return Promise.all(found.map(async ({ id, target }) => ({ id, table: await readTable(parts, target) })));
}

/** `footer` says that the enterprise's name is known; else the sheet keeps its own footer. */
export async function replaceSheet(edit: WorkbookEdit, sheet: GeneratedSheet, footer: boolean): Promise<void> {
  const { parts, dialect } = edit;
  const { tab, index } = edit.find(sheet.spec.name);
  const { path } = tab;
  const old = await frameOf(sheetZones(parts.pieces(path), path));
  const { prefix } = parseXml(old, path);
  const links = await linksOf(parts, path);
  // Tables: the spec's own is put in place of the one of its name; what no longer has its headings goes with its cells.
  const own = sheet.spec.table?.name.toLowerCase();
  const there = await tablesOf(parts, old, path, links);
  const same = there.find(({ table }) => table.name.toLowerCase() === own);
  const kept = there.filter((one) => one !== same && stillHeaded(one.table, sheet));
  const gone = new Set([...droppedLinks(old, path), ...there.filter((one) => one !== same && !kept.includes(one)).map(({ id }) => id)]);
  const unused = await partsOnlyFrom(parts, path, gone);
  await removeLinks(parts, path, gone);
  await removeParts(parts, unused);
  const tables = kept.map(({ id }) => id);
  for (const { type, target } of sheet.links.filter((link) => link.type === 'table')) {
    if (same === undefined) tables.push(await placePart(edit, path, sheet, type, target));
    else {
      parts.set(same.table.path, withTableId(await sheet.text(target), same.table.path, same.table.id));
      tables.push(same.id);
    }
  }
  const notes = await mergeNotes(edit, path, sheet, old);
  const generated = await sheet.frame(prefix);
  const { start, end } = replacedSheet({ part: path, old, generated, tables, notes, keepFooter: !footer }, dialect);
  parts.set(path, '');
  parts.rewrite(path, async function* replaced() {
    const encoder = new TextEncoder();
    yield encoder.encode(start);
    yield* sheet.rows(prefix);
    yield encoder.encode(end);
  });
  const filter = { name: '_xlnm._FilterDatabase', localSheetId: index, refersTo: null };
  await edit.update((xml, part) => setNames(xml, part, [...printNames(sheet.spec, index), filter]));
}
