/**
 * Use case, the job of the roll-up: one workbook file read, measured and checked, and what is kept of it. Never throws for what
 * the file is: that becomes facts of its own. What may be otherwise a moment later (changed meanwhile, not readable) is thrown.
 */
import { foldText } from '../../core/codec/clean';
import { isoOf } from '../../core/codec/date';
import { CASE_PARTS, caseLength, casePartsOf } from '../../core/check/consistency/case-parts';
import { createFormFacts, type FormFacts } from '../../core/check/consistency/form-facts';
import { brokenSeal } from '../../core/copy/seal';
import { HOME_KEY } from '../../core/form/form-context';
import { KEY_COLUMN, VERSION_COLUMN } from '../../core/metric/sheet/metric-columns';
import { METRIC_SHEET } from '../../core/metric/sheet/metric-sheets';
import { NUMBER, TEXT } from '../../core/model/block';
import type { WorkbookContent } from '../../core/model/content';
import type { MetricResult } from '../../core/model/metric-result';
import type { Period } from '../../core/model/period';
import { sizeClass } from '../../core/reference/enterprise-size';
import { divisionOf } from '../../core/reference/industry';
import { cityNamed, regionOf } from '../../core/reference/region';
import { checkUscc } from '../../core/reference/uscc';
import { digest, exactText, gistText } from '../../core/rollup/case-text';
import { FACTS_VERSION, type BookFacts, type CaseFact, type Facts, type Figure, type MetricFact } from '../../core/rollup/facts';
import { checkWorkbook } from '../check-workbook';
import { readCopyRecord } from '../copy-record';
import { countOf } from '../last-check';
import { openWorkbook } from '../load-workbook';
import { measure, type Measurement } from '../measure';
import { HostError, type Files, type Gzip, type ReadableWorkbook, type WorkbookFormat } from '../ports';
import { changesInSealed, readSeals } from '../seals';
import type { Standard } from '../standard';
import { openFindings, recordFacts, requirementFacts, signFacts } from './review-facts';

export interface CollectHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly gzip: Gzip;
}

/** A file to roll up. */
export interface BookJob {
  /** Of this state of this file, for this version of the facts. */
  readonly id: string;
  /** As it was listed. */
  readonly file: string;
  /** Where it lies. */
  readonly path: string;
  readonly version: string;
}

/** The file may be whole at the next try. */
const PASSING: ReadonlySet<string> = new Set(['file/changed', 'file/unreadable']);

/** Throws `HostError` (`file/changed`, `file/unreadable`) and faults of ours. */
export async function collectFacts({ file, path, version }: BookJob, host: CollectHost, standard: Standard): Promise<Facts> {
  try {
    const source = await host.files.open(path);
    const { workbook, ...reading } = await openWorkbook(source, host.xlsx, standard);
    const measurement = measure(reading.content);
    const check = checkWorkbook({ content: reading.content, readIssues: reading.issues, places: reading.places, sheetNames: workbook.sheetNames, signed: reading.signed, results: measurement.results, changes: measurement.changes }, standard);
    const form = (key: string): FormFacts | null => (reading.content.chosen.includes(key) ? createFormFacts(standard.fields[key] ?? [], reading.content.entries[key] ?? {}) : null);
    const counts = countOf(check.issues);
    return {
      kind: 'book', facts: FACTS_VERSION, file, version,
      ...enterpriseFacts(form(HOME_KEY)),
      ...periodFacts(reading.content.periods),
      stages: check.stages.map(({ key, state, total, done }) => ({ key, state, total, done })),
      errors: counts.error, warnings: counts.warning,
      requirements: requirementFacts(form('requirements')), records: recordFacts(form('records')),
      ...signFacts(check), openFindings: openFindings(reading.content.entries['review'] ?? {}),
      ...(await copyFacts(workbook, host)),
      case: caseFact(form('F'), form(HOME_KEY)),
      metrics: metricFacts(measurement, await writtenVersions(workbook)),
    };
  } catch (error) {
    if (error instanceof HostError && !PASSING.has(error.code)) return { kind: 'aside', facts: FACTS_VERSION, file, version, code: error.code, params: { ...error.params, file } };
    throw error;
  }
}

