/** What the demo imports: real rows with their dates moved, a table made of them, and the invented tables. */
import { csvBytes } from './csv-text';
import { moveDates, type DateMove } from './move-dates';
import type { SourceGrid } from '../core/model/source-table';

export interface DemoTable {
  /** Raw-data sheet. */
  readonly key: string;
  /** File that is imported, in the demo's folder. */
  readonly file: string;
  /** Column map that comes with the samples. */
  readonly map?: string;
}

/** In the order of the tabs. Several sheets may be filled from one file. */
export const DEMO_TABLES: readonly DemoTable[] = [
  ...['finance', 'productRevenue', 'productCost', 'employees', 'equipment', 'measuring', 'purchases', 'supplierIssues'].map(example),
  { key: 'workOrders', file: 'adventureworks_work_orders.csv', map: 'workOrders.map.json' },
  example('processInspection'),
  { key: 'finalInspection', file: 'adventureworks_work_orders.csv', map: 'finalInspection.map.json' },
  { key: 'deliveries', file: 'northwind_orders.csv', map: 'deliveries.map.json' },
  ...['warranty', 'serviceRequests', 'qualityIssues', 'satisfaction', 'complaints', 'customers', 'innovations', 'compliance', 'performanceTests'].map(example),
];

function example(key: string): DemoTable {
  return { key, file: `${key}.csv` };
}

/** 28 years: the same weekdays and leap years. */
const ORDERS: DateMove = { columns: ['OrderDate', 'RequiredDate', 'ShippedDate'], order: 'ymd', days: 10_227 };
/** 12 years; every third leap year falls on one, the weekdays do not. */
const WORK_ORDERS: DateMove = { columns: ['StartDate', 'EndDate', 'DueDate', 'ModifiedDate'], order: 'dmy', days: 4383 };
/** Product numbers of finished parts and bicycles: about 7,600 of the 65,535 orders. */
const FIRST_PRODUCT = 950;

export function movedOrders(source: SourceGrid): Uint8Array {
  return csvBytes(moveDates(source, ORDERS));
}

export function movedWorkOrders(source: SourceGrid): Uint8Array {
  return csvBytes(moveDates(source, WORK_ORDERS, (cell) => Number(cell('ProductID')) >= FIRST_PRODUCT));
}

/** Every customer of the orders with the first and the last order date. */
export function customersOf(source: SourceGrid): Uint8Array {
  const [header = [], ...orders] = moveDates(source, ORDERS);
  const [customer, date] = [header.indexOf('CustomerID'), header.indexOf('OrderDate')];
  const deals = new Map<string, readonly [first: string, last: string]>();
  for (const order of orders) {
    const [name = '', day = ''] = [order[customer], order[date]];
    const [first, last] = deals.get(name) ?? [day, day];
    deals.set(name, [day < first ? day : first, day > last ? day : last]);
  }
  return csvBytes([['客户', '首次成交日期', '最近成交日期'], ...[...deals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, [first, last]]) => [name, first, last])]);
}
