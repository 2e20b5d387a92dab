/** Words that sheets, tables and lists share. A verdict has a mark beside its word, so that it never depends on colour. */
import type { Severity } from '../issue/issue';
import type { Basis, MetricStatus, MetricUnit, Verdict } from '../model/metric-result';
import type { PeriodKey } from '../model/period';
import type { Language } from './cli';
import { UNIT_TEXT } from './format';

type Labels<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

const VERDICTS: Labels<Verdict> = {
  improved: { zh: '▲ 改善', en: '▲ improved' },
  worsened: { zh: '▼ 变差', en: '▼ worse' },
  'no-evidence': { zh: '— 无充分证据', en: '— no evidence' },
  'not-comparable': { zh: '不可比', en: 'not comparable' },
};

const STATUSES: Labels<MetricStatus> = {
  ok: { zh: '已计算', en: 'computed' },
  'not-applicable': { zh: '无法计算', en: 'not applicable' },
  'no-data': { zh: '无数据', en: 'no data' },
};

const BASES: Labels<Basis> = {
  rows: { zh: '逐行数据', en: 'rows' },
  summary: { zh: '汇总填报', en: 'summary' },
};

const PERIODS: Labels<PeriodKey> = {
  baseline: { zh: '提升前', en: 'before' },
  current: { zh: '提升后', en: 'after' },
};

const SEVERITIES: Labels<Severity> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
};

const SMALL_SAMPLE: Readonly<Record<Language, string>> = { zh: '样本少', en: 'small sample' };

export const verdictLabel = (verdict: Verdict, language: Language): string => VERDICTS[verdict][language];
export const statusLabel = (status: MetricStatus, language: Language): string => STATUSES[status][language];
export const basisLabel = (basis: Basis, language: Language): string => BASES[basis][language];
export const periodLabel = (period: PeriodKey, language: Language): string => PERIODS[period][language];
export const severityLabel = (severity: Severity, language: Language): string => SEVERITIES[severity][language];
export const unitLabel = (unit: MetricUnit, language: Language): string => UNIT_TEXT[unit][language];
/** Rows that a metric could not use. */
export const invalidRowsLabel = (count: number, language: Language): string => (language === 'zh' ? `无效 ${count} 行` : `${count} invalid`);
/** Marks rates over fewer than 30. */
export const smallSampleLabel = (language: Language): string => SMALL_SAMPLE[language];
