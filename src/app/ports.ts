/** What a host must offer to the use cases. Hosts implement these with one library each and know nothing of each other. */
import type { Block } from '../core/model/block';
import type { SheetRow } from '../core/model/cell';
import type { ChartSpec } from '../core/model/chart-spec';
import type { DocumentSpec } from '../core/model/document';
import type { WorkbookSpec } from '../core/model/sheet-spec';
import type { SheetStructure } from '../core/model/sheet-structure';
import type { SourceGrid } from '../core/model/source-table';
import type { WorkbookPatch } from '../core/model/workbook-patch';

/** The bytes of a file, wherever it lies, read where they are wanted. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start` up to `end`, exclusive; both lie within the size. Throws `HostError` (`file/unreadable`, `file/changed`). */
  read(start: number, end: number): Promise<Uint8Array>;
}

export interface ReadOptions {
  /** First row that is wanted (1-based). */
  readonly fromRow?: number;
  /** Stops the reading: the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called now and then with packed bytes read of the sheet, and how many there are. */
  readonly progress?: (done: number, total: number) => void;
}

/** A workbook opened for reading; nothing of it is read before it is asked for. */
export interface ReadableWorkbook {
  /** Sheet names in the order of the tabs; sheets without cells (chart sheets) are left out. */
  readonly sheetNames: readonly string[];
  /** The program that saved it last, e.g. `Microsoft Excel`, `LibreOffice/7.4...`, or `质升` when it is of our own making. */
  readonly application: string;
  /** Defined names of workbook scope and what they refer to. */
  readonly names: ReadonlyMap<string, string>;
  /** A program computes its formulas as soon as they are written: results are never out of date. */
  readonly calculates?: true;
  /** Rows that hold at least one cell, top to bottom. Throws `HostError` when the sheet is damaged or missing (`xlsx/sheet-missing`). */
  rows(sheet: string, options?: ReadOptions): AsyncIterable<SheetRow>;
  /**
   * The values of chosen columns (key -> column number, 1 = A), top to bottom. A block starts at a row that holds something in
   * one of them; blank rows inside a block are part of it, long gaps lie between blocks. Formulas give their cached values,
   * empty texts count as blank. Throws as `rows` does.
   */
  blocks(sheet: string, columns: Readonly<Record<string, number>>, options?: ReadOptions): AsyncIterable<Block>;
  /** The merged cells alone, where that is less work than `structure`. Throws as `rows` does. */
  readonly merges?: (sheet: string) => Promise<readonly string[]>;
  /** What the sheet says besides the contents of its cells, in one pass. Throws as `rows` does. */
  structure(sheet: string, options?: Pick<ReadOptions, 'signal'>): Promise<SheetStructure>;
}

/** A workbook that can be changed in place: what the patch does not name stays as it is, byte for byte. */
export interface OpenWorkbook extends ReadableWorkbook {
  /** The whole changed file, piece by piece. Throws `HostError` while it is iterated, before the first piece where the patch asks for something that cannot be. */
  patch(patch: WorkbookPatch): AsyncIterable<Uint8Array>;
  /** The same for whoever starts with a copy of the file (`ReplaceOptions.keepsBytes`): what stays in its place is only counted, first of all, be it nothing; where a copy does not pay, all are bytes. Both files read alike; their bytes may lie in another order. */
  changes(patch: WorkbookPatch): AsyncIterable<Change>;
}

/** Of a file that is changed, from its beginning on: new bytes, or how many of the old ones stay where they are. */
export type Change = Uint8Array | { readonly kept: number };

export interface ApplyOptions {
  /** Gives up between two steps; what was done is then taken back. */
  readonly signal?: AbortSignal;
  /** Steps done and how many there are. */
  readonly progress?: (done: number, total: number) => void;
}

/** What the program cannot do in this version, and did without: notes on cells, the new length of a table. */
export interface Omission {
  readonly what: 'notes' | 'table-length';
  readonly sheet: string;
}

/** Something of the workbook was changed, by people or by the program itself: where, as far as the spreadsheet program says. Only what is read afterwards counts. */
export interface ChangeHint {
  /** '' where sheets were added, deleted or renamed. */
  readonly sheet: string;
  /** The cells; null where rows, columns or cells may have moved. */
  readonly ref: string | null;
}

/**
 * The workbook that is open in a spreadsheet program, as it was when it was opened here: names of sheets and defined names are of
 * that moment, cells are read when they are asked for. The program calculates: cached values in a patch are not written.
 */
export interface LiveWorkbook extends ReadableWorkbook {
  readonly calculates: true;
  /** As the title of its window has it. */
  readonly name: string;
  /** Rows from `first` to `last` of chosen columns (key -> column number), in one block, blank ones included. Throws as `blocks` does. */
  part(sheet: string, columns: Readonly<Record<string, number>>, first: number, last: number): Promise<Block>;
  /**
   * Changes it in place. Afterwards it is as the patch says or as it was; where the program stops answering half-way,
   * `HostError` `excel/half-done` says so, and whoever opens the workbook next puts it right first.
   */
  apply(patch: WorkbookPatch, options?: ApplyOptions): Promise<readonly Omission[]>;
}

