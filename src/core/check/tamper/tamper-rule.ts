/** What a rule over the sheet itself is: the sheet as it would be generated, held against the sheet as it is in the file. */
import type { Issue } from '../../issue/issue';
import type { SheetGrid } from '../../merge/sheet-grid';
import type { Moves } from '../../merge/moves';
import type { Area } from '../../model/area';
import type { ValueKind } from '../../model/raw-sheet';
import type { SheetSpec } from '../../model/sheet-spec';
import type { SheetStructure } from '../../model/sheet-structure';
import type { RulesPatch, CellEdit } from '../../model/workbook-patch';
import type { TamperCode } from './codes';

/** A cell to fill, where it is now. */
export interface FieldFact {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly kind: ValueKind;
  readonly filled: boolean;
}

/** The rows of a raw-data sheet. */
export interface RawFact {
  readonly headerRow: number;
  /** Its columns where they are now; those that were not found have column null. */
  readonly columns: readonly { readonly header: string; readonly kind: ValueKind; readonly column: number | null; readonly filled: boolean }[];
  /** Rows that hold something, ascending. */
  readonly rows: readonly number[];
}

export interface SheetFacts {
  /** As it would be generated. */
  readonly spec: SheetSpec;
  /** Of a raw-data sheet only what stands above and beside its rows. */
  readonly grid: SheetGrid;
  readonly structure: SheetStructure;
  /** Where inserted and deleted rows and columns moved things, by sheet. */
  readonly moves: ReadonlyMap<string, Moves>;
  /** Cells of the generated sheet where they are now; null where their column is gone. */
  readonly place: (area: Area) => Area | null;
  readonly raw: RawFact | null;
  readonly fields: readonly FieldFact[];
}

export interface TamperFinding {
  readonly code: TamperCode;
  /** 0 for the sheet as a whole. */
  readonly row: number;
  readonly column: number;
  readonly params: Issue['params'];
  /** What puts it right, where that is certain. */
  readonly repair?: { readonly cells?: readonly CellEdit[]; readonly rules?: RulesPatch };
}

export interface TamperRule {
  find(sheet: SheetFacts): readonly TamperFinding[];
}
