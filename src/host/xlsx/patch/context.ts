/** What the steps of a patch share. */
import type { StyleName } from '../../../core/model/sheet-spec';
import type { PackageEdit } from '../package/package-edit';
import type { Limits } from '../package/zip';

export interface Look {
  readonly style: StyleName;
  /** Number format; General where absent. */
  readonly format?: string;
}

/** The workbook's own table of cell formats. Indexes are those of `cellXfs`, as in a cell's `s`. */
export interface StyleTable {
  /** The format with this look; added once when the table has none that is equal. */
  of(look: Look): number;
  /** Its number format shows a date. */
  isDate(style: number): boolean;
  /** The same format with the number format yyyy-mm-dd, or itself when it shows dates already. */
  dated(style: number): number;
  /** The same format with this number format, or itself when it has it. */
  formatted(style: number, format: string): number;
  /** The differential format with this look, by its index in `dxfs`. */
  differential(xml: string): number;
}

export interface SheetPlace {
  readonly name: string;
  /** Path of its part. */
  readonly path: string;
  readonly sheetId: number;
  /** Index among all tabs, chart sheets included: what `localSheetId` counts. */
  readonly index: number;
}

export interface PatchContext {
  readonly parts: PackageEdit;
  /** Path of the workbook part. */
  readonly workbook: string;
  /** Dates of this workbook count from 1904: a serial date is written 1462 less. */
  readonly date1904: boolean;
  readonly styles: StyleTable;
  readonly limits: Limits;
  /** As it is now, after the steps before. Throws HostError `xlsx/sheet-missing`. */
  sheet(name: string): SheetPlace;
  /** A formula was written, changed or taken away: the calculation chain goes, and the workbook asks to be calculated on opening. */
  formulasChanged(): void;
}
