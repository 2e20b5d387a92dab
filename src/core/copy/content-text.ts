/** What people put into a workbook as one text and back: the state that copies have in common, kept inside them. Rows by column, blanks as null. */
import type { Block } from '../model/block';
import { BlockBuilder, cellOf } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { Typed } from '../compare/merge-contents';

export interface ContentState {
  readonly version: 1;
  readonly chosen: readonly string[];
  readonly entries: Readonly<Record<string, Readonly<Record<string, CellValue>>>>;
  /** Raw-data sheet key -> column key -> values, top to bottom. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly CellValue[]>>>>;
  readonly side: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>;
}

const FIRST_ROW = 1;

export function contentState({ chosen, entries, rows, side }: Typed): ContentState {
  return { version: 1, chosen, entries, side, rows: Object.fromEntries(Object.entries(rows).map(([key, blocks]) => [key, columnsOf(blocks)])) };
}

/** Rows with something in them, one under the other: where they stood in the sheet is not kept. */
export function typedOf({ chosen, entries, rows, side }: ContentState): Typed {
  return { chosen, entries, side, rows: Object.fromEntries(Object.entries(rows).map(([key, columns]) => [key, blocksOf(columns)])) };
}

function columnsOf(blocks: readonly Block[]): Readonly<Record<string, readonly CellValue[]>> {
  const keys = [...new Set(blocks.flatMap(({ columns }) => Object.keys(columns)))];
  const values = new Map(keys.map((key): [string, CellValue[]] => [key, []]));
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++) {
      const row = keys.map((key) => cellOf(block, key, i));
      if (row.every((value) => value === null)) continue;
      row.forEach((value, c) => values.get(keys[c] ?? '')?.push(value));
    }
  }
  return Object.fromEntries([...values].filter(([, column]) => column.some((value) => value !== null)));
}

function blocksOf(columns: Readonly<Record<string, readonly CellValue[]>>): readonly Block[] {
  const keys = Object.keys(columns);
  const length = keys.reduce((most, key) => Math.max(most, columns[key]?.length ?? 0), 0);
  const builder = new BlockBuilder(keys);
  for (let i = 0; i < length; i++) builder.add(FIRST_ROW + i, keys.map((key) => columns[key]?.[i] ?? null));
  return builder.blocks();
}
