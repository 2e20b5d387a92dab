/** The metrics of a workbook as a table for people. Metrics without data are named below it, not listed. */
import type { Measurement } from '../app/measure';
import type { MetricDef } from '../core/metric/metric-def';
import { METRICS } from '../core/metric/metrics';
import type { MetricResult } from '../core/model/metric-result';
import type { PeriodKey, Periods } from '../core/model/period';
import { isoOf } from '../core/codec/date';
import { cliText, type Language } from '../core/text/cli';
import { periodLabel, verdictLabel } from '../core/text/labels';
import { verdictSentence } from '../core/text/verdict-text';
import { tableLines } from './display-width';
import { isoPeriod } from './measure-document';
import { differenceWords, resultWords } from './metric-words';

export function periodLine(periods: Periods, language: Language): string {
  const [baseline, current] = [periods.baseline, periods.current].map((period) => isoPeriod(period).join(' – '));
  return cliText(language, 'measure/periods', { baseline: baseline ?? '', current: current ?? '', asOf: isoOf(periods.asOf) });
}

export function measureLines(measurement: Measurement, language: Language): readonly string[] {
  const name = (def: MetricDef): string => (language === 'zh' ? def.name : def.nameEn);
  const cells = METRICS.map((def) => ({ def, ...cellsOf(def, measurement, language) }));
  const shown = cells.filter(({ silent }) => !silent);
  const silent = cells.filter((row) => row.silent);
  const [item, metric, change, verdict] = (['item', 'metric', 'change', 'verdict'] as const).map((word) => cliText(language, `measure/${word}`));
  return [
    ...tableLines(
      [item ?? '', metric ?? '', periodLabel('baseline', language), periodLabel('current', language), change ?? '', verdict ?? ''],
      shown.map(({ def, ...row }) => [def.item, name(def), row.before, row.after, row.change, row.verdict]),
      ['left', 'left', 'left', 'left', 'right', 'left'],
    ),
    '',
    cliText(language, 'measure/legend'),
    ...(silent.length === 0 ? [] : [cliText(language, 'measure/no-data-count', { count: silent.length, names: silent.map(({ def }) => name(def)).join(language === 'zh' ? '、' : ', ') })]),
  ];
}

/** A sentence per metric that has data: what it was, what it is, and what may be said of the change. */
export function sentenceLines({ results, changes }: Measurement, language: Language): readonly string[] {
  return METRICS.flatMap((def) => {
    const find = (period: PeriodKey): MetricResult | null => results.find((one) => one.key === def.key && one.period === period) ?? null;
    const [baseline, current] = [find('baseline'), find('current')];
    const change = changes.find(({ key }) => key === def.key);
    if (change === undefined || [baseline, current].every((result) => result === null || result.status === 'no-data')) return [];
    return [`${def.item} ${verdictSentence(change, baseline, current, language === 'zh' ? def.name : def.nameEn, language, def.unitText)}`];
  });
}

interface Cells {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly verdict: string;
  /** True when neither period has data. */
  readonly silent: boolean;
}

function cellsOf(def: MetricDef, { results, changes }: Measurement, language: Language): Cells {
  const find = (period: PeriodKey): string => {
    const result = results.find((one) => one.key === def.key && one.period === period);
    return result === undefined ? '' : resultWords(result, def, language);
  };
  const change = changes.find((one) => one.key === def.key);
  return {
    before: find('baseline'),
    after: find('current'),
    change: differenceWords(change?.difference ?? null, def, language),
    verdict: change === undefined ? '' : verdictLabel(change.verdict, language),
    silent: results.filter((one) => one.key === def.key).every(({ status }) => status === 'no-data'),
  };
}
