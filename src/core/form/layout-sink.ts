/** Collects placed cells while a form is laid out. */
import type { MetricLabel } from '../model/computed-cells';
import type { FieldPlace } from '../model/form';
import type { FieldDef, FormDef, FormWording, ListDef } from '../model/form-def';
import type { StyleName } from '../model/sheet-spec';
import { STYLES } from '../model/style';
import { kindStyle } from './formats';
import type { PlacedCell, PlacedContent, PlacedForm, PlacedFrame } from './placed';
import { MAX_ROW_HEIGHT, textHeight } from './text-size';

/** A sheet that 首页 links to. */
export interface SheetLink {
  readonly name: string;
  /** Clause and purpose in a few words. */
  readonly about: string;
  /** True for raw-data sheets. */
  readonly data: boolean;
}

export interface LayoutContext {
  readonly wording: FormWording;
  readonly lists: readonly ListDef[];
  readonly metrics: readonly MetricLabel[];
  readonly sheets: readonly SheetLink[];
  readonly homeKey: string;
  readonly homeSheet: string;
}

export interface Sink {
  readonly def: FormDef;
  readonly context: LayoutContext;
  /** The next free row. */
  row: number;
  put(frame: PlacedFrame, content: PlacedContent): void;
  putField(frame: Omit<PlacedFrame, 'style'> & { readonly style?: StyleName }, field: FieldDef, where: { readonly key: string; readonly label: string; readonly group?: string; readonly prompt?: string }): void;
  /** The row is at least this high, points. */
  height(row: number, points: number): void;
  breakAfter(row: number): void;
  repeat(rows: string): void;
  done(): PlacedForm;
}

/** Least height of a row that holds a field, points: a line to write on by hand. */
const FIELD_HEIGHT = 24;

export function createSink(def: FormDef, context: LayoutContext): Sink {
  const cells: PlacedCell[] = [];
  const heights = new Map<number, number>();
  const breaks: number[] = [];
  let repeatRows: string | undefined;
  let lastRow = 1;
  const sink: Sink = {
    def,
    context,
    row: 1,
    put(frame, content) {
      cells.push({ ...frame, content });
      lastRow = Math.max(lastRow, frame.row + frame.rowSpan - 1);
      if (content.type === 'text' && content.text !== '' && frame.rowSpan === 1) sink.height(frame.row, textHeight(content.text, widthOf(def, frame), STYLES[frame.style].font.size));
      if (content.type !== 'text' && frame.rowSpan === 1) sink.height(frame.row, FIELD_HEIGHT);
    },
    putField(frame, field, where) {
      sink.put({ ...frame, style: frame.style ?? styleOf(field) }, { type: 'field', place: placeOf(def, context.lists, frame, prompted(field, where.prompt), where), def: prompted(field, where.prompt) });
    },
    height(row, points) {
      heights.set(row, Math.min(MAX_ROW_HEIGHT, Math.max(heights.get(row) ?? 0, Math.round(points))));
    },
    breakAfter: (row) => void breaks.push(row),
    repeat: (rows) => void (repeatRows ??= rows),
    done: () => ({ cells, heights, lastRow, breaks, ...(repeatRows === undefined ? {} : { repeatRows }) }),
  };
  return sink;
}

/** Width in characters of the columns that a frame spans. */
export function widthOf(def: FormDef, frame: Pick<PlacedFrame, 'column' | 'columnSpan'>): number {
  return def.columns.slice(frame.column - 1, frame.column - 1 + frame.columnSpan).reduce((sum, width) => sum + width, 0);
}

/** Rows that are listed one by one may say their own of a column. */
function prompted(field: FieldDef, prompt: string | undefined): FieldDef {
  return prompt === undefined ? field : { ...field, prompt };
}

function styleOf(field: FieldDef): StyleName {
  if (field.list !== undefined) return 'inputCentre';
  return kindStyle(field.kind);
}

function placeOf(
  def: FormDef,
  lists: readonly ListDef[],
  frame: Pick<PlacedFrame, 'row' | 'column'>,
  field: FieldDef,
  where: { readonly key: string; readonly label: string; readonly group?: string },
): FieldPlace {
  const list = field.list === undefined ? undefined : lists.find((l) => l.key === field.list);
  if (field.list !== undefined && list === undefined) throw new RangeError(`${def.key}: no list ${field.list}`);
  return {
    key: where.key,
    sheet: def.sheet,
    row: frame.row,
    column: frame.column,
    kind: field.kind,
    required: field.required ?? false,
    label: (field.label ?? where.label).replaceAll('\n', ''),
    clause: field.clause ?? def.clause,
    ...(field.prompt === undefined ? {} : { prompt: field.prompt }),
    ...(list === undefined ? {} : { choices: list.values }),
    ...(field.open === undefined ? {} : { open: field.open }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.name === undefined ? {} : { name: field.name }),
    ...(where.group === undefined ? {} : { group: where.group }),
    ...(def.hidden === true ? { own: true as const } : {}),
    ...(field.unless === undefined || where.group === undefined ? {} : { unless: { key: `${where.group}.${field.unless.field}`, value: field.unless.value } }),
  };
}
