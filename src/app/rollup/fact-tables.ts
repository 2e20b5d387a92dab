/** Facts as two flat tables for other tools: one row per workbook, and one per workbook, metric and period. */
import type { BookFacts, Facts } from '../../core/rollup/facts';
import { isBook } from '../../core/rollup/facts';
import { STAGES } from '../../core/model/stages';
import type { TableColumn } from '../ports';

export type Row = readonly (string | number | boolean | null)[];

/** Which workbooks are doubles of others and do not count: by file. */
export type Uncounted = ReadonlySet<string>;

const text = (name: string): TableColumn => ({ name, type: 'text' });
const whole = (name: string): TableColumn => ({ name, type: 'whole' });
const number = (name: string): TableColumn => ({ name, type: 'number' });
const yesNo = (name: string): TableColumn => ({ name, type: 'yesNo' });

export const BOOK_COLUMNS: readonly TableColumn[] = [
  text('file'), yesNo('counted'), text('set_aside'), text('uscc'), yesNo('uscc_right'), text('enterprise'), text('division'), text('city'), text('size'), text('agency'),
  text('baseline_start'), text('baseline_end'), text('current_start'), text('current_end'), text('as_of'), whole('errors'), whole('warnings'),
  ...STAGES.map(({ key }) => text(`stage_${key.replace('.', '_')}`)),
  whole('requirements_met'), whole('requirements_not_met'), whole('records_formed'), whole('records_listed'), whole('records_named'),
  text('signed_agency'), text('signed_enterprise'), text('steps_edited_after_signing'), whole('open_findings'), text('seal'), whole('changes_since_seal'), whole('case_length'),
];

export const METRIC_COLUMNS: readonly TableColumn[] = [
  text('file'), yesNo('counted'), text('uscc'), text('metric'), whole('version'), whole('written_version'), text('unit'), text('period'), text('status'), text('basis'),
  number('numerator'), number('denominator'), number('value'), number('difference'), text('verdict'),
];

export async function* bookRows(facts: AsyncIterable<Facts>, uncounted: Uncounted): AsyncGenerator<Row> {
  for await (const one of facts) yield isBook(one) ? bookRow(one, !uncounted.has(one.file)) : BOOK_COLUMNS.map(({ name }) => (name === 'file' ? one.file : name === 'set_aside' ? one.code : name === 'counted' ? false : null));
}

function bookRow(book: BookFacts, counted: boolean): Row {
  const { signed } = book;
  return [
    book.file, counted, null, book.uscc, book.usccRight, book.enterprise, book.division, book.city, book.size, book.agency,
    book.baseline?.[0] ?? null, book.baseline?.[1] ?? null, book.current?.[0] ?? null, book.current?.[1] ?? null, book.asOf, book.errors, book.warnings,
    ...STAGES.map(({ key }) => book.stages.find((stage) => stage.key === key)?.state ?? null),
    book.requirements.met, book.requirements.notMet, book.records.formed, book.records.listed, book.records.named,
    signed.agency ?? null, signed.enterprise ?? null, book.editedSteps.join(' '), book.openFindings, book.seal.state, book.seal.changes, book.case.length,
  ];
}

export async function* metricRows(facts: AsyncIterable<Facts>, uncounted: Uncounted): AsyncGenerator<Row> {
  for await (const one of facts) {
    if (!isBook(one)) continue;
    for (const { key, version, written, unit, baseline, current, difference, verdict } of one.metrics) {
      for (const [period, figure] of [['baseline', baseline], ['current', current]] as const) {
        if (figure === null) continue;
        const change = period === 'current' ? [difference, verdict] : [null, null];
        yield [one.file, !uncounted.has(one.file), one.uscc, key, version, written, unit, period, figure.status, figure.basis, figure.numerator, figure.denominator, figure.value, ...change];
      }
    }
  }
}
