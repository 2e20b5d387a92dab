/** Workbooks with every sheet that the product has, the sample rows in one of them. */
import { createContent } from '../../src/app/create-workbook';
import { loadStandard } from '../../src/app/standard';
import { serialOf } from '../../src/core/codec/date';
import type { WorkbookContent } from '../../src/core/model/content';
import type { RawSheetDef } from '../../src/core/model/raw-sheet';
import { sampleBlocks, type MakeRow } from './sample-rows';

export const standard = loadStandard();

export function sheetDef(key: string): RawSheetDef {
  const found = standard.rawSheets.find((def) => def.key === key);
  if (found === undefined) throw new RangeError(`no raw-data sheet ${key}`);
  return found;
}

export function emptyContent(): WorkbookContent {
  const periods = { baseline: [serialOf(2023, 1, 1), serialOf(2023, 12, 31)], current: [serialOf(2024, 1, 1), serialOf(2024, 12, 31)] } as const;
  return createContent({ enterprise: { name: '示例泵业有限公司' }, periods: { baseline: [...periods.baseline], current: [...periods.current] }, asOf: serialOf(2024, 12, 31) }, 'all', standard);
}

export function contentWith(key: string, row: MakeRow, rows: number): WorkbookContent {
  return { ...emptyContent(), rows: { [key]: sampleBlocks(sheetDef(key), row, rows) } };
}
