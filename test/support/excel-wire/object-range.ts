/** A range, or several, of a sheet: what can be read of it, set on it and done with it. */
import { address, MAX_COLUMN, MAX_ROW } from '../../../src/core/model/address';
import { areaOf, cellsIn, common, holds, meets, refOf, withoutAll, type Area } from '../../../src/core/model/area';
import { cellAt, enter, ensureCell, ERRORS, formatAt, isLocked, LARGE, lookAt, Refusal, usedArea, type Book, type Cell, type Plain, type Sheet } from './model';
import { formatOf, LOOKS, put } from './object-format';
import { conditionalsOf, cutValidations, validatedCells, validationOf } from './object-rules';
import { Breach, oneOf, record, text, type WireObject } from './wire-object';
import { shiftFormula } from '../../../src/host/xlsx/read/shift-formula';

/** Cells of one read beyond which Excel answers nothing. */
const MAX_CELLS = 5_000_000;

const areas = new WeakMap<object, { readonly sheet: Sheet; readonly area: Area }>();

/** The range that the client gave as an argument. */
export function rangeArgument(value: unknown): { readonly sheet: Sheet; readonly area: Area } {
  const found = typeof value === 'object' && value !== null ? areas.get(value) : undefined;
  if (found === undefined) throw new Breach('InvalidArgument', `not a range: ${JSON.stringify(value)}`);
  return found;
}

export function parseArea(ref: unknown): Area {
  const area = areaOf(text(ref, 'a reference').replace(/^.*!/, ''));
  if (area === null) throw new Refusal('InvalidArgument', `a reference: ${String(ref)}`);
  return area;
}

