/** All that a form's sheet depends on besides its declaration, and the scope of its computed cells. */
import { absolute, quoteSheet } from '../model/address';
import type { CellValue } from '../model/cell';
import type { ComputedCells, MetricLabel } from '../model/computed-cells';
import type { FieldPlace } from '../model/form';
import type { FormDef, FormReference, FormWording, ListDef } from '../model/form-def';
import type { LastCheck } from '../model/last-check';
import { requiredCells } from '../model/required-cells';
import { isOfStage, STAGES } from '../model/stages';
import { countFormulas } from './computed/required-count';
import type { ComputeScope, FieldRef, StageCount } from './computed/scope';
import type { SheetLink } from './layout-sink';
import type { PlacedContent, PlacedForm } from './placed';

/** Index of a repeated row or block in its prefix. */
const INDEX = /\[(\d+)\]\.$/;

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
  readonly lastCheck: LastCheck;
}

export function scopeOf(form: FilledForm, placed: PlacedForm, context: FormContext, content: Extract<PlacedContent, { readonly type: 'computed' }>): ComputeScope {
  const home = context.forms.get(HOME_KEY);
  return {
    prefix: content.prefix,
    field: (given) => {
      const key = given.replace('{i}', INDEX.exec(content.prefix)?.[1] ?? '');
      const found = fieldRef(form, content.prefix + key, form) ?? fieldRef(form, key, form);
      if (found === null) throw new RangeError(`${form.def.key} has no field ${key}`);
      return found;
    },
    fieldOf: (formKey, key) => {
      const other = context.forms.get(formKey);
      return other === undefined ? null : fieldRef(other, key, form);
    },
    home: (key) => home?.entries[key] ?? null,
    stage: () => stageCount(content.stage ?? '', placed, context),
    signoff: () => context.lastCheck.signoffs?.[content.stage ?? ''] ?? '',
    metric: context.metrics.find((metric) => metric.key === content.metric) ?? null,
    cells: context.computed,
    reference: context.reference,
    lastCheck: context.lastCheck.summary,
  };
}

function fieldRef(form: FilledForm, key: string, from: FilledForm): FieldRef | null {
  const place = form.places.find((p) => p.key === key);
  if (place === undefined) return null;
  const cell = absolute(place.row, place.column);
  return { ref: form === from ? cell : `${quoteSheet(place.sheet)}!${cell}`, value: form.entries[key] ?? null };
}

/** What the forms of a stage require, and what it needs of 首页. `placed` is the form that shows the stages. */
function stageCount(stage: string, placed: PlacedForm, context: FormContext): StageCount {
  const forms = [...context.forms.values()].filter(({ def }) => def.stage === stage);
  const def = STAGES.find(({ key }) => key === stage);
  const home = context.forms.get(HOME_KEY);
  const ofHome = forms.length === 0 || def === undefined || home === undefined ? [] : [{ places: home.places.filter(({ key }) => isOfStage(key, def)), entries: home.entries }];
  const parts = [...ofHome, ...forms];
  const counts = parts.map(({ places, entries }) => requiredCells(places, entries));
  const formulas = parts.map(({ places }) => countFormulas(places));
  const shownAt = (part: 'total' | 'filled'): string => {
    const cell = placed.cells.find(({ content }) => content.type === 'computed' && content.stage === stage && content.def.rule === 'stage' && content.def.part === part);
    return cell === undefined ? '' : absolute(cell.row, cell.column);
  };
  const joined = (part: 'total' | 'filled'): string => formulas.flatMap((each) => (each[part] === '' ? [] : [each[part]])).join('+');
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    filled: counts.reduce((sum, { filled }) => sum + filled, 0),
    formulas: { total: joined('total'), filled: joined('filled') },
    cells: { total: shownAt('total'), filled: shownAt('filled') },
    gate: context.lastCheck.stages[stage] ?? '',
  };
}
