/** The charts of random workbooks: what they show is what was measured, and they keep to Excel's rules as sheets and as parts. */
import { describe, expect, it } from '@jest/globals';
import { sample } from 'fast-check';
import { measure } from '../../src/app/measure';
import { resultsCharts } from '../../src/app/results-charts';
import { loadStandard } from '../../src/app/standard';
import { makeContent } from '../../src/app/make-content';
import { chartPart } from '../../src/host/xlsx/chart/chart-part';
import { parseXml } from '../support/excel-rules-xml';
import { randomContent } from '../support/random-content';
import { schemaFaults } from '../support/schema';

const standard = loadStandard();
const all = [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key);

describe('the charts of a workbook', () => {
  const contents = sample(randomContent(40).filter(({ periods }) => periods !== null), { numRuns: 6, seed: 7 }).map((content) => ({ ...content, chosen: all }));

  it('show what was measured, each under a name of its own, where the months are', () => {
    let runs = 0;
    for (const content of contents) {
      const measurement = measure(content);
      const charts = resultsCharts(content, standard, measurement);
      expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
      for (const chart of charts) {
        expect(schemaFaults(parseXml(chartPart(chart)))).toEqual([]);
        const item = chart.name.replace(/^\S+ /, '');
        const of = (period: string): readonly (number | null)[] => measurement.measured.find(({ def, period: which }) => def.variant === undefined && def.item === item && which === period)?.months.map(({ numerator, denominator }) => (denominator === 0 ? null : numerator / denominator)) ?? [];
        const named = (name: string): readonly unknown[] => chart.series.find((series) => series.name === name)?.values.values ?? [];
        if (!chart.name.startsWith('逐月')) continue;
        runs++;
        const [before, after] = [of('baseline'), of('current')];
        expect(named('提升前').filter((value) => value !== null).every((value) => before.some((known) => known === value))).toBe(true);
        expect(named('提升后').filter((value) => value !== null).every((value) => after.some((known) => known === value))).toBe(true);
        expect(named('提升前')).toHaveLength(before.length + after.length);
      }
    }
    expect(runs).toBeGreaterThan(0);
  });

  it('are none without data', () => {
    const content = makeContent({ chosen: all, entries: {}, rows: {}, side: {} });
    expect(resultsCharts(content, standard, measure(content))).toEqual([]);
  });
});
