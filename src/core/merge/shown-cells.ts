/** What the charts of a generated sheet show, after cells that they refer to have changed. */
import { columnNumber } from '../model/address';
import { areaOf, holds } from '../model/area';
import type { ChartPoints, ChartSpec } from '../model/chart-spec';
import type { SheetSpec } from '../model/sheet-spec';
import type { ShownCells } from '../model/workbook-patch';
import { movedFormula } from './moved-formula';
import type { Moves } from './moves';

export interface ChangedCells {
  /** Names of the sheets with changes. */
  readonly sheets: ReadonlySet<string>;
  /** Cells that hold what people put there. */
  readonly left: readonly { readonly sheet: string; readonly cell: string }[];
  readonly moves: ReadonlyMap<string, Moves>;
}

/** Of each reference to a changed sheet. A reference to a cell of people's is left out: what it shows is theirs. */
export function shownCells(was: SheetSpec, ours: SheetSpec, { sheets, left, moves }: ChangedCells): readonly ShownCells[] {
  const before = new Map((was.charts ?? []).map((chart) => [chart.name, pointsOf(chart)]));
  const found = new Map<string, ShownCells>();
  for (const chart of ours.charts ?? []) {
    for (const [part, points] of pointsOf(chart)) {
      const [sheet, cells] = placeOf(points.ref);
      const from = movedFormula(before.get(chart.name)?.get(part)?.ref ?? points.ref, '', moves);
      if (!sheets.has(sheet) || found.has(from) || left.some((one) => one.sheet === sheet && isIn(one.cell, cells))) continue;
      found.set(from, { from, ref: movedFormula(points.ref, '', moves), values: points.values });
    }
  }
  return [...found.values()];
}

/** By what they are in the chart. */
function pointsOf({ title, titleRef, series }: ChartSpec): ReadonlyMap<string, ChartPoints> {
  return new Map([
    ...(titleRef === undefined ? [] : [['title', { ref: titleRef, values: [title] }] as const]),
    ...series.flatMap(({ kind, name, nameRef, categories, values }) => [
      ...(nameRef === undefined ? [] : [[`${kind} ${name} name`, { ref: nameRef, values: [name] }] as const]),
      [`${kind} ${name} categories`, categories] as const, [`${kind} ${name} values`, values] as const,
    ]),
  ]);
}

function placeOf(ref: string): readonly [sheet: string, cells: string] {
  const at = ref.lastIndexOf('!');
  return [ref.slice(0, Math.max(0, at)).replace(/^'(.*)'$/su, '$1').replaceAll("''", "'"), ref.slice(at + 1)];
}

function isIn(cell: string, cells: string): boolean {
  const area = areaOf(cells);
  const [, letters = 'A', row = '0'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return area !== null && holds(area, Number(row), columnNumber(letters));
}
