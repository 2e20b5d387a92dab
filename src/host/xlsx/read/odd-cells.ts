/**
 * The thorough reader: cells however they are written (any prefix, comments, CDATA, entities, rich text, formulas, missing
 * references). Slower than the scanner, and the measure for what the scanner gives back.
 */
import { HostError } from '../../../app/ports';
import { address, MAX_COLUMN, MAX_ROW } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import { decodeText, scanXml } from '../package/xml';
import { isoSerial } from './iso-serial';
import { numberOf } from './number-bytes';
import { knownReferences, plainLines, utf8 } from './xml-text';

/** A formula's text and the attributes of its element. */
export interface OddFormula {
  readonly text: string;
  readonly type: string | undefined;
  /** Index of a shared formula. */
  readonly index: string;
}

export interface OddCell {
  readonly column: number;
  /** Index of a shared string, or the value itself; null for none. */
  readonly value: CellValue | { readonly shared: number };
  /** True for a value that is a date whatever its format. */
  readonly date: boolean;
  readonly style: number;
  readonly formula: OddFormula | undefined;
}

export interface OddRow {
  readonly row: number;
  readonly cells: readonly OddCell[];
  /** The column of the last cell, also of one that holds nothing. */
  readonly last: number;
}

interface Raw {
  readonly attributes: ReadonlyMap<string, string>;
  value?: string;
  inline?: string;
  formula?: string;
  formulaAttributes?: ReadonlyMap<string, string>;
}

/** Row and column of `AB12`; null for anything else. */
function place(reference: string): { readonly row: number; readonly column: number } | null {
  const found = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/.exec(reference);
  if (found === null) return null;
  let column = 0;
  for (const letter of (found[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]), column };
}

function whole(text: string | undefined): number {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : NaN;
}

/** Undefined where it is none of its type. */
function valueOf({ attributes, value, inline }: Raw): Pick<OddCell, 'value' | 'date'> | undefined {
  const type = attributes.get('t') ?? 'n';
  const plain = (found: OddCell['value']): Pick<OddCell, 'value' | 'date'> => ({ value: found, date: false });
  if (type === 'inlineStr') return plain(inline ?? null);
  if (value === undefined) return plain(null);
  const trimmed = value.trim();
  switch (type) {
    case 'str':
      return plain(decodeText(value));
    case 'n': {
      const number = numberOf(value);
      return Number.isNaN(number) ? undefined : plain(number);
    }
    case 's': {
      const shared = whole(value);
      return trimmed === '' ? plain(null) : Number.isNaN(shared) ? undefined : plain({ shared });
    }
    case 'b':
      if (trimmed === '') return plain(null);
      return ['1', 'true', '0', 'false'].includes(trimmed) ? plain(trimmed === '1' || trimmed === 'true') : undefined;
    case 'e':
      return plain(trimmed === '' ? null : { error: decodeText(value) });
    case 'd': {
      const serial = isoSerial(trimmed);
      return trimmed === '' ? plain(null) : serial === null ? plain(decodeText(value)) : { value: serial, date: true };
    }
    default:
      return undefined;
  }
}

