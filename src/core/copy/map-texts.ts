/** All texts of a content changed by one function. */
import { TEXT, type Block, type Column } from '../model/block';
import type { CellValue } from '../model/cell';
import type { Typed } from '../compare/merge-contents';

export function mapTexts(typed: Typed, change: (text: string) => string): Typed {
  const value = (one: CellValue): CellValue => (typeof one === 'string' ? change(one) : one);
  const record = (values: Readonly<Record<string, CellValue>>): Readonly<Record<string, CellValue>> => Object.fromEntries(Object.entries(values).map(([key, one]) => [key, value(one)]));
  return {
    chosen: typed.chosen,
    entries: Object.fromEntries(Object.entries(typed.entries).map(([key, entries]) => [key, record(entries)])),
    rows: Object.fromEntries(Object.entries(typed.rows).map(([key, blocks]) => [key, blocks.map((block) => mapBlock(block, change))])),
    side: Object.fromEntries(Object.entries(typed.side).map(([key, rows]) => [key, rows.map(record)])),
  };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  return { ...block, columns: Object.fromEntries(Object.entries(block.columns).map(([key, column]): [string, Column] => [key, { ...column, text: column.text.map((text, i) => (column.kind[i] === TEXT ? change(text) : text)) }])) };
}
