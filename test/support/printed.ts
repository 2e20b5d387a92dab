/**
 * Sheets as they are printed: with the values that the workbook shows, without formulas, so that a few sheets can be rendered
 * without those that they rest on. What is asserted of a print comes from the PDF, pictures of it are kept for people to look at.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rangeOf } from '../../src/core/model/area';
import type { SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { STYLES } from '../../src/core/model/style';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { convert } from './libreoffice';
import { run } from './tools';

/** Points per inch of the pictures. */
const RESOLUTION = '80';

export interface Printed {
  /** Text of each page without blanks, cell after cell. */
  readonly pages: readonly string[];
}

/** The sheets in their order, as one PDF. Charts are left out: they are looked at elsewhere. */
export async function printedSheets(spec: WorkbookSpec, names: readonly string[]): Promise<Uint8Array> {
  const sheets = names.flatMap((name) => spec.sheets.filter((sheet) => sheet.name === name)).map((sheet): SheetSpec => {
    const { charts: _, ...rest } = sheet;
    return { ...rest, validations: [], cells: sheet.cells.map(({ formula: _formula, array: _array, link: _link, ...cell }) => cell) };
  });
  const bytes = await createXlsxFormat().write({ ...spec, sheets, names: [], active: names[0] ?? '' });
  const [pdf = new Uint8Array()] = await convert([bytes], 'pdf');
  return pdf;
}

/** Keeps the PDF and a picture of each page in the folder, which is made anew, and reads the pages. */
export async function keepPages(pdf: Uint8Array, folder: string): Promise<Printed> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'print.pdf');
  await writeFile(path, pdf);
  await run('pdftoppm', ['-r', RESOLUTION, '-png', path, join(folder, 'page')]);
  const text = (await run('pdftotext', ['-raw', path, '-'])).stdout.toString('utf8');
  return { pages: text.split('\f').slice(0, -1).map(bare) };
}

/** Without blanks and line ends, which a print sets as it likes; full and half width alike. */
export function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

/** Texts that the sheet prints, each with its cell's row and column. */
export function printedTexts({ cells, print }: SheetSpec): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
  const area = print?.area === undefined ? null : rangeOf(print.area);
  return cells.flatMap(({ row, column, value }) => (typeof value === 'string' && bare(value) !== '' && (area === null || (row <= area.bottom && column <= area.right)) ? [{ row, column, text: value }] : []));
}

/** Pixels of a column of this width in characters (digits of 7 pixels and a margin), and of a line of this size in points. */
const columnPixels = (width: number): number => Math.floor(width * 7 + 5);
const CELL_MARGIN = 6;
const LINE_POINTS = 1.25;

/**
 * Rows that are lower than the text of one of their cells needs: `row column needed height`. Lines are broken at the pixel: a
 * Chinese character is as wide as it is high, others half as wide.
 */
export function lowRows({ cells, columns, rowHeights = {}, merges = [], print }: SheetSpec): readonly string[] {
  const area = print?.area === undefined ? null : rangeOf(print.area);
  const spans = new Map(merges.flatMap((ref) => {
    const found = rangeOf(ref);
    return found === null ? [] : [[`${found.top} ${found.left}`, found] as const];
  }));
  return cells.flatMap(({ row, column, value, style }): readonly string[] => {
    const { font, wrap } = STYLES[style];
    if (typeof value !== 'string' || !wrap || (area !== null && column > area.right)) return [];
    const span = spans.get(`${row} ${column}`);
    const [bottom, right] = [span?.bottom ?? row, span?.right ?? column];
    let [width, height] = [0, 0];
    for (let c = column; c <= right; c++) width += columnPixels(columns[c - 1]?.width ?? 8.43);
    for (let r = row; r <= bottom; r++) height += rowHeights[r] ?? 15;
    const em = (font.size * 96) / 72;
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((Array.from(line).reduce((w, char) => w + (/[\u2E80-\uFFEF—…“”‘’]/u.test(char) ? em : em / 2), 0)) / (width - CELL_MARGIN))), 0);
    const needed = lines * font.size * LINE_POINTS;
    return needed <= height + 1 ? [] : [`${row} ${column} ${needed.toFixed(0)} ${height}`];
  });
}
