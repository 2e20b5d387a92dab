/** What a sheet that is open in Excel says besides the contents of its cells. */
import { MAX_ROW } from '../../../core/model/address';
import { refOf, type Area } from '../../../core/model/area';
import type { FormatRun, Lines, SheetStructure } from '../../../core/model/sheet-structure';
import type { Context, Excel, SheetApi } from '../api';
import { inExcel } from '../in-excel';
import { localRef, readConditionalFormats, readValidations } from './read-rules';
import { readArea, usedArea } from './read-area';

/** Runs of formats that are told apart. */
const MAX_RUNS = 20_000;

export async function readSheetStructure(excel: Excel, name: string, signal?: AbortSignal): Promise<SheetStructure> {
  signal?.throwIfAborted();
  const used = await usedArea(excel, name, false);
  const area = used ?? { top: 1, left: 1, bottom: 1, right: 1 };
  const [columnFormats, cellFormats] = [await readColumnFormats(excel, name, area), used === null ? [] : await readCellFormats(excel, name, area, signal)];
  signal?.throwIfAborted();
  const rest = await inExcel(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const plain = await readPlain(context, sheet, area, excel.supports('1.13'));
    signal?.throwIfAborted();
    const validations = await readValidations(context, sheet);
    signal?.throwIfAborted();
    return { ...plain, validations: validations.map(({ area: one, validation }) => ({ refs: [refOf(one)], ...validation })), conditionalFormats: await readConditionalFormats(context, sheet) };
  }, { sheet: name });
  return { ...rest, conditionalFormats: rest.conditionalFormats.map(({ refs, formula }) => ({ refs, formula })), columnFormats, cellFormats };
}

/** None are said where they cannot be asked for (before ExcelApi 1.13). */
export async function readMerges(excel: Excel, name: string): Promise<readonly string[]> {
  if (!excel.supports('1.13')) return [];
  return inExcel(excel, async (context) => {
    const merged = context.workbook.worksheets.getItem(name).getRange().getMergedAreasOrNullObject?.();
    merged?.load('areaCount');
    await context.sync();
    if (merged === undefined || merged.isNullObject) return [];
    merged.areas.load('items/address');
    await context.sync();
    return merged.areas.items.map(({ address }) => localRef(address));
  }, { sheet: name });
}

/** Where merged cells cannot be asked for (before ExcelApi 1.13) none are said. */
async function readPlain(context: Context, sheet: SheetApi, used: Area, knowsMerges: boolean): Promise<Pick<SheetStructure, 'merges' | 'hiddenRows' | 'hiddenColumns' | 'filtered' | 'tables'>> {
  const range = sheet.getRange(refOf(used));
  const merged = knowsMerges ? range.getMergedAreasOrNullObject?.() : undefined;
  merged?.load('areaCount');
  range.load('rowHidden');
  const columns = range.getColumnProperties({ columnHidden: true });
  sheet.tables.load('items/id,items/name');
  sheet.autoFilter.load('isDataFiltered');
  await context.sync();
  const held = merged === undefined || merged.isNullObject ? undefined : merged.areas;
  held?.load('items/address');
  const tables = sheet.tables.items.map((table) => ({ table, range: table.getRange(), filter: table.autoFilter }));
  for (const table of tables) {
    table.range.load('address');
    table.filter.load('isDataFiltered');
  }
  // Null: some of the rows are hidden.
  const rows = range.rowHidden === false ? undefined : range.getRowProperties({ rowHidden: true });
  if (held !== undefined || tables.length > 0 || rows !== undefined) await context.sync();
  return {
    merges: held?.items.map(({ address }) => localRef(address)) ?? [],
    hiddenRows: linesOf(rows?.value.map(({ rowHidden = false }) => rowHidden) ?? [], used.top),
    hiddenColumns: linesOf(columns.value.map(({ columnHidden = false }) => columnHidden), used.left),
    filtered: sheet.autoFilter.isDataFiltered || tables.some(({ filter }) => filter.isDataFiltered),
    tables: tables.map(({ table: { name }, range: { address } }) => ({ name, ref: localRef(address) })),
  };
}

function linesOf(hidden: readonly boolean[], first: number): readonly Lines[] {
  const lines: { first: number; last: number }[] = [];
  hidden.forEach((is, i) => {
    const last = lines.at(-1);
    if (!is) return;
    if (last !== undefined && last.last === first + i - 1) last.last = first + i;
    else lines.push({ first: first + i, last: first + i });
  });
  return lines;
}

/** The format of a column is that of its last cell, where nobody types. */
async function readColumnFormats(excel: Excel, sheet: string, { right }: Area): Promise<SheetStructure['columnFormats']> {
  const formats: { first: number; last: number; format: string }[] = [];
  for await (const { runs } of readArea(excel, { sheet, top: MAX_ROW, bottom: MAX_ROW, columns: [{ left: 1, right }], asked: ['numberFormat'] })) {
    runs[0]?.matrices[0]?.[0]?.forEach((raw, c) => {
      const [last, format] = [formats.at(-1), plainFormat(String(raw))];
      if (last?.format === format) last.last = c + 1;
      else formats.push({ first: c + 1, last: c + 1, format });
    });
  }
  return formats.filter(({ format }) => format !== 'General');
}

/** Without escapes and quotes, as formats are compared. */
function plainFormat(format: string): string {
  return format.replace(/\\(.)|"([^"]*)"/g, '$1$2');
}

async function readCellFormats(excel: Excel, sheet: string, used: Area, signal: AbortSignal | undefined): Promise<readonly FormatRun[]> {
  const open = new Map<number, { column: number; first: number; last: number; format: string; count: number }>();
  const gathered = new Map<string, { column: number; first: number; last: number; format: string; count: number }>();
  const all: { column: number; first: number; last: number; format: string; count: number }[] = [];
  const add = (row: number, column: number, format: string): void => {
    const last = open.get(column);
    const same = last?.format === format ? last : all.length < MAX_RUNS ? undefined : gathered.get(`${column} ${format}`);
    if (same !== undefined) {
      same.last = row;
      same.count++;
      return;
    }
    const run = { column, first: row, last: row, format, count: 1 };
    if (all.length >= MAX_RUNS) gathered.set(`${column} ${format}`, run);
    else open.set(column, run);
    all.push(run);
  };
  for await (const { top, runs } of readArea(excel, { sheet, top: used.top, bottom: used.bottom, columns: [used], asked: ['numberFormat'] }, signal === undefined ? {} : { signal })) {
    runs[0]?.matrices[0]?.forEach((row, r) => row.forEach((raw, c) => add(top + r, used.left + c, plainFormat(String(raw)))));
  }
  all.sort((a, b) => a.column - b.column || a.first - b.first);
  return all;
}
