/** The rules of one raw-data sheet, made once: what the pass over a whole sheet and the checking of edited rows share. */
import { saysNone, waivedByNone } from '../codec/none-rows';
import { textLimit } from '../codec/text-limit';
import { BLANK, BOOLEAN, ERROR, NUMBER, type Block, type Column } from '../model/block';
import { cellOf } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import type { Finding } from './cell-rule';
import { createCellCheck, type CellCheck } from './check-cell';
import type { GroupJudge } from './group-rule';
import { groupRules } from './group-rules';
import { rowRules } from './row-rules';
import type { Report, RowVisitor } from './row-rule';

export interface ColumnPlaces {
  /** Columns of the sheet (1 = A) by column key, where they do not stand in the order of the template. */
  readonly places?: Readonly<Record<string, number>>;
  /** Keys of columns that the sheet lacks: their cells are not missing one by one. */
  readonly absent?: ReadonlySet<string>;
}

/** Takes a finding where it stands; `header` names its column. */
export type Add = (finding: Finding, row: number, column: number, header: string) => void;

export interface RowChecks {
  /** Cells and rows of a block, each by itself. Blank rows between the others are no mistake. */
  block(block: Block, add: Add): void;
  readonly groups: readonly GroupJudge[];
  /** Hands a rule's findings on to where their columns stand. */
  report(add: Add): Report;
}

interface ColumnCheck {
  readonly def: RawColumnDef;
  readonly place: number;
  readonly check: CellCheck;
  /** Numbers of any size are right here: no need to ask. */
  readonly anyNumber: boolean;
  readonly waivable: boolean;
}

export function createRowChecks(def: RawSheetDef, { places = {}, absent }: ColumnPlaces = {}): RowChecks {
  const columns = def.columns.flatMap((column, i): readonly ColumnCheck[] =>
    absent?.has(column.key) === true ? [] : [columnCheck(def, column, places[column.key] ?? i + 1)],
  );
  const byKey = new Map(columns.map((column) => [column.def.key, column]));
  const visitors = rowRules.map((rule) => rule.create(def)).filter((visitor): visitor is RowVisitor => visitor !== null);
  const report = (add: Add): Report => (finding, key, row) => {
    const column = byKey.get(key);
    add(finding, row, column?.place ?? 1, column?.def.header ?? '');
  };
  return {
    report,
    groups: groupRules.map((rule) => rule.create(def)).filter((judge): judge is GroupJudge => judge !== null),
    block(block, add) {
      const filled = filledRows(block);
      for (const column of columns) checkColumn(def, block, filled, column, add);
      const told = report(add);
      for (let i = 0; i < block.length; i++) {
        if (filled[i] === 1) for (const visitor of visitors) visitor.row(block, i, told);
      }
    },
  };
}

function columnCheck(sheet: RawSheetDef, def: RawColumnDef, place: number): ColumnCheck {
  return {
    def,
    place,
    check: createCellCheck({ ...def, label: def.header, percent: false, ...textLimit(sheet, def) }),
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

function checkColumn(sheet: RawSheetDef, block: Block, filled: Uint8Array, column: ColumnCheck, add: Add): void {
  const cells = block.columns[column.def.key];
  if (cells === undefined) return;
  const { required } = column.def;
  for (let i = 0; i < block.length; i++) {
    const kind = cells.kind[i];
    if (filled[i] === 0 || (kind === BLANK && !required) || (kind === NUMBER && column.anyNumber)) continue;
    const finding = column.check(valueAt(cells, i));
    if (finding === null) continue;
    if (kind === BLANK && column.waivable && saysNone(sheet.key, (key) => cellOf(block, key, i))) continue;
    add(finding, block.firstRow + i, column.place, column.def.header);
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
