/** A worksheet and what belongs to it: tables, protection, print set-up, panes. */
import { columnLetters, MAX_COLUMN, MAX_ROW } from '../../../src/core/model/address';
import { areaOf, meets, refOf, type Area } from '../../../src/core/model/area';
import { cellAt, cloneSheet, Refusal, sheetNamed, usedArea, type Book, type Sheet, type Table } from './model';
import { chartsObject } from './object-chart';
import { areasObject, guardCells, parseArea, rangeObject } from './object-range';
import { Breach, oneOf, record, text, whole, type WireObject } from './wire-object';

const PROTECTION = ['allowAutoFilter', 'allowDeleteColumns', 'allowDeleteRows', 'allowEditObjects', 'allowEditScenarios', 'allowFormatCells', 'allowFormatColumns', 'allowFormatRows', 'allowInsertColumns', 'allowInsertHyperlinks', 'allowInsertRows', 'allowPivotTables', 'allowSort', 'selectionMode'];
const ALL: Area = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };
/** References longer than this are cut by Excel, without a word. */
const MAX_REFERENCE = 8192;

export function assertSheetName(book: Book, name: string, own?: Sheet): void {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) throw new Refusal('InvalidArgument', `a sheet name ${name}`);
  const other = sheetNamed(book, name);
  if (other !== undefined && other !== own) throw new Refusal('ItemAlreadyExists', name);
}

export function sheetObject(book: Book, sheet: Sheet): WireObject {
  const guard = (): void => guardCells(book, sheet, [], false);
  const range = (area: Area): WireObject => rangeObject(book, sheet, area);
  const setting = (key: string, check: (value: unknown) => unknown) => (value: unknown): void => {
    guard();
    sheet.settings.set(key, check(value));
  };
  const flag = (value: unknown): boolean => {
    if (typeof value !== 'boolean') throw new Breach('InvalidArgument', `yes or no: ${JSON.stringify(value)}`);
    return value;
  };
  return {
    type: 'worksheet', id: sheet.id,
    get: { id: () => sheet.id, name: () => sheet.name, visibility: () => sheet.visibility, position: () => book.sheets.indexOf(sheet), gridlines: () => sheet.settings.get('gridlines') !== false },
    set: {
      name: (value) => { assertSheetName(book, text(value, 'a name'), sheet); sheet.name = text(value, ''); },
      visibility: (value) => {
        const wanted = oneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'a visibility');
        if (wanted !== 'Visible' && !book.sheets.some((one) => one !== sheet && one.visibility === 'Visible')) throw new Refusal('InvalidOperation', 'the last visible sheet');
        sheet.visibility = wanted;
      },
      position: (value) => {
        const to = whole(value, 'a position');
        if (to >= book.sheets.length) throw new Refusal('InvalidArgument', `a position ${to}`);
        book.sheets = book.sheets.filter((one) => one !== sheet);
        book.sheets.splice(to, 0, sheet);
      },
      gridlines: setting('gridlines', flag),
    },
    call: {
      activate: () => { if (sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation', 'a hidden sheet'); sheet.settings.set('active', true); },
      delete: () => {
        if (sheet.visibility === 'VeryHidden') throw new Refusal('InvalidOperation', 'a sheet that is very hidden');
        if (!book.sheets.some((one) => one !== sheet && one.visibility === 'Visible')) throw new Refusal('InvalidOperation', 'the last visible sheet');
        book.sheets = book.sheets.filter((one) => one !== sheet);
      },
    },
    to: {
      getRange: (ref) => range(ref === null || ref === undefined ? ALL : parseArea(ref)),
      getRanges: (refs) => {
        if (text(refs, 'references').length > MAX_REFERENCE) throw new Breach('InvalidArgument', 'references that Excel would cut');
        return areasObject(book, sheet, text(refs, 'references').split(',').map(parseArea));
      },
      getRangeByIndexes: (row, column, rows, columns) => {
        const [top, left] = [whole(row, 'a row') + 1, whole(column, 'a column') + 1];
        return range({ top, left, bottom: top + whole(rows, 'rows') - 1, right: left + whole(columns, 'columns') - 1 });
      },
      getUsedRangeOrNullObject: (only) => { const used = usedArea(sheet, only === true); return used === null ? null : range(used); },
      protection: () => ({
        type: 'protection', get: { protected: () => sheet.protection.on, options: () => sheet.protection.options },
        call: {
          protect: (options) => {
            if (sheet.protection.on) throw new Refusal('AccessDenied', `${sheet.name} is protected already`);
            sheet.protection = { on: true, password: false, options: record(options ?? {}, PROTECTION, 'protection') };
          },
          unprotect: () => {
            if (!sheet.protection.on) throw new Refusal('AccessDenied', `${sheet.name} is not protected`);
            if (sheet.protection.password) throw new Refusal('InvalidArgument', 'the password is wrong');
            sheet.protection = { ...sheet.protection, on: false };
          },
        },
      }),
      tables: () => tablesObject(book, [sheet], sheet),
      charts: () => chartsObject(book, sheet),
      freezePanes: () => ({ type: 'panes', call: {
        freezeAt: (ref) => setting('freeze', (value) => refOf(parseArea(value)))(ref), freezeRows: (count) => setting('freeze', (value) => `rows ${whole(value, 'rows')}`)(count),
        freezeColumns: (count) => setting('freeze', (value) => `columns ${whole(value, 'columns')}`)(count), unfreeze: () => void sheet.settings.delete('freeze'),
      } }),
      autoFilter: () => ({ type: 'filter', get: { isDataFiltered: () => sheet.settings.get('filtered') === true, enabled: () => false } }),
      horizontalPageBreaks: () => ({ type: 'breaks', call: { removePageBreaks: () => void sheet.settings.delete('breaks') }, to: {
        add: (ref) => {
          const list = sheet.settings.get('breaks');
          setting('breaks', (value) => [...(Array.isArray(list) ? list : []), value])(refOf(parseArea(ref)));
          return { type: 'break' };
        },
      } }),
      pageLayout: () => ({
        type: 'pageLayout',
        set: {
          orientation: setting('orientation', (value) => oneOf(value, ['Portrait', 'Landscape'], 'an orientation')), paperSize: setting('paper', (value) => oneOf(value, ['A4'], 'a paper')),
          centerHorizontally: setting('centred', flag), zoom: setting('zoom', (value) => record(value, ['horizontalFitToPages', 'verticalFitToPages', 'scale'], 'a zoom')),
        },
        call: {
          setPrintMargins: (unit, margins) => setting('margins', (value) => ({ unit: oneOf(unit, ['Points', 'Inches', 'Centimeters'], 'a unit'), ...record(value, ['top', 'bottom', 'left', 'right', 'header', 'footer'], 'margins') }))(margins),
          setPrintArea: setting('printArea', (value) => refOf(parseArea(value))),
          setPrintTitleRows: setting('titleRows', (value) => { if (areaOf(text(value, 'rows')) === null) throw new Breach('InvalidArgument', `rows ${String(value)}`); return value; }),
        },
        to: { headersFooters: () => ({ type: 'headersFooters', to: { defaultForAllPages: () => ({ type: 'headerFooter', set: { leftFooter: setting('leftFooter', (value) => text(value, 'a footer')), centerFooter: setting('centerFooter', (value) => text(value, 'a footer')) } }) } }) },
      }),
      copy: (_place, _beside) => {
        const copied = { ...cloneSheet(sheet), id: `{copy${book.nextId++}}`, name: `${sheet.name} (2)` };
        book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copied);
        return sheetObject(book, copied);
      },
    },
  };
}

