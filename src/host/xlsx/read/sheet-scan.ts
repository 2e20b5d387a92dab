/** A sheet part row by row: the cells of the next row on a tape, as far as the bytes at hand go. */
import { HostError } from '../../../app/ports';
import type { ByteWindow } from './byte-window';
import { CellTemplates } from './cell-templates';
import { elementEnd, INCOMPLETE, tagEnd } from './element-end';
import { readOdd } from './odd-cells';
import { openChild, openRoot } from './part-start';
import { scanRow, type ScanContext } from './row-scanner';
import { RowTape } from './row-tape';
import { SameBytes } from './same-bytes';

const [LT, GT, SLASH, EXCLAMATION, QUESTION] = [60, 62, 47, 33, 63];

export interface SheetScan {
  readonly tape: RowTape;
  /** Of the names of elements: their namespace prefix with the colon. */
  readonly prefixLength: number;
  /** `row`: the tape holds the next one, and the window's bytes stay as long as nothing more is read. `more`: that much is not at hand. Throws HostError `xlsx/damaged`. */
  next(): 'row' | 'more' | 'end';
}

const bytesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** The scan of a sheet whose window stands behind `<sheetData>`. */
function scanFrom(window: ByteWindow, part: string, prefix: string): SheetScan {
  const tape = new RowTape();
  const context: ScanContext = {
    tape,
    templates: new CellTemplates(),
    rowTail: new SameBytes(),
    prefix: bytesOf(prefix),
    oddCell: (b, start, end, row, previous) => {
      // A comment or an instruction between cells.
      if (b[start + 1] === EXCLAMATION || b[start + 1] === QUESTION) return previous;
      const { cells, last } = readOdd(b, start, end, part, { row, previous });
      for (const cell of cells) tape.add(cell);
      return last;
    },
  };
  const rowTag = bytesOf(`<${prefix}row`);
  const lastTag = bytesOf(`</${prefix}sheetData`);
  /** The tag at `at` has this name. */
  const named = (at: number, tag: readonly number[]): boolean => {
    const { bytes } = window;
    const after = bytes[at + tag.length] ?? 0;
    return tag.every((byte, k) => bytes[at + k] === byte) && (after <= 32 || after === GT || after === SLASH);
  };
  const end = (at: number): 'end' | 'more' => {
    const stop = tagEnd(window.bytes, at, window.end);
    if (stop === INCOMPLETE) return 'more';
    if (!named(at, lastTag)) throw new HostError('xlsx/damaged', { part });
    window.at = stop;
    return 'end';
  };
  const next = (): 'row' | 'more' | 'end' => {
    for (;;) {
      const { bytes, end: stop } = window;
      let at = window.at;
      while (at < stop && (bytes[at] ?? 0) <= 32) at++;
      window.at = at;
      if (at + 1 >= stop) return 'more';
      const after = bytes[at + 1];
      if (bytes[at] !== LT) throw new HostError('xlsx/damaged', { part });
      if (after === SLASH) return end(at);
      const scanned = scanRow(bytes, window.view, at, stop, context);
      if (scanned === INCOMPLETE) return 'more';
      if (scanned > 0) {
        window.at = scanned;
        return 'row';
      }
      const whole = elementEnd(bytes, at, stop);
      if (whole === INCOMPLETE) return 'more';
      if (after === EXCLAMATION || after === QUESTION) {
        if (whole < 0) throw new HostError('xlsx/damaged', { part });
        window.at = whole;
        continue;
      }
      if (whole < 0 || !named(at, rowTag)) throw new HostError('xlsx/damaged', { part });
      tape.start();
      const odd = readOdd(bytes, at, whole, part, { before: tape.row });
      for (const cell of odd.cells) tape.add(cell);
      tape.row = odd.row;
      window.at = whole;
      return 'row';
    }
  };
  return { tape, prefixLength: prefix.length, next };
}

/** Undefined for a sheet without rows. Throws HostError `xlsx/damaged` when the part is no worksheet. */
export async function openSheet(window: ByteWindow, part: string): Promise<SheetScan | undefined> {
  const { prefix, empty } = await openRoot(window, part, 'worksheet');
  if (empty) throw new HostError('xlsx/damaged', { part });
  return (await openChild(window, part, `${prefix}sheetData`)) ? scanFrom(window, part, prefix) : undefined;
}
