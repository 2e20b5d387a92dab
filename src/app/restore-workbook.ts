/**
 * What puts a workbook's sheets right again: generated formulas, names, cell rules, marks of missing entries, formats of
 * codes and dates. Only what is certain: nothing that stands on a sheet where rows or columns moved in a way that leaves a
 * doubt, and nothing of sheets that are not there under their names.
 */
import type { Issue } from '../core/issue/issue';
import { tamperIssues } from '../core/check/tamper/codes';
import { reviseWorkbook } from '../core/merge/revise-workbook';
import type { CellEdit, RulesPatch, SheetPatch, WorkbookPatch } from '../core/model/workbook-patch';
import { inspect, issueOf, type SheetFinding } from './inspect-workbook';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import type { Standard } from './standard';
import type { WorkbookSpec } from '../core/model/sheet-spec';

export interface Restoration {
  readonly patch: WorkbookPatch;
  /** What is put right by it. */
  readonly restored: readonly Issue[];
  /** What people have to put right themselves. */
  readonly left: readonly Issue[];
}

/** `spec` is what would be generated for the content. Throws `HostError` when a sheet is damaged. */
export async function restoreWorkbook(workbook: ReadableWorkbook, reading: ContentReading, standard: Standard, spec: WorkbookSpec): Promise<Restoration> {
  const found = await inspect(workbook, reading, standard, spec);
  const present = new Set(workbook.sheetNames);
  const certain = ({ sheet, finding: { repair } }: SheetFinding): boolean => repair !== undefined && present.has(sheet) && (found.complete || repair.cells === undefined);
  const repaired = found.findings.filter(certain);
  const names = found.complete && found.moves.size === 0 ? [...found.lostNames] : [];
  const nameIssues = [...found.lostNames.keys()].map((name): Issue => ({ code: 'name/lost', severity: tamperIssues['name/lost'].severity, sheet: '', cell: '', clause: '', params: { name } }));
  const formulas = repaired.some(({ finding }) => finding.repair?.cells !== undefined) || names.length > 0;
  return {
    patch: {
      sheets: [...sheetPatches(repaired, formulas ? cachedValues(found, workbook) : new Map())].filter(({ cells, rules }) => cells !== undefined || rules !== undefined),
      ...(names.length === 0 ? {} : { names: names.map(([name, refersTo]) => ({ name, refersTo })) }),
    },
    restored: [...repaired.map(issueOf), ...(names.length === 0 ? [] : nameIssues)],
    left: [...found.readIssues, ...found.findings.filter((one) => !certain(one) && tamperIssues[one.finding.code].severity !== 'info').map(issueOf), ...(names.length === 0 ? nameIssues : [])],
  };
}

/** Formulas that read a restored one show what it gives now. */
function cachedValues({ spec, grids }: Awaited<ReturnType<typeof inspect>>, { sheetNames, names }: ReadableWorkbook): ReadonlyMap<string, readonly CellEdit[]> {
  const { patch } = reviseWorkbook(spec, spec, { sheetNames, names, grids });
  return new Map((patch.sheets ?? []).map(({ sheet, cells = [] }) => [sheet, cells.filter(({ keepFormula }) => keepFormula === true)]));
}

function sheetPatches(findings: readonly SheetFinding[], values: ReadonlyMap<string, readonly CellEdit[]>): readonly SheetPatch[] {
  const sheets = [...new Set([...findings.map(({ sheet }) => sheet), ...values.keys()])];
  return sheets.map((sheet): SheetPatch => {
    const repairs = findings.flatMap((one) => (one.sheet === sheet && one.finding.repair !== undefined ? [one.finding.repair] : []));
    const cells = [...(values.get(sheet) ?? []), ...repairs.flatMap((repair) => repair.cells ?? [])];
    const rules = joined(repairs.flatMap((repair) => repair.rules ?? []));
    return { sheet, ...(cells.length === 0 ? {} : { cells }), ...(rules === null ? {} : { rules }) };
  });
}

function joined(all: readonly RulesPatch[]): RulesPatch | null {
  if (all.length === 0) return null;
  const [validations, conditionalFormats, formats] = [all.flatMap((one) => one.validations ?? []), all.flatMap((one) => one.conditionalFormats ?? []), all.flatMap((one) => one.formats ?? [])];
  return { ...(validations.length === 0 ? {} : { validations }), ...(conditionalFormats.length === 0 ? {} : { conditionalFormats }), ...(formats.length === 0 ? {} : { formats }) };
}
