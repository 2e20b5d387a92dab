/** The cells of a sheet's tree, by the letter of ISO/IEC 29500-1, 18.3.1. */
import { MAX_COLUMN, MAX_ROW } from '../../../src/core/model/address';
import type { CellValue, SheetCell } from '../../../src/core/model/cell';
import type { Kind } from './strict-formats';
import { moved } from './strict-shift';
import { cellName, columnIn, doubt, inMain, inOrder, stringItem, unescaped, whole } from './strict-schema';
import { plainText, type XmlElement } from './strict-xml';

export interface StrictContext {
  readonly strings: readonly string[];
  readonly formats: readonly Kind[];
  readonly date1904: boolean;
}

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function isoSerial(text: string): { readonly serial: number } {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d{1,3})?)Z?)?$/.exec(text);
  if (found === null) return doubt('date');
  const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const [, , , , hour = '0', minute = '0', second = '0'] = found;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text.slice(0, 10) || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return doubt('date');
  const serial = at / 86_400_000 + 25_569;
  if (serial < 61) return doubt('date before March 1900');
  return { serial: serial + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400 };
}

function valueOf(type: string, v: XmlElement | undefined, is: XmlElement | undefined, context: StrictContext): CellValue {
  if (type === 'inlineStr') return v !== undefined ? doubt('v of an inline string') : is === undefined ? doubt('no text') : stringItem(is);
  if (is !== undefined) doubt('is of another type');
  if (v === undefined) return null;
  const raw = plainText(v) ?? doubt('v');
  switch (type) {
    case 'n': {
      // Writers leave it empty where a formula was not calculated.
      if (raw === '') return null;
      if (!NUMBER.test(raw)) return doubt(`number ${raw}`);
      const value = Number(raw);
      return Number.isFinite(value) ? value + 0 : doubt('number');
    }
    case 's': return context.strings[whole(raw, 2 ** 31)] ?? doubt('no such string');
    case 'b': return raw === '1' || raw === 'true' ? true : raw === '0' || raw === 'false' ? false : doubt('boolean');
    case 'e': return /^#[A-Z0-9/?!_]+$/.test(raw) ? { error: raw } : doubt('error');
    case 'str':
    case 'd': return unescaped(raw);
    default: return doubt(`type ${type}`);
  }
}

/** A reference that begins within a number, `2A1`: no formula, so where it moves nobody knows. */
const NO_FORMULA = /(?<![\p{L}\p{N}_.$])\d+(?![eE][+-]?\d)[A-Za-z$]/u;

function formulaOf(f: XmlElement, row: number, column: number, shared: Map<string, Master>): string | undefined {
  const own = unescaped(plainText(f) ?? doubt('f')).replace(/_xlfn\.(?:_xlws\.)?/g, '');
  const type = f.attributes.get('t') ?? 'normal';
  if (type === 'normal' || type === 'array') return own.trim() === '' ? doubt('empty formula') : own;
  if (type !== 'shared') return doubt('kind of formula');
  const index = f.attributes.get('si') ?? doubt('no index');
  if (!/^(0|[1-9]\d{0,8})$/.test(index)) doubt('index');
  const master = shared.get(index);
  if (own !== '') {
    // A second master, or one that speaks for cells above it, is read differently by different programs.
    if (master !== undefined || !f.attributes.has('ref')) doubt('master');
    if (NO_FORMULA.test(own)) doubt('no formula');
    shared.set(index, { formula: own, row, column });
    return own;
  }
  return master === undefined ? doubt('no master') : moved(master.formula, row - master.row, column - master.column);
}

function cellOf(c: XmlElement, row: number, column: number, context: StrictContext, shared: Map<string, Master>): SheetCell | undefined {
  const parts = inOrder(c, ['f', 'v', 'is', 'extLst']);
  const part = (name: string): XmlElement | undefined => parts.find((child) => inMain(child, name));
  const type = c.attributes.get('t') ?? 'n';
  const style = whole(c.attributes.get('s') ?? '0', Math.max(0, context.formats.length - 1));
  let value = valueOf(type, part('v'), part('is'), context);
  const f = part('f');
  const formula = f === undefined ? undefined : formulaOf(f, row, column, shared);
  let kind: Kind = null;
  if (type === 'd' && typeof value === 'string') {
    if (context.date1904) doubt('ISO date of a 1904 workbook');
    [value, kind] = [isoSerial(value).serial, 'date'];
  } else if (typeof value === 'number') {
    kind = context.formats[style] ?? null;
    if (kind === 'date' && context.date1904) value += 1462;
  }
  if (formula === undefined && (value === null || value === '')) return undefined;
  return { value, ...(kind === null ? {} : { date: true }), ...(formula === undefined ? {} : { formula }) };
}

/** `A1` -> cell; blanks are left out. */
export function readStrictCells(data: XmlElement, context: StrictContext): ReadonlyMap<string, SheetCell> {
  const cells = new Map<string, SheetCell>();
  const shared = new Map<string, Master>();
  let row = 0;
  for (const rowElement of inOrder(data, ['row'], true)) {
    const next = rowElement.attributes.get('r') === undefined ? row + 1 : whole(rowElement.attributes.get('r'), MAX_ROW);
    if (next <= row || next > MAX_ROW) doubt('rows out of order');
    row = next;
    let column = 0;
    for (const c of inOrder(rowElement, ['c'], true)) {
      const reference = c.attributes.get('r');
      const at = reference === undefined ? column + 1 : columnIn(reference, row);
      if (at <= column || at > MAX_COLUMN) doubt('cells out of order');
      column = at;
      const cell = cellOf(c, row, column, context, shared);
      if (cell !== undefined) cells.set(cellName(row, column), cell);
    }
  }
  return cells;
}
