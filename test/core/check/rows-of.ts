/** Rows of a raw-data sheet as blocks, and the real templates. */
import { loadStandard } from '../../../src/app/standard';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { Block } from '../../../src/core/model/block';
import type { CellValue } from '../../../src/core/model/cell';
import { FIRST_DATA_ROW, type RawSheetDef } from '../../../src/core/model/raw-sheet';

export const RAW_SHEETS: readonly RawSheetDef[] = loadStandard().rawSheets;

export function rawSheet(key: string): RawSheetDef {
  const def = RAW_SHEETS.find((one) => one.key === key);
  if (def === undefined) throw new Error(`no raw sheet ${key}`);
  return def;
}

type Row = Readonly<Record<string, CellValue>>;

/** Rows from row 4 on, in blocks of a few rows so that tests cross their borders; null stands for a blank row. */
export function blocksOf(def: RawSheetDef, rows: readonly (Row | null)[], rowsPerBlock = 2): readonly Block[] {
  const builder = new BlockBuilder(def.columns.map(({ key }) => key), rowsPerBlock);
  rows.forEach((row, i) => {
    if (row !== null) builder.add(FIRST_DATA_ROW + i, def.columns.map(({ key }) => row[key] ?? null));
  });
  return builder.blocks();
}
