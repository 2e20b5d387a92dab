/**
 * WorkbookSpec -> .xlsx. exceljs lays out sheets, looks, notes and tables; one pass over the package then adds what it
 * cannot write or gets wrong: names by formula, print titles, links, cell rules, views, raw rows, table ranges, the order
 * of elements, who made the file. Equal specs give equal bytes.
 */
import { unzipSync } from 'fflate';
import type { Gzip } from '../../../app/ports';
import { address } from '../../../core/model/address';
import type { SheetSpec, WorkbookSpec } from '../../../core/model/sheet-spec';
import { assertSpec } from './assert-spec';
import { appProperties, coreProperties } from './document-properties';
import { patchComments, patchNoteBoxes } from './notes-part';
import { printElements, sheetProtection } from './print-elements';
import { columnStyles, lastRawRow, sheetDataChunks } from './raw-rows';
import { dataValidations, hyperlinks, parseRange, sheetViews } from './sheet-elements';
import { joinSheet, splitSheet } from './sheet-part';
import { addSheet } from './skeleton';
import { patchStyles } from './styles-part';
import { tablePart } from './table-part';
import { withCharts } from './workbook-charts';
import { patchWorkbook } from './workbook-part';
import { joinBytes } from '../../../core/model/join-bytes';
import { portableGzip } from '../package/portable-gzip';
import { writeZip, type ZipEntry } from '../package/zip-writer';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The rectangle from A1 that holds every cell. */
function dimension(sheet: SheetSpec): string {
  let bottom = sheet.rawRows === undefined ? 1 : Math.max(1, lastRawRow(sheet.rawRows));
  let right = Math.max(1, sheet.rawRows?.keys.length ?? 1);
  for (const { row, column } of sheet.cells) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  for (const ref of sheet.merges ?? []) {
    const range = parseRange(ref);
    bottom = Math.max(bottom, range.bottom);
    right = Math.max(right, range.right);
  }
  return `<dimension ref="A1:${address(bottom, right)}"/>`;
}

function* sheetChunks(xml: string, sheet: SheetSpec, selected: boolean, enterpriseName: string): Generator<Uint8Array> {
  const part = splitSheet(xml);
  const { head, tail } = joinSheet(part, {
    dimension: dimension(sheet),
    ...printElements(sheet, enterpriseName),
    sheetProtection: sheetProtection(sheet),
    sheetViews: sheetViews(sheet, selected),
    hyperlinks: hyperlinks(sheet),
    dataValidations: dataValidations(sheet),
  });
  const data = part.children.get('sheetData')?.join('') ?? '<sheetData/>';
  yield encoder.encode(head);
  if (sheet.rawRows === undefined) yield encoder.encode(data);
  else yield* sheetDataChunks(sheet.name, data, sheet.rawRows, columnStyles(part.children.get('cols')?.join('') ?? '', sheet.rawRows.keys.length));
  yield encoder.encode(tail);
}

/** The sheet that a numbered part (`sheet3.xml`, `comments3.xml`) belongs to: exceljs numbers sheets from 1 in order. */
function sheetOf(path: string, spec: WorkbookSpec): SheetSpec {
  const found = spec.sheets[Number(/(\d+)\.\w+$/.exec(path)?.[1]) - 1];
  if (found === undefined) throw new Error(`a part without a sheet: ${path}`);
  return found;
}

function chunks(path: string, bytes: Uint8Array, spec: WorkbookSpec): Iterable<Uint8Array> {
  const xml = (): string => decoder.decode(bytes);
  if (path.startsWith('xl/worksheets/sheet')) {
    const sheet = sheetOf(path, spec);
    return sheetChunks(xml(), sheet, sheet.name === spec.active, spec.enterpriseName);
  }
  if (path === 'docProps/app.xml') return [encoder.encode(appProperties())];
  if (path === 'docProps/core.xml') return [encoder.encode(coreProperties(spec.title))];
  if (path === 'xl/workbook.xml') return [encoder.encode(patchWorkbook(xml(), spec))];
  if (path === 'xl/styles.xml') return [encoder.encode(patchStyles(xml()))];
  if (path.startsWith('xl/tables/')) return [encoder.encode(tablePart(xml(), spec))];
  if (path.startsWith('xl/comments')) return [encoder.encode(patchComments(xml()))];
  if (path.startsWith('xl/drawings/vmlDrawing')) return [encoder.encode(patchNoteBoxes(xml(), sheetOf(path, spec)))];
  return [bytes];
}

/** Throws what `assertSpec` throws. */
export async function writeWorkbook(spec: WorkbookSpec, gzip: Gzip = portableGzip): Promise<Uint8Array> {
  assertSpec(spec);
  // Loaded when the first workbook is written: most commands only read.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const activeTab = spec.sheets.findIndex((sheet) => sheet.name === spec.active);
  book.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab, visibility: 'visible' }];
  for (const sheet of spec.sheets) addSheet(book, sheet);
  // Not deflated here: every part is read again and packed below.
  const skeleton = unzipSync(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })));
  const paths = Object.keys(skeleton).filter((path) => !path.endsWith('/'));
  // The list of content types comes first, as readers that sniff expect.
  paths.sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1));
  function* entries(): Generator<ZipEntry> {
    for (const path of paths) yield { path, chunks: chunks(path, skeleton[path] ?? new Uint8Array(), spec) };
  }
  return withCharts(await joinBytes(writeZip(entries(), gzip)), spec.sheets, gzip);
}

