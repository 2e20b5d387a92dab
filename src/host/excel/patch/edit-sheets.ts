/** Whole sheets added, made anew, and removed. */
import type { SheetSpec } from '../../../core/model/sheet-spec';
import type { Excel } from '../api';
import { PROTECTION } from '../write/page';
import { sheetSteps, type BuiltSheet } from '../write/sheet-steps';
import { RANGE_BYTES, type Step } from '../write/step';
import { putEntries } from '../write/undo';
import { usedArea } from '../read/read-area';
import { guardsOf, type Guards } from './protection';
import { Snapshot } from './snapshot';
import type { SurveyedSheet } from './survey';

/** An empty sheet in its place among the tabs. */
export function addStep({ name }: SheetSpec, position: number | null): Step {
  return {
    sheet: name, bytes: RANGE_BYTES,
    carryOut({ workbook }) {
      const sheet = workbook.worksheets.add(name);
      if (position !== null) sheet.position = position;
    },
    undo: [{ what: 'delete-sheet', sheet: name }],
  };
}

export function showStep({ name, activeCell }: SheetSpec): Step {
  return { sheet: name, bytes: RANGE_BYTES, carryOut: ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(name);
    sheet.activate();
    sheet.getRange(activeCell).select();
  } };
}

export interface ReplacedSheet extends BuiltSheet, Guards {
  /** The copy that is kept until all is done. */
  readonly backup: string;
}

const MAX_NAME = 31;

/** The sheet cleared and built again in its place; names and formulas that point to it stay. A hidden copy is the way back. */
export async function replaceSheet(excel: Excel, sheet: SurveyedSheet, spec: SheetSpec, enterpriseName: string, taken: ReadonlySet<string>, signal?: AbortSignal): Promise<ReplacedSheet> {
  const { name } = sheet;
  const backup = freeName(`${name.slice(0, MAX_NAME - 6)}~1`, taken);
  const used = await usedArea(excel, name, true);
  const snapshot = new Snapshot();
  if (used !== null) await snapshot.read(excel, name, used, signal);
  const places: (readonly [number, number])[] = [];
  if (used !== null) for (let row = used.top; row <= used.bottom; row++) for (let column = used.left; column <= used.right; column++) if (snapshot.at(row, column).formula !== '') places.push([row, column]);
  // Formulas that name their own sheet name the copy when they come back from it.
  const formulas = putEntries(snapshot.before(places));
  const keep: Step = {
    sheet: name, bytes: RANGE_BYTES,
    carryOut({ workbook }) {
      const original = workbook.worksheets.getItem(name);
      const copy = original.copy('After', original);
      copy.name = backup;
      copy.visibility = 'Hidden';
    },
    undo: [{ what: 'delete-sheet', sheet: backup }],
  };
  const clear: Step = {
    sheet: name, bytes: RANGE_BYTES * 5,
    carryOut({ workbook }) {
      const cells = workbook.worksheets.getItem(name).getRange();
      cells.unmerge();
      cells.clear('Contents');
      cells.clear('Formats');
      cells.conditionalFormats.clearAll();
      cells.dataValidation.clear();
      workbook.worksheets.getItem(name).horizontalPageBreaks.removePageBreaks();
      workbook.worksheets.getItem(name).freezePanes.unfreeze();
    },
    undo: [{ what: 'copy-back', sheet: name, from: backup, formulas }],
  };
  // Charts that are there stay, and so does its place among what is shown.
  const { charts: _charts, state: _state, ...bare } = spec;
  const built = sheetSteps(excel, { ...bare, protect: false }, enterpriseName);
  return { backup, left: built.left, steps: [keep, clear, ...built.steps], ...guardsOf(sheet, spec.protect ? PROTECTION : null) };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${wanted.slice(0, MAX_NAME - 6)}~${i}`;
  return name;
}

