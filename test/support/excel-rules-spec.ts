/** Excel's rules over a workbook as data: what makes it repair a file, refuse an edit, or calculate otherwise than meant. */
import type { CellSpec, SheetSpec, ValidationSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { formulaFaults, type FormulaPlace } from './excel-rules-formula';
import { formatFaults, nameFaults, sheetNameFaults } from './excel-rules-names';
import { areasOf, overlap, overlaps, rectangle, type Rectangle } from './excel-rules-ranges';

const MOST_WIDTH = 255;
const MOST_HEIGHT = 409;
const MOST_CELL = 32_767;
const MOST_TITLE = 32;
const MOST_MESSAGE = 255;
const MOST_RULE_FORMULA = 255;
const MOST_VALIDATIONS = 65_534;

type Context = Pick<FormulaPlace, 'sheets' | 'names'> & { readonly visible: ReadonlySet<string> };

/** What is wrong, in words that begin with the place; empty when nothing is. */
export function specFaults(spec: WorkbookSpec): readonly string[] {
  const fold = (text: string): string => text.toLowerCase();
  const context: Context = {
    sheets: new Set(spec.sheets.map(({ name }) => fold(name))),
    visible: new Set(spec.sheets.filter(({ state }) => (state ?? 'visible') === 'visible').map(({ name }) => fold(name))),
    names: new Map(spec.names.map(({ name, refersTo }) => [fold(name), refersTo.includes(':') ? 'many' : 'cell'])),
  };
  const tables = spec.sheets.flatMap(({ table }) => (table === undefined ? [] : [table.name]));
  return [
    ...twice(spec.sheets.map(({ name }) => name)).map((name) => `sheet ${name} twice`),
    // Tables and defined names share one space.
    ...twice([...spec.names.map(({ name }) => name), ...tables]).map((name) => `name ${name} twice`),
    ...[...spec.names.map(({ name }) => name), ...tables].flatMap(nameFaults),
    ...spec.names.flatMap(({ name, refersTo }) => formulaFaults(refersTo, { ...context, as: 'name' }).map((fault) => `name ${name}: ${fault}`)),
    ...(context.visible.has(fold(spec.active)) ? [] : [`${spec.active} cannot be opened with`]),
    ...spec.sheets.flatMap((sheet) => sheetFaults(sheet, context).map((fault) => `${sheet.name}: ${fault}`)),
  ];
}

function twice(names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.toLowerCase());
  return names.filter((_, i) => folded.indexOf(folded[i] ?? '') < i);
}

const place = ({ row, column }: CellSpec): string => `R${row}C${column}`;
const areaOf = ({ row, column }: CellSpec): Rectangle => ({ top: row, bottom: row, left: column, right: column });

function sheetFaults(sheet: SheetSpec, context: Context): readonly string[] {
  const faults: string[] = [...sheetNameFaults(sheet.name)];
  const merges = areasOf((sheet.merges ?? []).join(' '), sheet.merges === undefined || sheet.merges.length === 0 ? [] : faults);
  faults.push(...overlaps(merges));
  sheet.columns.forEach(({ width, format }, c) => {
    if (!(width > 0 && width <= MOST_WIDTH)) faults.push(`column ${c + 1} is ${width} wide`);
    if (format !== undefined) faults.push(...formatFaults(format));
  });
  for (const [row, height] of Object.entries(sheet.rowHeights ?? {})) if (!(height >= 0 && height <= MOST_HEIGHT)) faults.push(`row ${row} is ${height} high`);
  for (const cell of sheet.cells) faults.push(...cellFaults(cell, merges, context).map((fault) => `${place(cell)}: ${fault}`));
  faults.push(...tableFaults(sheet, merges));
  faults.push(...ruleFaults(sheet.validations ?? [], context));
  for (const { ref, formula } of sheet.conditionalFormats ?? []) {
    areasOf(ref, faults);
    faults.push(...formulaFaults(formula, { ...context, as: 'rule' }).map((fault) => `conditional format of ${ref}: ${fault}`));
  }
  faults.push(...printFaults(sheet));
  if (rectangle(sheet.activeCell) === null) faults.push(`active cell ${sheet.activeCell}`);
  return faults;
}

