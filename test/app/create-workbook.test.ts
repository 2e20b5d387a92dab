import { chooseSheets } from '../../src/app/choose-sheets';
import { createContent } from '../../src/app/create-workbook';
import { readProfile } from '../../src/app/profile';
import { loadStandard } from '../../src/app/standard';
import { serialOf } from '../../src/core/codec/date';

const standard = loadStandard();

test('all, and the starter set of 7.6', () => {
  expect(chooseSheets('all', standard)).toEqual([...standard.library.forms, ...standard.rawSheets].map(({ key }) => key));
  const starter = chooseSheets('starter', standard).filter((key) => standard.rawSheets.some((def) => def.key === key));
  expect(starter).toEqual(['finance', 'productCost', 'workOrders', 'finalInspection', 'satisfaction']);
});

test('a list by sheet name, short name or key, in the order of the tabs, always with 首页', () => {
  expect(chooseSheets('deliveries, 数据_采购，投诉、附录C 质量体检表', standard)).toEqual(['home', 'C', 'purchases', 'deliveries', 'complaints']);
});

test('an unknown name is refused with the names there are', () => {
  expect(() => chooseSheets('deliveries,销售', standard)).toThrow(expect.objectContaining({ code: 'sheets/unknown', params: expect.objectContaining({ name: '销售' }) }));
});

test('a profile fills 首页, every field of it at its place', () => {
  const profile = readProfile(
    JSON.stringify({
      enterprise: { name: '甲', uscc: '91350100M000100Y43', industry: '34', employees: 86, revenue: 4200, assets: 3800, city: '徐州市', head: '乙' },
      agency: { name: '丙', personnel: ['丁', '戊'] },
      periods: { baseline: ['2023-01-01', '2023-12-31'], current: ['2024-01-01', '2024-12-31'] },
      asOf: '2024-12-31',
    }),
  );
  const { entries, periods } = createContent(profile, 'deliveries', standard);
  const home = entries['home'] ?? {};
  const known = new Set((standard.fields['home'] ?? []).map(({ key }) => key));
  expect(Object.keys(home).filter((key) => !known.has(key))).toEqual([]);
  expect(home).toMatchObject({ 'enterprise.uscc': '91350100M000100Y43', 'enterprise.employees': 86, 'agency.personnel': '丁、戊', asOf: serialOf(2024, 12, 31) });
  expect(Object.keys(home)).toHaveLength(15);
  expect(periods?.baseline).toEqual({ start: serialOf(2023, 1, 1), end: serialOf(2023, 12, 31) });
});

test('an empty profile leaves 首页 empty', () => {
  expect(createContent({}, 'all', standard)).toMatchObject({ periods: null, entries: { home: {} }, rows: {}, side: {} });
});
