/** What crosses between the pane and the desk on an import: the question, what would be done, and what was done. */
import type { DateOrder } from '../../core/codec/codec';
import type { ColumnDateOrder } from '../../core/import/column-decisions';
import type { Filling } from '../../core/import/mapping';
import type { Issue } from '../../core/issue/issue';
import type { ImportMap } from '../../core/template/raw-map';
import type { Language } from '../../core/text/cli';
import type { DeskState } from './desk-state';
import type { NamedFile } from './named-file';

/** A cell of the source as somebody corrected it, before it is read. */
export interface Correction {
  /** Row of the source. */
  readonly row: number;
  /** Place of the source column (0-based). */
  readonly column: number;
  readonly text: string;
}

export interface ImportQuery {
  /** Key of the raw-data sheet. */
  readonly sheet: string;
  readonly source: NamedFile;
  /** Equal ids are the same source: it is read once. */
  readonly sourceId: string;
  readonly fromSheet: string | null;
  readonly map: ImportMap;
  /** For all date columns; null where the columns themselves decide. */
  readonly dateOrder: DateOrder | null;
  /** In place of the rows that the sheet has. */
  readonly replace: boolean;
  readonly corrections: readonly Correction[];
  /** Of the reasons in the file of rejected rows. */
  readonly language: Language;
}

export interface ImportTarget {
  readonly key: string;
  /** As printed. */
  readonly header: string;
  readonly required: boolean;
  /** Null where the column stays blank. */
  readonly filling: Filling | null;
}

export interface PreviewRow {
  /** Row of the source. */
  readonly row: number;
  /** In the order of the targets: what will stand in the sheet, or for a rejected row what stands in the source. */
  readonly texts: readonly string[];
  readonly rejected: boolean;
}

export interface RejectedPreview {
  readonly row: number;
  /** As they stand in the source, in its order. */
  readonly texts: readonly string[];
  readonly issues: readonly Issue[];
}

export interface ImportPreview {
  readonly encoding: string;
  /** Sheet of the source; '' for a text file. */
  readonly sourceSheet: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  /** In the order of the sheet. */
  readonly targets: readonly ImportTarget[];
  readonly dateOrders: readonly ColumnDateOrder[];
  /** Of the import as a whole; with an error among them nothing can be imported yet. */
  readonly issues: readonly Issue[];
  readonly refused: boolean;
  /** Rows that the sheet has, that would go in, that would not, and blank ones of the source. */
  readonly before: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  /** Issue code -> rejected rows that have it. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  /** The first rows of the source that are not blank. */
  readonly rows: readonly PreviewRow[];
  /** The first of the rejected. */
  readonly rejectedRows: readonly RejectedPreview[];
}

export interface ImportDone {
  readonly state: DeskState;
  readonly accepted: number;
  readonly rejected: number;
  /** The rejected rows with their reasons, to be corrected and imported again; null when none were. */
  readonly rejectedFile: NamedFile | null;
  /** Cells and names that people had changed before and that were left alone. */
  readonly left: number;
}
