/** The workbook part while it is patched: its text, its tabs as they are by now, and what goes with it. */
import { HostError } from '../../../app/ports';
import type { PackageEdit } from '../package/package-edit';
import { DEFAULT_LIMITS, type Limits } from '../package/zip';
import { dialectOf, type Dialect } from './dialect';
import { linksOf } from './links';
import { openStyleTable, type WorkbookStyles } from './style-table';
import { readTabs, type Tab } from './tabs';
import { attributesOf, childOf, parseXml } from './xml-edit';

export interface WorkbookEdit {
  readonly parts: PackageEdit;
  /** Path of the workbook part. */
  readonly path: string;
  readonly dialect: Dialect;
  readonly styles: WorkbookStyles;
  readonly date1904: boolean;
  readonly limits: Limits;
  xml(): string;
  /** Puts the text in place of the old one; the tabs are those that it and the relationships say. */
  update(edit: (xml: string, part: string) => string): Promise<void>;
  tabs(): readonly Tab[];
  /** A number that no tab has or had: pivot tables and slicers may still hold those of removed ones. */
  nextSheetId(): number;
  /** The tab and its place. Names are told apart without case, as Excel does. Throws HostError `xlsx/sheet-missing`. */
  find(name: string): { readonly tab: Tab; readonly index: number };
}

export async function openWorkbookEdit(parts: PackageEdit, path: string, limits: Limits = DEFAULT_LIMITS): Promise<WorkbookEdit> {
  let xml = await parts.text(path);
  const dialect = dialectOf(xml);
  const properties = childOf(parseXml(xml, path), 'workbookPr');
  const date1904 = properties === undefined ? undefined : attributesOf(xml, properties).get('date1904');
  let tabs = readTabs(xml, path, await linksOf(parts, path));
  let lastId = Math.max(0, ...tabs.map((tab) => tab.sheetId));
  return {
    parts,
    path,
    dialect,
    styles: await openStyleTable(parts, path, dialect),
    date1904: ['1', 'true', 'on'].includes(date1904 ?? ''),
    limits,
    xml: () => xml,
    async update(edit) {
      // Others change names in it too.
      const now = await parts.text(path);
      xml = edit(now, path);
      if (xml !== now) parts.set(path, xml);
      tabs = readTabs(xml, path, await linksOf(parts, path));
    },
    tabs: () => tabs,
    nextSheetId: () => ++lastId,
    find(name) {
      const index = tabs.findIndex((tab) => tab.name.toLowerCase() === name.toLowerCase());
      const tab = tabs[index];
      if (tab === undefined) throw new HostError('xlsx/sheet-missing', { sheet: name });
      return { tab, index };
    },
  };
}
