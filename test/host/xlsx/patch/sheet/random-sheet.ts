/** Random sheets with a list, random patches, and what a patch means said a second time: over a plain map of cells. */
import { type Arbitrary, array, boolean, constant, constantFrom, double, integer, nat, oneof, option, record, string } from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { address } from '../../../../../src/core/model/address';
import { isCellError, type CellValue } from '../../../../../src/core/model/cell';
import type { CellEdit, SheetPatch } from '../../../../../src/core/model/workbook-patch';
import { blocksOf } from '../../../../support/workbook-spec';
import { MAIN } from './patched';

export interface ModelCell {
  readonly value: CellValue;
  readonly style: number;
}

/** By row, then column. */
export type Model = Map<number, Map<number, ModelCell>>;

export interface Drawn {
  readonly cells: Model;
  readonly header: number;
  /** How the part is written. */
  readonly form: { readonly prefix: boolean; readonly counted: boolean; readonly spaces: boolean; readonly table: boolean };
  readonly remove: readonly number[] | 'all';
  readonly append: readonly (readonly CellValue[])[];
  readonly gap: number;
  readonly edits: readonly CellEdit[];
}

/** Columns of the list; A and F stand beside it. */
export const [LEFT, RIGHT] = [2, 4] as const;
const KEYS = ['x', 'y', 'z'];
const columns = { x: 2, y: 3, z: 4 };
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const value: Arbitrary<CellValue> = oneof(
  double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), integer({ min: -5, max: 99 }), boolean(),
  string({ minLength: 1, maxLength: 6, unit: constantFrom('甲', '<', '&', '"', ' ', '\n', '_x0041_', '\u0001', 'a', '😀') }), constantFrom({ error: '#N/A' }, { error: '#REF!' }),
);
const maybe = option(value, { freq: 3, nil: null });
const cell = record({ value: maybe, style: integer({ min: 0, max: 2 }) });

export const drawn: Arbitrary<Drawn> = record({
  header: integer({ min: 1, max: 3 }),
  rows: array(record({ list: array(option(cell, { nil: undefined }), { minLength: 3, maxLength: 3 }), beside: array(option(cell, { nil: undefined }), { minLength: 2, maxLength: 2 }) }), { maxLength: 9 }),
  below: array(option(cell, { nil: undefined }), { maxLength: 3 }),
  form: record({ prefix: boolean(), counted: boolean(), spaces: boolean(), table: boolean() }),
  picks: oneof(constant('all' as const), array(nat(9), { maxLength: 6 })),
  append: array(array(maybe, { minLength: 3, maxLength: 3 }), { maxLength: 4 }),
  gap: nat(1),
  edits: array(record({ row: integer({ min: 1, max: 16 }), column: integer({ min: 1, max: 7 }), value: maybe }), { maxLength: 6 }),
}).map(({ header, rows, below, form, picks, append, gap, edits }) => {
  const cells: Model = new Map();
  const put = (row: number, column: number, found: ModelCell | undefined): void => {
    if (found !== undefined) cells.set(row, (cells.get(row) ?? new Map<number, ModelCell>()).set(column, found));
  };
  KEYS.forEach((key, i) => put(header, LEFT + i, { value: key, style: 0 }));
  rows.forEach(({ list, beside }, i) => {
    put(header + 1 + i, 1, beside[0]);
    list.forEach((found, c) => put(header + 1 + i, LEFT + c, found));
    put(header + 1 + i, 6, beside[1]);
  });
  below.forEach((found, i) => put(header + rows.length + 2 + i, 1, found));
  for (const line of cells.values()) {
    const sorted = [...line];
    sorted.sort(([a], [b]) => a - b);
    line.clear();
    for (const [column, found] of sorted) line.set(column, found);
  }
  const remove = picks === 'all' ? picks : [...new Set(picks.filter((pick) => pick < rows.length).map((pick) => header + 1 + pick))];
  if (remove !== 'all') remove.sort((a, b) => a - b);
  return { cells, header, form, remove, append, gap, edits };
});

const blank = (found: CellValue | undefined): boolean => found === undefined || found === null || found === '';
/** Last row of the list; the table, where there is one, holds them all. */
function lastRow({ cells, header }: Drawn): number {
  return [...cells].reduce((last, [row, line]) => (row > header && [...line].some(([column, found]) => column >= LEFT && column <= RIGHT && !blank(found.value)) ? Math.max(last, row) : last), header);
}

export function patchOf(one: Drawn): SheetPatch {
  const end = Math.max(lastRow(one), one.header + 1);
  const gone = one.remove === 'all' ? end - one.header : one.remove.filter((row) => row <= end).length;
  const first = one.remove === 'all' ? one.header + 1 : Math.max(end - gone, one.header) + 1 + one.gap;
  return { sheet: '数据', list: { headerRow: one.header, columns, remove: one.remove, append: blocksOf(KEYS, first, one.append, 2) }, cells: one.edits };
}

