/**
 * Problems shown in the sheets: a colour by conditional formatting, so that no cell's own look is touched and all of it can be
 * taken away. It is told from people's own by its formula. Protected sheets are opened and closed again.
 */
import { areaOf } from '../../core/model/area';
import { inExcel } from './in-excel';
import type { Context, Excel } from './api';
import { guardsOf } from './patch/protection';
import { MARK_FORMULA, setMarks } from './write/mark-cells';
import { rectanglesOf, referencesOf, type Place } from './write/rectangles';
import { RANGE_BYTES, type Step } from './write/step';
import { carryOut } from './write/steps';

/** Cells of a sheet that are coloured at most. */
const MOST = 2000;

export interface MarkedPlace {
  readonly sheet: string;
  /** '' for the sheet as a whole, which has nothing to colour. */
  readonly cell: string;
}

interface MarkedSheet {
  readonly name: string;
  readonly ids: readonly string[];
  readonly refs: readonly string[];
  readonly guard: { readonly protected: boolean; readonly options: Readonly<Record<string, unknown>> };
}

/** Marks these cells and no others; gives back how many. Throws HostError `excel/...`; the marks are then as they were. */
export async function markCells(excel: Excel, places: readonly MarkedPlace[]): Promise<number> {
  const wanted = cellsBySheet(places);
  const sheets = await inExcel(excel, (context) => marksIn(context, new Set(wanted.keys())));
  const steps = sheets.map(({ name, ids, refs }): Step => ({
    sheet: name, bytes: RANGE_BYTES * 4 * (ids.length + 1),
    carryOut: ({ workbook }) => setMarks(workbook.worksheets.getItem(name), ids, referencesOf(rectanglesOf(wanted.get(name) ?? [], true))),
    undo: [{ what: 'marks', sheet: name, refs }],
  }));
  const guards = sheets.map(({ name, guard }) => guardsOf({ name, ...guard, open: false, merges: [], tables: [] }));
  const open = guards.flatMap((guard) => guard.open);
  await carryOut(excel, [...open.map((step, i) => (i === open.length - 1 ? { ...step, waitsFor: true as const } : step)), ...steps, ...guards.flatMap(({ close }) => close)], []);
  return sheets.reduce((sum, { name }) => sum + (wanted.get(name)?.length ?? 0), 0);
}

function cellsBySheet(places: readonly MarkedPlace[]): ReadonlyMap<string, readonly Place[]> {
  const bySheet = new Map<string, Place[]>();
  const seen = new Set<string>();
  for (const { sheet, cell } of places) {
    const area = areaOf(cell);
    if (area === null || seen.has(`${sheet}!${cell}`)) continue;
    seen.add(`${sheet}!${cell}`);
    const list = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, list);
    if (list.length < MOST) list.push({ row: area.top, column: area.left });
  }
  return bySheet;
}

/** Sheets that have marks, and those that are to have some. */
async function marksIn(context: Context, wanted: ReadonlySet<string>): Promise<readonly MarkedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const all = worksheets.items.map((sheet) => ({ name: sheet.name, formats: sheet.getRange().conditionalFormats, protection: sheet.protection }));
  for (const { formats, protection } of all) {
    formats.load('items/id,items/type');
    protection.load('protected,options');
  }
  await context.sync();
  const custom = all.flatMap(({ name, formats }) => formats.items.filter(({ type }) => type === 'Custom').map((format) => ({ name, id: format.id, rule: format.custom.rule, ranges: format.getRanges() })));
  for (const { rule, ranges } of custom) {
    rule.load('formula');
    ranges.load('address');
  }
  if (custom.length > 0) await context.sync();
  const marks = custom.filter(({ rule }) => rule.formula === MARK_FORMULA);
  return all.filter(({ name }) => wanted.has(name) || marks.some((mark) => mark.name === name)).map(({ name, protection }) => ({
    name, ids: marks.filter((mark) => mark.name === name).map(({ id }) => id),
    refs: marks.filter((mark) => mark.name === name).map(({ ranges }) => ranges.address.replaceAll(/(?:'(?:[^']|'')*'|[^',!]+)!/g, '')),
    guard: { protected: protection.protected, options: protection.protected ? protection.options : {} },
  }));
}
