/** How each row of a sheet counts for a metric in a period: what stands behind its number. The same conditions as the accumulator's. */
import type { Block } from '../model/block';
import type { PeriodKey, Periods } from '../model/period';
import { always, number } from './algebra';
import { columnsOf } from './columns-of';
import type { Aggregate, MetricDef } from './metric-def';
import { EMPTY, INVALID, OUT_OF_SCOPE, RowProgram } from './vector';
import { boundsOf } from './windows';

/** `missed` speaks against the enterprise, `met` for it; `used` is in the figure without being either. Rows outside are left out. */
export const STANDINGS = ['missed', 'invalid', 'notDue', 'used', 'met'] as const;
export type RowStanding = (typeof STANDINGS)[number];

/** Rows of the sheet by how they count, each ascending. */
export type StandingRows = Readonly<Record<RowStanding, readonly number[]>>;

export function rowStandings(def: MetricDef, period: PeriodKey, periods: Periods, blocks: readonly Block[]): StandingRows {
  const rows: Record<RowStanding, number[]> = { missed: [], invalid: [], notDue: [], used: [], met: [] };
  const population = def.populations[0];
  if (population === undefined) return rows;
  const bounds = boundsOf(population.window, period, periods);
  const program = new RowProgram();
  const standing = program.standing(program.anyFilled(columnsOf(def, 0)), program.bool(population.scope ?? always, bounds), program.bool(population.valid, bounds));
  const due = program.num(population.due ?? number(0), bounds);
  const parts = bothParts(def);
  const side = (aggregate: Aggregate): { readonly where: ReturnType<RowProgram['bool']>; readonly of: ReturnType<RowProgram['num']> } =>
    ({ where: program.bool(aggregate.where ?? always, bounds), of: program.num(aggregate.kind === 'count' ? number(1) : (aggregate.of ?? number(1)), bounds) });
  const above = parts === null ? null : side(parts.numerator);
  const below = parts === null ? null : side(parts.denominator);
  const dated = population.window !== 'all';
  for (const block of blocks) {
    program.run(block);
    for (let i = 0; i < block.length; i++) {
      const found = standing.values[i];
      const day = due.values[i] ?? 0;
      if (found === EMPTY || found === OUT_OF_SCOPE) continue;
      const row = block.firstRow + i;
      if (found === INVALID) rows.invalid.push(row);
      else if (dated && (day < bounds.low || day >= bounds.high + 1)) continue;
      else if (dated && day >= bounds.asOf + 1) rows.notDue.push(row);
      else if (above === null || below === null) rows.used.push(row);
      else {
        const counted = above.where.values[i] === 1 ? above.of.values[i] ?? 0 : 0;
        const of = below.where.values[i] === 1 ? below.of.values[i] ?? 0 : 0;
        if (of === 0 && counted === 0) rows.used.push(row);
        else rows[(def.better === 'higher' ? counted < of : counted > 0) ? 'missed' : 'met'].push(row);
      }
    }
  }
  return rows;
}

/** Numerator and denominator of a proportion, row by row; null where a row alone says nothing. */
function bothParts({ family, parts, numerator, denominator }: MetricDef): { readonly numerator: Aggregate; readonly denominator: Aggregate } | null {
  if (family !== 'proportion' || numerator.op !== 'part' || denominator?.op !== 'part') return null;
  const [above, below] = [parts[numerator.name], parts[denominator.name]];
  if (above === undefined || below === undefined || (above.from ?? 0) !== 0 || (below.from ?? 0) !== 0 || above.once !== undefined || below.once !== undefined) return null;
  return { numerator: above, denominator: below };
}
