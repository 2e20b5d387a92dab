/** The cells of a tape as a `SheetRow` has them: values, dates, formulas. */
import { HostError } from '../../../app/ports';
import { address } from '../../../core/model/address';
import type { SheetCell } from '../../../core/model/cell';
import { damagedCell, sharedIndex, valueAt, type ValueContext } from './cell-values';
import { readOdd, type OddFormula } from './odd-cells';
import type { RowTape } from './row-tape';
import type { SharedStrings } from './string-table';
import { shiftFormula } from './shift-formula';
import { textOfBytes } from './xml-text';

/**
 * Characters of a formula in Excel. A longer one of a single cell is read as it stands; one that is shared is refused, for
 * it would be written out for every cell.
 */
const MAX_FORMULA = 8192;

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

export interface RowCells {
  /** By column number; blanks are left out. Undefined: a cell asks for the shared strings, which are not there. Throws HostError `xlsx/damaged`. */
  read(tape: RowTape, b: Uint8Array, strings: SharedStrings | undefined): Map<number, SheetCell> | undefined;
  /** Takes note of a row that nobody asked for: it may hold the first cell of a shared formula. */
  pass(tape: RowTape, b: Uint8Array): void;
}

const withoutPrefixes = (formula: string): string => formula.replaceAll(/_xlfn\.(?:_xlws\.)?/g, '');

const NONE: SharedStrings = { count: 0, get: () => undefined };

/** `prefixLength`: of the names of elements, with the colon. */
export function createRowCells(context: ValueContext, prefixLength: number): RowCells {
  const masters = new Map<string, Master>();

  /** What `<f>` says; undefined where the cell has none. */
  function formulaAt(tape: RowTape, b: Uint8Array, index: number): OddFormula | undefined {
    const found = tape.formula(index);
    if (found === undefined) return tape.oddCell(index)?.formula;
    const content = found.at + 3 + prefixLength;
    if (b[content - 1] === 62) {
      const text = textOfBytes(b, content, b.indexOf(60, content));
      if (text === null) throw damagedCell(context, tape, index);
      return { text, type: undefined, index: '' };
    }
    return readOdd(b, found.cell, found.cellEnd, context.part, { row: tape.row, previous: tape.column(index) - 1 }).cells[0]?.formula;
  }

  /** A shared formula moves with its cell; its text is only made when somebody looks. */
  function withFormula(cell: SheetCell, { text, type, index }: OddFormula, row: number, column: number): SheetCell {
    const own = withoutPrefixes(text);
    if (type !== 'shared') return own === '' ? cell : { ...cell, formula: own };
    if (own !== '') {
      if (own.length > MAX_FORMULA) throw new HostError('xlsx/damaged', { part: context.part, cell: address(row, column) });
      masters.set(index, { formula: own, row, column });
      return { ...cell, formula: own };
    }
    const master = masters.get(index);
    if (master === undefined) return cell;
    return {
      ...cell,
      get formula() {
        return shiftFormula(master.formula, row - master.row, column - master.column);
      },
    };
  }

  function cellAt(tape: RowTape, b: Uint8Array, index: number, strings: SharedStrings): SheetCell | undefined {
    const value = valueAt(context, tape, b, index, strings);
    const formula = formulaAt(tape, b, index);
    const odd = tape.oddCell(index);
    const date = odd?.date === true || (typeof value === 'number' && (context.formats[tape.style(index)] ?? null) !== null);
    const cell: SheetCell = date ? { value, date } : { value };
    const found = formula === undefined ? cell : withFormula(cell, formula, tape.row, tape.column(index));
    return found === cell && (value === null || value === '') ? undefined : found;
  }

  return {
    read: (tape, b, strings) => {
      const cells = new Map<number, SheetCell>();
      for (let i = 0; i < tape.count; i++) {
        if (strings === undefined && sharedIndex(tape, i) >= 0) return undefined;
        const cell = cellAt(tape, b, i, strings ?? NONE);
        if (cell !== undefined) cells.set(tape.column(i), cell);
      }
      return cells;
    },
    pass: (tape, b) => {
      for (let i = 0; i < tape.count; i++) {
        const formula = formulaAt(tape, b, i);
        if (formula?.type === 'shared') withFormula({ value: null }, formula, tape.row, tape.column(i));
      }
    },
  };
}
