/**
 * One thing at a time that an editor does to the file: to every formula sheet its formulas, to every sheet its rules, marks,
 * formats, merges, hidden lines, headers, names and itself. Sheets, columns and fields come from what is generated.
 */
import { buildWorkbook } from '../../src/app/build-workbook';
import { inspectWorkbook } from '../../src/app/inspect-workbook';
import { measure } from '../../src/app/measure';
import type { ReadableWorkbook } from '../../src/app/ports';
import { readContent } from '../../src/app/read-content';
import type { Issue } from '../../src/core/issue/issue';
import { address } from '../../src/core/model/address';
import type { SheetCell } from '../../src/core/model/cell';
import { isDeepStrictEqual } from 'node:util';
import type { RawColumnDef, RawSheetDef } from '../../src/core/model/raw-sheet';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import type { WorkbookContent } from '../../src/core/model/content';
import type { SheetStructure } from '../../src/core/model/sheet-structure';
import { tamperSpec } from '../scenario/tamper-book';
import { memoryWorkbook } from '../support/memory-workbook';
import { standard } from './base';

export interface FileCorruption {
  readonly name: string;
  readonly code: string;
  readonly at: string;
  readonly book: () => ReadableWorkbook;
}

export const made = tamperSpec();
const DATA = '数据_销售交付';

export async function inspected(book: ReadableWorkbook): Promise<readonly Issue[]> {
  const reading = await readContent(book, standard);
  untouched ??= readContent(memoryWorkbook(made), standard).then(({ content }) => content);
  // What would be generated for the same content is what was made.
  const same = isDeepStrictEqual(reading.content, await untouched);
  return inspectWorkbook(book, reading, standard, same ? made : buildWorkbook(reading.content, standard, measure(reading.content)));
}

let untouched: Promise<WorkbookContent> | undefined;

/** The workbook with one sheet changed, and the names as they are given. */
function altered(sheet: string, change: (spec: SheetSpec) => Partial<SheetSpec>, names: WorkbookSpec['names'] = made.names): ReadableWorkbook {
  return memoryWorkbook({ ...made, names, sheets: made.sheets.map((one) => (one.name === sheet ? { ...one, ...change(one) } : one)) });
}

/** The workbook whose sheet says other things beside its cells. */
function around(sheet: string, more: Partial<SheetStructure>): ReadableWorkbook {
  const book = memoryWorkbook(made);
  return { ...book, structure: async (name) => ({ ...(await book.structure(name)), ...(name === sheet ? more : {}) }) };
}

const withCell = (cells: readonly CellSpec[], wanted: CellSpec, change: Partial<CellSpec>): readonly CellSpec[] => cells.map((cell) => (cell === wanted ? { ...cell, ...change } : cell));
const placeOf = (sheet: string, row: number, column: number): string => `${sheet}!${address(row, column)}`;

/** Of every sheet a formula whose row holds words too, so that nothing else moves. */
const formulas = made.sheets.filter(({ cells }) => cells.some(({ formula }) => formula !== undefined)).flatMap(({ name, cells }, s): readonly FileCorruption[] => {
  const cell = cells.filter(({ formula }) => formula !== undefined).at(-1);
  if (cell === undefined) return [];
  const { row, column, formula = '' } = cell;
  const deed = (code: string, change: Partial<CellSpec>): FileCorruption => ({
    name: `${name} ${address(row, column)} ${code}`, code, at: placeOf(name, row, column),
    book: () => altered(name, ({ cells: all }) => {
      const { formula: _, ...bare } = cell;
      return { cells: code === 'formula/overwritten' || code === 'formula/deleted' ? all.map((one) => (one === cell ? { ...bare, ...change } : one)) : withCell(all, cell, change) };
    }),
  });
  const deeds = [
    deed('formula/overwritten', { value: 12_345.5 }), deed('formula/deleted', { value: null }), deed('formula/changed', { value: 1, formula: 'SUM(1,0)' }),
    deed('formula/broken', { value: { error: '#REF!' }, formula: `${formula}+#REF!` }), deed('formula/error', { value: { error: '#NAME?' } }),
  ];
  // In each sheet two of the five, in turn: what is done does not depend on the sheet.
  return deeds.filter((_, i) => (i + 2 * s) % deeds.length < 2);
});