function cellFaults(cell: CellSpec, merges: readonly { readonly area: Rectangle }[], context: Context): readonly string[] {
  const { formula, value = null, format, link, note, row, column } = cell;
  const faults: string[] = [...(format === undefined ? [] : formatFaults(format))];
  const merged = merges.find(({ area }) => overlap(area, areaOf(cell)))?.area;
  const covered = merged !== undefined && (merged.top !== row || merged.left !== column);
  if (covered && (formula !== undefined || value !== null)) faults.push('content under a merged cell');
  if (merged !== undefined && cell.array === true) faults.push('an array formula in a merged cell');
  if (typeof value === 'string' && value.length > MOST_CELL) faults.push(`${value.length} characters`);
  if (formula !== undefined) {
    if (value === null) faults.push('a formula without its value');
    faults.push(...formulaFaults(formula, { ...context, as: cell.array === true ? 'array' : 'cell' }));
  }
  if (link !== undefined) faults.push(...linkFaults(link, context));
  if (note !== undefined && (note === '' || note.length > MOST_CELL)) faults.push(`a note of ${note.length} characters`);
  return faults;
}

function linkFaults(link: string, { visible }: Context): readonly string[] {
  const [, quoted, plain, ref = ''] = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(.+)$/u.exec(link) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? '';
  return visible.has(sheet.toLowerCase()) && rectangle(ref) !== null ? [] : [`a link to ${link}`];
}

function tableFaults({ table, cells }: SheetSpec, merges: readonly { readonly ref: string; readonly area: Rectangle }[]): readonly string[] {
  if (table === undefined) return [];
  const area = rectangle(table.ref);
  if (area === null || area.bottom === area.top) return [`table over ${table.ref}`];
  const faults: string[] = twice(table.headers).map((header) => `table heading ${header} twice`);
  if (area.right - area.left + 1 !== table.headers.length) faults.push(`table of ${table.headers.length} headings over ${table.ref}`);
  table.headers.forEach((header, i) => {
    const cell = cells.find(({ row, column }) => row === area.top && column === area.left + i);
    if (header === '' || header.length > MOST_MESSAGE) faults.push(`table heading of ${header.length} characters`);
    if (cell?.value !== header || cell.formula !== undefined) faults.push(`table heading ${header} is not what its cell says`);
  });
  for (const { ref, area: merge } of merges) if (overlap(area, merge)) faults.push(`merge ${ref} in a table`);
  for (const cell of cells) if (cell.array === true && overlap(area, areaOf(cell))) faults.push(`${place(cell)}: an array formula in a table`);
  return faults;
}

function ruleFaults(rules: readonly ValidationSpec[], context: Context): readonly string[] {
  const faults: string[] = rules.length > MOST_VALIDATIONS ? [`${rules.length} cell rules`] : [];
  const areas = rules.flatMap(({ ref }) => areasOf(ref, faults));
  faults.push(...overlaps(areas).map((fault) => `cell rules: ${fault}`));
  const within = (text: string | undefined, most: number): boolean => text === undefined || (text !== '' && text.length <= most);
  for (const { ref, rule, promptTitle, prompt, errorTitle, error } of rules) {
    if (!within(promptTitle, MOST_TITLE) || !within(errorTitle, MOST_TITLE)) faults.push(`cell rule of ${ref}: title`);
    if (!within(prompt, MOST_MESSAGE) || !within(error, MOST_MESSAGE)) faults.push(`cell rule of ${ref}: message`);
    const formula = rule.type === 'list' ? rule.source : rule.type === 'custom' ? rule.formula : null;
    if (formula !== null && formula.length > MOST_RULE_FORMULA) faults.push(`cell rule of ${ref}: ${formula.length} characters`);
    if (formula !== null) faults.push(...formulaFaults(formula, { ...context, as: 'rule' }).map((fault) => `cell rule of ${ref}: ${fault}`));
    if (rule.type !== 'list' && rule.type !== 'custom' && rule.type !== 'any' && (rule.min ?? -Infinity) > (rule.max ?? Infinity)) faults.push(`cell rule of ${ref}: nothing between ${rule.min} and ${rule.max}`);
  }
  return faults;
}

function printFaults({ print }: SheetSpec): readonly string[] {
  const faults: string[] = [];
  if (print.area !== undefined && rectangle(print.area) === null) faults.push(`print area ${print.area}`);
  const [, from, to] = /^(\d+):(\d+)$/.exec(print.repeatRows ?? '1:1') ?? [];
  if (from === undefined || to === undefined || Number(from) > Number(to)) faults.push(`repeated rows ${print.repeatRows}`);
  const area = rectangle(print.area ?? 'A1:XFD1048576');
  for (const row of print.breaksAfter ?? []) if (area !== null && (row < area.top || row >= area.bottom)) faults.push(`a page break after row ${row}`);
  return faults;
}
