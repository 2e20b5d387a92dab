/**
 * The rows of a raw-data sheet, checked once and from then on as they are edited: an edit costs the work of its rows and of
 * the rows that belong together with them, however many others there are. A live resource. Inserted and deleted rows move
 * the others: then, and when columns move, the sheet is to be taken in anew.
 */
import type { Issue } from '../issue/issue';
import type { Block } from '../model/block';
import type { RawSheetDef } from '../model/raw-sheet';
import type { Finding } from './cell-rule';
import { CHECK_LIMITS, IssueCollector, issueAt, type CheckLimits } from './collector';
import type { GroupJudge, RowAt } from './group-rule';
import { createRowChecks, type Add, type ColumnPlaces, type RowChecks } from './row-checks';
import { createRowFinder, type RowFinder } from './row-finder';
import { RowGroups } from './row-groups';

interface Found {
  readonly finding: Finding;
  readonly column: number;
  readonly header: string;
}

/** Findings by row. */
type FoundRows = Map<number, Found[]>;

interface Grouped {
  readonly judge: GroupJudge;
  readonly rows: RowGroups;
  readonly found: FoundRows;
}

export class LiveRows {
  readonly #def: RawSheetDef;
  readonly #checks: RowChecks;
  readonly #first: RowFinder;
  readonly #edited = new Map<number, RowAt>();
  /** Of cells and of rows by themselves. */
  readonly #own: FoundRows = new Map();
  readonly #groups: readonly Grouped[];

  constructor(def: RawSheetDef, blocks: readonly Block[], places: ColumnPlaces = {}) {
    this.#def = def;
    this.#checks = createRowChecks(def, places);
    this.#first = createRowFinder(blocks);
    this.#groups = this.#checks.groups.map((judge) => ({ judge, rows: new RowGroups(), found: new Map() }));
    for (const block of blocks) {
      this.#checks.block(block, into(this.#own));
      for (const { judge, rows } of this.#groups) {
        for (let i = 0; i < block.length; i++) {
          const key = judge.key(block, i);
          if (key !== null) rows.add(key, block.firstRow + i);
        }
      }
    }
    for (const group of this.#groups) for (const rows of group.rows.crowded()) this.#judge(group, rows);
  }

  /** The row as it is now; null for one that was never filled. */
  at(row: number): RowAt | null {
    return this.#edited.get(row) ?? this.#first(row);
  }

  /** The block's rows as they are now, whole, blank ones too. Gives back the rows whose issues may be others now, from the top. */
  edit(block: Block): readonly number[] {
    const touched = new Set<number>();
    const moved = this.#groups.map(() => new Set<string>());
    for (let index = 0; index < block.length; index++) {
      const row = block.firstRow + index;
      const before = this.at(row);
      touched.add(row);
      this.#own.delete(row);
      this.#groups.forEach(({ judge, rows }, g) => {
        const [left, joined] = [before === null ? null : judge.key(before.block, before.index), judge.key(block, index)];
        if (left !== null) moved[g]?.add(left);
        if (joined !== null) moved[g]?.add(joined);
        if (left === joined) return;
        if (left !== null) rows.remove(left, row);
        if (joined !== null) rows.add(joined, row);
      });
      this.#edited.set(row, { block, index, row });
    }
    this.#checks.block(block, into(this.#own));
    this.#groups.forEach((group, g) => {
      for (const row of touchedRows(block)) group.found.delete(row);
      for (const key of moved[g] ?? []) {
        const rows = group.rows.rowsOf(key);
        for (const row of rows) touched.add(row);
        this.#judge(group, rows);
      }
    });
    return [...touched].sort((a, b) => a - b);
  }

  /** Every issue of these rows, in their order. */
  issuesOf(rows: readonly number[]): readonly Issue[] {
    return rows.flatMap((row) => {
      const found = [this.#own, ...this.#groups.map((group) => group.found)].flatMap((one) => one.get(row) ?? []);
      return found.sort((a, b) => a.column - b.column).map(({ finding, column }) => issueAt(this.#def.sheet, this.#def.feeds, finding, row, column));
    });
  }

  /** What `checkRows` says of the rows as they are now. Costs the work of the issues, not of the rows. */
  issues(limits: CheckLimits = CHECK_LIMITS): readonly Issue[] {
    const collector = new IssueCollector(this.#def.sheet, this.#def.feeds, limits);
    for (const found of [this.#own, ...this.#groups.map((group) => group.found)]) {
      for (const [row, list] of [...found].sort(([a], [b]) => a - b)) for (const { finding, column, header } of list) collector.add(finding, row, column, header);
    }
    return collector.issues();
  }

  #judge({ judge, found }: Grouped, rows: readonly number[]): void {
    for (const row of rows) found.delete(row);
    if (rows.length > 1) judge.judge(rows.flatMap((row) => this.at(row) ?? []), this.#checks.report(into(found)));
  }
}

function into(found: FoundRows): Add {
  return (finding, row, column, header) => {
    const known = found.get(row);
    if (known === undefined) found.set(row, [{ finding, column, header }]);
    else known.push({ finding, column, header });
  };
}

function touchedRows({ firstRow, length }: Block): readonly number[] {
  return Array.from({ length }, (_, i) => firstRow + i);
}
