import { measureMetrics } from '../../src/core/metric/measure-metrics';
import type { MetricDef } from '../../src/core/metric/metric-def';
import { METRICS, VARIANTS } from '../../src/core/metric/metrics';
import type { Bench } from './bench';
import { orderLine, workOrder, type MakeRow } from './sample-rows';
import { contentWith } from './sample-workbook';

const metricsOf = (sheet: string): readonly MetricDef[] => [...METRICS, ...VARIANTS].filter(({ populations }) => populations.some((one) => one.sheet === sheet));

/** Rows that each way passes in total, after as many to warm up: small contents are measured again and again. */
const PASSED = 2_000_000;

function way(sheet: string, row: MakeRow, rows: number): Bench['ways'][string] {
  return () => {
    const defs = metricsOf(sheet);
    const content = contentWith(sheet, row, rows);
    const work = (): number => {
      for (let done = 0; done < PASSED; done += rows) measureMetrics(defs, content);
      return PASSED;
    };
    work();
    return Promise.resolve(() => Promise.resolve(work()));
  };
}

export const bench: Bench = {
  title: 'the calculator alone, over rows in memory: all metrics of a sheet, both periods',
  unit: 'rows',
  apart: true,
  ways: {
    'order lines, 10k': way('deliveries', orderLine, 10_000),
    'order lines, 100k': way('deliveries', orderLine, 100_000),
    'order lines, 1M': way('deliveries', orderLine, 1_000_000),
    'work orders, 100k': way('workOrders', workOrder, 100_000),
  },
  figures: (perSecond) => {
    const of = (name: string): number => perSecond[name] ?? Number.NaN;
    return {
      [`metric-rows per second, ${metricsOf('deliveries').length} metrics of order lines`]: of('order lines, 100k') * metricsOf('deliveries').length,
      [`metric-rows per second, ${metricsOf('workOrders').length} metrics of work orders`]: of('work orders, 100k') * metricsOf('workOrders').length,
      // Time of n rows goes with n to this power.
      'growth exponent, 10k to 100k rows': 1 + Math.log10(of('order lines, 10k') / of('order lines, 100k')),
      'growth exponent, 100k to 1M rows': 1 + Math.log10(of('order lines, 100k') / of('order lines, 1M')),
    };
  },
};