const start = (ref: string): string => ref.split(':')[0] ?? ref;

/** Of every sheet the first rule of each type. */
const rules = made.sheets.flatMap(({ name, validations = [], conditionalFormats = [] }): readonly FileCorruption[] => {
  const types = [...new Map(validations.map((one) => [one.rule.type, one])).values()];
  const [mark] = conditionalFormats;
  return [
    ...types.flatMap((wanted, t): readonly FileCorruption[] => {
      const gone = wanted.rule.type === 'any' ? 'rule/prompt' : 'rule/missing';
      return [
        { name: `${name} ${wanted.ref} ${wanted.rule.type} ${gone}`, code: gone, at: `${name}!${start(wanted.ref)}`, book: () => altered(name, ({ validations: all = [] }) => ({ validations: all.filter((one) => one !== wanted) })) },
        ...(t > 0 ? [] : [{ name: `${name} ${wanted.ref} ${wanted.rule.type} rule/changed`, code: 'rule/changed', at: `${name}!${start(wanted.ref)}`, book: () => altered(name, ({ validations: all = [] }) => ({ validations: all.map((one) => (one === wanted ? { ...one, rule: { type: 'whole' as const, min: 3, max: 4 } } : one)) })) }]),
      ];
    }),
    ...(mark === undefined ? [] : [{ name: `${name} ${mark.ref} rule/mark`, code: 'rule/mark', at: `${name}!${start(mark.ref)}`, book: () => altered(name, ({ conditionalFormats: all = [] }) => ({ conditionalFormats: all.filter((one) => one !== mark) })) }]),
  ];
});

const rawDefs = standard.rawSheets.filter(({ sheet }) => made.sheets.some(({ name }) => name === sheet));
const FORMATS: Readonly<Record<string, string>> = { code: 'format/code', uscc: 'format/code', industry: 'format/code', date: 'format/date', datetime: 'format/date', month: 'format/date' };

const firstOfKind = (def: RawSheetDef): readonly { readonly column: RawColumnDef; readonly c: number }[] =>
  def.columns.flatMap((column, c) => (def.columns.findIndex(({ kind }) => kind === column.kind) === c ? [{ column, c }] : []));

/** Of every raw-data sheet and kind of column its format, its header gone, its header twice, its place, its name. */
const columns = rawDefs.flatMap((def) => firstOfKind(def).flatMap(({ column: { key, header, kind }, c }): readonly FileCorruption[] => {
  const at = placeOf(def.sheet, 3, c + 1);
  const headed = ({ cells }: SheetSpec): CellSpec | undefined => cells.find(({ row, column }) => row === 3 && column === c + 1);
  const code = FORMATS[kind];
  const named = made.names.find(({ name }) => name.endsWith(`_${header}`) && name.startsWith(def.sheet.slice('数据_'.length)));
  return [
    ...(code === undefined ? [] : [{ name: `${def.sheet} ${key} ${code}`, code, at: placeOf(def.sheet, 4, c + 1), book: () => altered(def.sheet, ({ columns: all }) => ({ columns: all.map(({ format, ...rest }, i) => (i === c || format === undefined ? rest : { ...rest, format })) })) }]),
    { name: `${def.sheet} ${key} header/missing`, code: 'header/missing', at, book: () => altered(def.sheet, (sheet) => ({ cells: sheet.cells.map((cell) => (cell === headed(sheet) ? { ...cell, value: '别的列名' } : cell)) })) },
    { name: `${def.sheet} ${key} header/twice`, code: 'header/twice', at: placeOf(def.sheet, 3, 40), book: () => altered(def.sheet, (sheet) => ({ cells: [...sheet.cells, { row: 3, column: 40, style: 'header', value: headed(sheet)?.value ?? '' }] })) },
    ...(named === undefined ? [] : [{ name: `${named.name} name/lost`, code: 'name/lost', at: `${def.sheet}!`, book: () => altered('', () => ({}), made.names.filter((one) => one !== named)) }]),
  ];
}));

const swapped = rawDefs.flatMap((def): readonly FileCorruption[] => [{
  name: `${def.sheet} header/moved`, code: 'header/moved', at: placeOf(def.sheet, 3, 1),
  book: () => altered(def.sheet, ({ cells }) => {
    const [first, second] = [1, 2].map((column) => cells.find((cell) => cell.row === 3 && cell.column === column)?.value ?? null);
    return { cells: cells.map((cell) => (cell.row === 3 && cell.column <= 2 ? { ...cell, value: (cell.column === 1 ? second : first) ?? null } : cell)) };
  }),
}]);

