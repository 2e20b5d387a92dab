/** The charts of random workbooks: what they show is what was measured, and they keep to Excel's rules as parts. */
import { describe, expect, it } from '@jest/globals';
import { sample } from 'fast-check';
import { measure } from '../../src/app/measure';
import { resultsCharts, resultSheets } from '../../src/app/results-charts';
import { loadStandard } from '../../src/app/standard';
import { makeContent } from '../../src/app/make-content';
import type { ChartSpec } from '../../src/core/model/chart-spec';
import { chartPart } from '../../src/host/xlsx/chart/chart-part';
import { parseXml } from '../support/excel-rules-xml';
import { randomContent } from '../support/random-content';
import { schemaFaults } from '../support/schema';

const standard = loadStandard();
const all = [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key);
const series = ({ series: every }: ChartSpec, name: string): readonly unknown[] => every.find((one) => one.name === name)?.values.values ?? [];

describe('the charts of a workbook', () => {
  const contents = sample(randomContent(40).filter(({ periods }) => periods !== null), { numRuns: 4, seed: 7 }).map((content) => ({ ...content, chosen: all }));

  it('show what was measured, each under a name of its own', () => {
    let [runs, bars] = [0, 0];
    for (const content of contents) {
      const measurement = measure(content);
      const { charts = [] } = resultSheets(content, standard, measurement).charts;
      expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
      for (const chart of charts) expect(schemaFaults(parseXml(chartPart(chart)))).toEqual([]);
      for (const chart of charts.filter(({ name }) => name.startsWith('逐月'))) {
        const of = (period: string): readonly number[] => measurement.measured.filter(({ def, period: which, outcome }) => def.monthly && `逐月 ${def.item}` === chart.name && which === period && outcome.status === 'ok')
          .flatMap(({ months }) => months).filter(({ denominator }) => denominator !== 0).map(({ numerator, denominator }) => numerator / denominator);
        const known = [...of('baseline'), ...of('current')].slice(-36);
        // Behind the last month stands the last month again.
        expect(series(chart, '数值')).toEqual(Array.from({ length: 36 }, (_, i) => known[i] ?? known.at(-1) ?? null));
        runs += known.length > 0 ? 1 : 0;
      }
      for (const chart of charts.filter(({ name }) => name.startsWith('对比'))) {
        const current = measurement.results.find(({ item, period, status }) => `对比 ${item}` === chart.name && period === 'current' && status === 'ok');
        expect(series(chart, '实际')[1]).toBe(current?.value ?? null);
        bars++;
      }
    }
    expect([runs > 0, bars > 0]).toEqual([true, true]);
  });

  it('rank kinds by what there was before, and lose nothing', () => {
    let ranked = 0;
    for (const content of contents) {
      const measurement = measure(content);
      for (const chart of (resultSheets(content, standard, measurement).charts.charts ?? []).filter(({ name }) => name.startsWith('排列'))) {
        const counted = measurement.paretos.find(({ def }) => `排列 ${def.name}` === chart.name);
        const numbers = (name: string): readonly number[] => series(chart, name).filter((value) => typeof value === 'number');
        const [before, after] = [numbers('提升前'), numbers('提升后')];
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        expect([sum(before), sum(after)]).toEqual([expect.closeTo(counted?.parts.get('before') ?? 0), expect.closeTo(counted?.parts.get('after') ?? 0)]);
        const by = sum(before) > 0 ? before : after;
        const kinds = chart.series[0]?.categories.values.filter((kind) => kind !== null && kind !== '其他及未注明') ?? [];
        expect(by.slice(0, kinds.length)).toEqual(by.slice(0, kinds.length).sort((a, b) => b - a));
        expect(numbers('累计占比').at(-1)).toBeCloseTo(sum(by) > 0 ? 1 : 0);
        ranked += kinds.length > 1 ? 1 : 0;
      }
    }
    expect(ranked).toBeGreaterThan(0);
  });

  it('are there before the data, the same ones, and show nothing', () => {
    const content = makeContent({ chosen: all, entries: {}, rows: {}, side: {} });
    expect(resultsCharts(content, standard, measure(content))).toEqual([]);
    const names = (of: typeof content): readonly string[] => resultSheets(of, standard, measure(of)).charts.charts?.map(({ name }) => name) ?? [];
    for (const filled of contents) expect(names(filled)).toEqual(names(content));
  });
});
