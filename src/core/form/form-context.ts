/** All that a form's sheet depends on besides its declaration, and the scope of its computed cells. */
import { absolute, columnLetters, quoteSheet } from '../model/address';
import type { CellValue } from '../model/cell';
import type { ComputedCells, MetricLabel } from '../model/computed-cells';
import type { FieldPlace } from '../model/form';
import type { FormDef, FormReference, FormWording, ListDef } from '../model/form-def';
import type { ComputeScope, FieldRef, StageCount } from './computed/scope';
import type { SheetLink } from './layout-sink';
import type { PlacedContent } from './placed';

export const HOME_KEY = 'home';

export type Entries = Readonly<Record<string, CellValue>>;

/** A form of the workbook with its places and what was typed. */
export interface FilledForm {
  readonly def: FormDef;
  readonly places: readonly FieldPlace[];
  readonly entries: Entries;
}

export interface FormContext {
  readonly wording: FormWording;
  readonly lists: readonly ListDef[];
  readonly metrics: readonly MetricLabel[];
  readonly reference: FormReference;
  readonly computed: ComputedCells;
  /** Name of the sheet that is the table of contents. */
  readonly homeSheet: string;
  /** Every sheet that 首页 links to, in tab order. */
  readonly sheets: readonly SheetLink[];
  /** The forms of the workbook, by key. */
  readonly forms: ReadonlyMap<string, FilledForm>;
  /** One line on the last check, '' when there was none. */
  readonly lastCheck: string;
}

export function scopeOf(form: FilledForm, context: FormContext, content: Extract<PlacedContent, { readonly type: 'computed' }>): ComputeScope {
  const home = context.forms.get(HOME_KEY);
  return {
    field: (key) => {
      const found = fieldRef(form, content.prefix + key, form) ?? fieldRef(form, key, form);
      if (found === null) throw new RangeError(`${form.def.key} has no field ${key}`);
      return found;
    },
    fieldOf: (formKey, key) => {
      const other = context.forms.get(formKey);
      return other === undefined ? null : fieldRef(other, key, form);
    },
    home: (key) => home?.entries[key] ?? null,
    stage: () => stageCount(content.stage ?? '', context),
    metric: context.metrics.find((metric) => metric.key === content.metric) ?? null,
    cells: context.computed,
    reference: context.reference,
    lastCheck: context.lastCheck,
  };
}

function fieldRef(form: FilledForm, key: string, from: FilledForm): FieldRef | null {
  const place = form.places.find((p) => p.key === key);
  if (place === undefined) return null;
  const cell = absolute(place.row, place.column);
  return { ref: form === from ? cell : `${quoteSheet(place.sheet)}!${cell}`, value: form.entries[key] ?? null };
}

/** The cells that the forms of a stage always require. */
function stageCount(stage: string, context: FormContext): StageCount {
  const refs: string[] = [];
  let total = 0;
  let filled = 0;
  for (const form of context.forms.values()) {
    if (form.def.stage !== stage) continue;
    const required = form.places.filter((place) => place.required === true);
    total += required.length;
    filled += required.filter((place) => (form.entries[place.key] ?? '') !== '').length;
    refs.push(...columnRanges(required));
  }
  return { refs, total, filled };
}

/** Cells one below the other as one range: a formula takes at most 255 arguments. */
function columnRanges(places: readonly FieldPlace[]): readonly string[] {
  const sorted = [...places].sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: string[] = [];
  let start = 0;
  sorted.forEach((place, i) => {
    const next = sorted[i + 1];
    if (next !== undefined && next.column === place.column && next.row === place.row + 1) return;
    const first = sorted[start] ?? place;
    const letters = columnLetters(place.column);
    const sheet = quoteSheet(place.sheet);
    ranges.push(first === place ? `${sheet}!$${letters}$${place.row}` : `${sheet}!$${letters}$${first.row}:$${letters}$${place.row}`);
    start = i + 1;
  });
  return ranges;
}
