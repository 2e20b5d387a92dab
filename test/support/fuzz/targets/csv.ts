/** Rows from CSV into a raw-data sheet, with and without a map: nothing is lost, what goes in passes the checks, what does not can be read again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readImportMap } from '../../../../src/app/import-map';
import { importRows } from '../../../../src/app/import-rows';
import { makeContent } from '../../../../src/app/make-content';
import { rejectedCsv } from '../../../../src/app/rejected-csv';
import { loadStandard } from '../../../../src/app/standard';
import type { DateOrder } from '../../../../src/core/codec/codec';
import { checkRows } from '../../../../src/core/check/check-rows';
import { findHeader } from '../../../../src/core/import/find-header';
import type { ImportPlan } from '../../../../src/core/import/plan-import';
import type { RawSheetDef } from '../../../../src/core/model/raw-sheet';
import { headerText } from '../../../../src/core/model/raw-sheet';
import type { SourceTable } from '../../../../src/core/model/source-table';
import { decodeCsv } from '../../../../src/host/csv/decode-csv';
import { mutateCsv, type Records } from '../mutate-csv';
import { mutateJson, type Json } from '../mutate-json';
import type { Random } from '../random';
import { NASTY_TEXTS } from '../words';
import { codeOfFailure, unsaid } from './said';
import { refused, RIGHT, wrong, type Judgement, type Target } from './target';

const ORDERS: readonly (DateOrder | null)[] = [null, null, 'ymd', 'dmy', 'mdy'];
const EMPTY = makeContent({ chosen: [], entries: {}, rows: {}, side: {} });
const FORMULA = /^[=+\-@\t\r]/;

interface Seed {
  readonly def: RawSheetDef;
  readonly records: Records;
  readonly map: Json;
}

function typical(def: RawSheetDef, n: number): readonly string[] {
  return def.columns.map(({ kind, choices, max }) => {
    if (kind === 'date') return `2024-0${1 + (n % 9)}-1${n % 10}`;
    if (kind === 'month') return `2024-0${1 + (n % 9)}`;
    if (kind === 'datetime') return `2024-0${1 + (n % 9)}-11 08:30`;
    if (kind === 'choice') return choices?.[n % choices.length] ?? '甲';
    if (kind === 'number' || kind === 'money' || kind === 'count') return String(Math.min(n + 1, max ?? Infinity));
    return `第${n}号`;
  });
}

function seeds(root: string): readonly Seed[] {
  const { rawSheets } = loadStandard();
  const own = rawSheets.map((def): Seed => ({
    def, records: [def.columns.map(headerText), ...[0, 1, 2, 3].map((n) => typical(def, n))],
    map: { columns: Object.fromEntries(def.columns.slice(0, 3).map(({ header }) => [header, header])), constants: { [def.columns.at(-1)?.header ?? '']: typical(def, 1).at(-1) ?? '' }, choices: {}, derive: {} },
  }));
  const deliveries = rawSheets.find(({ key }) => key === 'deliveries');
  if (deliveries === undefined) throw new RangeError('no deliveries');
  const records = Papa.parse<string[]>(readFileSync(join(root, 'sample/northwind_orders.csv'), 'utf8'), { preview: 6 }).data;
  const map: Json = JSON.parse(readFileSync(join(root, 'sample/example/deliveries.map.json'), 'utf8'));
  return [...own, ...Array.from({ length: 6 }, () => ({ def: deliveries, records, map }))];
}

/** Every row is somewhere, and every cell of a rejected one can be read again; none is a formula to a spreadsheet. */
function lost(table: SourceTable, plan: ImportPlan): string | null {
  const { acceptedCount, rejectedCount, blankCount, refused: whole, accepted } = plan;
  if (whole) return acceptedCount + rejectedCount === 0 ? null : 'rows of a refused table';
  if (acceptedCount + rejectedCount + blankCount !== table.rows.length) return `${acceptedCount} + ${rejectedCount} + ${blankCount} of ${table.rows.length} rows`;
  if (accepted.reduce((sum, { length }) => sum + length, 0) !== acceptedCount) return 'blocks and count of accepted rows differ';
  const bytes = rejectedCsv(table, plan, { reason: () => '原因', reasonHeading: '不合格的原因' });
  const cells = Papa.parse<string[]>(new TextDecoder().decode(bytes).replace(/^\ufeff/, ''), { delimiter: ',' }).data.flat();
  const formula = cells.find((text) => FORMULA.test(text) && !/^[+-]?[\d.,]+%?$/.test(text));
  if (formula !== undefined) return `a formula in the rejected rows: ${JSON.stringify(formula)}`;
  const again = decodeCsv(bytes);
  return again.rows.length === rejectedCount + 1 ? null : `${again.rows.length - 1} of ${rejectedCount} rejected rows are read again`;
}

export const csvTarget: Target = {
  name: 'csv', share: 450,
  create: async (root) => {
    const all = seeds(root);
    const headers = all.flatMap(({ records }) => [...(records[0] ?? [])]);
    return (random: Random): Judgement => {
      const { def, records, map: seedMap } = random.pick(all);
      const bytes = mutateCsv(records, headers, random);
      const dateOrder = random.pick(ORDERS);
      const reading = random.once(3) || records.length === 7 ? readImportMap(mutateJson(seedMap, random, [...headers.slice(0, 40), ...NASTY_TEXTS.slice(0, 10)]), def) : { map: undefined, issues: [] };
      const badWords = unsaid(reading.issues);
      if (badWords !== null) return wrong(badWords);
      if (reading.map === null) return reading.issues.length > 0 ? refused('map') : wrong('a map is refused without a reason');
      let grid;
      try {
        grid = decodeCsv(bytes);
      } catch (error) {
        const code = codeOfFailure(error);
        if (code?.startsWith('csv/') === true) return refused(code);
        throw error;
      }
      const table = findHeader(grid, def, reading.map);
      const { plan } = importRows(EMPTY, def, table, { ...(reading.map === undefined ? {} : { map: reading.map }), ...(dateOrder === null ? {} : { dateOrder }) });
      const problem = lost(table, plan) ?? unsaid([...plan.issues, ...plan.rejected.flatMap(({ issues }) => issues)]);
      if (problem !== null) return wrong(`${def.sheet}: ${problem}`);
      const found = checkRows(def, plan.accepted, {}).find(({ code, severity }) => severity === 'error' && code.startsWith('cell/'));
      if (found !== undefined) return wrong(`${def.sheet}: an accepted row has ${found.code} in ${found.cell} ${JSON.stringify(found.params)}`);
      return plan.refused ? refused('table') : RIGHT;
    };
  },
};
