/** Chart parts: the order of the schema, the points that are cached, axes that belong together. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ChartSeries, ChartSpec } from '../../../../src/core/model/chart-spec';
import { chartPart } from '../../../../src/host/xlsx/chart/chart-part';
import { all, child, descendants, parseXml, type XmlElement } from '../../../support/excel-rules-xml';
import { schemaFaults } from '../../../support/schema';

const CATEGORIES = { ref: '数据!$A$2:$A$5', values: ['一月', '二月', null, '四月'] };
const series = (more: Partial<ChartSeries> = {}): ChartSeries => ({
  kind: 'line', name: '率', categories: CATEGORIES, values: { ref: '数据!$B$2:$B$5', values: [0.5, null, 0.25, 1e-7] }, colour: '1F5E6B', ...more,
});
const chart = (some: readonly ChartSeries[], more: Partial<ChartSpec> = {}): ChartSpec => ({ name: '图', title: '题', description: '说', ref: 'A1:F9', series: some, ...more });
const found = (root: XmlElement, name: string): XmlElement[] => [...descendants(root)].filter((element) => element.name === name);
const val = (element: XmlElement | undefined): string | undefined => element?.attributes.get('val');
const values = (root: XmlElement, name: string): (string | undefined)[] => found(root, name).map((element) => val(element));

const axis = fc.record({ title: fc.string({ maxLength: 5 }), format: fc.constantFrom('0%', '0.0"件"'), min: fc.integer({ max: 0 }), max: fc.integer({ min: 1 }) }, { requiredKeys: [] });
const anySeries: fc.Arbitrary<ChartSeries> = fc.record({
  kind: fc.constantFrom('bar' as const, 'line' as const),
  name: fc.string(),
  nameRef: fc.constant('数据!$B$1'),
  categories: fc.record({ ref: fc.constant('数据!$A$2:$A$5'), values: fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(null)), { maxLength: 4 }) }),
  values: fc.record({ ref: fc.constant("'b ''&''c'!$B$2:$B$5"), values: fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(null)), { maxLength: 4 }) }),
  colour: fc.constantFrom('000000', 'FF00AA'),
  dashed: fc.boolean(), markers: fc.boolean(), labels: fc.constantFrom('all' as const, 'last' as const), secondary: fc.boolean(),
  pointColours: fc.array(fc.constantFrom(null, '1F5E6B'), { maxLength: 5 }), labelFormat: fc.constant('0.0%'),
}, { requiredKeys: ['kind', 'name', 'categories', 'values', 'colour'] });
const anyChart = fc.record({
  series: fc.array(anySeries, { minLength: 1, maxLength: 6 }), title: fc.string(), categoryAxis: axis, valueAxis: axis, secondaryAxis: axis, legend: fc.boolean(),
}, { requiredKeys: ['series', 'title'] }).map(({ series: some, ...more }) => chart(some, more));

describe('chartPart', () => {
  it('keeps to the schema and to itself, whatever the chart', () => {
    fc.assert(fc.property(anyChart, (spec) => {
      const root = parseXml(chartPart(spec));
      expect(schemaFaults(root)).toEqual([]);
      const plot = child(child(root, 'c:chart'), 'c:plotArea');
      // Layout, then charts, then axes, then the look.
      expect(plot?.children.map(({ name }) => name.replace(/c:(bar|line)Chart/, 'chart').replace(/c:(cat|val)Ax/, 'axis')).join(' ')).toMatch(/^c:layout( chart)+( axis axis){1,2} c:spPr$/);
      const axes = new Map(plot?.children.filter(({ name }) => name.endsWith('Ax')).map((one) => [val(child(one, 'c:axId')), val(child(one, 'c:crossAx'))]));
      for (const [id, crossing] of axes) expect(axes.get(crossing)).toBe(id);
      for (const group of plot?.children.filter(({ name }) => name.endsWith('Chart')) ?? []) {
        const ids = all(group, 'c:axId').map((one) => val(one));
        expect([ids.length, ids.every((id) => axes.has(id))]).toEqual([2, true]);
      }
      expect(values(root, 'c:order').length).toBe(spec.series.length);
      expect(new Set(values(root, 'c:order'))).toEqual(new Set(spec.series.map((_, i) => String(i))));
      for (const cache of found(root, 'c:numCache')) for (const point of all(cache, 'c:pt')) expect(Number.isFinite(Number(child(point, 'c:v')?.text))).toBe(true);
    }));
  });

  it('caches points and leaves gaps', () => {
    const root = parseXml(chartPart(chart([series()])));
    const [numbers] = found(root, 'c:numCache');
    expect([child(numbers, 'c:formatCode')?.text, val(child(numbers, 'c:ptCount'))]).toEqual(['General', '4']);
    expect(all(numbers, 'c:pt').map((point) => [point.attributes.get('idx'), child(point, 'c:v')?.text])).toEqual([['0', '0.5'], ['2', '0.25'], ['3', '1e-7']]);
    expect(all(found(root, 'c:strCache')[0], 'c:pt').map((point) => point.attributes.get('idx'))).toEqual(['0', '1', '3']);
    expect(found(root, 'c:f').map(({ text }) => text)).toEqual(['数据!$A$2:$A$5', '数据!$B$2:$B$5']);
    expect([values(root, 'c:dispBlanksAs'), values(root, 'c:smooth'), values(root, 'c:autoTitleDeleted'), values(root, 'c:roundedCorners')]).toEqual([['gap'], ['0'], ['0'], ['0']]);
  });

  it('takes numbers for categories with their format, one text makes all of them texts', () => {
    const dates = chart([series({ categories: { ref: 'a!$A$1:$A$2', values: [45_292, 45_323] } })], { categoryAxis: { format: 'yyyy-mm' } });
    expect(chartPart(dates)).toContain('<c:cat><c:numRef><c:f>a!$A$1:$A$2</c:f><c:numCache><c:formatCode>yyyy-mm</c:formatCode>');
    expect(chartPart(chart([series({ categories: { ref: 'a!$A$1:$A$2', values: [45_292, '二'] } })]))).toContain('<c:cat><c:strRef>');
  });

  it('counts from 1904 as the workbook does, what the axes say to be dates', () => {
    const dated = chart(
      [series({ categories: { ref: 'a!$A$1:$A$2', values: [45_292, null] }, values: { ref: 'a!$B$1', values: [45_293] } }), series({ secondary: true, values: { ref: 'a!$C$1', values: [45_294] } })],
      { categoryAxis: { format: 'yyyy-mm' }, valueAxis: { format: '0.0', min: 45_000 }, secondaryAxis: { format: 'm/d', min: 45_000, max: 46_000 } },
    );
    const said = (date1904: boolean): readonly unknown[] => {
      const root = parseXml(chartPart(dated, date1904));
      return [values(root, 'c:date1904'), found(root, 'c:numCache').map((cache) => all(cache, 'c:pt').map((point) => child(point, 'c:v')?.text)), values(root, 'c:min'), values(root, 'c:max')];
    };
    expect(said(false)).toEqual([['0'], [['45292'], ['45293'], ['45294']], ['45000', '45000'], ['46000']]);
    // 2024-01-01 is day 45,292 from 1900 and day 43,830 from 1904.
    expect(said(true)).toEqual([['1'], [['43830'], ['45293'], ['43832']], ['45000', '43538'], ['44538']]);
    expect(chartPart(chart([series({ categories: { ref: 'a!$A$1', values: [45_292] } })]), true)).toContain('<c:v>45292</c:v>');
  });

  it('sets a second axis only beside a first', () => {
    const axes = (spec: ChartSpec): readonly (string | undefined)[] => found(parseXml(chartPart(spec)), 'c:valAx').map((one) => val(child(one, 'c:crosses')));
    expect(axes(chart([series({ kind: 'bar' }), series({ secondary: true })]))).toEqual(['autoZero', 'max']);
    expect(axes(chart([series({ secondary: true })]))).toEqual(['autoZero']);
    const bounded = chartPart(chart([series()], { valueAxis: { min: 0, max: 1, format: '0.0%', title: '率' } }));
    expect(bounded).toContain('<c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/>');
    expect(bounded).toContain('<c:numFmt formatCode="0.0%" sourceLinked="0"/>');
  });

  it('gives bands a scale of their own: their axis is there without labels, since programs put what has none on the first one', () => {
    const axes = found(parseXml(chartPart(chart([series(), series({ kind: 'band' })]))), 'c:valAx');
    expect(axes.map((one) => ['c:delete', 'c:tickLblPos', 'c:crosses'].map((name) => val(child(one, name))))).toEqual([['0', 'nextTo', 'autoZero'], ['0', 'none', 'max']]);
    expect(axes.map((one) => values(one, 'c:max'))).toEqual([[], ['1']]);
  });

  it('draws what the spec says: dashes, markers, labels', () => {
    const look = (more: Partial<ChartSeries>): string => chartPart(chart([series(more)]));
    expect([/prstDash/.test(look({})), look({ dashed: true }).includes('<a:prstDash val="dash"/>')]).toEqual([false, true]);
    expect([look({}).includes('symbol val="none"'), look({ markers: true }).includes('symbol val="circle"')]).toEqual([true, true]);
    const last = parseXml(look({ labels: 'last' }));
    expect([val(child(found(last, 'c:dLbl')[0], 'c:idx')), val(child(found(last, 'c:dLbl')[0], 'c:showSerName')), val(child(found(last, 'c:dLbls')[0], 'c:showVal'))]).toEqual(['3', '1', '0']);
    expect(found(last, 'c:legend')).toEqual([]);
    expect(look({ labels: 'all' })).toContain('<c:showVal val="1"/>');
    expect(() => chartPart(chart([]))).toThrow(RangeError);
  });
});
