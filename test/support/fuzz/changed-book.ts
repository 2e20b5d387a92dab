/** A workbook of plain data with some cells, sheets and names changed, as people, their programs and their enemies would: what it does not change is shared with the original. */
import { HostError, type ReadableWorkbook, type ReadOptions } from '../../../src/app/ports';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { SheetCell, SheetRow } from '../../../src/core/model/cell';
import type { SheetStructure } from '../../../src/core/model/sheet-structure';
import { NASTY_TEXTS, NASTY_VALUES } from './words';
import type { Random } from './random';

export interface PlainBook {
  readonly sheets: ReadonlyMap<string, readonly SheetRow[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly structure: ReadableWorkbook['structure'];
}

/** Of a sheet that nobody generated. */
const BARE: SheetStructure = { merges: [], hiddenRows: [], hiddenColumns: [], filtered: false, validations: [], conditionalFormats: [], tables: [], columnFormats: [], cellFormats: [] };

export async function plainBook(workbook: ReadableWorkbook): Promise<PlainBook> {
  const sheets = new Map<string, readonly SheetRow[]>();
  for (const name of workbook.sheetNames) {
    const rows: SheetRow[] = [];
    for await (const row of workbook.rows(name)) rows.push(row);
    sheets.set(name, rows);
  }
  return { sheets, names: workbook.names, structure: async (sheet) => (sheets.has(sheet) ? workbook.structure(sheet) : BARE) };
}

export function readable({ sheets, names, structure }: PlainBook): ReadableWorkbook {
  const found = (sheet: string): readonly SheetRow[] => {
    const rows = sheets.get(sheet);
    if (rows === undefined) throw new HostError('xlsx/sheet-missing', { sheet });
    return rows;
  };
  return {
    sheetNames: [...sheets.keys()], application: '质升', names, structure,
    async *rows(sheet, { fromRow = 1 }: ReadOptions = {}) {
      for (const row of found(sheet)) if (row.row >= fromRow) yield row;
    },
    async *blocks(sheet, columns, { fromRow = 1 } = {}) {
      const keys = Object.keys(columns);
      const builder = new BlockBuilder(keys);
      for (const { row, cells } of found(sheet)) {
        if (row < fromRow) continue;
        const values = keys.map((key) => cells.get(columns[key] ?? 0)?.value ?? null);
        if (values.some((value) => value !== null && value !== '')) builder.add(row, values);
      }
      yield* builder.blocks();
    },
  };
}

function cell(random: Random, old: SheetCell | undefined): SheetCell {
  const value = random.pick(NASTY_VALUES);
  const date = typeof value === 'number' && random.once(3);
  const formula = random.once(8) ? random.pick([...NASTY_TEXTS.slice(0, 40), 'A1', 'SUM(A1:B2)', '数据_销售交付!A1', `${old?.formula ?? '1'}+1`, '('.repeat(200)]) : old?.formula !== undefined && random.once(2) ? old.formula : undefined;
  return { value, ...(date ? { date: true } : {}), ...(formula === undefined ? {} : { formula }) };
}

function changeRows(rows: readonly SheetRow[], random: Random): readonly SheetRow[] {
  if (rows.length === 0) return [{ row: 1 + random.int(9), cells: new Map([[1 + random.int(5), cell(random, undefined)]]) }];
  const at = random.int(rows.length);
  const shifted = (from: number, by: number): readonly SheetRow[] => rows.flatMap(({ row, cells }) => (row < from ? [{ row, cells }] : row + by < from ? [] : [{ row: row + by, cells }]));
  const { row, cells } = rows[at] ?? { row: 1, cells: new Map<number, SheetCell>() };
  const columns = [...cells.keys()];
  switch (random.int(14)) {
    case 0: return shifted(row, 1 + random.int(3));
    case 1: return shifted(row, -1);
    case 2: return rows.filter((_, i) => i !== at);
    case 3: return rows.map((one) => ({ row: one.row, cells: new Map([...one.cells].map(([column, value]) => [column + 1, value])) }));
    case 4: {
      const [a, b] = [random.pick([...columns, 1]), random.pick([...columns, 2])];
      return rows.map((one) => ({ row: one.row, cells: new Map([...one.cells].map(([column, value]): [number, SheetCell] => [column === a ? b : column === b ? a : column, value]).sort(([x], [y]) => x - y)) }));
    }
    case 5: {
      const last = rows.at(-1)?.row ?? 0;
      return [...rows, ...[1, 2, 40].map((by) => ({ row: last + by, cells: new Map(columns.map((column) => [column, cell(random, undefined)])) }))];
    }
    case 6: return [...rows, { row: 1_048_576, cells: new Map([[random.pick([1, 16_384]), cell(random, undefined)]]) }].filter((one, i, all) => i === 0 || one.row > (all[i - 1]?.row ?? 0));
    case 7: return rows.map((one, i) => (i === at ? { row: one.row, cells: rows[random.int(rows.length)]?.cells ?? one.cells } : one));
    default: {
      const column = columns.length === 0 || random.once(12) ? 1 + random.int(30) : random.pick(columns);
      const changed = new Map([...cells, [column, cell(random, cells.get(column))] as const].sort(([x], [y]) => x - y));
      return rows.map((one, i) => (i === at ? { row, cells: changed } : one));
    }
  }
}

/** Up to `most` changes. */
export function changedBook(book: PlainBook, random: Random, most: number): PlainBook {
  const sheets = new Map(book.sheets);
  const names = new Map(book.names);
  for (let i = 0, many = 1 + random.int(most); i < many; i++) {
    const sheet = random.pick([...sheets.keys(), ...[...sheets.keys()].slice(0, 4)]);
    const rows = sheets.get(sheet) ?? [];
    const label = random.pick([...names.keys(), '']);
    switch (random.int(24)) {
      case 0: sheets.delete(sheet); break;
      case 1:
        if (!random.once(3)) break;
        sheets.delete(sheet);
        sheets.set(random.pick([`${sheet} (2)`, ` ${sheet}`, ...NASTY_TEXTS.slice(0, 12)]), rows);
        break;
      case 2: sheets.set(random.pick([`${sheet}2`, ...NASTY_TEXTS.slice(0, 12), '质升_副本']), rows); break;
      case 3: names.delete(label); break;
      case 4: names.set(label, random.pick(['#REF!', `'${sheet}'!$A$1`, '首页!$C$5', "'a''b'!A1", '[1]x!A1', 'A1:B2', '1', '', ...NASTY_TEXTS.slice(0, 20)])); break;
      case 5: names.set(random.pick(NASTY_TEXTS.slice(0, 12)), 'A1'); break;
      default: sheets.set(sheet, changeRows(rows, random));
    }
    if (sheets.size === 0) return book;
  }
  return { ...book, sheets, names };
}
