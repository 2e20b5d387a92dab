/** FormDef -> SheetSpec, and the places of its fields: both from the same layout, so that they cannot disagree. */
import type { FieldPlace } from '../model/form';
import type { FormDef } from '../model/form-def';
import type { NameSpec, SheetSpec } from '../model/sheet-spec';
import { absolute, quoteSheet } from '../model/address';
import { HOME_KEY, scopeOf, type FormContext } from './form-context';
import { layoutForm } from './layout';
import type { LayoutContext } from './layout-sink';
import type { PlacedForm } from './placed';
import { placedSheet } from './sheet';

/** What the places depend on besides the declaration. */
export type FieldsContext = Pick<FormContext, 'wording' | 'lists' | 'metrics'>;

/** Where the entries of a form stand, in reading order. Throws RangeError for a list that does not exist. */
export function formFields(def: FormDef, context: FieldsContext): readonly FieldPlace[] {
  return placedOf(def, context).cells
    .flatMap((cell) => (cell.content.type === 'field' ? [cell.content.place] : []))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The form must be among the context's forms. */
export function formSheet(def: FormDef, context: FormContext): SheetSpec {
  const form = context.forms.get(def.key);
  if (form === undefined) throw new RangeError(`${def.key} is not a form of this workbook`);
  const placed = layoutForm(def, layoutContext(context));
  return placedSheet(def, placed, {
    wording: context.wording,
    lists: context.lists,
    entries: form.entries,
    formatOf: (metric) => context.computed.named('""', metric, 'current')?.format,
    scope: (content) => scopeOf(form, placed, context, content),
  });
}

/** Defined names of the fields and computed cells that have one. */
export function formNames(def: FormDef, context: FieldsContext): readonly NameSpec[] {
  return placedOf(def, context).cells.flatMap(({ row, column, content }) => {
    const name = content.type === 'field' ? content.place.name : content.type === 'computed' ? content.name : undefined;
    return name === undefined ? [] : [{ name, refersTo: `${quoteSheet(def.sheet)}!${absolute(row, column)}` }];
  });
}

/** The layout without the links to sheets, which no field follows. */
function placedOf(def: FormDef, context: FieldsContext): PlacedForm {
  return layoutForm(def, layoutContext({ ...context, homeSheet: '', sheets: [] }));
}

function layoutContext(context: FieldsContext & Pick<FormContext, 'homeSheet' | 'sheets'>): LayoutContext {
  const { wording, lists, metrics, homeSheet, sheets } = context;
  return { wording, lists, metrics, homeKey: HOME_KEY, homeSheet, sheets };
}
