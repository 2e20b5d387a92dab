/** Checks the rows of a raw-data sheet, cells and whole rows, in one pass over its blocks. */
import { saysNone, waivedByNone } from '../codec/none-rows';
import type { Issue } from '../issue/issue';
import { BLANK, BOOLEAN, ERROR, NUMBER, type Block, type Column } from '../model/block';
import { cellOf } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import type { Finding } from './cell-rule';
import { createCellCheck, type CellCheck } from './check-cell';
import { CHECK_LIMITS, IssueCollector, type CheckLimits } from './collector';
import { rowRules } from './row-rules';
import type { RowVisitor } from './row-rule';

export interface CheckRowsOptions {
  readonly limits?: CheckLimits;
  /** Columns of the sheet (1 = A) by column key, where they do not stand in the order of the template. */
  readonly places?: Readonly<Record<string, number>>;
  /** Keys of columns that the sheet lacks: their cells are not missing one by one. */
  readonly absent?: ReadonlySet<string>;
}

interface ColumnCheck {
  readonly def: RawColumnDef;
  readonly place: number;
  readonly check: CellCheck;
  /** Numbers of any size are right here: no need to ask. */
  readonly anyNumber: boolean;
  readonly waivable: boolean;
}

/** In order of rows, then columns. Blank rows between the others are no mistake. */
export function checkRows(def: RawSheetDef, blocks: readonly Block[], options: CheckRowsOptions = {}): readonly Issue[] {
  const { limits = CHECK_LIMITS, places = {}, absent } = options;
  const collector = new IssueCollector(def.sheet, def.feeds, limits);
  const columns = def.columns.flatMap((column, i): readonly ColumnCheck[] =>
    absent?.has(column.key) === true ? [] : [columnCheck(def, column, places[column.key] ?? i + 1)],
  );
  const byKey = new Map(columns.map((column) => [column.def.key, column]));
  const visitors = rowRules.map((rule) => rule.create(def)).filter((visitor): visitor is RowVisitor => visitor !== null);
  const report = (finding: Finding, key: string, row: number): void => {
    const column = byKey.get(key);
    collector.add(finding, row, column?.place ?? 1, column?.def.header ?? '');
  };
  for (const block of blocks) {
    const filled = filledRows(block);
    for (const column of columns) checkColumn(def, block, filled, column, collector);
    for (let i = 0; i < block.length; i++) {
      if (filled[i] === 1) for (const visitor of visitors) visitor.row(block, i, report);
    }
  }
  for (const visitor of visitors) visitor.end?.(report);
  return collector.issues();
}

function columnCheck(sheet: RawSheetDef, def: RawColumnDef, place: number): ColumnCheck {
  return {
    def,
    place,
    check: createCellCheck({ ...def, label: def.header, percent: false }),
    anyNumber: (def.kind === 'number' || def.kind === 'money') && def.min === undefined && def.max === undefined,
    waivable: def.required && waivedByNone(sheet.key, def.key),
  };
}

/** 1 where the row holds at least one cell. */
function filledRows(block: Block): Uint8Array {
  const filled = new Uint8Array(block.length);
  for (const { kind } of Object.values(block.columns)) {
    for (let i = 0; i < block.length; i++) if (kind[i] !== BLANK) filled[i] = 1;
  }
  return filled;
}

function checkColumn(sheet: RawSheetDef, block: Block, filled: Uint8Array, column: ColumnCheck, collector: IssueCollector): void {
  const cells = block.columns[column.def.key];
  if (cells === undefined) return;
  const { required } = column.def;
  for (let i = 0; i < block.length; i++) {
    const kind = cells.kind[i];
    if (filled[i] === 0 || (kind === BLANK && !required) || (kind === NUMBER && column.anyNumber)) continue;
    const finding = column.check(valueAt(cells, i));
    if (finding === null) continue;
    if (kind === BLANK && column.waivable && saysNone(sheet.key, (key) => cellOf(block, key, i))) continue;
    collector.add(finding, block.firstRow + i, column.place, column.def.header);
  }
}

function valueAt(cells: Column, index: number): CellValue {
  const text = cells.text[index] ?? '';
  switch (cells.kind[index]) {
    case NUMBER:
      return cells.number[index] ?? null;
    case BOOLEAN:
      return text === 'TRUE';
    case ERROR:
      return { error: text };
    default:
      return text === '' ? null : text;
  }
}
