/** 提升前 of a line of the plan, recalculated by LibreOffice: that of the metric that is chosen, or the one that was typed. */
import { buildWorkbook } from '../../src/app/build-workbook';
import { createContent } from '../../src/app/create-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readProfile } from '../../src/app/profile';
import { loadStandard } from '../../src/app/standard';
import type { CellValue } from '../../src/core/model/cell';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { describeWithLibreOffice, recalculateAll } from '../support/libreoffice';

const standard = loadStandard();
const PERIODS = { periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' };
/** 31 of 40 hours, typed in 汇总填报. */
const SUMMARY = { 'metrics.labor-efficiency.baseline.numerator': 31, 'metrics.labor-efficiency.baseline.denominator': 40, 'metrics.labor-efficiency.baseline.evidence': '工时表' };
const nameOf = (key: string): string => standard.metrics.find((metric) => metric.key === key)?.name ?? '';

const LINES: readonly (readonly [what: string, metric: string | null, typed: number | null, shown: CellValue])[] = [
  ['a metric of the list', nameOf('labor-efficiency'), null, 0.775],
  ['one without data', nameOf('product-pass-rate'), null, ''],
  ['one that compares the periods', nameOf('revenue-growth-rate'), null, '—'],
  ['one of the enterprise itself', '铸件报废率', 0.06, 0.06],
  ['one of the enterprise itself, without its figure', '插单占比', null, ''],
  ['a typed figure of a metric of the list', nameOf('labor-efficiency'), 0.9, 0.9],
  ['no metric', null, null, ''],
];

describeWithLibreOffice('提升前 of the plan', () => {
  const entries = Object.fromEntries(LINES.flatMap(([, metric, typed], i) => [[`lines[${i}].metric`, metric], [`lines[${i}].baseline`, typed]] as const));
  const created = createContent(readProfile(JSON.stringify(PERIODS)), 'all', standard);
  const content = makeContent({ ...created, entries: { ...created.entries, summary: SUMMARY, E: entries } });
  const rowOf = (line: number): number => standard.fields['E']?.find(({ key }) => key === `lines[${line}].metric`)?.row ?? 0;

  it('is what the metric gives, in the file and recalculated', async () => {
    const spec = buildWorkbook(content, standard, measure(content));
    const cells = spec.sheets.find(({ name }) => name === '附录E 提升方案')?.cells ?? [];
    const [grids] = await recalculateAll([await createXlsxFormat().write(spec)]);
    const said = LINES.map(([what, metric, typed], i) => [what, metric, typed, grids?.get('附录E 提升方案')?.[rowOf(i) - 1]?.[3] ?? '', cells.find(({ row, column }) => row === rowOf(i) && column === 4)?.value ?? '']);
    expect(said).toEqual(LINES.map((line) => [...line, line[3]]));
  }, 120_000);
});
