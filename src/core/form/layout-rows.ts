/** Lays out a table of rows: a header, the rows that the standard (or the list of metrics) gives, then free rows. */
import type { MetricLabel } from '../model/computed-cells';
import type { FieldDef, RowsColumn, RowsItem, RowsSection } from '../model/form-def';
import type { StyleName } from '../model/sheet-spec';
import { STYLES } from '../model/style';
import type { Sink } from './layout-sink';

export function layoutRows(section: RowsSection, sink: Sink): void {
  header(section, sink);
  const items = [...(section.items ?? []), ...metricItems(section, sink.context.metrics)];
  const top = sink.row;
  for (const item of items) sink.row += itemRows(section, item, sink);
  mergedTexts(section, items, top, sink);
  for (let index = 0; index < (section.free ?? 0); index++) freeRow(section, index, items.length + index + 1, sink);
}

function header(section: RowsSection, sink: Sink): void {
  for (const column of section.columns) {
    sink.put(
      { row: sink.row, column: column.column, rowSpan: 1, columnSpan: column.span ?? 1, style: column.headerStyle ?? 'header' },
      { type: 'text', text: column.header },
    );
  }
  sink.height(sink.row, section.headerHeight ?? 30);
  if (section.repeatHeader === true) sink.repeat(`${sink.row}:${sink.row}`);
  sink.row++;
}

function metricItems(section: RowsSection, metrics: readonly MetricLabel[]): readonly RowsItem[] {
  const { metricsExcept } = section;
  if (metricsExcept === undefined) return [];
  return metrics
    .filter((metric) => !metricsExcept.includes(metric.key))
    .map((metric) => ({
      key: metric.key,
      texts: { item: metric.item, name: metric.name, numerator: metric.numerator, denominator: metric.denominator },
      metrics: [metric.key],
    }));
}

/** Of `FieldDef.like`: the metric of the row itself. */
const OWN_METRIC = 'row';

/** A number typed beside a rate is shown as one. */
function asMetric(field: FieldDef, metrics: readonly string[], { context }: Sink): FieldDef {
  const metric = metrics.length === 1 ? context.metrics.find(({ key }) => key === metrics[0]) : undefined;
  return field.like === OWN_METRIC && metric?.unit === 'ratio' && metric.unitText === undefined ? { ...field, format: '0.0%' } : field;
}

/** A given row, as many sheet rows high as it shows metrics. Returns their number. */
function itemRows(section: RowsSection, item: RowsItem, sink: Sink): number {
  const metrics = item.metrics ?? [];
  const lines = Math.max(1, metrics.length);
  const group = `${section.key}.${item.key}`;
  for (let line = 0; line < lines; line++) sink.height(sink.row + line, (section.rowHeight ?? 24) / lines);
  for (const column of section.columns) {
    const frame = { row: sink.row, column: column.column, rowSpan: lines, columnSpan: column.span ?? 1 };
    const text = item.texts[column.key];
    if (text !== undefined) {
      if (column.merge !== true) sink.put({ ...frame, style: column.style ?? 'labelLeft' }, { type: 'text', text });
    } else if (column.computed !== undefined) {
      computedLines(column, item, `${group}.`, lines, sink);
    } else if (column.field !== undefined) {
      const prompt = item.prompts?.[column.key];
      sink.putField({ ...frame, ...(column.style === undefined ? {} : { style: column.style }) }, asMetric(column.field, metrics, sink), { key: `${group}.${column.key}`, label: column.header, group, ...(prompt === undefined ? {} : { prompt }) });
    } else {
      sink.put({ ...frame, style: column.style ?? 'label' }, { type: 'text', text: '' });
    }
  }
  return lines;
}

function computedLines(column: RowsColumn, item: RowsItem, prefix: string, lines: number, sink: Sink): void {
  const { computed } = column;
  if (computed === undefined) return;
  const columnSpan = column.span ?? 1;
  const style = column.style ?? 'computedCentre';
  const metrics = item.metrics ?? [];
  const needsMetric = computed.rule === 'metric' || computed.rule === 'target-met';
  if (needsMetric && metrics.length === 0) {
    return sink.put({ row: sink.row, column: column.column, rowSpan: lines, columnSpan, style }, { type: 'text', text: '' });
  }
  for (let line = 0; line < lines; line++) {
    const metric = metrics[line];
    sink.put(
      { row: sink.row + line, column: column.column, rowSpan: 1, columnSpan, style },
      { type: 'computed', def: computed, prefix, ...(metric === undefined ? {} : { metric }), ...(item.stage === undefined ? {} : { stage: item.stage }) },
    );
  }
}

/** Columns whose equal texts share a cell. */
function mergedTexts(section: RowsSection, items: readonly RowsItem[], top: number, sink: Sink): void {
  for (const column of section.columns) {
    if (column.merge !== true) continue;
    let row = top;
    for (let index = 0; index < items.length; ) {
      const text = items[index]?.texts[column.key];
      let rows = 0;
      let next = index;
      for (; next < items.length && items[next]?.texts[column.key] === text; next++) rows += Math.max(1, items[next]?.metrics?.length ?? 0);
      if (text !== undefined) {
        sink.put({ row, column: column.column, rowSpan: rows, columnSpan: column.span ?? 1, style: column.style ?? 'label' }, { type: 'text', text });
      }
      row += rows;
      index = next;
    }
  }
}

function freeRow(section: RowsSection, index: number, number: number, sink: Sink): void {
  const group = `${section.key}[${index}]`;
  sink.height(sink.row, section.rowHeight ?? 24);
  for (const column of section.columns) {
    const frame = { row: sink.row, column: column.column, rowSpan: 1, columnSpan: column.span ?? 1 };
    const { field } = column;
    if (column.numbered === true) {
      sink.put({ ...frame, style: column.style ?? 'label' }, { type: 'text', text: String(number) });
    } else if (field !== undefined) {
      const required = requiredHere(field.required ?? false, index === 0 && number === 1);
      sink.putField({ ...frame, ...(sink.def.hidden === true && column.style !== undefined ? { style: column.style } : inputStyle(column)) }, { ...field, required }, { key: `${group}.${column.key}`, label: column.header, group });
    } else if (column.computed !== undefined && column.computed.rule !== 'metric') {
      sink.put({ ...frame, style: column.style ?? 'computedCentre' }, { type: 'computed', def: column.computed, prefix: `${group}.` });
    } else {
      sink.put({ ...frame, style: column.style ?? 'label' }, { type: 'text', text: '' });
    }
  }
  sink.row++;
}

/** What is always required of a table is required of its first row; of further rows once they are begun. */
function requiredHere(required: boolean | 'row', first: boolean): boolean | 'row' {
  return required === true && !first ? 'row' : required;
}

/** A column whose given texts look like labels is filled like any other in free rows. */
function inputStyle(column: RowsColumn): { readonly style?: StyleName } {
  return column.style === undefined || STYLES[column.style].locked ? {} : { style: column.style };
}
