import { mapColumns } from '../../../src/core/import/map-columns';
import type { ImportMap } from '../../../src/core/template/raw-map';
import { rawSheet, table } from '../../support/tables';

const deliveries = rawSheet('deliveries');
const finance = rawSheet('finance');
const NO_MAP: ImportMap = { columns: {}, constants: {}, choices: {}, derive: {} };
const REQUIRED = ['订单号', '客户', '订货数量', '承诺交期'];

function mapped(header: readonly string[], map: Partial<ImportMap> = {}, def = deliveries) {
  const mapping = mapColumns(def, table(header, header.map(() => '1')), { ...NO_MAP, ...map });
  return {
    filled: Object.fromEntries(mapping.columns.map(({ column, filling }) => [column, 'source' in filling ? `${filling.reason} ${filling.source}` : filling.reason])),
    codes: mapping.issues.filter((issue) => issue.code !== 'import/source-unused').map((issue) => issue.code),
    ...mapping,
  };
}

describe('columns are matched', () => {
  it('by header, whatever stars, units, blanks and widths stand around it', () => {
    const { filled, codes } = mapped(['订单号*', ' 客户 ', '订货数量（件）', '承诺 交期']);
    expect(filled).toEqual({ 订单号: 'header 订单号*', 客户: 'header  客户 ', 订货数量: 'header 订货数量（件）', 承诺交期: 'header 承诺 交期' });
    expect(codes).toEqual([]);
  });

  it('by the headers that ERP systems export', () => {
    expect(mapped(['单据编号', '客户名称', '物料名称', '销售数量', '要货日期', '实发数量']).filled).toEqual({
      订单号: 'synonym 单据编号', 客户: 'synonym 客户名称', 产品: 'synonym 物料名称', 订货数量: 'synonym 销售数量', 承诺交期: 'synonym 要货日期', 交付数量: 'synonym 实发数量',
    });
    expect(mapped(['Order_ID', 'CUSTOMER NAME', 'Order Qty', 'RequiredDate', 'ShippedDate']).filled).toMatchObject({ 订单号: 'synonym Order_ID', 承诺交期: 'synonym RequiredDate', 交付日期: 'synonym ShippedDate' });
  });

  it('by a code only where there is no name', () => {
    expect(mapped([...REQUIRED, '物料编码']).filled['产品']).toBe('synonym 物料编码');
    const both = mapped([...REQUIRED, '物料编码', '物料名称']);
    expect([both.filled['产品'], both.unmapped]).toEqual(['synonym 物料名称', ['物料编码']]);
  });

  it('never by choosing between two', () => {
    const { filled, issues } = mapped([...REQUIRED, '发货日期', '签收日期']);
    expect(filled['交付日期']).toBeUndefined();
    expect(issues.find((issue) => issue.severity === 'error')).toMatchObject({ code: 'import/column-ambiguous', params: { column: '交付日期', sources: '发货日期、签收日期', by: 'synonym' } });
    expect(mapped([...REQUIRED, '交付日期', '发货日期']).filled['交付日期']).toBe('header 交付日期');
  });

  it('and what is missing or left over is said', () => {
    const { missing, unmapped, issues } = mapped(['订单号', '客户', '业务员', '']);
    expect(missing).toEqual(['订货数量', '承诺交期']);
    expect(unmapped).toEqual(['业务员', 'D']);
    expect(issues.filter((issue) => issue.code === 'import/column-missing').map((issue) => issue.params['column'])).toEqual(['订货数量*', '承诺交期*']);
  });
});

describe('a saved map', () => {
  it('comes before everything else, and may leave a column blank', () => {
    const { filled, codes, unmapped } = mapped([...REQUIRED, '发货日期', '签收日期'], { columns: { 交付日期: '签收日期' } });
    expect([filled['交付日期'], codes, unmapped]).toEqual(['map 签收日期', [], ['发货日期']]);
    expect(mapped([...REQUIRED, '发货日期', '签收日期'], { columns: { 交付日期: null } })).toMatchObject({ codes: [], unmapped: ['发货日期', '签收日期'] });
  });

  it('is held against sheet and source', () => {
    const wrong = (map: Partial<ImportMap>, header = REQUIRED) => mapped(header, map).codes;
    expect(wrong({ columns: { 交货人: '客户' } })).toContain('import/map-unknown-column');
    expect(wrong({ columns: { 产品: 'Produkt' } })).toEqual(['import/map-unknown-source']);
    expect(wrong({ columns: { 产品: '品名' } }, [...REQUIRED, '品名', '品名'])).toEqual(['import/source-repeated']);
    expect(wrong({ columns: { 产品: '客户' } })).toEqual(['import/source-ambiguous']);
    expect(wrong({ columns: { 产品: '客户', 客户: '客户' } })).toEqual([]);
    expect(wrong({ columns: { 订货数量: '订货数量' }, constants: { 订货数量: 1 } })).toEqual(['import/map-conflict']);
    expect(wrong({ constants: { 退货原因: '坏了' } })).toEqual(['import/map-value']);
    expect(wrong({ constants: { 退货日期: '3/4/2024' } })).toEqual(['import/map-value']);
    expect(wrong({ choices: { 退货原因: { Q: '坏了' } } })).toEqual(['import/map-value']);
    expect(wrong({ derive: { 交付数量: { copy: '承诺交期', when: null } } })).toEqual(['import/map-kind']);
    expect(wrong({ derive: { 交付数量: { copy: '订单数', when: '发' } } })).toEqual(['import/map-unknown-column', 'import/map-unknown-column']);
    expect(wrong({ derive: { 交付数量: { copy: '按期交付数量', when: null }, 按期交付数量: { copy: '交付数量', when: null } } })).toEqual(['import/map-circle', 'import/map-circle']);
  });

  it('names columns by header or by key', () => {
    expect(mapped(['订单号', '客户', '承诺交期', 'N'], { columns: { quantity: 'N' } }).filled['订货数量']).toBe('map N');
  });
});

describe('units in headers', () => {
  const factor = (header: string) => {
    const mapping = mapColumns(finance, table(['月份', header], ['2024-01', '1']));
    const filling = mapping.columns.find((one) => one.key === 'revenue')?.filling;
    return [filling !== undefined && 'factor' in filling ? filling.factor : null, mapping.issues.map((issue) => issue.code)];
  };

  it('convert what can be converted, refuse what cannot, and ask where money has none', () => {
    expect(factor('营业收入(万元)')).toEqual([1, []]);
    expect(factor('营业收入（元）')).toEqual([0.0001, ['import/unit-converted']]);
    expect(factor('营业收入(单位：千元)')).toEqual([0.1, ['import/unit-converted']]);
    expect(factor('营业收入(亿元)')).toEqual([10_000, ['import/unit-converted']]);
    expect(factor('营业收入(USD)')).toEqual([1, ['import/unit-mismatch']]);
    expect(factor('营业收入')).toEqual([1, ['import/unit-assumed']]);
    expect(factor('营业收入(不含税)')).toEqual([1, ['import/unit-assumed']]);
  });
});
