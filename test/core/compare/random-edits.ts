/**
 * Two people edit copies of one workbook at random, and what must come of it, worked out row by row from the list of their
 * edits: rows carry a hidden number here, which the program does not see.
 */
import * as fc from 'fast-check';
import { makeContent } from '../../../src/app/make-content';
import { loadStandard } from '../../../src/app/standard';
import { shown } from '../../../src/core/codec/codec';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import { FIRST_DATA_ROW } from '../../../src/core/model/raw-sheet';

export interface ModelRow {
  readonly id: string;
  readonly values: Readonly<Record<string, CellValue>>;
}

export interface Model {
  readonly fields: Readonly<Record<string, CellValue>>;
  /** Table name -> rows in their order. */
  readonly tables: Readonly<Record<string, readonly ModelRow[]>>;
}

interface TableShape {
  readonly name: string;
  /** Columns that edits touch; those of the key are not among them. */
  readonly columns: readonly string[];
  readonly make: (n: number) => Readonly<Record<string, CellValue>>;
}

/** One table of each kind: rows with keys, rows without, repeated rows of a form. */
export const TABLES: readonly TableShape[] = [
  {
    name: 'deliveries', columns: ['customer', 'quantity', 'dueDate', 'deliveryDate', 'deliveredQuantity'],
    make: (n) => ({ orderNo: `SO-${n}`, line: n % 3 === 0 ? '1' : null, customer: `客户${n % 4}`, quantity: 10 + n, dueDate: 45_000 + n, deliveryDate: 45_000 + n }),
  },
  {
    name: 'processInspection', columns: ['product', 'inspected', 'firstPassed', 'defectCode'],
    make: (n) => ({ date: 45_100 + n, product: `泵-${n}`, step: 1 + (n % 4), process: `工序${n}`, key: n % 2 === 0 ? '是' : '否', inspected: 100 + n, firstPassed: 90 + n, reworkPassed: n, scrapped: 2 * n + 1 }),
  },
  {
    name: 'D.problems', columns: ['problem', 'opinion', 'cause', 'metric'],
    make: (n) => ({ problem: `问题之${n}`, opinion: `意见之${n}`, number: `P${n}`, cause: `原因之${n}`, clause: `7.${n}` }),
  },
];

export const FIELDS = ['enterprise.name', 'enterprise.city', 'enterprise.employees', 'agency.name'];

export type Edit =
  | { readonly type: 'field'; readonly field: string; readonly value: CellValue }
  | { readonly type: 'cell'; readonly table: string; readonly pick: number; readonly column: string; readonly value: CellValue }
  | { readonly type: 'add'; readonly table: string; readonly n: number; readonly pick: number }
  | { readonly type: 'remove'; readonly table: string; readonly pick: number }
  | { readonly type: 'move'; readonly table: string; readonly pick: number; readonly to: number }
  | { readonly type: 'sort'; readonly table: string; readonly column: string };

const value: fc.Arbitrary<CellValue> = fc.oneof(fc.constantFrom<CellValue>('改甲', '改乙', '改丙', 7, 46_000.5), fc.constant(null));
const table = fc.constantFrom(...TABLES);
const pick = fc.nat(40);

/** `from`: the first number of rows that this side adds; now and then both add the same. */
function edit(from: number): fc.Arbitrary<Edit> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('field' as const), field: fc.constantFrom(...FIELDS), value }) },
    { weight: 6, arbitrary: table.chain(({ name, columns }) => fc.record({ type: fc.constant('cell' as const), table: fc.constant(name), pick, column: fc.constantFrom(...columns), value })) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('add' as const), table: table.map(({ name }) => name), n: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: from, max: from + 5 }) }, { weight: 1, arbitrary: fc.constant(900) }), pick }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), table: table.map(({ name }) => name), pick }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('move' as const), table: table.map(({ name }) => name), pick, to: pick }) },
    { weight: 1, arbitrary: table.chain(({ name, columns }) => fc.record({ type: fc.constant('sort' as const), table: fc.constant(name), column: fc.constantFrom(...columns) })) },
  );
}

export const twoSides: fc.Arbitrary<readonly [readonly Edit[], readonly Edit[]]> = fc.tuple(fc.array(edit(500), { maxLength: 9 }), fc.array(edit(700), { maxLength: 9 }));

export const START: Model = {
  fields: { 'enterprise.name': '甲厂', 'enterprise.city': '徐州市', 'enterprise.employees': 86 },
  tables: Object.fromEntries(TABLES.map(({ name, make }) => [name, Array.from({ length: 6 }, (_, i) => ({ id: `${name}#${i + 1}`, values: filled(make(i + 1)) }))])),
};

const MOST_EDITS_OF_A_ROW = 2;

