/** A generated sheet put into a workbook: its parts under free names, its entry among the tabs, its names. */
import { HostError } from '../../../app/ports';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { attributes } from '../write/text';
import { idAttribute, relationshipType } from './dialect';
import type { GeneratedSheet } from './generated';
import { addLink, declareEnding, declarePart } from './links';
import { setNames, workbookNames } from './names';
import { printNames } from './print-names';
import { freeTableId, readTables, TABLE_TYPE, withTableId } from './tables';
import { insertTab } from './tabs';
import type { WorkbookEdit } from './workbook-edit';
import { parseXml } from './xml-edit';

const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Throws HostError `xlsx/sheet-exists`. */
export function assertFreeSheet(edit: WorkbookEdit, name: string): void {
  if (edit.tabs().some((tab) => tab.name.toLowerCase() === name.toLowerCase())) throw new HostError('xlsx/sheet-exists', { sheet: name });
}

/** Puts one part of a generated sheet into the package, and the relationship to it, whose id is given back. */
export async function placePart(edit: WorkbookEdit, sheetPath: string, sheet: GeneratedSheet, type: string, from: string): Promise<string> {
  const { parts, dialect } = edit;
  const text = await sheet.text(from);
  let path: string;
  if (type === 'table') {
    path = parts.freePath('xl/tables/table#.xml');
    const id = freeTableId(sheet.spec.table?.name ?? '', await readTables(parts), workbookNames(edit.xml(), edit.path));
    parts.set(path, withTableId(text, path, id));
    await declarePart(parts, path, TABLE_TYPE);
  } else if (type === 'comments') {
    path = parts.freePath('xl/comments#.xml');
    parts.set(path, text);
    await declarePart(parts, path, `${SPREADSHEETML}.comments+xml`);
  } else if (type === 'vmlDrawing') {
    path = parts.freePath('xl/drawings/vmlDrawing#.vml');
    parts.set(path, text);
    await declareEnding(parts, path, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  } else throw new Error(`a generated sheet leads to a ${type}`);
  return addLink(parts, sheetPath, relationshipType(dialect, type), path);
}

function tabEntry(edit: WorkbookEdit, spec: SheetSpec, sheetId: number, id: string): string {
  const state = spec.state === undefined || spec.state === 'visible' ? undefined : spec.state;
  return `<sheet${attributes({ name: spec.name, sheetId, state })}${idAttribute(edit.dialect, edit.xml(), parseXml(edit.xml(), edit.path), id)}/>`;
}

/** `before` is the name of the sheet that it stands before; last without it. */
export async function addSheet(edit: WorkbookEdit, sheet: GeneratedSheet, before: string | undefined): Promise<void> {
  const { parts, dialect } = edit;
  assertFreeSheet(edit, sheet.spec.name);
  const index = before === undefined ? edit.tabs().length : edit.find(before).index;
  const path = parts.freePath('xl/worksheets/sheet#.xml');
  parts.set(path, '');
  const ids = new Map<string, string>();
  for (const { id, type, target } of sheet.links) ids.set(id, await placePart(edit, path, sheet, type, target));
  parts.rewrite(path, () => sheet.part(ids));
  await declarePart(parts, path, `${SPREADSHEETML}.worksheet+xml`);
  const id = await addLink(parts, edit.path, relationshipType(dialect, 'worksheet'), path);
  const sheetId = edit.nextSheetId();
  await edit.update((xml, part) => insertTab(xml, part, index, tabEntry(edit, sheet.spec, sheetId, id)));
  await edit.update((xml, part) => setNames(xml, part, printNames(sheet.spec, index)));
}
