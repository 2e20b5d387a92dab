/** Title of the months of a metric as a picture: one sentence that says no more than the data show. */
import type { Language } from './cli';

const MOST_NAMED = 3;

export interface RunOf {
  readonly name: string;
  /** Limits were computed. */
  readonly limits: boolean;
  /** Months with a signal, `2024-03`. */
  readonly signals: readonly string[];
  /** The limits of the months after are their own. */
  readonly restarted: boolean;
}

export function runTitle({ name, limits, signals, restarted }: RunOf, language: Language): string {
  const zh = language === 'zh';
  if (!limits) return zh ? `${name}逐月数值（有数据的月份不足，不画控制限）` : `${name} by month (too few months for limits)`;
  const own = restarted ? (zh ? '，提升后按新水平另算控制限' : '; limits computed anew after the change') : '';
  if (signals.length === 0) return zh ? `${name}各月没有异常信号${own}` : `${name}: no signal in any month${own}`;
  const named = signals.slice(0, MOST_NAMED).join(zh ? '、' : ', ');
  const more = signals.length > MOST_NAMED;
  return zh ? `${name}有 ${signals.length} 个月出现异常信号：${named}${more ? ' 等' : ''}${own}` : `${name}: signals in ${signals.length} month(s): ${named}${more ? ' …' : ''}${own}`;
}
