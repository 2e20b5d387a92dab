/**
 * A workbook in which everything agrees: what the example enterprise typed, with the figures that its rows give.
 */
import { createContent } from '../../../../src/app/create-workbook';
import { readDemoEntries } from '../../../../src/app/demo-entries';
import { assemblePlan } from '../../../../src/core/plan/assemble';
import { makeContent } from '../../../../src/app/make-content';
import { planWords } from '../../../../src/app/plan-words';
import { readProfile } from '../../../../src/app/profile';
import { loadStandard } from '../../../../src/app/standard';
import { checkConsistency } from '../../../../src/core/check/consistency/check-consistency';
import type { RawFacts } from '../../../../src/core/check/consistency/raw-facts';
import { METRICS } from '../../../../src/core/metric/metrics';
import type { Issue } from '../../../../src/core/issue/issue';
import { address } from '../../../../src/core/model/address';
import type { CellValue } from '../../../../src/core/model/cell';
import type { WorkbookContent } from '../../../../src/core/model/content';
import type { FieldPlace } from '../../../../src/core/model/form';
import type { MetricResult } from '../../../../src/core/model/metric-result';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLE = join(__dirname, '../../../../sample/example');
const standard = loadStandard();

/** Figures before and after; metrics that compare the periods have one. */
const FIGURES: Readonly<Record<string, readonly [baseline: number | null, current: number]>> = {
  'penalty-count': [1, 1],
  'abnormal-listing-count': [0, 0],
  'main-product-revenue-share': [0.5609, 0.5829],
  'employee-turnover-rate': [0.1536, 0.0956],
  'supplier-on-time-delivery-rate': [182 / 225, 158 / 168],
  'schedule-attainment-rate': [729 / 1546, 2224 / 4894],
  'key-process-yield': [36969 / 38091, 33693 / 34326],
  'rolled-throughput-yield': [0.88034499, 0.92397601],
  'on-time-delivery-rate': [293 / 308, 432 / 455],
  'quality-issue-closure-rate': [34 / 48, 43 / 46],
  'major-complaint-count': [3, 0],
  'labor-efficiency': [31250 / 36800, 27900 / 30950],
  'standards-activity-count': [0, 1],
  'revenue-growth-rate': [null, 0.04298],
  'cost-reduction-rate': [null, 0.03156],
  'product-pass-rate': [0.99766, 0.99754],
  'plan-completion-rate': [0.99766, 0.99754],
  'third-party-satisfaction': [73.6875, 80.479],
};

export const RESULTS: readonly MetricResult[] = METRICS.flatMap((def): readonly MetricResult[] => {
  const figures = FIGURES[def.key];
  const of = (period: 'baseline' | 'current', value: number | null): MetricResult => ({
    key: def.key, item: def.item, name: def.name, version: def.version, period,
    status: value === null ? 'no-data' : 'ok', reason: value === null ? 'no-rows' : null, basis: def.key === 'labor-efficiency' ? 'summary' : 'rows',
    numerator: null, denominator: null, value, unit: def.unit, better: def.better, interval: null, rows: { used: 0, notDue: 0, outside: 0, invalid: 0 },
  });
  const current = of('current', figures?.[1] ?? null);
  return def.scope === 'comparison' ? [current] : [of('baseline', figures?.[0] ?? null), current];
});

/** Of the metrics of the plan: W1 got no better, W2 did without a test that shows it. */
export const VERDICTS = [
  { key: 'schedule-attainment-rate', verdict: 'no-evidence' }, { key: 'key-process-yield', verdict: 'no-evidence' },
  { key: 'supplier-on-time-delivery-rate', verdict: 'improved' }, { key: 'quality-issue-closure-rate', verdict: 'improved' },
] as const;

export const RAW: RawFacts = { late: [], staff: new Set(['示例员工001', '王小明']), mainProduct: { sheet: '数据_产品收入', cell: 'D3' }, survey: { scale: { sheet: '数据_满意度', cell: 'H3' }, weights: { sheet: '数据_满意度', cell: 'J4' } } };

