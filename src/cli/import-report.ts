/** What an import did or would do: as lines for people, and as the document of `--json`. */
import type { ImportOutcome } from '../app/import-file';
import { shown } from '../core/codec/codec';
import type { Mapping } from '../core/import/mapping';
import type { Issue } from '../core/issue/issue';
import type { RawSheetDef } from '../core/model/raw-sheet';
import { cliText, type Language } from '../core/text/cli';
import { issuePlace, issueText } from '../core/text/issue-text';
import { tableLines } from './display-width';

export interface ImportCall {
  readonly file: string;
  readonly from: string;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly replace: boolean;
  /** Beside the source, when no other file of that name is there. */
  readonly rejectedFile: string;
}

/** Rejected rows that are shown; the rest is in the file of rejected rows. */
const SHOWN = 10;
/** Cells and names that are named. */
const NAMED = 5;

export function sentence(issue: Issue, language: Language): string {
  const { message, repair } = issueText(issue, language);
  return language === 'zh' ? message + repair : `${message} ${repair}`;
}

/** All reasons of a rejected row in one cell, with the choices where there are some. */
export function reasons(issues: readonly Issue[], language: Language): string {
  const told = (issue: Issue): string => (issue.code === 'cell/choice' ? sentence(issue, language) : issueText(issue, language).message);
  return issues.map(told).join(language === 'zh' ? '' : ' ');
}

export function importLines(outcome: ImportOutcome, call: ImportCall, language: Language): readonly string[] {
  const { plan, source, issues, def } = outcome;
  // Unused columns are named in one line, not one each.
  const notes = issues.filter(({ severity, code }) => severity !== 'error' && code !== 'import/source-unused');
  const unused = plan?.unmapped ?? [];
  return [
    ...(call.dryRun ? [cliText(language, 'import/preview')] : []),
    ...(source === null ? [] : [cliText(language, 'import/source', { from: [call.from, source.sheet].filter((part) => part !== '').join(' '), encoding: source.encoding, rows: source.table.rows.length })]),
    cliText(language, 'import/target', { sheet: def.sheet }),
    ...(plan === null ? [] : ['', cliText(language, 'import/columns'), ...mappingLines(plan.mapping, def, language)]),
    ...(unused.length === 0 ? [] : ['', cliText(language, 'import/unused', { columns: unused.join(language === 'zh' ? '、' : ', ') })]),
    ...(notes.length === 0 ? [] : ['', cliText(language, 'import/notes'), ...notes.map((issue) => `  ${sentence(issue, language)}`)]),
    '',
    ...(plan === null || plan.refused ? [cliText(language, 'import/refused')] : countLines(outcome, call, language)),
  ];
}

/** Why nothing was imported, one sentence per reason. */
export function refusals({ issues }: ImportOutcome, language: Language): readonly string[] {
  return issues.filter(({ severity }) => severity === 'error').map((issue) => sentence(issue, language));
}

function mappingLines(mapping: Mapping, def: RawSheetDef, language: Language): readonly string[] {
  const header = (key: string): string => def.columns.find((column) => column.key === key)?.header ?? key;
  const rows = def.columns.map((column) => {
    const filling = mapping.columns.find(({ key }) => key === column.key)?.filling;
    const name = `${column.header}${column.required ? '*' : ''}`;
    if (filling === undefined) return [name, cliText(language, 'import/none'), cliText(language, 'import/blank-column')];
    if (filling.reason === 'constant') return [name, cliText(language, 'import/none'), cliText(language, 'import/by-constant', { value: shown(filling.value) })];
    if (filling.reason === 'derived') {
      const params = { column: header(filling.copy), when: filling.when === null ? '' : header(filling.when) };
      return [name, cliText(language, 'import/none'), cliText(language, filling.when === null ? 'import/by-derived' : 'import/by-derived-when', params)];
    }
    return [name, filling.source, cliText(language, `import/by-${filling.reason}`)];
  });
  const heads = [cliText(language, 'import/column-target'), cliText(language, 'import/column-source'), cliText(language, 'import/column-how')];
  return tableLines(heads, rows, ['left', 'left', 'left']).map((line) => `  ${line}`);
}