/** The cells of a `<row>` or of one `<c>` as they stand, by the names of the elements and their depth. */
function* rawCells(bytes: Uint8Array, part: string): Generator<ReadonlyMap<string, string> | Raw> {
  const open: string[] = [];
  let cellDepth = 0;
  let cell: Raw | undefined;
  let into: 'value' | 'formula' | 'inline' | undefined;
  // A run's text is decoded by itself: an escape does not reach across runs.
  let run = '';
  for (const token of scanXml(bytes, part)) {
    if (token.kind === 'text') {
      if (into === 'inline') run += token.text;
      else if (cell !== undefined && into !== undefined) cell[into] = (cell[into] ?? '') + token.text;
      continue;
    }
    const { name } = token;
    if (token.kind === 'close') {
      open.pop();
      if (cell !== undefined && into === 'inline' && name === 't') {
        cell.inline = (cell.inline ?? '') + decodeText(run);
        into = undefined;
      }
      if (open.length < cellDepth + 1) into = undefined;
      if (cell !== undefined && open.length < cellDepth) {
        yield cell;
        cell = undefined;
      }
      continue;
    }
    open.push(name);
    const depth = open.length - cellDepth;
    if (cell === undefined) {
      if (open.length === 1 && name === 'row') yield token.attributes;
      else if (name === 'c' && (open.length === 1 || (open.length === 2 && open[0] === 'row'))) {
        cell = { attributes: token.attributes };
        cellDepth = open.length;
      }
    } else if (depth === 1 && name === 'v') {
      into = 'value';
      cell.value ??= '';
    } else if (depth === 1 && name === 'f') {
      into = 'formula';
      cell.formula ??= '';
      cell.formulaAttributes = token.attributes;
    } else if (depth === 1 && name === 'is') cell.inline ??= '';
    else if (name === 't' && open[cellDepth] === 'is' && (depth === 2 || (depth === 3 && open[cellDepth + 1] === 'r'))) {
      into = 'inline';
      run = '';
    }
    else into = undefined;
  }
}

/** `start` to `end` is a whole element: a `<row>`, of which `row` is the one before, or something inside the row `row`, behind the column `previous`. Throws HostError `xlsx/damaged` with part and cell. */
export function readOdd(b: Uint8Array, start: number, end: number, part: string, within: { readonly row: number; readonly previous: number } | { readonly before: number }): OddRow {
  let row = 'row' in within ? within.row : 0;
  let previous = 'row' in within ? within.previous : 0;
  const before = 'before' in within ? within.before : 0;
  const damaged = (cell: string, cause?: unknown): HostError => new HostError('xlsx/damaged', { part, cell }, cause === undefined ? undefined : { cause });
  const here = (): string => address(row === 0 ? before + 1 : row, Math.min(previous + 1, MAX_COLUMN));
  const takeRow = (found: number): void => {
    row = found;
    if (!Number.isInteger(row) || row <= before || row > MAX_ROW) throw damaged(Number.isNaN(row) ? address(before + 1, 1) : `A${row}`);
  };
  const xml = utf8(b, start, end);
  if (xml === null || !knownReferences(xml)) throw damaged(here());
  const lines = plainLines(xml);
  const cells: OddCell[] = [];
  const read = (): void => {
    for (const raw of rawCells(lines === xml ? b.subarray(start, end) : new TextEncoder().encode(lines), part)) {
      if (!('attributes' in raw)) {
        const own = raw.get('r');
        if (own !== undefined) takeRow(whole(own));
        continue;
      }
      const reference = raw.attributes.get('r');
      const at = reference === undefined ? undefined : place(reference);
      if (at === null) throw damaged(reference ?? here());
      if (row === 0) takeRow(at?.row ?? before + 1);
      const column = at?.column ?? previous + 1;
      if ((at !== undefined && at.row !== row) || column <= previous || column > MAX_COLUMN) throw damaged(reference ?? address(row, column));
      previous = column;
      const value = valueOf(raw);
      if (value === undefined) throw damaged(address(row, column));
      const formula = raw.formula === undefined ? undefined : { text: decodeText(raw.formula), type: raw.formulaAttributes?.get('t'), index: raw.formulaAttributes?.get('si') ?? '' };
      if (value.value !== null || formula !== undefined) cells.push({ column, ...value, style: whole(raw.attributes.get('s') ?? '0') || 0, formula });
    }
  };
  try {
    read();
  } catch (error) {
    if (error instanceof HostError && error.code === 'xlsx/damaged' && error.params['cell'] === undefined) throw damaged(here(), error);
    throw error;
  }
  if (row === 0) takeRow(before + 1);
  return { row, cells, last: previous };
}