/** Tables of a sheet, or of all sheets. */
export function tablesObject(book: Book, sheets: readonly Sheet[], own?: Sheet): WireObject {
  const all = (): readonly { readonly sheet: Sheet; readonly table: Table }[] => sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  const find = (key: unknown): WireObject => {
    const found = all().find(({ table: { id, name } }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    if (found === undefined) throw new Refusal('ItemNotFound', `a table ${String(key)}`);
    return tableObject(book, found.sheet, found.table);
  };
  return {
    type: 'tables', items: () => all().map(({ sheet, table }) => tableObject(book, sheet, table)), item: find,
    to: {
      getItem: find,
      add: (ref, headers) => {
        if (own === undefined) throw new Breach('ApiNotFound', 'tables are added to a sheet');
        guardCells(book, own, [], false);
        const area = parseArea(ref);
        if (headers !== true || area.top === area.bottom) throw new Breach('InvalidArgument', `a table ${String(ref)}`);
        assertTable(own, area, undefined);
        const table: Table = { id: String(book.nextId++), name: `表${book.nextId}`, area, style: 'TableStyleMedium2' };
        own.tables.push(table);
        return tableObject(book, own, table);
      },
    },
  };
}

/** No table over another, none over merged cells, a heading in each column. */
function assertTable(sheet: Sheet, area: Area, own: Table | undefined): void {
  if (sheet.tables.some((table) => table !== own && meets(table.area, area))) throw new Refusal('InvalidOperation', 'a table over a table');
  if (sheet.merges.some((merge) => meets(merge, area))) throw new Refusal('InvalidOperation', 'a table over merged cells');
  const heads = new Set<string>();
  for (let column = area.left; column <= area.right; column++) {
    const head = String(cellAt(sheet, area.top, column)?.value ?? '');
    if (head === '' || heads.has(head)) throw new Breach('InvalidArgument', `the heading of ${columnLetters(column)} in a table: Excel would write its own`);
    heads.add(head);
  }
}

function tableObject(book: Book, sheet: Sheet, table: Table): WireObject {
  const guard = (): void => guardCells(book, sheet, [], false);
  return {
    type: 'table', id: table.id,
    get: { id: () => table.id, name: () => table.name, style: () => table.style },
    set: {
      name: (value) => {
        guard();
        const name = text(value, 'a name');
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || [...book.sheets.flatMap(({ tables }) => tables.filter((one) => one !== table)), ...book.names].some((one) => one.name.toLowerCase() === name.toLowerCase())) throw new Refusal('InvalidArgument', `a table name ${name}`);
        table.name = name;
      },
      style: (value) => { guard(); table.style = text(value, 'a style'); },
    },
    call: {
      resize: (ref) => {
        guard();
        const area = parseArea(ref);
        if (area.top !== table.area.top || area.bottom <= area.top) throw new Refusal('InvalidArgument', `a table ${String(ref)}`);
        assertTable(sheet, area, table);
        table.area = area;
      },
      delete: () => { guard(); sheet.tables = sheet.tables.filter((one) => one !== table); },
    },
    to: { getRange: () => rangeObject(book, sheet, table.area), autoFilter: () => ({ type: 'filter', get: { isDataFiltered: () => false } }) },
  };
}