export const qualified = (sheet: Sheet, area: Area): string => `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`}!${refOf(area)}`;

/** Throws `AccessDenied` where the sheet is protected and one of the cells locked, or something other than contents is changed. */
export function guardCells(book: Book, sheet: Sheet, own: readonly Area[], contents: boolean): void {
  if (!book.sheets.includes(sheet)) throw new Refusal('ItemNotFound', sheet.name);
  if (book.readOnly) throw new Refusal('AccessDenied', 'the workbook is open for reading only');
  if (sheet.protection.on && (!contents || own.some((area) => isLocked(sheet, area) !== false))) throw new Refusal('AccessDenied', `${sheet.name} is protected`);
}

function shownValue(book: Book, sheet: Sheet, row: number, column: number, cell: Cell): Plain {
  if (cell.formula === undefined) return cell.value;
  const result = book.calculate(cell.formula.slice(1), sheet.name, row, column);
  if (result === undefined) throw new Breach('GeneralException', `the test does not say what ${sheet.name}!${address(row, column)} is: ${cell.formula}`);
  return result;
}

function matrix<T>({ top, left, bottom, right }: Area, at: (row: number, column: number) => T): T[][] | null {
  if (cellsIn({ top, left, bottom, right }) > MAX_CELLS) return null;
  return Array.from({ length: bottom - top + 1 }, (_, r) => Array.from({ length: right - left + 1 }, (__, c) => at(top + r, left + c)));
}

/** Every cell of a matrix that is given; a single value holds for all. */
function eachGiven(area: Area, value: unknown, put1: (row: number, column: number, raw: Plain) => void): void {
  const plain = (raw: unknown, row: number, column: number): void => {
    if (raw === null) return;
    if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') throw new Breach('InvalidArgument', `a value: ${JSON.stringify(raw)}`);
    put1(row, column, raw);
  };
  if (!Array.isArray(value)) {
    if (cellsIn(area) > LARGE) throw new Breach('InvalidArgument', 'one value for very many cells');
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) plain(value, row, column);
    return;
  }
  const rows: readonly unknown[] = value;
  if (rows.length !== area.bottom - area.top + 1) throw new Breach('InvalidArgument', `${rows.length} rows for ${refOf(area)}`);
  rows.forEach((row, r) => {
    if (!Array.isArray(row) || row.length !== area.right - area.left + 1) throw new Breach('InvalidArgument', `a row of other length for ${refOf(area)}`);
    row.forEach((raw, c) => plain(raw, area.top + r, area.left + c));
  });
}

function assertWritable(sheet: Sheet, row: number, column: number): void {
  const covered = sheet.merges.some((area) => holds(area, row, column) && (row !== area.top || column !== area.left));
  if (covered) throw new Breach('InvalidArgument', `a cell under a merge is written: ${sheet.name}!${address(row, column)}`);
}

function clearCells(sheet: Sheet, area: Area, what: string): void {
  for (const [row, cells] of sheet.cells) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of cells) {
      if (column < area.left || column > area.right) continue;
      if (what !== 'Formats') {
        cell.value = '';
        for (const key of ['formula', 'prefixed', 'error'] as const) delete cell[key];
      }
      if (what !== 'Contents') delete cell.format;
    }
  }
  if (what !== 'Contents') {
    sheet.looks = sheet.looks.filter(({ area: one }) => !(common(one, area) !== null && withoutAll([one], [area]).length === 0));
    put(sheet, [area], 'protection.locked', true);
    sheet.formats = sheet.formats.filter(({ area: one }) => withoutAll([one], [area]).length > 0);
    if (area.bottom === MAX_ROW) sheet.formats.push({ area, format: 'General' });
  }
}

export function areasObject(book: Book, sheet: Sheet, own: readonly Area[]): WireObject {
  const guard = (contents: boolean) => (): void => guardCells(book, sheet, own, contents);
  return {
    type: 'rangeAreas',
    get: { address: () => own.map((area) => qualified(sheet, area)).join(',').slice(0, 8192), areaCount: () => own.length },
    call: { clear: (what) => { guard(what === 'Contents')(); for (const area of own) clearCells(sheet, area, oneOf(what, ['All', 'Formats', 'Contents'], 'what to clear')); } },
    to: {
      format: () => formatOf(sheet, own, guard(false)), dataValidation: () => validationOf(sheet, own, guard(false)),
      conditionalFormats: () => conditionalsOf(book, sheet, own, guard(false), (list) => areasObject(book, sheet, list)),
      areas: () => ({ type: 'ranges', items: () => own.map((area) => rangeObject(book, sheet, area)) }),
    },
  };
}

export function rangeObject(book: Book, sheet: Sheet, area: Area): WireObject {
  if (area.bottom > MAX_ROW || area.right > MAX_COLUMN) throw new Refusal('InvalidArgument', `beyond the sheet: ${refOf(area)}`);
  const guard = (contents: boolean) => (): void => guardCells(book, sheet, [area], contents);
  const whole = area.top === 1 && area.bottom === MAX_ROW;
  const values = (): unknown => (whole ? null : matrix(area, (row, column) => {
    const cell = cellAt(sheet, row, column);
    return cell === undefined ? '' : shownValue(book, sheet, row, column, cell);
  }));
  const writeCells = (value: unknown): void => {
    guard(true)();
    eachGiven(area, value, (row, column, raw) => {
      assertWritable(sheet, row, column);
      enter(book, sheet, row, column, raw);
    });
  };
  const object: WireObject = {
    type: 'range', id: qualified(sheet, area),
    get: {
      address: () => qualified(sheet, area), rowIndex: () => area.top - 1, columnIndex: () => area.left - 1, rowCount: () => area.bottom - area.top + 1, columnCount: () => area.right - area.left + 1,
      values,
      formulas: () => matrix(area, (row, column) => { const cell = cellAt(sheet, row, column); return cell?.formula ?? cell?.value ?? ''; }),
      numberFormat: () => (whole ? null : matrix(area, (row, column) => formatAt(sheet, row, column))),
      valueTypes: () => matrix(area, (row, column) => {
        const cell = cellAt(sheet, row, column);
        const value = cell === undefined ? '' : shownValue(book, sheet, row, column, cell);
        const error = typeof value === 'string' && ERRORS.has(value) && (cell?.error === true || cell?.formula !== undefined);
        return value === '' ? 'Empty' : error ? 'Error' : typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
      }),
      rowHidden: () => sheet.settings.get(`rowHidden ${area.top}:${area.bottom}`) === true,
    },
    set: {
      values: writeCells, formulas: writeCells,
      numberFormat: (value) => {
        guard(false)();
        if (typeof value === 'string') {
          for (const cells of [...sheet.cells].filter(([row]) => row >= area.top && row <= area.bottom).map(([, found]) => found)) for (const [column, cell] of cells) if (column >= area.left && column <= area.right) cell.format = value;
          sheet.formats.push({ area, format: value });
        } else eachGiven(area, value, (row, column, raw) => { ensureCell(sheet, row, column).format = text(raw, 'a number format'); });
      },
      columnHidden: (value) => { guard(false)(); for (let column = area.left; column <= area.right; column++) sheet.settings.set(`columnHidden ${column}`, value === true); },
      hyperlink: (value) => {
        guard(false)();
        const link = record(value, ['documentReference', 'textToDisplay', 'screenTip', 'address'], 'a link');
        sheet.links.set(address(area.top, area.left), link);
        if (typeof link['textToDisplay'] === 'string') enter(book, sheet, area.top, area.left, link['textToDisplay']);
        put(sheet, [area], 'font.color', '#0563C1');
        put(sheet, [area], 'font.underline', 'Single');
      },
    },
    call: {
      clear: (what) => { guard(what === 'Contents')(); clearCells(sheet, area, oneOf(what, ['All', 'Formats', 'Contents'], 'what to clear')); if (what === 'All') { sheet.merges = sheet.merges.filter((one) => !meets(one, area)); cutValidations(sheet, [area]); } },
      merge: () => { guard(false)(); if (sheet.merges.some((one) => meets(one, area))) throw new Breach('InvalidArgument', 'a merge over a merge'); sheet.merges = [...sheet.merges, area]; },
      // The client asks before it sends a large matrix.
      _ValidateArraySize: (rows, columns) => { if (rows !== area.bottom - area.top + 1 || columns !== area.right - area.left + 1) throw new Breach('InvalidArgument', `${String(rows)} rows for ${refOf(area)}`); },
      unmerge: () => { guard(false)(); sheet.merges = sheet.merges.filter((one) => !meets(one, area)); },
      select: () => { if (sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation', 'a hidden sheet'); sheet.settings.set('selected', refOf(area)); },
      getRowProperties: (what) => { record(what, ['rowHidden'], 'properties'); return Array.from({ length: area.bottom - area.top + 1 }, (_, i) => ({ rowHidden: sheet.settings.get(`rowHidden ${area.top + i}`) === true })); },
      getColumnProperties: (what) => { record(what, ['columnHidden'], 'properties'); return Array.from({ length: area.right - area.left + 1 }, (_, i) => ({ columnHidden: sheet.settings.get(`columnHidden ${area.left + i}`) === true })); },
      getCellProperties: () => matrix(area, (row, column) => looksOf(sheet, row, column)),
      setCellProperties: (given) => { guard(false)(); setLooks(sheet, area, given); },
      copyFrom: (from, what) => { guard(false)(); oneOf(what, ['All', 'Formulas'], 'what to copy'); copyCells(sheet, area, rangeArgument(from), String(what)); },
    },
    to: {
      format: () => formatOf(sheet, [area], guard(false)), dataValidation: () => validationOf(sheet, [area], guard(false)),
      conditionalFormats: () => conditionalsOf(book, sheet, [area], guard(false), (list) => areasObject(book, sheet, list)),
      // The client cuts large matrices by rows.
      getRow: (row) => { const top = area.top + Number(row); return rangeObject(book, sheet, { ...area, top, bottom: top }); },
      getBoundingRect: (other) => {
        const { area: far } = rangeArgument(other);
        return rangeObject(book, sheet, { top: Math.min(area.top, far.top), left: Math.min(area.left, far.left), bottom: Math.max(area.bottom, far.bottom), right: Math.max(area.right, far.right) });
      },
      getSpecialCellsOrNullObject: (kind) => { oneOf(kind, ['DataValidations'], 'a kind of cells'); const found = validatedCells(sheet, area); return found.length === 0 ? null : areasObject(book, sheet, found); },
      getMergedAreasOrNullObject: () => { const found = sheet.merges.filter((one) => meets(one, area)); return found.length === 0 ? null : areasObject(book, sheet, found); },
      getUsedRangeOrNullObject: (only) => { const used = usedArea(sheet, only === true); const cut = used === null ? null : common(used, area); return cut === null ? null : rangeObject(book, sheet, cut); },
    },
  };
  areas.set(object, { sheet, area });
  return object;
}

const KEYS = [...Object.keys(LOOKS), ...['top', 'bottom', 'left', 'right'].flatMap((side) => ['style', 'color'].map((part) => `borders.${side}.${part}`))];

function looksOf(sheet: Sheet, row: number, column: number): unknown {
  const format: Record<string, unknown> = {};
  for (const key of KEYS) {
    const [first = '', second, third] = key.split('.');
    const value = lookAt(sheet, row, column, key) ?? (key === 'protection.locked' ? true : key.endsWith('.style') ? 'None' : null);
    if (value === null) continue;
    const inner = format[first];
    if (second === undefined) format[first] = value;
    else if (third === undefined) format[first] = { ...(typeof inner === 'object' ? inner : {}), [second]: value };
    else {
      const sides: Readonly<Record<string, unknown>> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
      const side = sides[second];
      format[first] = { ...sides, [second]: { ...(typeof side === 'object' ? side : {}), [third]: value } };
    }
  }
  return { format };
}

function setLooks(sheet: Sheet, area: Area, given: unknown): void {
  if (!Array.isArray(given)) throw new Breach('InvalidArgument', 'cell properties');
  const rows: readonly unknown[] = given;
  rows.forEach((cells, r) => {
    if (!Array.isArray(cells)) throw new Breach('InvalidArgument', 'cell properties');
    cells.forEach((cell: unknown, c) => {
      const place = { top: area.top + r, bottom: area.top + r, left: area.left + c, right: area.left + c };
      const walk = (value: unknown, path: string): void => {
        if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
        else {
          if (!KEYS.includes(path)) throw new Breach('InvalidArgument', `cell properties have no ${path}`);
          put(sheet, [place], path, LOOKS[path]?.(value) ?? value);
        }
      };
      walk(record(cell, ['format'], 'cell properties')['format'], '');
    });
  });
}

/** All from the same cells of another sheet; or contents from other cells, whose relative references then point as far away as they did. */
function copyCells(sheet: Sheet, area: Area, from: { readonly sheet: Sheet; readonly area: Area }, what: string): void {
  const [down, across] = [area.top - from.area.top, area.left - from.area.left];
  if (area.bottom - from.area.bottom !== down || area.right - from.area.right !== across) throw new Breach('InvalidArgument', 'copied to an area of other size');
  if (what === 'Formulas') {
    for (let row = from.area.top; row <= from.area.bottom; row++) {
      for (let column = from.area.left; column <= from.area.right; column++) {
        const source = from.sheet.cells.get(row)?.get(column);
        const { format } = sheet.cells.get(row + down)?.get(column + across) ?? {};
        const { format: _own, formula, ...content } = source ?? { value: '' };
        const target = { ...content, ...(formula === undefined ? {} : { formula: shiftFormula(formula, down, across) }), ...(format === undefined ? {} : { format }) };
        const cells = sheet.cells.get(row + down) ?? new Map<number, Cell>();
        sheet.cells.set(row + down, cells.set(column + across, target));
      }
    }
    return;
  }
  if (refOf(area) !== refOf(from.area) || area.bottom !== MAX_ROW) throw new Breach('InvalidArgument', 'copied from other cells');
  sheet.cells = structuredClone(from.sheet.cells);
  sheet.formats = [...from.sheet.formats];
  sheet.looks = [...from.sheet.looks];
  sheet.merges = from.sheet.merges;
  sheet.validations = structuredClone(from.sheet.validations);
  sheet.conditionals = structuredClone(from.sheet.conditionals);
}
