/**
 * What people's editors did to the sheets themselves: every generated sheet, as it would be generated for this content, is
 * held against the file. Renamed sheets are looked at under their old names.
 */
import { CHECK_LIMITS, type CheckLimits } from '../core/check/collector';
import { checkIssues } from '../core/check/codes';
import { tamperIssues } from '../core/check/tamper/codes';
import type { TamperFinding } from '../core/check/tamper/tamper-rule';
import { tamperRules } from '../core/check/tamper/tamper-rules';
import type { Issue } from '../core/issue/issue';
import { sheetsToRead } from '../core/merge/revise-workbook';
import { movesOf, type Moves } from '../core/merge/moves';
import type { SheetGrid } from '../core/merge/sheet-grid';
import { address } from '../core/model/address';
import type { WorkbookSpec } from '../core/model/sheet-spec';
import { buildWorkbook } from './build-workbook';
import { findLostSheets } from './lost-sheets';
import { measure } from './measure';
import type { ReadableWorkbook } from './ports';
import { readContent, type ContentReading } from './read-content';
import { namedColumn, rawMoves } from './raw-moves';
import { readGrid } from './read-grid';
import { sheetFacts } from './sheet-facts';
import type { Standard } from './standard';
import { underOldNames } from './under-old-names';

export interface SheetFinding {
  /** Its generated name. */
  readonly sheet: string;
  readonly clause: string;
  readonly finding: TamperFinding;
}

export interface Inspection {
  /** Of reading, said more exactly where more is known: what was renamed, and where. */
  readonly readIssues: readonly Issue[];
  readonly findings: readonly SheetFinding[];
  /** Names that formulas use and that are gone: name -> what it referred to. */
  readonly lostNames: ReadonlyMap<string, string>;
  /** What was held against the file. */
  readonly spec: WorkbookSpec;
  readonly grids: ReadonlyMap<string, SheetGrid>;
  readonly moves: ReadonlyMap<string, Moves>;
  /** Every generated sheet stands under its name. */
  readonly complete: boolean;
}

/**
 * Everything that was found wrong with the sheets, those issues included that reading brought up. `spec` is what would be
 * generated for the content. Throws `HostError` when a sheet is damaged.
 */
export async function inspectWorkbook(workbook: ReadableWorkbook, reading: ContentReading, standard: Standard, spec: WorkbookSpec, { perRule }: Pick<CheckLimits, 'perRule'> = CHECK_LIMITS): Promise<readonly Issue[]> {
  const { readIssues, findings, lostNames } = await inspect(workbook, reading, standard, spec);
  const names = [...lostNames].map(([name, refersTo]): Issue => ({ code: 'name/lost', severity: tamperIssues['name/lost'].severity, sheet: sheetOf(refersTo, spec), cell: '', clause: '', params: { name } }));
  return [...readIssues, ...capped(names, perRule), ...capped(findings.map(issueOf), perRule)];
}

export function issueOf({ sheet, clause, finding: { code, row, column, params } }: SheetFinding): Issue {
  return { code, severity: tamperIssues[code].severity, sheet, cell: row === 0 ? '' : address(row, column), clause, params };
}

/** Throws `HostError` when a sheet is damaged. */
export async function inspect(found: ReadableWorkbook, first: ContentReading, standard: Standard, given: WorkbookSpec): Promise<Inspection> {
  const lost = await findLostSheets(found, first.content, standard, given);
  const complete = lost.renamed.size + lost.deleted.length === 0;
  const workbook = lost.renamed.size === 0 ? found : underOldNames(found, lost.renamed);
  const reading = lost.renamed.size === 0 ? first : await readContent(workbook, standard);
  const content = complete ? reading.content : { ...reading.content, chosen: lost.chosen };
  const spec = complete ? given : buildWorkbook(content, standard, measure(content));

  const grids = new Map<string, SheetGrid>();
  for (const [sheet, lastRow] of sheetsToRead(spec, spec)) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    if (workbook.sheetNames.includes(sheet)) grids.set(sheet, await readGrid(workbook, sheet, lastRow));
  }
  const moves = new Map(spec.sheets.flatMap(({ name, cells }): [string, Moves][] => {
    const grid = grids.get(name);
    const words = grid === undefined ? null : movesOf(cells, grid);
    const def = standard.rawSheets.find((one) => one.sheet === name);
    const moved = grid === undefined || def === undefined ? words : rawMoves(workbook, def, reading, words);
    return moved === null ? [] : [[name, moved]];
  }));
  const findings: SheetFinding[] = [];
  for (const sheet of spec.sheets) {
    const grid = grids.get(sheet.name);
    if (grid === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    const { facts, clause } = sheetFacts({ sheet, grid, moves, structure: await workbook.structure(sheet.name) }, { workbook, reading, standard });
    for (const rule of tamperRules) for (const finding of rule.find(facts)) findings.push({ sheet: sheet.name, clause, finding });
  }
  return { readIssues: said({ workbook, reading, grids }, lost, standard), findings, lostNames: namesGone(workbook, spec), spec, grids, moves, complete };
}