/** The cells after the patch. New cells of an appended row look like those of the list's last row that stays, else of its last. */
export function patchedModel(one: Drawn, patch: SheetPatch): Model {
  const end = Math.max(lastRow(one), one.header + 1);
  const removed = one.remove === 'all' ? Array.from({ length: end - one.header }, (_, i) => one.header + 1 + i) : one.remove.filter((row) => row <= end);
  const after: Model = new Map();
  const put = (row: number, column: number, found: ModelCell): void => void after.set(row, (after.get(row) ?? new Map<number, ModelCell>()).set(column, found));
  let last: ReadonlyMap<number, ModelCell> | undefined;
  let stays = false;
  for (const [row, line] of one.cells) {
    const inList = row > one.header && row <= end;
    const kept = !removed.includes(row);
    for (const [column, found] of line) {
      if (!inList || column < LEFT || column > RIGHT) put(row, column, found);
      else if (kept) put(row - removed.filter((each) => each < row).length, column, found);
    }
    if (inList && [...line].some(([column, found]) => column >= LEFT && column <= RIGHT && !blank(found.value)) && (kept || !stays)) [last, stays] = [line, kept];
  }
  for (const block of patch.list?.append ?? []) {
    for (let i = 0; i < block.length; i++) {
      KEYS.forEach((key, c) => {
        const found = one.append[block.firstRow + i - (patch.list?.append?.[0]?.firstRow ?? 0)]?.[c] ?? null;
        if (block.columns[key] === undefined || found === null) return;
        const at = after.get(block.firstRow + i)?.get(LEFT + c);
        put(block.firstRow + i, LEFT + c, { value: found, style: at?.style ?? last?.get(LEFT + c)?.style ?? 0 });
      });
    }
  }
  for (const edit of patch.cells ?? []) put(edit.row, edit.column, { value: edit.value, style: after.get(edit.row)?.get(edit.column)?.style ?? -1 });
  return after;
}

function escape(text: string): string {
  const kept = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\u0001', '_x0001_');
  return kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cellXml(p: string, reference: string, { value: held, style }: ModelCell): string {
  const open = `<${p}c${reference}${style === 0 ? '' : ` s="${style}"`}`;
  if (held === null) return `${open}/>`;
  const [type, text] = isCellError(held) ? ['e', held.error] : typeof held === 'boolean' ? ['b', held ? '1' : '0'] : typeof held === 'number' ? ['n', String(held)] : ['str', escape(held)];
  return `${open} t="${type}"><${p}v>${text}</${p}v></${p}c>`;
}

/** `counted`: rows and cells say where they are only behind a gap. */
export function sheetPart({ cells, form, header }: Drawn): string {
  const p = form.prefix ? 'm:' : '';
  const space = form.spaces ? '\n ' : '';
  let rows = '';
  let previous = 0;
  for (const [row, line] of cells) {
    let before = 0;
    let xml = '';
    for (const [column, found] of line) {
      xml += space + cellXml(p, form.counted && column === before + 1 ? '' : ` r="${address(row, column)}"`, found);
      before = column;
    }
    rows += `${space}<${p}row${form.counted && row === previous + 1 ? '' : ` r="${row}"`}>${xml}${space}</${p}row>`;
    previous = row;
  }
  const table = form.table ? `<${p}tableParts count="1"><${p}tablePart xmlns:r="${REL}" r:id="t"/></${p}tableParts>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${p}worksheet xmlns${form.prefix ? ':m' : ''}="${MAIN}"><${p}dimension ref="A${header}:F${header}"/><${p}sheetData>${rows}${space}</${p}sheetData>${table}</${p}worksheet>`;
}

/** A whole workbook: the sheet, and another beside it. */
export function packageOf(one: Drawn): Uint8Array {
  const related = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const relationships = (...all: readonly string[]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const type = (part: string, kind: string): string => `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const ref = `B${one.header}:D${Math.max(lastRow(one), one.header + 1)}`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/a.xml', 'worksheet')}${type('worksheets/b.xml', 'worksheet')}${type('styles.xml', 'styles')}${one.form.table ? type('tables/t.xml', 'table') : ''}</Types>`,
    '_rels/.rels': relationships(related('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="数据" sheetId="1" r:id="a"/><sheet name="旁" sheetId="2" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(related('a', 'worksheet', 'worksheets/a.xml'), related('b', 'worksheet', 'worksheets/b.xml'), related('s', 'styles', 'styles.xml')),
    'xl/worksheets/a.xml': sheetPart(one),
    'xl/worksheets/b.xml': `<worksheet xmlns="${MAIN}"  ><sheetData><row r="1"><c  r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="2"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
    ...(one.form.table ? {
      'xl/worksheets/_rels/a.xml.rels': relationships(related('t', 'table', '../tables/t.xml')),
      'xl/tables/t.xml': `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="${ref}"><autoFilter ref="${ref}"/><tableColumns count="3">${KEYS.map((key, i) => `<tableColumn id="${i + 1}" name="${key}"/>`).join('')}</tableColumns></table>`,
    } : {}),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}
