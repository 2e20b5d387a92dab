/** Names of the series of charts. In sheets they are Chinese. */
import type { Language } from './cli';

const ENGLISH: Readonly<Record<string, string>> = { 提升前: 'before', 提升后: 'after', 中心线: 'centre', 控制下限: 'lower limit', 控制上限: 'upper limit', 异常信号: 'signal', 目标: 'target', 数值: 'figure', 实际: 'actual' };

export function chartSeriesName(name: string, language: Language): string {
  return language === 'zh' ? name : (ENGLISH[name] ?? name);
}
