/** Gathers the issues of one sheet up to limits, counts the rest, and says so: nothing is cut in silence. */
import type { Issue, Severity } from '../issue/issue';
import { address } from '../model/address';
import type { Finding } from './cell-rule';
import { checkIssues, isCheckCode } from './codes';

export interface CheckLimits {
  /** Issues of one code in one column that are listed. */
  readonly perRule: number;
  /** Issues of one sheet that are listed. */
  readonly perSheet: number;
}

export const CHECK_LIMITS: CheckLimits = { perRule: 100, perSheet: 1000 };

interface Tally {
  readonly code: string;
  readonly header: string;
  readonly column: number;
  count: number;
  shown: number;
}

/** Problems that a codec finds are errors; the others say themselves. */
export function severityOf(code: Finding['code']): Severity {
  return isCheckCode(code) ? checkIssues[code].severity : 'error';
}

export function issueAt(sheet: string, clause: string, { code, params }: Finding, row: number, column: number): Issue {
  return { code, severity: severityOf(code), sheet, cell: address(row, column), clause, params };
}

export class IssueCollector {
  readonly #sheet: string;
  readonly #clause: string;
  readonly #limits: CheckLimits;
  readonly #issues: { readonly row: number; readonly column: number; readonly issue: Issue }[] = [];
  readonly #tallies = new Map<string, Tally>();
  #found = 0;

  /** Throws `RangeError` unless both limits are positive whole numbers. */
  constructor(sheet: string, clause: string, limits: CheckLimits) {
    for (const limit of [limits.perRule, limits.perSheet]) {
      if (!(Number.isSafeInteger(limit) && limit > 0)) throw new RangeError(`${limit} is not a limit`);
    }
    this.#sheet = sheet;
    this.#clause = clause;
    this.#limits = limits;
  }

  /** `header` names the column, for the sentence that says how many more there are. */
  add(finding: Finding, row: number, column: number, header: string): void {
    const { code } = finding;
    const tally = this.#tally(code, header, column);
    tally.count++;
    this.#found++;
    if (tally.shown >= this.#limits.perRule) return;
    tally.shown++;
    this.#issues.push({ row, column, issue: issueAt(this.#sheet, this.#clause, finding, row, column) });
  }

  /** By row, then by column; what was not listed is said at the end. */
  issues(): readonly Issue[] {
    this.#issues.sort((a, b) => a.row - b.row || a.column - b.column);
    const sorted = this.#issues.map(({ issue }) => issue);
    const listed = sorted.slice(0, this.#limits.perSheet);
    if (listed.length < sorted.length) return [...listed, this.#note('check/capped-sheet', { count: this.#found, shown: listed.length })];
    const notes = [...this.#tallies.values()]
      .filter(({ count, shown }) => count > shown)
      .sort((a, b) => a.column - b.column || (a.code < b.code ? -1 : 1))
      .map(({ code, header, count, shown }) => this.#note('check/capped', { column: header, rule: code, count, shown }));
    return [...listed, ...notes];
  }

  #tally(code: string, header: string, column: number): Tally {
    const key = `${code} ${header}`;
    const known = this.#tallies.get(key);
    if (known !== undefined) return known;
    const tally = { code, header, column, count: 0, shown: 0 };
    this.#tallies.set(key, tally);
    return tally;
  }

  #note(code: 'check/capped' | 'check/capped-sheet', params: Issue['params']): Issue {
    return { code, severity: checkIssues[code].severity, sheet: this.#sheet, cell: '', clause: this.#clause, params };
  }
}
