/** Number formats that a paste brought along: codes whose cells are no longer text, dates that show plain numbers. */
import { MAX_ROW } from '../../../model/address';
import { refOf, type Area } from '../../../model/area';
import type { ValueKind } from '../../../model/raw-sheet';
import type { SheetStructure } from '../../../model/sheet-structure';
import type { SheetFacts, TamperFinding, TamperRule } from '../tamper-rule';

/** Ranges that are put right one by one; more are taken together with what lies between them. */
const MOST = 50;

interface Kept {
  readonly code: 'format/code' | 'format/date';
  readonly format: string;
  holds(format: string): boolean;
}

const CODE: Kept = { code: 'format/code', format: '@', holds: (format) => format.includes('@') };
const dated = (format: string): Kept => ({ code: 'format/date', format, holds: (found) => /[yd]|aaa/i.test(found.replaceAll(/\[[^\]]*\]/g, '')) });
const KEPT: Readonly<Partial<Record<ValueKind, Kept>>> = {
  code: CODE, uscc: CODE, industry: CODE, date: dated('yyyy-mm-dd'), datetime: dated('yyyy-mm-dd hh:mm'), month: dated('yyyy-mm'),
};

export const formats: TamperRule = {
  find(sheet) {
    const { raw, fields, structure } = sheet;
    const columns = raw?.columns.flatMap(({ header, kind, column }) => (column === null ? [] : ofColumn(sheet, header, kind, column, raw.headerRow))) ?? [];
    return [...columns, ...fields.flatMap((field): readonly TamperFinding[] => {
      const kept = KEPT[field.kind];
      const { row, column } = field;
      const found = kept === undefined ? null : formatAt(structure, row, column);
      return kept === undefined || found === null || kept.holds(found) ? [] : [finding(kept, field.label, { top: row, left: column, bottom: row, right: column }, found, [{ top: row, left: column, bottom: row, right: column }])];
    })];
  },
};

/** Cells of the rows, and the column itself, which gives its format to what is typed below. */
function ofColumn({ structure }: SheetFacts, header: string, kind: ValueKind, column: number, headerRow: number): readonly TamperFinding[] {
  const kept = KEPT[kind];
  if (kept === undefined) return [];
  const runs = structure.cellFormats.filter((run) => run.column === column && run.last > headerRow && !kept.holds(run.format));
  const whole: Area = { top: headerRow + 1, left: column, bottom: MAX_ROW, right: column };
  const own = structure.columnFormats.find(({ first, last }) => column >= first && column <= last)?.format ?? 'General';
  const areas = runs.map(({ first, last }): Area => ({ ...whole, top: Math.max(first, headerRow + 1), bottom: last }));
  const [first] = areas;
  if (!kept.holds(own)) return [finding(kept, header, first ?? { ...whole, bottom: whole.top }, runs[0]?.format ?? own, [whole])];
  return first === undefined ? [] : [finding(kept, header, first, runs[0]?.format ?? own, areas.length <= MOST ? areas : [{ ...first, bottom: areas.at(-1)?.bottom ?? first.bottom }])];
}

function finding({ code, format }: Kept, column: string, at: Area, found: string, areas: readonly Area[]): TamperFinding {
  return { code, row: at.top, column: at.left, params: { column, range: refOf(at), format: found }, repair: { rules: { formats: areas.map((area) => ({ ref: refOf(area), format })) } } };
}

/** Null for a cell that nobody gave a format: it shows what its column does. */
function formatAt({ cellFormats, columnFormats }: SheetStructure, row: number, column: number): string | null {
  const run = cellFormats.find((one) => one.column === column && row >= one.first && row <= one.last);
  return run?.format ?? columnFormats.find(({ first, last }) => column >= first && column <= last)?.format ?? null;
}
