/** A workbook checked while people type says what the whole check says of the same content. */
import { checkWorkbook } from '../../src/app/check-workbook';
import { LiveCheck } from '../../src/app/live-check';
import { makeContent } from '../../src/app/make-content';
import { loadStandard } from '../../src/app/standard';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { BASE, RESULTS, VERDICTS } from '../core/check/consistency/base-content';
import { blocksOf, rawSheet } from '../core/check/rows-of';

const standard = loadStandard();
const SHEETS = ['deliveries', 'employees', 'satisfaction', 'productRevenue'] as const;
type Row = Readonly<Record<string, CellValue>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

const value = fc.oneof(fc.constantFrom<CellValue>(null, 'A', '王小明', '示例员工001', '是', '第三方', '质量', 5, 0.5, 46_000, 46_200), fc.integer({ min: 45_800, max: 46_300 }));
const rowOf = (sheet: string): fc.Arbitrary<Row> => fc.record(Object.fromEntries(rawSheet(sheet).columns.map(({ key }) => [key, value])));

const fieldEdit = fc.constantFrom(...Object.entries(standard.fields).flatMap(([form, fields]) => fields.slice(0, 60).map(({ key }) => ({ form, key }))));
const edit = fc.oneof(
  fc.constantFrom(...SHEETS).chain((sheet) => fc.record({ kind: fc.constant('rows' as const), sheet: fc.constant(sheet), at: fc.integer({ min: 0, max: 5 }), row: rowOf(sheet) })),
  fc.record({ kind: fc.constant('field' as const), field: fieldEdit, value: fc.oneof(value, fc.constantFrom<CellValue>('W1', '无', '符合', 46_100)) }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom({ form: 'home', key: 'asOf' }, { form: 'home', key: 'periods.current.end' }), value: fc.constantFrom<CellValue>(45_900, 46_120, null) }),
  fc.record({ kind: fc.constant('side' as const), weights: fc.array(fc.constantFrom(0.5, 0.25, 3), { maxLength: 3 }) }),
);

test('edited at random', () => {
  fc.assert(fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
    const contentOf = (rows: Rows, entries: WorkbookContent['entries'], side: WorkbookContent['side']): WorkbookContent =>
      makeContent({ ...BASE, entries, side, rows: Object.fromEntries(SHEETS.map((sheet) => [sheet, blocksOf(rawSheet(sheet), rows[sheet] ?? [])])) });
    let [rows, entries, side]: readonly [Rows, WorkbookContent['entries'], WorkbookContent['side']] = [{}, BASE.entries, {}];
    const live = new LiveCheck({ content: contentOf(rows, entries, side), readIssues: [], results: RESULTS, changes: VERDICTS }, standard);
    for (const one of edits) {
      if (one.kind === 'rows') {
        const old = rows[one.sheet] ?? [];
        rows = { ...rows, [one.sheet]: Array.from({ length: Math.max(old.length, one.at + 1) }, (_, i) => (i === one.at ? one.row : (old[i] ?? {}))) };
        const [block] = blocksOf(rawSheet(one.sheet), [...Array.from({ length: one.at }, () => null), one.row]);
        if (block !== undefined) live.editRows(one.sheet, block);
      } else if (one.kind === 'field') {
        const { form, key } = one.field;
        entries = { ...entries, [form]: Object.fromEntries(Object.entries({ ...entries[form], [key]: one.value }).filter(([, cell]) => cell !== null)) };
        live.editFields(form, { [key]: one.value });
      } else {
        const list = one.weights.map((weight, i) => ({ item: `题${i}`, weight }));
        side = { satisfaction: list };
        live.editSide('satisfaction', list);
      }
      expect(live.check(RESULTS, VERDICTS)).toEqual(checkWorkbook({ content: contentOf(rows, entries, side), readIssues: [], results: RESULTS, changes: VERDICTS }, standard));
    }
  }), { numRuns: 15 });
}, 60_000);

test('an edited row says what is wrong with it now', () => {
  const def = rawSheet('deliveries');
  const row = { orderNo: 'SO-1', customer: '甲', quantity: 1, dueDate: 46_000 };
  const live = new LiveCheck({ content: makeContent({ ...BASE, rows: { deliveries: blocksOf(def, [row, { ...row, orderNo: 'SO-2' }]) } }), readIssues: [], results: [], changes: [] }, standard);
  const [block] = blocksOf(def, [null, { ...row, quantity: '一件' }]);
  expect(block?.firstRow).toBe(FIRST_DATA_ROW + 1);
  expect(block === undefined ? null : live.editRows('deliveries', block)).toMatchObject({ sheet: '数据_销售交付', rows: [4, 5], issues: [{ code: 'row/duplicate', cell: 'A5' }, { code: 'cell/kind', cell: 'E5' }] });
  expect(() => live.editSide('finance2', [])).toThrow(RangeError);
});
