/** What has to be known of the workbook before a patch changes it: two questions, whatever the patch holds. */
import { HostError } from '../../../app/ports';
import { areasOf, type Area } from '../../../core/model/area';
import type { WorkbookPatch } from '../../../core/model/workbook-patch';
import type { Context, Excel, SheetApi } from '../api';
import { localRef } from '../read/read-rules';

export interface SurveyedTable {
  readonly name: string;
  readonly area: Area;
}

export interface SurveyedSheet {
  readonly name: string;
  readonly protected: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  /** No cell of those that the patch names is locked. */
  readonly open: boolean;
  readonly merges: readonly Area[];
  readonly tables: readonly SurveyedTable[];
}

export interface Survey {
  /** As they stand, with whether they are shown. */
  readonly tabs: readonly { readonly name: string; readonly visible: boolean }[];
  readonly names: ReadonlyMap<string, string>;
  readonly sheets: ReadonlyMap<string, SurveyedSheet>;
  /** Text of the custom properties that are there. */
  readonly properties: ReadonlyMap<string, string>;
}

const folded = (name: string): string => name.toLowerCase();

/** Throws HostError `excel/read-only`, and where the patch asks for sheets that are not there, are there already, or must stay. */
export async function surveyWorkbook(excel: Excel, context: Context, patch: WorkbookPatch): Promise<Survey> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.worksheets.load('items/name,items/visibility');
  workbook.names.load('items/name,items/formula,items/scope');
  const properties = Object.keys(patch.properties ?? {}).map((name) => ({ name, item: workbook.properties.custom.getItemOrNullObject(name) }));
  for (const { item } of properties) item.load('value');
  await context.sync();
  if (workbook.readOnly) throw new HostError('excel/read-only', { sheet: '', code: 'readOnly' });
  const tabs = workbook.worksheets.items.map(({ name, visibility }) => ({ name, visible: visibility === 'Visible' }));
  assertSheets(tabs, patch);
  const fresh = new Set((patch.add ?? []).map(({ spec }) => spec.name));
  const wanted = [...(patch.replace ?? []).map(({ name }) => name), ...(patch.sheets ?? []).map(({ sheet }) => sheet)].filter((name) => !fresh.has(name));
  return {
    tabs,
    names: new Map(workbook.names.items.filter(({ scope }) => scope === 'Workbook').map(({ name, formula }) => [name, String(formula).replace(/^=/, '')])),
    sheets: await surveySheets(excel, context, [...new Set(wanted)], patch),
    properties: new Map(properties.filter(({ item }) => !item.isNullObject).map(({ name, item }) => [name, String(item.value)])),
  };
}

function assertSheets(tabs: Survey['tabs'], { remove = [], replace = [], add = [], sheets = [] }: WorkbookPatch): void {
  const there = new Set(tabs.map(({ name }) => folded(name)));
  const missing = (sheet: string): never => { throw new HostError('xlsx/sheet-missing', { sheet }); };
  for (const name of remove) if (!there.has(folded(name))) missing(name);
  const gone = new Set(remove.map(folded));
  const last = remove.at(-1);
  const added = add.some(({ spec }) => (spec.state ?? 'visible') === 'visible');
  if (last !== undefined && !added && !tabs.some(({ name, visible }) => visible && !gone.has(folded(name)))) throw new HostError('xlsx/last-sheet', { sheet: last });
  for (const { name } of replace) if (!there.has(folded(name)) || gone.has(folded(name))) missing(name);
  const names = new Set([...there].filter((name) => !gone.has(name)));
  for (const { spec, before } of add) {
    if (before !== undefined && !names.has(folded(before))) missing(before);
    // Sheets are removed last, so that their names are free only afterwards.
    if (there.has(folded(spec.name)) || names.has(folded(spec.name))) throw new HostError('xlsx/sheet-exists', { sheet: spec.name });
    names.add(folded(spec.name));
  }
  for (const { sheet } of sheets) if (!names.has(folded(sheet))) missing(sheet);
}

async function surveySheets(excel: Excel, context: Context, names: readonly string[], patch: WorkbookPatch): Promise<ReadonlyMap<string, SurveyedSheet>> {
  if (names.length === 0) return new Map();
  const asked = names.map((name) => {
    const sheet: SheetApi = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected,options');
    sheet.tables.load('items/name,items/id');
    const merged = excel.supports('1.13') ? sheet.getRange().getMergedAreasOrNullObject?.() : undefined;
    merged?.load('areaCount');
    const cells = patch.sheets?.filter((one) => one.sheet === name).flatMap((one) => one.cells ?? []) ?? [];
    const area = boundsOf(cells);
    const format = area === null ? undefined : sheet.getRangeByIndexes(area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1).format.protection;
    format?.load('locked');
    return { name, sheet, merged, format };
  });
  await context.sync();
  const further = asked.map(({ name, sheet, merged, format }) => {
    const areas = merged === undefined || merged.isNullObject ? undefined : merged.areas;
    areas?.load('items/address');
    const tables = sheet.tables.items.map((table) => ({ name: table.name, range: table.getRange() }));
    for (const { range } of tables) range.load('address');
    return { name, sheet, areas, tables, open: format?.locked === false };
  });
  if (further.some(({ areas, tables }) => areas !== undefined || tables.length > 0)) await context.sync();
  return new Map(further.map(({ name, sheet, areas, tables, open }) => [name, {
    name, open, protected: sheet.protection.protected, options: sheet.protection.protected ? sheet.protection.options : {},
    merges: areasOf(areas?.items.map(({ address }) => localRef(address)) ?? []),
    tables: tables.flatMap((table) => areasOf([localRef(table.range.address)]).map((area) => ({ name: table.name, area }))),
  }]));
}

export function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): Area | null {
  let area: Area | null = null;
  for (const { row, column } of cells) {
    area = area === null ? { top: row, bottom: row, left: column, right: column }
      : { top: Math.min(area.top, row), bottom: Math.max(area.bottom, row), left: Math.min(area.left, column), right: Math.max(area.right, column) };
  }
  return area;
}
