/**
 * An .xlsx file opened for reading: sheets, names and rows, transitional and strict, from any program. Runs in Node and in
 * the browser. Nothing is inflated before it is asked for, and a sheet is never in memory as a whole.
 */
import { HostError, type ByteSource, type Gzip, type ReadableWorkbook, type ReadOptions } from '../../../app/ports';
import type { Block } from '../../../core/model/block';
import type { SheetRow } from '../../../core/model/cell';
import { partKey } from '../package/part-name';
import { portableGzip } from '../package/portable-gzip';
import { assertContainer } from '../package/sniff';
import { DEFAULT_LIMITS, type Limits, type Zip } from '../package/zip';
import { openZip } from '../package/zip-reader';
import { createBlockCells } from './block-cells';
import { ByteWindow } from './byte-window';
import type { ValueContext } from './cell-values';
import { readFormatCodes } from './format-codes';
import { readCellFormats, type Temporal } from './number-formats';
import { readOutline, type Outline } from './outline';
import { createRowCells } from './row-cells';
import { readSharedStrings } from './shared-strings';
import { openSheet, type SheetScan } from './sheet-scan';
import type { SharedStrings } from './string-table';
import { readStructure } from './structure';
import { createTextReader } from './xml-text';

export interface OpenOptions {
  readonly gzip?: Gzip;
  readonly limits?: Partial<Limits>;
}

export interface OpenedWorkbook extends ReadableWorkbook {
  readonly zip: Zip;
  readonly outline: Outline;
}

const NO_STRINGS: SharedStrings = { count: 0, get: () => undefined };

