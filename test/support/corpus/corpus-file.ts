/** A workbook of the corpus: made at test time by one of several programs, or found among public collections. */
export type Maker = 'openpyxl' | 'LibreOffice' | 'exceljs' | 'SheetJS' | '质升' | 'by hand' | 'public';

export interface CorpusFile {
  /** Says what is in it; unique in the corpus, with its ending. */
  readonly name: string;
  readonly madeBy: Maker;
  readonly bytes: Uint8Array;
}
