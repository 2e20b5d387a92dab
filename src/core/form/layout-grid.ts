/** Lays out a printed table whose cells are given one by one, once or as repeated blocks. */
import type { GridCell, GridSection } from '../model/form-def';
import type { Sink } from './layout-sink';

export function layoutGrid(section: GridSection, sink: Sink): void {
  const { repeat, key } = section;
  if (repeat === undefined || key === undefined) return block(section, sink, '', undefined);
  for (let index = 0; index < repeat.count; index++) {
    if (index > 0 && index % repeat.perPage === 0) sink.breakAfter(sink.row - 1);
    const text = repeat.heading.replace('{n}', String(index + 1));
    sink.put({ row: sink.row, column: 1, rowSpan: 1, columnSpan: sink.def.printColumns, style: 'note' }, { type: 'text', text });
    sink.height(sink.row, 20);
    sink.row++;
    const group = `${key}[${index}]`;
    block(section, sink, `${group}.`, group, index > 0);
  }
}

function block(section: GridSection, sink: Sink, prefix: string, group: string | undefined, later = false): void {
  const top = sink.row;
  section.rows.forEach((row, index) => {
    if (row.height !== undefined) sink.height(top + index, row.height);
    for (const cell of row.cells) place(cell, top + index, sink, prefix, group, labelBefore(row.cells, cell), later);
  });
  sink.row = top + section.rows.length;
}

function place(cell: GridCell, row: number, sink: Sink, prefix: string, group: string | undefined, label: string, later: boolean): void {
  const frame = { row, column: cell.column, rowSpan: cell.rows ?? 1, columnSpan: cell.span ?? 1 };
  if (cell.computed !== undefined) {
    sink.put({ ...frame, style: cell.style ?? 'computed' }, { type: 'computed', def: cell.computed, prefix, ...(cell.name === undefined ? {} : { name: cell.name }) });
  } else if (cell.field !== undefined && cell.key !== undefined) {
    sink.putField({ ...frame, ...(cell.style === undefined ? {} : { style: cell.style }) }, later ? { ...cell.field, required: whenBegun(cell.field.required) } : cell.field, { key: prefix + cell.key, label, ...(group === undefined ? {} : { group }) });
  } else {
    sink.put({ ...frame, style: cell.style ?? 'label' }, { type: 'text', text: cell.text ?? '' });
  }
}

/** The printed label to the left of a cell names it when its declaration does not. */
function labelBefore(cells: readonly GridCell[], cell: GridCell): string {
  let label = '';
  for (const other of cells) if (other.column < cell.column && other.text !== undefined) label = other.text;
  return label.replaceAll(/\s/g, '');
}

/** What the first block always requires, later ones require once they are begun. */
function whenBegun(required: boolean | 'row' | undefined): boolean | 'row' {
  return required === true ? 'row' : (required ?? false);
}
