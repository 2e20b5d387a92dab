/** Notes of a sheet: by us, and with boxes high enough for their text (exceljs makes every box four rows high). */
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { APPLICATION } from './document-properties';

/** Chinese characters on one line of a box two columns wide, with some to spare. */
const PER_LINE = 14;
const LEAST_ROWS = 4;

/** Takes the comments part that exceljs wrote. */
export function patchComments(xml: string): string {
  return xml.replaceAll(/<author>[^<]*<\/author>/g, `<author>${APPLICATION}</author>`);
}

function rowsFor(note: string): number {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / PER_LINE)), 0);
  return Math.max(LEAST_ROWS, lines + 1);
}

/** Takes the drawing of the notes' boxes that exceljs wrote; an anchor is column, offset, row, offset of two corners. */
export function patchNoteBoxes(xml: string, sheet: SheetSpec): string {
  return xml.replaceAll(/<x:Anchor>([^<]*)<\/x:Anchor>((?:(?!<\/x:ClientData>).)*)/gs, (whole, anchor: string, rest: string) => {
    const row = Number(/<x:Row>(\d+)<\/x:Row>/.exec(rest)?.[1]) + 1;
    const column = Number(/<x:Column>(\d+)<\/x:Column>/.exec(rest)?.[1]) + 1;
    const note = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.note;
    const corners = anchor.split(',').map(Number);
    if (note === undefined || corners.length !== 8) return whole;
    corners[6] = (corners[2] ?? 0) + rowsFor(note);
    return `<x:Anchor>${corners.join(', ')}</x:Anchor>${rest}`;
  });
}