export interface WorkbookFormat {
  /** Throws `HostError` with a code that says what the bytes are instead (encrypted, .xls, CSV ...). */
  open(source: ByteSource): Promise<OpenWorkbook>;
  write(spec: WorkbookSpec): Promise<Uint8Array>;
}

/** In CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Charts as pictures, for where no spreadsheet draws them: documents, the pane, reports. */
export interface ChartPicture {
  /** One `<svg>` element that looks as the chart does in a sheet, or as it would on dark paper; without a title where that is ''. Throws RangeError for a chart without series. */
  svg(spec: ChartSpec, size: PictureSize, look?: 'light' | 'dark'): string;
}

export interface Rasterizer {
  /** `scale`: pixels per CSS pixel. Throws `HostError` `picture/no-chinese-font` where the machine has no font for the text, `picture/failed`. */
  png(svg: string, scale?: number): Promise<Uint8Array>;
}

export interface WordFormat {
  /** A .docx; the same document gives the same bytes. */
  write(document: DocumentSpec): Promise<Uint8Array>;
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

/** A file on its place as it was when it was opened. Reading throws `file/changed` once it is another. */
export interface OpenFile extends ByteSource {
  /** Tells this state of the file from a later one. */
  readonly version: string;
}

export interface ReplaceOptions {
  /** Refuse (`file/changed`) when the file is no longer the one that was opened. Looked at last thing before the new file takes its place. */
  readonly unchangedSince?: string;
  /** The content says what stays of the old file as it was `unchangedSince`. Without this the content must be bytes alone. */
  readonly keepsBytes?: true;
  /** Keep the old file under this path. Throws `file/copy-exists` when something is there. */
  readonly keepCopyAs?: string;
}

export interface Files {
  /** Throws `HostError` (`file/missing`, `file/unreadable`). */
  read(path: string): Promise<Uint8Array>;
  /** Needs no closing: nothing is held open between reads. Throws as `read` does. */
  open(path: string): Promise<OpenFile>;
  /** Replaces the file only by a complete new one: beside, flushed, renamed. Throws `HostError` (`file/unwritable`, `file/disk-full`, `file/changed`, `file/copy-exists`). */
  replace(path: string, content: Uint8Array | AsyncIterable<Change>, options?: ReplaceOptions): Promise<void>;
  exists(path: string): Promise<boolean>;
}

export interface FoundFile {
  /** As the caller would write it: the folder that was named, and the way from there. */
  readonly path: string;
  /** The same for any folder that one works in. */
  readonly full: string;
  /** Tells this state of the file from a later one. */
  readonly version: string;
}

export interface FileTree {
  /** Files under the paths, each once, sorted by path. Files that are named themselves are taken whatever they are called. Links to folders are not followed. Throws `HostError` (`file/missing`, `file/unreadable`). */
  list(paths: readonly string[], wanted: (name: string) => boolean): Promise<{ readonly files: readonly FoundFile[]; /** Files that were not wanted. */ readonly passed: number }>;
}

/** Where a line of a journal stands. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

/** Lines that outlive the program at whatever moment it is killed: a line is whole or it is not there. */
export interface Journal {
  /** From the first on; what is left of a line that was cut off is passed over. */
  lines(): AsyncIterable<{ readonly text: string; readonly place: LinePlace }>;
  append(text: string): Promise<LinePlace>;
  read(place: LinePlace): Promise<string>;
  close(): Promise<void>;
}

export interface Journals {
  /** Made where there is none. Throws `HostError` (`file/unwritable`, `file/unreadable`). */
  open(path: string): Promise<Journal>;
}

export interface JobFailure {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a job came to: a line, or why it could not be done. */
export type JobAnswer = { readonly line: string } | { readonly failure: JobFailure };

/** Does jobs elsewhere: on threads, or on other machines. A job may be done twice; its answer comes once. */
export interface JobRunner<J extends { readonly id: string }> {
  /** In whatever order they end. A job that fails is tried again; after the last try its failure is the answer. Asking for the next answer says that the one before is kept. */
  run(jobs: readonly J[], signal?: AbortSignal): AsyncIterable<{ readonly job: J; readonly answer: JobAnswer }>;
  close(): Promise<void>;
}

export interface TableColumn {
  readonly name: string;
  readonly type: 'text' | 'number' | 'whole' | 'yesNo';
}

/** Tables of typed columns for other tools (Parquet). */
export interface TableFormat {
  /** Rows have the order of the columns; null where nothing is known. */
  write(columns: readonly TableColumn[], rows: AsyncIterable<readonly (string | number | boolean | null)[]>): AsyncIterable<Uint8Array>;
}

/** gzip as the place has it: node:zlib, the browser's streams, or a library. Both throw what the place throws on wrong data. */
export interface Gzip {
  /** Checks length and CRC-32 of the trailer. */
  inflate(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  deflate(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** What makes one copy different from all others, and the time. */
export interface Identity {
  /** Random, never the same twice (UUID). */
  newId(): string;
  /** Now, ISO 8601 with the offset of the place, e.g. `2025-03-01T09:30:00+08:00`. */
  now(): string;
}

export interface Progress {
  /** `done` of `total` of what `code` names; total 0 when unknown. */
  report(code: string, done: number, total: number): void;
}

/** What goes along with a call that may take long. */
export interface Call {
  /** Stops the work: the call then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
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
