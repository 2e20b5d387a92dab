/** The workbook: sheets, names, properties. */
import { addSheet, Refusal, sheetNamed, type Book } from './model';
import { assertSheetName, sheetObject, tablesObject } from './object-sheet';
import { text, type WireObject } from './wire-object';

export function workbookObject(book: Book): WireObject {
  return {
    type: 'workbook',
    get: { readOnly: () => book.readOnly, name: () => book.name },
    to: {
      worksheets: () => sheetsObject(book), names: () => namesObject(book), tables: () => tablesObject(book, book.sheets),
      application: () => ({ type: 'application', call: { suspendApiCalculationUntilNextSync: () => undefined } }),
      properties: () => ({ type: 'properties', to: { custom: () => customObject(book) } }),
    },
  };
}

function sheetsObject(book: Book): WireObject {
  const get = (key: unknown): WireObject => {
    const sheet = sheetNamed(book, text(key, 'a sheet'));
    if (sheet === undefined) throw new Refusal('ItemNotFound', `a sheet ${String(key)}`);
    return sheetObject(book, sheet);
  };
  return {
    type: 'worksheets',
    call: Object.fromEntries(['Added', 'DataChanged', 'Deleted'].map((event) => [`_Register${event}Event`, () => void book.listening.add(event)])),
    items: () => book.sheets.map((sheet) => sheetObject(book, sheet)), item: get,
    to: {
      getItem: get,
      getItemOrNullObject: (key) => { const sheet = sheetNamed(book, text(key, 'a sheet')); return sheet === undefined ? null : sheetObject(book, sheet); },
      add: (name) => {
        if (book.readOnly) throw new Refusal('AccessDenied', 'the workbook is open for reading only');
        assertSheetName(book, text(name, 'a sheet'));
        return sheetObject(book, addSheet(book, text(name, 'a sheet')));
      },
    },
  };
}

function namesObject(book: Book): WireObject {
  const find = (key: unknown): Book['names'][number] | undefined => book.names.find(({ name }) => name.toLowerCase() === text(key, 'a name').toLowerCase());
  const one = (item: Book['names'][number]): WireObject => ({
    type: 'name', id: item.name,
    get: { name: () => item.name, formula: () => item.formula, scope: () => 'Workbook', type: () => 'Range' },
    set: { formula: (value) => { item.formula = checked(value); } },
    call: { delete: () => { book.names = book.names.filter((each) => each !== item); } },
  });
  const checked = (value: unknown): string => {
    const formula = text(value, 'a formula');
    if (!formula.startsWith('=')) throw new Refusal('InvalidArgument', `a name for ${formula}`);
    return formula;
  };
  const get = (key: unknown): WireObject => {
    const item = find(key);
    if (item === undefined) throw new Refusal('ItemNotFound', `a name ${String(key)}`);
    return one(item);
  };
  return {
    type: 'names', items: () => book.names.map(one), item: get,
    to: {
      getItem: get,
      getItemOrNullObject: (key) => { const item = find(key); return item === undefined ? null : one(item); },
      add: (name, formula) => {
        if (book.readOnly) throw new Refusal('AccessDenied', 'the workbook is open for reading only');
        if (find(name) !== undefined || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text(name, 'a name'))) throw new Refusal('InvalidArgument', `a name ${String(name)}`);
        const item = { name: text(name, 'a name'), formula: checked(formula) };
        book.names.push(item);
        return one(item);
      },
    },
  };
}

function customObject(book: Book): WireObject {
  const one = (key: string): WireObject => ({ type: 'property', id: key, get: { key: () => key, value: () => book.properties.get(key) }, call: { delete: () => void book.properties.delete(key) } });
  const find = (key: unknown): string | undefined => [...book.properties.keys()].find((name) => name.toLowerCase() === text(key, 'a property').toLowerCase());
  return {
    type: 'custom properties',
    item: (key) => one(text(key, 'a property')),
    to: {
      getItemOrNullObject: (key) => { const name = find(key); return name === undefined ? null : one(name); },
      add: (key, value) => { book.properties.set(find(key) ?? text(key, 'a property'), value); return one(text(key, 'a property')); },
    },
  };
}