/** What a person has after the edits. A row is not changed beyond recognition, and a form is not filled beyond its room. */
export function edited(start: Model, edits: readonly Edit[]): Model {
  let fields = start.fields;
  const tables: Record<string, readonly ModelRow[]> = { ...start.tables };
  const touched = new Map<string, Set<string>>();
  for (const one of edits) {
    if (one.type === 'field') {
      fields = filled({ ...fields, [one.field]: one.value });
      continue;
    }
    const rows = [...(tables[one.table] ?? [])];
    const at = rows.length === 0 ? 0 : ('pick' in one ? one.pick : 0) % rows.length;
    const row = rows[at];
    if (one.type === 'cell' && row !== undefined) {
      const columns = touched.get(row.id) ?? new Set<string>();
      if (columns.size >= MOST_EDITS_OF_A_ROW && !columns.has(one.column)) continue;
      touched.set(row.id, columns.add(one.column));
      rows[at] = { ...row, values: filled({ ...row.values, [one.column]: one.value }) };
    } else if (one.type === 'add') {
      const make = TABLES.find(({ name }) => name === one.table)?.make;
      const id = `${one.table}#${one.n}`;
      if (make === undefined || rows.some((other) => other.id === id) || rows.length >= 8) continue;
      rows.splice(one.pick % (rows.length + 1), 0, { id, values: filled(make(one.n)) });
      // A row that both add stays as it is: two rows that were changed since are two rows.
      touched.set(id, new Set(['a', 'b']));
    } else if (one.type === 'remove') rows.splice(at, 1);
    else if (one.type === 'move') rows.splice(one.to % rows.length || 0, 0, ...rows.splice(at, 1));
    else if (one.type === 'sort') rows.sort((a, b) => shown(a.values[one.column] ?? null).localeCompare(shown(b.values[one.column] ?? null)));
    tables[one.table] = rows;
  }
  return { fields, tables };
}

export function filled(values: Readonly<Record<string, CellValue>>): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(Object.entries(values).filter(([, one]) => one !== null && one !== ''));
}

/** What both sides changed differently, each once: a cell, or a row that one took out and the other changed. */
export interface ExpectedMerge {
  readonly fields: Readonly<Record<string, CellValue>>;
  /** Table -> its rows as texts, in any order. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly conflicts: readonly string[];
}

export function expectedMerge(base: Model, mine: Model, theirs: Model): ExpectedMerge {
  const conflicts: string[] = [];
  const cells = (where: string, was: ModelRow['values'], own: ModelRow['values'], other: ModelRow['values']): ModelRow['values'] => {
    const merged: Record<string, CellValue> = {};
    for (const key of new Set([was, own, other].flatMap(Object.keys))) {
      const [b = null, m = null, t = null] = [was[key], own[key], other[key]];
      if (m !== t && b !== m && b !== t) conflicts.push(`${where} ${key} ${[m, t].map(String).sort().join('/')}`);
      merged[key] = m === t || b === t ? m : b === m ? t : m;
    }
    return filled(merged);
  };
  const fields = cells('field', base.fields, mine.fields, theirs.fields);
  const rows = Object.fromEntries(TABLES.map(({ name }) => {
    const [b, m, t] = [base, mine, theirs].map(({ tables }) => new Map((tables[name] ?? []).map(({ id, values }) => [id, values])));
    const result: string[] = [];
    for (const id of new Set([b, m, t].flatMap((side) => [...(side ?? [])].map(([key]) => key)))) {
      const [was, own, other] = [b?.get(id), m?.get(id), t?.get(id)];
      if (own !== undefined && other !== undefined) result.push(rowText(cells(name, was ?? {}, own, other)));
      else {
        const only = own ?? other;
        if (only === undefined) continue;
        if (was !== undefined && rowText(only) === rowText(was)) continue;
        if (was !== undefined) conflicts.push(`${name} removed ${rowText(only)}`);
        result.push(rowText(only));
      }
    }
    return [name, result.sort()];
  }));
  return { fields, rows, conflicts: conflicts.sort() };
}

export function rowText(values: Readonly<Record<string, CellValue>>): string {
  return JSON.stringify(Object.entries(filled(values)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The model as a workbook's content. */
export function contentOf({ fields, tables }: Model): WorkbookContent {
  const standard = loadStandard();
  const rows = Object.fromEntries(standard.rawSheets.flatMap((def) => {
    const held = tables[def.key];
    if (held === undefined) return [];
    const keys = def.columns.map(({ key }) => key);
    const builder = new BlockBuilder(keys);
    held.forEach(({ values }, i) => builder.add(FIRST_DATA_ROW + i, keys.map((key) => values[key] ?? null)));
    return [[def.key, builder.blocks()]];
  }));
  const problems = (tables['D.problems'] ?? []).flatMap(({ values }, i) => Object.entries(values).map(([key, one]): [string, CellValue] => [`problems[${i}].${key}`, one]));
  return makeContent({ chosen: ['home', 'D', 'deliveries', 'processInspection'], entries: { home: fields, D: Object.fromEntries(problems) }, rows, side: {} });
}