function countLines({ plan, before, written, copy, left, tampered, rejectedFile }: ImportOutcome, call: ImportCall, language: Language): readonly string[] {
  if (plan === null) return [];
  const { acceptedCount: accepted, rejectedCount: rejected } = plan;
  const held = call.allOrNothing && rejected > 0;
  const goes = written || (call.dryRun && !held && accepted > 0);
  const listed = plan.rejected.slice(0, SHOWN);
  return [
    cliText(language, call.dryRun || held ? 'import/counts-preview' : 'import/counts', { total: accepted + rejected, accepted, rejected }),
    ...(before > 0 ? [cliText(language, goes ? (call.replace ? (written ? 'import/replaced' : 'import/to-replace') : 'import/there') : 'import/kept', { rows: before })] : []),
    ...(listed.length === 0 ? [] : [cliText(language, 'import/rejected-head', { count: listed.length })]),
    ...listed.map(({ sourceRow, issues }) => cliText(language, 'import/rejected-row', { row: sourceRow, reason: reasons(issues, language) })),
    ...(rejectedFile === null ? [] : [cliText(language, 'import/rejected-file', { file: rejectedFile })]),
    ...(call.dryRun && rejected > 0 ? [cliText(language, 'import/rejected-file-preview', { file: call.rejectedFile })] : []),
    ...(held && !call.dryRun ? [cliText(language, 'import/held-back')] : []),
    ...(written ? [cliText(language, 'import/done', { file: call.file })] : []),
    ...(copy === null ? [] : [cliText(language, 'import/copy', { file: copy })]),
    ...leftLines(left, language),
    ...tamperedLines(tampered, language),
  ];
}

/** What people changed by hand and the import therefore left alone: counted by sheet, the first cells named. */
function leftLines({ left, leftNames }: ImportOutcome['left'], language: Language): readonly string[] {
  const comma = language === 'zh' ? '、' : ', ';
  const bySheet = new Map<string, string[]>();
  for (const { sheet, cell } of left) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), cell]);
  const named = (items: readonly string[]): string => items.slice(0, NAMED).join(comma) + (items.length > NAMED ? '…' : '');
  return [
    ...(left.length === 0 ? [] : [cliText(language, 'import/left', { count: left.length })]),
    ...[...bySheet].map(([sheet, cells]) => cliText(language, 'import/left-cells', { sheet, count: cells.length, cells: named(cells) })),
    ...(leftNames.length === 0 ? [] : [cliText(language, 'import/left-names', { count: leftNames.length, names: named(leftNames) })]),
  ];
}

/** What is wrong with the sheets themselves: the first ones named, the others counted. */
function tamperedLines(tampered: readonly Issue[], language: Language): readonly string[] {
  if (tampered.length === 0) return [];
  const colon = language === 'zh' ? '：' : ': ';
  return [
    cliText(language, 'import/tampered', { count: tampered.length }),
    ...tampered.slice(0, NAMED).map((issue) => `  ${issuePlace(issue, language)}${colon}${issueText(issue, language).message}`),
    ...(tampered.length > NAMED ? [cliText(language, 'import/tampered-more', { count: tampered.length - NAMED })] : []),
  ];
}

/** Counts are of the source's rows; every rejected row is listed with its reasons. */
export function importDocument(outcome: ImportOutcome, call: ImportCall, language: Language): unknown {
  const { plan, source, issues, def, before, written, copy, left, tampered, rejectedFile } = outcome;
  const worded = (issue: Issue): unknown => ({ code: issue.code, severity: issue.severity, params: issue.params, message: sentence(issue, language) });
  return {
    file: call.file,
    sheet: def.sheet,
    from: call.from,
    fromSheet: source === null || source.sheet === '' ? null : source.sheet,
    encoding: source?.encoding ?? null,
    dryRun: call.dryRun,
    refused: plan === null || plan.refused,
    written,
    copy,
    left: { cells: left.left, names: left.leftNames },
    tampered: tampered.map((issue) => ({ ...issue, ...issueText(issue, language) })),
    columns: plan?.mapping.columns.map(({ column, filling }) => ({ column, ...fillingDocument(filling, def) })) ?? [],
    unused: plan?.unmapped ?? [],
    rows: { before, accepted: plan?.acceptedCount ?? 0, rejected: plan?.rejectedCount ?? 0, blank: plan?.blankCount ?? 0 },
    rejected: plan?.rejected.map(({ sourceRow, issues: found }) => ({ row: sourceRow, issues: found.map(worded) })) ?? [],
    rejectedFile,
    issues: issues.map(worded),
  };
}

function fillingDocument(filling: Mapping['columns'][number]['filling'], def: RawSheetDef): Readonly<Record<string, unknown>> {
  const header = (key: string): string => def.columns.find((column) => column.key === key)?.header ?? key;
  if (filling.reason === 'constant') return { by: 'constant', value: filling.value };
  if (filling.reason === 'derived') return { by: 'derived', copy: header(filling.copy), when: filling.when === null ? null : header(filling.when) };
  return { by: filling.reason, source: filling.source, ...(filling.factor === 1 ? {} : { factor: filling.factor }) };
}
