/**
 * Defined names of raw-data sheets. Formulas refer to raw columns by these names only, so that they survive inserted
 * rows and columns and read like sentences: `销售交付_承诺交期`.
 */
import { absolute, columnLetters, quoteSheet } from '../model/address';
import type { PeriodKey } from '../model/period';
import { FIRST_DATA_ROW, HEADER_ROW, type RawColumnDef, type RawSheetDef } from '../model/raw-sheet';
import type { NameSpec } from '../model/sheet-spec';

const SHEET_PREFIX = '数据_';

/** A word as names may hold it: letters, digits and underscores of any script. */
export function nameWord(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}_]+/gu, '');
}

/** The sheet's name without its prefix: `数据_销售交付` -> `销售交付`. */
export function rawSheetWord(def: RawSheetDef): string {
  return nameWord(def.sheet.startsWith(SHEET_PREFIX) ? def.sheet.slice(SHEET_PREFIX.length) : def.sheet);
}

/** Name of a raw column: `销售交付_承诺交期`. Throws RangeError when the sheet has no such column. */
export function columnName(def: RawSheetDef, columnKey: string): string {
  const column = def.columns.find((c) => c.key === columnKey);
  if (column === undefined) throw new RangeError(`${def.key} has no column ${columnKey}`);
  return `${rawSheetWord(def)}_${nameWord(column.header)}`;
}

/** Name of the cell that holds the last used row of a raw sheet: `末行_销售交付`. */
export function lastRowName(def: RawSheetDef): string {
  return `末行_${rawSheetWord(def)}`;
}

/** Name of a column of the small table beside the rows: `满意度_题项权重_权重`. Throws RangeError when there is none. */
export function sideColumnName(def: RawSheetDef, columnKey: string): string {
  const column = def.side?.columns.find((c) => c.key === columnKey);
  if (def.side === undefined || column === undefined) throw new RangeError(`${def.key} has no side column ${columnKey}`);
  return `${rawSheetWord(def)}_${nameWord(def.side.title)}_${nameWord(column.header)}`;
}

/** Name of the Excel table over the rows: `表_销售交付`. */
export function tableName(def: RawSheetDef): string {
  return `表_${rawSheetWord(def)}`;
}

/** First column of the side table: one empty column after the rows. */
export function sideFirstColumn(def: RawSheetDef): number {
  return def.columns.length + 2;
}

/**
 * One name per raw column and per column of side tables. The former end at the last used row, whatever editor typed it,
 * and begin under the header wherever that is: a reference to the first row itself would be lost with that row, and would
 * pass over rows inserted above it. MAX makes one number of what ROW gives, as INDEX wants it.
 */
export function rawNames(defs: readonly RawSheetDef[]): readonly NameSpec[] {
  return defs.flatMap((def) => {
    const sheet = quoteSheet(def.sheet);
    const columns = def.columns.map((column, index): NameSpec => {
      const letters = columnLetters(index + 1);
      return {
        name: columnName(def, column.key),
        refersTo: `INDEX(${sheet}!$${letters}:$${letters},MAX(ROW(${sheet}!${absolute(HEADER_ROW, index + 1)}))+1):INDEX(${sheet}!$${letters}:$${letters},${lastRowName(def)})`,
      };
    });
    const { side } = def;
    const beside = side?.columns.map((column, index): NameSpec => {
      const at = sideFirstColumn(def) + index;
      return {
        name: sideColumnName(def, column.key),
        refersTo: `${sheet}!${absolute(FIRST_DATA_ROW, at)}:${absolute(FIRST_DATA_ROW + side.rows - 1, at)}`,
      };
    });
    return [...columns, ...(beside ?? [])];
  });
}

/** Name of a cell of 汇总填报: `汇总_6_6_提升前_分子`. `item` is the metric's item, e.g. `6.6`. */
export function summaryName(item: string, period: PeriodKey, part: 'numerator' | 'denominator'): string {
  return `汇总_${nameWord(item.replaceAll('.', '_'))}_${period === 'baseline' ? '提升前' : '提升后'}_${part === 'numerator' ? '分子' : '分母'}`;
}

/** Name of a list to choose from: `列表_调研方法`. */
export function listName(word: string): string {
  return `列表_${nameWord(word)}`;
}

/** Last part of the list name of a choice column. */
export function columnListWord(def: RawSheetDef, column: RawColumnDef): string {
  return `${rawSheetWord(def)}_${nameWord(column.header)}`;
}