/** The readable side of a workbook whose outline is known. Tables that sheets share are loaded once, when a cell asks for them. */
function readable(zip: Zip, outline: Outline, limits: Limits): ReadableWorkbook {
  const parts = new Map(outline.sheets.flatMap(({ name, path, kind }) => (kind === 'worksheet' ? [[name, path] as const] : [])));
  const target = (type: string): string | undefined => outline.relationships.find((relationship) => relationship.type === type)?.target;
  let strings: SharedStrings | undefined;
  let formats: readonly Temporal[] | undefined;
  let codes: readonly string[] | undefined;

  async function loadStrings(signal: AbortSignal | undefined): Promise<SharedStrings> {
    const part = target('sharedStrings');
    strings ??= part === undefined ? NO_STRINGS : await readSharedStrings(zip.pieces(part), { part, limit: limits.maxRowCharacters, maxSharedStrings: limits.maxSharedStrings, signal });
    return strings;
  }

  async function loadFormats(): Promise<readonly Temporal[]> {
    const part = target('styles');
    formats ??= part === undefined ? [] : readCellFormats(await zip.bytes(part), part);
    return formats;
  }

  /** A window on the sheet's part, whose rows are then read by `body`. */
  async function* onSheet<T>(sheet: string, { signal, progress }: ReadOptions, body: (scan: SheetScan, window: ByteWindow, part: string) => AsyncGenerator<T>): AsyncGenerator<T> {
    signal?.throwIfAborted();
    const part = parts.get(sheet);
    if (part === undefined) throw new HostError('xlsx/sheet-missing', { sheet });
    const key = partKey(part);
    const total = zip.entries.find(({ path }) => partKey(path) === key)?.packed ?? 0;
    const pieces = zip.pieces(part, progress === undefined ? undefined : (done) => progress(done, total));
    const window = new ByteWindow(pieces, { part, limit: limits.maxRowCharacters, signal });
    try {
      const scan = await openSheet(window, part);
      if (scan !== undefined) yield* body(scan, window, part);
      await window.drain();
    } finally {
      await window.close();
    }
  }

  // One for all sheets: what it remembers costs more than reading a small one.
  let readText: ValueContext['readText'] | undefined;
  const contextOf = (part: string, known: readonly Temporal[]): ValueContext => ({ part, formats: known, date1904: outline.date1904, readText: (readText ??= createTextReader()) });

  async function* rows(sheet: string, options: ReadOptions = {}): AsyncGenerator<SheetRow> {
    const { fromRow = 1, signal } = options;
    yield* onSheet(sheet, options, async function* eachRow(scan, window, part) {
      const reader = createRowCells(contextOf(part, await loadFormats()), scan.prefixLength);
      const { tape } = scan;
      while (await advance(scan, window, part)) {
        if (tape.row < fromRow) reader.pass(tape, window.bytes);
        else {
          const cells = reader.read(tape, window.bytes, strings) ?? reader.read(tape, window.bytes, await loadStrings(signal));
          if (cells === undefined || cells.size === 0) continue;
          yield { row: tape.row, cells };
          // The window asks between pieces only, and a piece may hold all rows.
          signal?.throwIfAborted();
        }
      }
    });
  }

  async function* blocks(sheet: string, columns: Readonly<Record<string, number>>, options: ReadOptions = {}): AsyncGenerator<Block> {
    const { fromRow = 1, signal } = options;
    yield* onSheet(sheet, options, async function* eachBlock(scan, window, part) {
      // Only the 1904 system makes a number depend on its format.
      const reader = createBlockCells(contextOf(part, outline.date1904 ? await loadFormats() : []), columns);
      const { tape } = scan;
      for (let state = scan.next(); state !== 'end'; state = scan.next()) {
        if (state === 'more') await readOn(window, part);
        else if (tape.row >= fromRow) {
          if (!reader.put(tape, window.bytes, strings)) reader.put(tape, window.bytes, await loadStrings(signal));
          // Asked for row by row, an empty list would cost more than reading the row.
          if (reader.ready()) yield* eachUntil(reader.take(false), signal);
        }
      }
      yield* eachUntil(reader.take(true), signal);
    });
  }

  return {
    sheetNames: [...parts.keys()],
    application: outline.application,
    names: outline.names,
    // Each iteration reads anew.
    rows: (sheet, options) => ({ [Symbol.asyncIterator]: () => rows(sheet, options) }),
    blocks: (sheet, columns, options) => ({ [Symbol.asyncIterator]: () => blocks(sheet, columns, options) }),
    async structure(sheet, { signal } = {}) {
      const part = parts.get(sheet);
      if (part === undefined) throw new HostError('xlsx/sheet-missing', { sheet });
      const styles = target('styles');
      codes ??= styles === undefined ? [] : readFormatCodes(await zip.bytes(styles), styles);
      return readStructure({ zip, part, limits, date1904: outline.date1904, formats: codes, signal });
    },
  };
}

/** Throws the signal's reason when it was given after one of them. */
function* eachUntil<T>(list: readonly T[], signal: AbortSignal | undefined): Generator<T> {
  for (const one of list) {
    yield one;
    signal?.throwIfAborted();
  }
}

/** Throws HostError `xlsx/damaged` where the part ends. */
async function readOn(window: ByteWindow, part: string): Promise<void> {
  if (!(await window.more())) throw new HostError('xlsx/damaged', { part });
}

/** Moves to the next row; false behind the last. */
async function advance(scan: SheetScan, window: ByteWindow, part: string): Promise<boolean> {
  for (;;) {
    const state = scan.next();
    if (state !== 'more') return state === 'row';
    await readOn(window, part);
  }
}

/** Throws HostError: `xlsx/encrypted`, `xlsx/old-format`, `xlsx/binary`, `xlsx/csv`, `xlsx/html`, `xlsx/not-a-workbook` {found}, `xlsx/damaged` {part}, `xlsx/too-large` {part, size, limit}. */
export async function openWorkbook(file: ByteSource, { gzip = portableGzip, limits = {} }: OpenOptions = {}): Promise<OpenedWorkbook> {
  await assertContainer(file);
  const all = { ...DEFAULT_LIMITS, ...limits };
  const zip = await openZip(file, gzip, all);
  const outline = await readOutline(zip);
  return { ...readable(zip, outline, all), zip, outline };
}
