/** A laid-out form and its entries -> sheet: values, formulas with cached values, rules, looks of missing entries, print set-up. */
import { absolute, address } from '../model/address';
import type { CellValue } from '../model/cell';
import type { FormDef, FormWording, ListDef } from '../model/form-def';
import { STYLES } from '../model/style';
import type { CellSpec, ConditionalFormatSpec, SheetSpec, ValidationSpec } from '../model/sheet-spec';
import { compute } from './computed/compute';
import { quoted, type Computation, type ComputeScope } from './computed/scope';
import { kindFormat } from './formats';
import { listName } from './names';
import type { PlacedCell, PlacedContent, PlacedForm } from './placed';
import { MAX_ROW_HEIGHT, textHeight } from './text-size';
import { cellRule } from './validation';
import { widthOf } from './layout-sink';

export interface SheetContext {
  readonly wording: FormWording;
  readonly lists: readonly ListDef[];
  /** What was typed, by field key. */
  readonly entries: Readonly<Record<string, CellValue>>;
  /** Number format of the metric with this name. */
  formatOf(metric: CellValue): string | undefined;
  /** The scope of a computed cell. */
  scope(content: Extract<PlacedContent, { readonly type: 'computed' }>): ComputeScope;
}

export function placedSheet(def: FormDef, placed: PlacedForm, context: SheetContext): SheetSpec {
  const first = firstField(placed);
  const printed = `A1:${address(placed.lastRow, def.printColumns)}`;
  const cells = placed.cells.map((cell) => cellSpec(cell, context));
  return {
    name: def.sheet,
    ...(def.hidden === true ? { state: 'hidden' as const } : {}),
    columns: def.columns.map((width) => ({ width })),
    rowHeights: Object.fromEntries(grown(def, placed, cells)),
    cells,
    merges: placed.cells.filter((c) => c.rowSpan * c.columnSpan > 1).map(rangeOf),
    validations: placed.cells.map((cell) => validation(cell, context)).filter((v) => v !== null),
    conditionalFormats: [...missingLooks(placed), ...proposalLooks(placed)],
    protect: true,
    print: {
      orientation: def.orientation,
      area: printed,
      ...(placed.repeatRows === undefined ? {} : { repeatRows: placed.repeatRows }),
      ...(placed.breaks.length === 0 ? {} : { breaksAfter: placed.breaks }),
    },
    freeze: { row: placed.repeatRows === undefined ? 3 : Number(placed.repeatRows.split(':')[1]) + 1, column: 1 },
    activeCell: first === undefined ? 'A1' : address(first.row, first.column),
  };
}

export function rangeOf(cell: Pick<PlacedCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>): string {
  const start = address(cell.row, cell.column);
  return cell.rowSpan * cell.columnSpan === 1 ? start : `${start}:${address(cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)}`;
}

function firstField(placed: PlacedForm): PlacedCell | undefined {
  return placed.cells.find((cell) => cell.content.type === 'field');
}

function cellSpec(cell: PlacedCell, context: SheetContext): CellSpec {
  const { row, column, style, content } = cell;
  switch (content.type) {
    case 'text':
      return { row, column, style, ...(content.text === '' ? {} : { value: content.text }), ...(content.link === undefined ? {} : { link: content.link }) };
    case 'field': {
      const value = context.entries[content.place.key] ?? null;
      return { row, column, style, format: likeFormat(content, context) ?? content.def.format ?? kindFormat(content.def.kind), ...(value === null || value === '' ? {} : { value }) };
    }
    case 'computed':
      return { row, column, style, ...shown(compute(content.def, context.scope(content))) };
  }
}

/** The format of the metric that another field of the row or block names. */
function likeFormat({ place, def }: Extract<PlacedContent, { readonly type: 'field' }>, context: SheetContext): string | undefined {
  if (def.like === undefined) return undefined;
  const prefix = place.group === undefined ? '' : `${place.group}.`;
  const name = context.entries[prefix + def.like];
  return name === undefined || name === null ? undefined : context.formatOf(name);
}