function enterpriseFacts(home: FormFacts | null): Pick<BookFacts, 'enterprise' | 'uscc' | 'usccRight' | 'division' | 'city' | 'size' | 'agency'> {
  const text = (key: string): string => home?.text(key) ?? '';
  const typed = text('enterprise.uscc');
  const folded = foldText(typed).replaceAll(/[\s-]/gu, '').toUpperCase();
  const code = checkUscc(folded).ok ? folded : null;
  const industry = text('enterprise.industry');
  const sized = sizeClass({ industry: text('enterprise.sizeCode') || industry, employees: home?.number('enterprise.employees') ?? null, revenue: home?.number('enterprise.revenue') ?? null, assets: home?.number('enterprise.assets') ?? null });
  return {
    enterprise: text('enterprise.name'), uscc: code ?? typed, usccRight: code !== null,
    division: divisionOf(industry)?.code ?? '',
    city: (code === null ? '' : regionOf(code)) || cityNamed(text('enterprise.city')),
    size: sized.size ?? '', agency: text('agency.name'),
  };
}

function periodFacts(periods: WorkbookContent['periods']): Pick<BookFacts, 'baseline' | 'current' | 'asOf'> {
  const days = ({ start, end }: Period): readonly [string, string] => [isoOf(start), isoOf(end)];
  return periods === null ? { baseline: null, current: null, asOf: null } : { baseline: days(periods.baseline), current: days(periods.current), asOf: isoOf(periods.asOf) };
}

/** Whether the workbook is as it was sealed. Only then are all of its sheets read once more. */
async function copyFacts(workbook: ReadableWorkbook, { gzip }: CollectHost): Promise<Pick<BookFacts, 'workbook' | 'seal'>> {
  const { record, others } = await readCopyRecord(workbook);
  const id = record?.stamp.workbook ?? '';
  const seals = readSeals(others);
  const last = seals?.at(-1);
  if (seals !== null && last === undefined) return { workbook: id, seal: { state: 'none', at: '', changes: 0 } };
  if (seals === null || last === undefined || brokenSeal(seals) !== null) return { workbook: id, seal: { state: 'broken', at: last?.at ?? '', changes: 0 } };
  const changes = (await changesInSealed(workbook, last, others, gzip)).length;
  return { workbook: id, seal: { state: changes === 0 ? 'holds' : 'changed', at: last.at, changes } };
}

function caseFact(form: FormFacts | null, home: FormFacts | null): CaseFact {
  if (form === null) return { length: 0, parts: {} };
  const names = ['enterprise.name', 'enterprise.head', 'agency.name', 'enterprise.city'].map((key) => home?.text(key) ?? '');
  return {
    length: caseLength(casePartsOf(form)),
    parts: Object.fromEntries(CASE_PARTS.flatMap(([key]): readonly (readonly [string, CaseFact['parts'][string]])[] => {
      const gist = gistText(form.text(key), names);
      return gist === '' ? [] : [[key, { exact: digest(exactText(form.text(key))), gist: digest(gist) }]];
    })),
  };
}

function figureOf({ status, basis, numerator, denominator, value }: MetricResult): Figure {
  return { status, basis, numerator, denominator, value };
}

function metricFacts({ results, changes }: Measurement, written: ReadonlyMap<string, number>): readonly MetricFact[] {
  return changes.flatMap(({ key, difference, verdict }): readonly MetricFact[] => {
    const of = (period: MetricResult['period']): MetricResult | undefined => results.find((result) => result.key === key && result.period === period);
    const [baseline, current] = [of('baseline'), of('current')];
    if (current === undefined || [baseline, current].every((result) => result === undefined || result.status === 'no-data')) return [];
    return [{ key, version: current.version, written: written.get(key) ?? null, unit: current.unit, baseline: baseline === undefined ? null : figureOf(baseline), current: figureOf(current), difference, verdict }];
  });
}

/** Metric key -> version that 指标计算 names beside it. */
async function writtenVersions(workbook: ReadableWorkbook): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  if (!workbook.sheetNames.includes(METRIC_SHEET)) return versions;
  for await (const { length, columns } of workbook.blocks(METRIC_SHEET, { key: KEY_COLUMN, version: VERSION_COLUMN })) {
    for (let i = 0; i < length; i++) {
      if (columns['key']?.kind[i] === TEXT && columns['version']?.kind[i] === NUMBER) versions.set(columns['key'].text[i] ?? '', columns['version'].number[i] ?? 0);
    }
  }
  return versions;
}
