import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { measureMetrics, type Measured } from '../../src/core/metric/measure-metrics';
import { METRICS, VARIANTS } from '../../src/core/metric/metrics';
import type { PeriodKey, Periods } from '../../src/core/model/period';
import type { Bench } from './bench';
import { writeOrdersCsv } from './orders-csv';
import { orderLine } from './sample-rows';
import { contentWith, sheetDef } from './sample-workbook';

const ROWS = 1_000_000;
const PASSES = 3;
const FILE = 'orders.csv';
const def = sheetDef('deliveries');
const METRICS_OF_ORDERS = [...METRICS, ...VARIANTS].filter(({ populations }) => populations.some(({ sheet }) => sheet === def.key));
const PERIODS: readonly PeriodKey[] = ['baseline', 'current'];

const SQL_TYPES: Readonly<Record<string, string>> = { number: 'DOUBLE', date: 'DATE' };

/** The order lines in a table in memory, dates as days since 1900 as in the sheet. */
async function tableOf(folder: string): Promise<DuckDBConnection> {
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  const types = def.columns.map(({ header, kind }) => `'${header}': '${SQL_TYPES[kind] ?? 'VARCHAR'}'`).join(', ');
  const columns = def.columns.map(({ key, header, kind }) => (kind === 'date' ? `date_diff('day', DATE '1899-12-30', "${header}")::DOUBLE AS ${key}` : `"${header}" AS ${key}`)).join(', ');
  await connection.run(`CREATE TABLE deliveries AS SELECT ${columns} FROM read_csv('${join(folder, FILE)}', header = true, columns = {${types}})`);
  return connection;
}

const within = (column: string, { start, end }: Periods['current'], asOf: number): string => `${column} >= ${start} AND ${column} < ${end + 1} AND ${column} < ${asOf + 1}`;

/** Numerator, denominator and rows used of every metric of order lines by its definition, in one pass over the table. */
function query(periods: Periods): string {
  const scope = `delayLiability IS DISTINCT FROM '客户'`;
  const complete = `quantity > 0 AND (deliveryDate IS NULL OR deliveredQuantity IS NOT NULL OR onTimeQuantity IS NOT NULL)`;
  const delivered = `deliveredQuantity > 0 AND coalesce(returnQuantity, 0) >= 0 AND coalesce(returnQuantity, 0) <= deliveredQuantity`;
  const figures = PERIODS.flatMap((period) => {
    const due = within('dueDate', periods[period], periods.asOf);
    const sent = within('deliveryDate', periods[period], periods.asOf);
    const back = within('returnDate', periods[period], periods.asOf);
    return [
      `count(*) FILTER (${scope} AND ${complete} AND ${due} AND CASE WHEN onTimeQuantity IS NOT NULL THEN onTimeQuantity >= quantity ELSE deliveryDate < dueDate + 1 AND deliveredQuantity >= quantity END)`,
      `count(*) FILTER (${scope} AND ${complete} AND ${due})`,
      `count(*) FILTER (${scope} AND ${due} AND deliveryDate < dueDate + 1)`,
      `count(*) FILTER (${scope} AND ${due})`,
      `sum(returnQuantity) FILTER (${delivered} AND ${sent} AND returnReason = '质量')`,
      `sum(deliveredQuantity) FILTER (${delivered} AND ${sent})`,
      `sum(returnQuantity) FILTER (deliveryDate IS NOT NULL AND ${delivered} AND ${back} AND returnReason = '质量')`,
    ];
  });
  return `SELECT ${figures.join(', ')} FROM deliveries`;
}

/** The same figures of ours, in the same order. */
function figuresOf(measured: readonly Measured[]): readonly number[] {
  const of = (key: string, variant: string | undefined, period: PeriodKey): Measured | undefined => measured.find((one) => one.def.key === key && one.def.variant?.id === variant && one.period === period);
  return PERIODS.flatMap((period) => {
    const [full, byDate, returns, byPeriod] = [of('on-time-delivery-rate', undefined, period), of('on-time-delivery-rate', 'date-only', period), of('customer-return-rate', undefined, period), of('customer-return-rate', 'period', period)];
    return [full?.outcome.numerator, full?.outcome.denominator, byDate?.outcome.numerator, byDate?.outcome.denominator, returns?.outcome.numerator, returns?.outcome.denominator, byPeriod?.outcome.numerator].map(Number);
  });
}

export const bench: Bench = {
  title: `the calculator and DuckDB's SQL on one thread: ${METRICS_OF_ORDERS.length} metrics of order lines, both periods, 1,000,000 rows in memory`,
  unit: 'rows',
  rounds: 5,
  prepare: (folder) => writeOrdersCsv(join(folder, FILE), ROWS),
  ways: {
    /** More than the query: rows sorted into used, not due, outside and invalid, each month's figures, and cells of any kind in any column. */
    zhisheng: () => {
      const content = contentWith(def.key, orderLine, ROWS);
      measureMetrics(METRICS_OF_ORDERS, content);
      return Promise.resolve(async () => {
        for (let i = 0; i < PASSES; i++) measureMetrics(METRICS_OF_ORDERS, content);
        return PASSES * ROWS;
      });
    },
    'DuckDB, one thread': async (folder) => {
      const connection = await tableOf(folder);
      const content = contentWith(def.key, orderLine, ROWS);
      if (content.periods === null) throw new Error('no periods');
      const sql = query(content.periods);
      const run = async (): Promise<readonly number[]> => ((await connection.runAndReadAll(sql)).getRows()[0] ?? []).map(Number);
      const [ours, theirs] = [figuresOf(measureMetrics(METRICS_OF_ORDERS, content)), await run()];
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`);
      return async () => {
        for (let i = 0; i < PASSES; i++) await run();
        return PASSES * ROWS;
      };
    },
  },
};
