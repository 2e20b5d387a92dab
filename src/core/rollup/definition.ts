/** Which figures may be put together: those of one definition and one basis. */
import type { Basis } from '../model/metric-result';
import type { MetricFact } from './facts';

export interface Definition {
  readonly key: string;
  /** What the figures were computed by. */
  readonly version: number;
  /** What the workbook names, where that is another: it was made by another version of the program. */
  readonly written: number | null;
  /** 逐行数据 or 汇总填报; `mixed` where the periods differ, which are not compared. */
  readonly basis: Basis | 'mixed';
}

export function definitionOf({ key, version, written, baseline, current }: MetricFact): Definition {
  const known = [baseline, current].flatMap((figure) => (figure === null || figure.status === 'no-data' ? [] : [figure.basis]));
  const basis = known[0] ?? current.basis;
  return { key, version, written: written === version ? null : written, basis: known.every((one) => one === basis) ? basis : 'mixed' };
}

export function definitionId({ key, version, written, basis }: Definition): string {
  return `${key} ${version} ${written ?? ''} ${basis}`;
}

/** By the definition of this program and from rows: what cuts and outliers are about. */
export function isPlain({ written }: Definition): boolean {
  return written === null;
}