const sheets = made.sheets.filter(({ name }) => name !== '首页').flatMap(({ name }): readonly FileCorruption[] => [
  { name: `${name} renamed`, code: 'sheet/renamed', at: `${name}!`, book: () => altered(name, () => ({ name: `${name}副本` })) },
  { name: `${name} deleted`, code: 'sheet/missing', at: `${name}!`, book: () => memoryWorkbook({ ...made, sheets: made.sheets.filter((one) => one.name !== name) }) },
].filter(({ code }) => code === 'sheet/missing' || !['参数', '列表'].includes(name)));

const formField = (sheet: string): string => {
  const form = standard.library.forms.find((one) => one.sheet === sheet);
  const taken = made.sheets.find(({ name }) => name === sheet)?.merges ?? [];
  const field = standard.fields[form?.key ?? '']?.find(({ row, column }) => row > 4 && taken.every((ref) => !start(ref).startsWith(address(row, column).replace(/\d+$/u, ''))));
  return field === undefined ? '' : `${address(field.row - 1, field.column)}:${address(field.row, field.column)}`;
};

const aroundCells = [
  ...rawDefs.map(({ sheet }): FileCorruption => ({ name: `${sheet} merge/data`, code: 'merge/data', at: `${sheet}!B8`, book: () => altered(sheet, ({ merges = [] }) => ({ merges: [...merges, 'B8:B9'] })) })),
  ...made.sheets.flatMap(({ name }): readonly FileCorruption[] => {
    const ref = formField(name);
    return ref === '' ? [] : [{ name: `${name} merge/form`, code: 'merge/form', at: `${name}!${start(ref)}`, book: () => altered(name, ({ merges = [] }) => ({ merges: [...merges, ref] })) }];
  }),
  { name: 'rows below the table', code: 'rows/outside-table', at: `${DATA}!A11`, book: () => altered(DATA, ({ table }) => (table === undefined ? {} : { table: { ...table, ref: table.ref.replace(/\d+$/u, '10') } })) },
  { name: 'hidden rows', code: 'rows/hidden', at: `${DATA}!A8`, book: () => around(DATA, { hiddenRows: [{ first: 8, last: 9 }] }) },
  { name: 'filtered rows', code: 'rows/filtered', at: `${DATA}!A8`, book: () => around(DATA, { hiddenRows: [{ first: 8, last: 9 }], filtered: true }) },
  { name: 'hidden rows of a form', code: 'rows/hidden', at: '首页!A5', book: () => around('首页', { hiddenRows: [{ first: 5, last: 5 }] }) },
  { name: 'a hidden column', code: 'column/hidden', at: `${DATA}!C3`, book: () => around(DATA, { hiddenColumns: [{ first: 3, last: 3 }] }) },
];

/** A column of somebody's own among ours: everything from it on stands one further to the right. */
const inserted: FileCorruption = {
  name: 'a column inserted', code: 'column/inserted', at: `${DATA}!C3`,
  book: () => {
    const book = memoryWorkbook(made);
    const shift = (column: number): number => (column >= 3 ? column + 1 : column);
    const names = new Map([...book.names].map(([name, refersTo]) => [name, refersTo.startsWith(DATA) || refersTo.startsWith(`INDEX(${DATA}`) ? refersTo.replaceAll(/\$([C-Z])(?=\$|:|\))/gu, (_, letter: string) => `$${String.fromCharCode(letter.charCodeAt(0) + 1)}`) : refersTo]));
    return {
      ...book, names,
      async *rows(sheet, options) {
        for await (const { row, cells } of book.rows(sheet, options)) {
          const own: readonly (readonly [number, SheetCell])[] = row === 3 ? [[3, { value: '我的备注' }]] : [];
          yield { row, cells: sheet === DATA ? new Map([...[...cells].map(([column, cell]): readonly [number, SheetCell] => [shift(column), cell]), ...own]) : cells };
        }
      },
    };
  },
};

export const fileCorruptions: readonly FileCorruption[] = [...formulas, ...rules, ...columns, ...swapped, ...sheets, ...aroundCells, inserted];
