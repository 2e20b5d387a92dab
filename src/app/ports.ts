/** What a host must offer to the use cases. Hosts implement these with one library each and know nothing of each other. */
import type { SheetRow } from '../core/model/cell';
import type { SourceGrid } from '../core/model/source-table';
import type { WorkbookSpec } from '../core/model/sheet-spec';

/** A workbook opened for reading. */
export interface ReadableWorkbook {
  /** Sheet names in the order of the tabs. */
  readonly sheetNames: readonly string[];
  /** The program that saved it last, e.g. `Microsoft Excel`, `LibreOffice/7.4...`, or `质升` when it is of our own making. */
  readonly application: string;
  /** Defined names of workbook scope and what they refer to. */
  readonly names: ReadonlyMap<string, string>;
  /** Rows from `fromRow` (1-based) on that hold at least one cell, top to bottom. Throws `HostError` when the sheet is damaged. */
  rows(sheet: string, fromRow?: number): Iterable<SheetRow>;
}

export interface WorkbookFormat {
  /** Throws `HostError` with a code that says what the bytes are instead (encrypted, .xls, CSV ...). */
  open(bytes: Uint8Array): ReadableWorkbook;
  write(spec: WorkbookSpec): Promise<Uint8Array>;
}

/** A CSV file as rows of texts, and how it was read. */
export interface DelimitedFile extends SourceGrid {
  readonly encoding: string;
  readonly delimiter: string;
}

export interface DelimitedFormat {
  /** Throws `HostError` when the bytes are not text, or quotes make the rows doubtful. */
  decode(bytes: Uint8Array): DelimitedFile;
}

export interface Folders {
  /** Makes the folder and those above it; nothing happens when it is there. Throws `HostError` (`file/unwritable`, `file/disk-full`). */
  make(path: string): Promise<void>;
}

export interface Files {
  /** Throws `HostError` (`file/missing`, `file/unreadable`). */
  read(path: string): Promise<Uint8Array>;
  /** Replaces the file only by a complete new one: beside, flushed, renamed. Throws `HostError` (`file/unwritable`, `file/disk-full`). */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  exists(path: string): Promise<boolean>;
}

export interface Progress {
  /** `done` of `total` of what `code` names; total 0 when unknown. */
  report(code: string, done: number, total: number): void;
}

/** A host's failure: code for the sentence, parameters for its blanks, the cause for engineers. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}