/** An empty text that a formula gives is cached as such; a constant nothing leaves the cell blank. */
function shown(computation: Computation): Partial<CellSpec> {
  const { formula, value, format, stamp } = computation;
  return {
    ...(formula === undefined ? {} : { formula }),
    ...(value === null || (value === '' && formula === undefined) ? {} : { value }),
    ...(format === undefined ? {} : { format }),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

/** Rows grow with the texts in cells of one row: what is typed anywhere, what is computed where it is printed. */
function grown(def: FormDef, placed: PlacedForm, cells: readonly CellSpec[]): Map<number, number> {
  const heights = new Map(placed.heights);
  placed.cells.forEach((cell, i) => {
    const { row, column, rowSpan, columnSpan, content } = cell;
    const value = cells[i]?.value;
    const look = STYLES[cell.style];
    if (content.type === 'text' || rowSpan > 1 || typeof value !== 'string' || !look.wrap) return;
    if (content.type === 'computed' && column + columnSpan - 1 > def.printColumns) return;
    const needed = Math.min(MAX_ROW_HEIGHT, Math.round(textHeight(value, widthOf(def, cell), look.font.size)));
    heights.set(row, Math.max(heights.get(row) ?? 0, needed));
  });
  return heights;
}

function validation(cell: PlacedCell, context: SheetContext): ValidationSpec | null {
  const { content } = cell;
  if (content.type !== 'field') return null;
  const { place, def } = content;
  const list = def.list === undefined ? undefined : context.lists.find((l) => l.key === def.list);
  return cellRule(
    rangeOf(cell),
    {
      kind: place.kind,
      label: place.label,
      prompt: def.prompt ?? '',
      ...(list === undefined ? {} : { list: listName(list.name) }),
      ...(place.open === undefined ? {} : { open: place.open }),
      ...(place.min === undefined ? {} : { min: place.min }),
      ...(place.max === undefined ? {} : { max: place.max }),
    },
    context.wording,
  );
}

/** What the mark beside a row names is the program's proposal still. */
function proposalLooks(placed: PlacedForm): readonly ConditionalFormatSpec[] {
  const fields = new Map(placed.cells.flatMap((cell) => (cell.content.type === 'field' ? [[cell.content.place.key, cell] as const] : [])));
  return placed.cells.flatMap((mark): readonly ConditionalFormatSpec[] => {
    if (mark.content.type !== 'computed' || mark.content.def.rule !== 'proposal-mark') return [];
    const { def, prefix } = mark.content;
    return def.fields.flatMap((key, i) => {
      const cell = fields.get(prefix + key);
      return cell === undefined ? [] : [{ ref: rangeOf(cell), look: 'muted' as const, formula: `ISNUMBER(FIND(${quoted(def.labels[i] ?? '')},${absolute(mark.row, mark.column)}))` }];
    });
  });
}

/** A required blank is marked: always, or once anything else of its row or block is filled, unless another field waives it. */
function missingLooks(placed: PlacedForm): readonly ConditionalFormatSpec[] {
  const fields = placed.cells.flatMap((cell) => (cell.content.type === 'field' ? [{ cell, place: cell.content.place }] : []));
  const groups = new Map<string, string[]>();
  const cells = new Map(fields.map(({ cell, place }) => [place.key, absolute(cell.row, cell.column)]));
  for (const { cell, place } of fields) {
    if (place.group !== undefined) groups.set(place.group, [...(groups.get(place.group) ?? []), absolute(cell.row, cell.column)]);
  }
  return fields
    .filter(({ place }) => place.required !== false)
    .map(({ cell, place }) => {
      const blank = `ISBLANK(${absolute(cell.row, cell.column)})`;
      const others = place.group === undefined ? [] : (groups.get(place.group) ?? []);
      const waived = place.unless === undefined ? '' : `,${cells.get(place.unless.key) ?? ''}<>${quoted(place.unless.value)}`;
      return { ref: rangeOf(cell), look: cell.style === 'inputUnder' ? ('missingUnder' as const) : ('missing' as const), formula: place.required === true ? blank : `AND(${blank},COUNTA(${others.join(',')})>0${waived})` };
    });
}
