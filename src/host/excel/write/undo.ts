/** Steps taken back by the data that says how. */
import { columnLetters } from '../../../core/model/address';
import { MARK_FORMULA, setMarks } from './mark-cells';
import { addConditionalFormat, restoreValidation } from './rules';
import { putSteps, type PutCell, type PutCells } from './cell-steps';
import { REQUEST_BYTES } from './step';
import type { PutEntry, Undo } from './undo-data';
import type { Context, SheetApi } from '../api';
import { readConditionalFormats } from '../read/read-rules';
import { sameMark } from '../patch/relative';

export function putEntries(cells: PutCells): readonly PutEntry[] {
  return [...cells].flatMap(([row, columns]) => [...columns].map(([column, { typed, format = null }]): PutEntry => [row, column, typed, format]));
}

function putCells(entries: readonly PutEntry[]): PutCells {
  const rows = new Map<number, Map<number, PutCell>>();
  for (const [row, column, typed, format] of entries) {
    const cells = rows.get(row) ?? new Map<number, PutCell>();
    rows.set(row, cells.set(column, { typed, ...(format === null ? {} : { format }) }));
  }
  return rows;
}

/** Deleted where it is there; a sheet that is very hidden cannot be. */
export async function deleteSheet(context: Context, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) return;
  if (sheet.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
  sheet.delete();
}

/** In their order; the last of them wait for the sync of whoever calls. */
export async function takeBack(context: Context, undos: readonly Undo[]): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const there = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  for (const undo of undos) {
    if ('sheet' in undo && !there.has(undo.sheet.toLowerCase())) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await takeBackOne(context, undo, there);
    if (undo.what === 'delete-sheet') there.delete(undo.sheet.toLowerCase());
  }
}

async function takeBackOne(context: Context, undo: Undo, there: ReadonlySet<string>): Promise<void> {
  const { workbook } = context;
  const sheetOf = (name: string): SheetApi => workbook.worksheets.getItem(name);
  switch (undo.what) {
    case 'delete-sheet': return deleteSheet(context, undo.sheet);
    case 'put': return put(context, undo.sheet, undo.cells);
    case 'clear': return sheetOf(undo.sheet).getRange(undo.ref).clear('Contents');
    case 'protect': case 'unprotect': {
      const { protection } = sheetOf(undo.sheet);
      protection.load('protected');
      await context.sync();
      if (protection.protected === (undo.what === 'protect')) return undefined;
      return undo.what === 'protect' ? protection.protect(undo.options) : protection.unprotect();
    }
    case 'name': return setName(context, undo.name, undo.refersTo);
    case 'property': return setProperty(context, undo.name, undo.value);
    case 'delete-chart': {
      const chart = sheetOf(undo.sheet).charts.getItemOrNullObject(undo.name);
      chart.load('name');
      await context.sync();
      return chart.isNullObject ? undefined : chart.delete();
    }
    case 'copy-back': {
      if (!there.has(undo.from.toLowerCase())) return undefined;
      const target = sheetOf(undo.sheet).getRange();
      target.unmerge();
      target.copyFrom(sheetOf(undo.from).getRange(), 'All');
      return put(context, undo.sheet, undo.formulas);
    }
    case 'resize': return sheetOf(undo.sheet).tables.getItem(undo.table).resize?.(undo.ref);
    case 'validations': {
      const target = sheetOf(undo.sheet);
      target.getRange(undo.ref).dataValidation.clear();
      for (const { ref, raw } of undo.before) restoreValidation(target.getRange(ref).dataValidation, raw);
      return undefined;
    }
    case 'conditionals': {
      const target = sheetOf(undo.sheet);
      const now = (await readConditionalFormats(context, target)).filter((one) => sameMark(undo.spec, one));
      for (const one of now) target.getRange(one.refs[0]).conditionalFormats.getItem(one.id).delete();
      for (const { formula, refs } of undo.before) addConditionalFormat(target.getRanges(refs.join(',')).conditionalFormats, { formula, look: undo.spec.look });
      return undefined;
    }
    case 'marks': {
      const target = sheetOf(undo.sheet);
      const now = (await readConditionalFormats(context, target)).filter(({ formula }) => `=${formula}` === MARK_FORMULA);
      return setMarks(target, now.map(({ id }) => id), undo.refs);
    }
    case 'looks': {
      for (const { ref, properties } of undo.areas) sheetOf(undo.sheet).getRange(ref).setCellProperties(properties);
      return undefined;
    }
    case 'row-heights': {
      for (const [row, height] of undo.rows) sheetOf(undo.sheet).getRange(`${row}:${row}`).format.rowHeight = height;
      return undefined;
    }
    case 'column-format': {
      const letters = columnLetters(undo.column);
      sheetOf(undo.sheet).getRange(`${letters}:${letters}`).numberFormat = undo.format;
      return undefined;
    }
  }
}

async function put(context: Context, sheet: string, cells: readonly PutEntry[]): Promise<void> {
  let bytes = 0;
  for (const step of putSteps(sheet, putCells(cells))) {
    if (bytes > 0 && bytes + step.bytes > REQUEST_BYTES) {
      // oxlint-disable-next-line no-await-in-loop -- as much as goes over at once
      await context.sync();
      bytes = 0;
    }
    step.carryOut(context);
    bytes += step.bytes;
  }
}

async function setName(context: Context, name: string, refersTo: string | null): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(name);
  item.load('name');
  await context.sync();
  if (refersTo === null) {
    if (!item.isNullObject) item.delete();
  } else if (item.isNullObject) context.workbook.names.add(name, `=${refersTo}`);
  else item.formula = `=${refersTo}`;
}

async function setProperty(context: Context, name: string, value: string | null): Promise<void> {
  const { custom } = context.workbook.properties;
  if (value !== null) return void custom.add(name, value);
  const item = custom.getItemOrNullObject(name);
  item.load('value');
  await context.sync();
  return item.isNullObject ? undefined : item.delete();
}
