/** Single cells of a sheet written. Excel computes formulas itself: a cached value is not written, a kept formula is left alone. */
import { HostError } from '../../../app/ports';
import { address } from '../../../core/model/address';
import { holds, refOf, type Area } from '../../../core/model/area';
import { STYLES, type StyleLook } from '../../../core/model/style';
import type { CellEdit } from '../../../core/model/workbook-patch';
import type { Excel, Raw } from '../api';
import { inExcel } from '../in-excel';
import { isDateFormat } from '../read/cell-value';
import type { PutCell } from '../write/cell-steps';
import { gather, lookSteps } from '../write/looks';
import { rectanglesOf, type Place } from '../write/rectangles';
import { RANGE_BYTES, type Step } from '../write/step';
import { typedFormula, typedValue } from '../write/typed';
import { Snapshot, undoablePuts } from './snapshot';
import { boundsOf } from './survey';

/** Edits further apart than this are read on their own. */
const FAR = 200;
const DATE = 'yyyy-mm-dd';
const LOOK = { format: { fill: { color: true }, font: { name: true, size: true, bold: true, italic: true, underline: true, color: true }, borders: { top: { style: true, color: true, weight: true }, bottom: { style: true, color: true, weight: true }, left: { style: true, color: true, weight: true }, right: { style: true, color: true, weight: true } }, horizontalAlignment: true, verticalAlignment: true, wrapText: true, protection: { locked: true } } };

/** Throws HostError `xlsx/cell-merged`, and for content that no cell holds. */
export async function cellSteps(excel: Excel, sheet: string, edits: readonly CellEdit[], merges: readonly Area[], fresh: boolean, signal?: AbortSignal): Promise<readonly Step[]> {
  for (const { row, column } of edits) assertFree(sheet, row, column, merges);
  const last = [...new Map(edits.filter(({ keepFormula }) => keepFormula !== true).map((edit) => [`${edit.row} ${edit.column}`, edit])).values()];
  const snapshot = new Snapshot();
  if (!fresh) for (const area of clustersOf(last)) await snapshot.read(excel, sheet, area, signal);
  const cells = new Map<number, Map<number, PutCell>>();
  const looks = new Map<StyleLook, Place[]>();
  for (const edit of last) {
    const { row, column, look } = edit;
    const before = snapshot.at(row, column).format;
    const own = look === undefined ? before : look.format ?? 'General';
    const format = edit.date === true && !isDateFormat(own) ? DATE : own;
    const found = cells.get(row) ?? new Map<number, PutCell>();
    cells.set(row, found.set(column, { typed: typedEdit(sheet, edit, format), ...(format === before ? {} : { format }) }));
    if (look !== undefined) gather(looks, STYLES[look.style], { row, column });
  }
  const puts = undoablePuts(sheet, cells, snapshot);
  return looks.size === 0 ? puts : [...await restoredLooks(excel, sheet, [...looks.values()].flat(), fresh), ...puts, ...lookSteps(sheet, looks, new Map(), true)];
}

export function assertFree(sheet: string, row: number, column: number, merges: readonly Area[]): void {
  const covered = merges.find((area) => holds(area, row, column) && !(row === area.top && column === area.left));
  if (covered !== undefined) throw new HostError('xlsx/cell-merged', { sheet, cell: address(row, column), range: refOf(covered) });
}

function typedEdit(sheet: string, { row, column, value, formula }: CellEdit, format: string): Raw {
  const name = { sheet, cell: address(row, column) };
  return formula === undefined ? typedValue(value, format, name) : typedFormula(formula, name);
}

/** Areas around edits that are near each other. */
function clustersOf(edits: readonly CellEdit[]): readonly Area[] {
  const sorted = [...edits];
  sorted.sort((a, b) => a.row - b.row);
  const clusters: CellEdit[][] = [];
  for (const edit of sorted) {
    const last = clusters.at(-1);
    if (last !== undefined && edit.row - (last.at(-1)?.row ?? 0) <= FAR) last.push(edit);
    else clusters.push([edit]);
  }
  return clusters.flatMap((cluster) => boundsOf(cluster) ?? []);
}

/** A step that does nothing but give the cells their looks back, where it is undone. */
async function restoredLooks(excel: Excel, sheet: string, places: readonly Place[], fresh: boolean): Promise<readonly Step[]> {
  if (fresh) return [];
  const areas = rectanglesOf(places, true);
  const before = await inExcel(excel, async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const looks = areas.map((area) => target.getRange(refOf(area)).getCellProperties(LOOK));
    await context.sync();
    return looks.map(({ value }) => value);
  }, { sheet });
  return [{
    sheet, bytes: RANGE_BYTES, carryOut: () => undefined,
    undo: [{ what: 'looks', sheet, areas: areas.map((area, i) => ({ ref: refOf(area), properties: before[i] ?? [] })) }],
  }];
}
