/** The cells of a sheet as a file holds them. */
import type { SheetCell } from '../model/cell';

/** Row -> column -> cell. */
export type SheetGrid = ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
