/** Checks the rows of a raw-data sheet, cells, whole rows and rows that belong together, in one pass over its blocks. */
import type { Issue } from '../issue/issue';
import type { Block } from '../model/block';
import type { RawSheetDef } from '../model/raw-sheet';
import type { Finding } from './cell-rule';
import { CHECK_LIMITS, IssueCollector, type CheckLimits } from './collector';
import type { GroupJudge } from './group-rule';
import { createRowChecks, type Add, type ColumnPlaces, type RowChecks } from './row-checks';
import { createRowFinder, type RowFinder } from './row-finder';
import { RowGroups } from './row-groups';

export interface CheckRowsOptions extends ColumnPlaces {
  readonly limits?: CheckLimits;
}

/** In order of rows, then columns. Blank rows between the others are no mistake. */
export function checkRows(def: RawSheetDef, blocks: readonly Block[], options: CheckRowsOptions = {}): readonly Issue[] {
  const { limits = CHECK_LIMITS } = options;
  const collector = new IssueCollector(def.sheet, def.feeds, limits);
  const checks = createRowChecks(def, options);
  const groups = checks.groups.map((judge) => ({ judge, rows: new RowGroups() }));
  const add: Add = (...found) => collector.add(...found);
  for (const block of blocks) {
    checks.block(block, add);
    for (const { judge, rows } of groups) joinGroups(judge, rows, block);
  }
  const find = createRowFinder(blocks);
  for (const { judge, rows } of groups) judgeAll(judge, rows, find, checks, add);
  return collector.issues();
}

function joinGroups(judge: GroupJudge, rows: RowGroups, block: Block): void {
  for (let i = 0; i < block.length; i++) {
    const key = judge.key(block, i);
    if (key !== null) rows.add(key, block.firstRow + i);
  }
}

/** From the top, so that the first ones are listed where there are more than are listed. */
function judgeAll(judge: GroupJudge, rows: RowGroups, find: RowFinder, checks: RowChecks, add: Add): void {
  const found: (readonly [finding: Finding, row: number, column: number, header: string])[] = [];
  const report = checks.report((...one) => void found.push(one));
  for (const group of rows.crowded()) judge.judge(group.flatMap((row) => find(row) ?? []), report);
  found.sort(([, a], [, b]) => a - b);
  for (const one of found) add(...one);
}