export function typedContent(): WorkbookContent {
  const created = createContent(readProfile(readFileSync(join(EXAMPLE, 'profile.json'), 'utf8')), 'all', standard);
  const typed = readDemoEntries(JSON.parse(readFileSync(join(EXAMPLE, 'entries.json'), 'utf8')), standard);
  // People's own words, which stay when figures are changed.
  const results = { ...typed.entries['results'], summary: '统计期间还没有结束，以下为到截止日的阶段性总结，期末更新。' };
  return makeContent({ ...created, entries: { ...typed.entries, results, ...created.entries }, side: typed.side });
}

/** The plan is partly typed, partly assembled from the rest. */
function assembledContent(): WorkbookContent {
  const typed = typedContent();
  // One block after the other, whatever their order would be.
  const content = makeContent({ ...typed, entries: { ...typed.entries, E: { ...typed.entries['E'], 'lines[2].number': 'W3', 'lines[3].number': 'W4' } } });
  const { entries } = assemblePlan({ content, fields: standard.fields, metrics: standard.metrics, results: RESULTS, changes: [], raw: { staff: RAW.staff }, words: planWords });
  return makeContent({ ...content, entries });
}

/** By form and field key; null clears a cell. */
export type Changes = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

function mergedEntries(entries: WorkbookContent['entries'], changes: Changes): WorkbookContent['entries'] {
  return { ...entries, ...Object.fromEntries(Object.entries(changes).map(([form, fields]) => [form, { ...entries[form], ...fields }])) };
}

export const BASE = assembledContent();
export const SHEET_NAMES: readonly string[] = [...standard.library.forms, ...standard.rawSheets].map(({ sheet }) => sheet);
export const FIELDS: Readonly<Record<string, readonly FieldPlace[]>> = standard.fields;

export interface Variation {
  readonly changes?: Changes;
  /** Forms left out of the workbook, and forms that are in it but blank. */
  readonly without?: readonly string[];
  readonly blank?: readonly string[];
  readonly results?: (result: MetricResult) => MetricResult;
  readonly raw?: Partial<RawFacts>;
  readonly fields?: Readonly<Record<string, readonly FieldPlace[]>>;
}

export function contentOf({ changes = {}, without = [], blank = [] }: Variation): WorkbookContent {
  const entries = { ...mergedEntries(BASE.entries, changes), ...Object.fromEntries(blank.map((form) => [form, {}])) };
  return makeContent({ ...BASE, entries, chosen: BASE.chosen.filter((key) => !without.includes(key)) });
}

export function issuesOf(variation: Variation = {}): readonly Issue[] {
  return checkConsistency({
    content: contentOf(variation),
    fields: variation.fields ?? FIELDS,
    results: variation.results === undefined ? RESULTS : RESULTS.map(variation.results),
    changes: VERDICTS,
    raw: { ...RAW, ...variation.raw },
    sheetNames: SHEET_NAMES,
  });
}

/** `sheet!cell` of a field. */
export function placeOf(form: string, key: string): string {
  const place = FIELDS[form]?.find((field) => field.key === key);
  if (place === undefined) throw new RangeError(`${form} has no field ${key}`);
  return `${place.sheet}!${address(place.row, place.column)}`;
}

/** A text of the base. */
export function baseText(form: string, key: string): string {
  const value = BASE.entries[form]?.[key];
  if (typeof value !== 'string') throw new RangeError(`${form} ${key} holds no text`);
  return value;
}

/** `code sheet!cell` of every issue. */
export function brief(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, sheet, cell }) => `${code.replace('consistency/', '')} ${sheet}!${cell}`);
}

/** A changed figure of a metric. */
export function figure(key: string, period: 'baseline' | 'current', value: number | null, more: Partial<MetricResult> = {}): (result: MetricResult) => MetricResult {
  return (result) => (result.key === key && result.period === period ? { ...result, value, status: value === null ? 'no-data' : 'ok', ...more } : result);
}