/** Sheets that are lost, then what reading says of the others. */
function said({ workbook, reading, grids }: { readonly workbook: ReadableWorkbook; readonly reading: ContentReading; readonly grids: ReadonlyMap<string, SheetGrid> }, { renamed, deleted }: Awaited<ReturnType<typeof findLostSheets>>, standard: Standard): readonly Issue[] {
  const clauseOf = (sheet: string): string => standard.rawSheets.find((def) => def.sheet === sheet)?.feeds ?? standard.library.forms.find((form) => form.sheet === sheet)?.clause ?? '';
  return [
    ...[...renamed].map(([sheet, now]): Issue => ({ code: 'sheet/renamed', severity: tamperIssues['sheet/renamed'].severity, sheet, cell: '', clause: clauseOf(sheet), params: { found: now } })),
    ...deleted.map((sheet): Issue => ({ code: 'sheet/missing', severity: checkIssues['sheet/missing'].severity, sheet, cell: '', clause: clauseOf(sheet), params: {} })),
    ...reading.issues.filter(({ code, sheet }) => code !== 'sheet/missing' || (!renamed.has(sheet) && !deleted.includes(sheet))).map((issue) => {
      const cell = issue.code === 'header/missing' ? changedHeader(issue) : null;
      return cell === null ? issue : { ...issue, cell };
    }),
  ];

  /** The cell of a header that says something else now; null for a column that is gone. */
  function changedHeader({ sheet, params }: Issue): string | null {
    const def = standard.rawSheets.find((one) => one.sheet === sheet);
    const key = def?.columns.find(({ header }) => header === params['column'])?.key;
    const column = def === undefined || key === undefined ? null : namedColumn(workbook, def, key);
    const row = reading.headerRows[def?.key ?? ''] ?? 0;
    if (column === null || Object.values(reading.places[def?.key ?? ''] ?? {}).includes(column)) return null;
    return typeof grids.get(sheet)?.get(row)?.get(column)?.value === 'string' ? address(row, column) : null;
  }
}

/** Names are compared without what may have moved: only those count that are gone. */
function namesGone({ names, sheetNames }: ReadableWorkbook, spec: WorkbookSpec): ReadonlyMap<string, string> {
  const present = new Set(sheetNames);
  const gone = (refersTo: string | undefined): boolean => refersTo === undefined || refersTo.includes('#REF!');
  return new Map(spec.names.filter(({ name, refersTo }) => gone(names.get(name)) && !refersTo.includes('#REF!') && present.has(sheetOf(refersTo, spec))).map(({ name, refersTo }) => [name, refersTo]));
}

/** The sheet that a name refers to. */
function sheetOf(refersTo: string, { sheets }: WorkbookSpec): string {
  const text = /^(?:INDEX\()?(?:'((?:[^']|'')*)'|([^'!(]+))!/u.exec(refersTo);
  const name = text?.[1]?.replaceAll("''", "'") ?? text?.[2] ?? '';
  return sheets.some((sheet) => sheet.name === name) ? name : '';
}

/** More of one code in one sheet than the limit are counted and said, not listed. */
function capped(issues: readonly Issue[], perRule: number): readonly Issue[] {
  const counts = new Map<string, { readonly first: Issue; count: number }>();
  const listed = issues.filter((issue) => {
    const key = `${issue.code} ${issue.sheet}`;
    const tally = counts.get(key) ?? { first: issue, count: 0 };
    counts.set(key, tally);
    return tally.count++ < perRule;
  });
  const notes = [...counts.values()].filter(({ count }) => count > perRule).map(({ first: { code, sheet, clause }, count }): Issue =>
    ({ code: 'check/capped', severity: checkIssues['check/capped'].severity, sheet, cell: '', clause, params: { column: sheet, rule: code, count, shown: perRule } }));
  return [...listed, ...notes];
}
