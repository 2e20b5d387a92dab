/** Where something stands in the workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** A1 reference, or '' for the sheet as a whole. */
  readonly cell: string;
}
