import { readImportMap } from '../../src/app/import-map';
import { rawSheet } from '../support/tables';

const def = rawSheet('deliveries');
const read = (text: string) => readImportMap(text, def);

describe('the file of --map', () => {
  it('is read with every part optional', () => {
    expect(read('\ufeff{ "columns": { "订单号": "OrderID" }, "derive": { "交付数量": { "copy": "订货数量", "when": "交付日期" } } }')).toEqual({
      map: { columns: { 订单号: 'OrderID' }, constants: {}, choices: {}, derive: { 交付数量: { copy: '订货数量', when: '交付日期' } } },
      issues: [],
    });
  });

  it.each([
    ['{ "colums": {} }', 'import/map-unknown-key', { path: '', key: 'colums' }],
    ['{ "derive": { "交付数量": { "copy": "订货数量", "if": "交付日期" } } }', 'import/map-unknown-key', { path: 'derive.交付数量', key: 'if' }],
    ['{ "columns": { "订单号": 3 } }', 'import/map-shape', { path: 'columns.订单号' }],
    ['[]', 'import/map-shape', { path: '' }],
    ['{ "columns": ', 'import/map-shape', { path: '' }],
  ])('%s is refused', (text, code, params) => {
    const { map, issues } = read(text);
    expect(map).toBeNull();
    expect(issues).toEqual([expect.objectContaining({ code, severity: 'error', params: expect.objectContaining(params) })]);
  });

  it('says all that is wrong with it', () => {
    expect(read('{ "a": 1, "b": 2, "constants": { "行号": [] } }').issues).toHaveLength(3);
  });
});
