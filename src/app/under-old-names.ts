/** A workbook whose renamed sheets answer to their old names, in formulas and defined names too. */
import { quoteSheet } from '../core/model/address';
import type { SheetCell } from '../core/model/cell';
import type { ReadableWorkbook, ReadOptions } from './ports';

/** Texts and brackets of tables, which name no sheets; then a sheet, quoted or not. */
const SHEET = /"(?:[^"]|"")*"|\[[^\]]*\]|(?:'((?:[^']|'')*)'|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*))!/gu;

/** `renamed`: old name -> name now. */
export function underOldNames(workbook: ReadableWorkbook, renamed: ReadonlyMap<string, string>): ReadableWorkbook {
  const old = new Map([...renamed].map(([before, now]) => [now, before]));
  const now = (sheet: string): string => renamed.get(sheet) ?? sheet;
  const formula = (text: string): string => text.replace(SHEET, (token: string, quoted: string | undefined, plain: string | undefined) => {
    const before = old.get(quoted?.replaceAll("''", "'") ?? plain ?? '');
    return before === undefined ? token : `${quoteSheet(before)}!`;
  });
  const cell = (found: SheetCell): SheetCell => (found.formula === undefined ? found : { ...found, formula: formula(found.formula) });
  return {
    sheetNames: workbook.sheetNames.map((sheet) => old.get(sheet) ?? sheet),
    application: workbook.application,
    names: new Map([...workbook.names].map(([name, refersTo]) => [name, formula(refersTo)])),
    async *rows(sheet: string, options?: ReadOptions) {
      for await (const { row, cells } of workbook.rows(now(sheet), options)) yield { row, cells: new Map([...cells].map(([column, found]) => [column, cell(found)])) };
    },
    blocks: (sheet, columns, options) => workbook.blocks(now(sheet), columns, options),
    structure: async (sheet, options) => workbook.structure(now(sheet), options),
  };
}
