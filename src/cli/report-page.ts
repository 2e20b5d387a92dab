/**
 * What was found in many workbooks, as one page to read, to send and to print: the files, the worst first, then each file by
 * sheet, the worst first. The page is whole: no script, nothing from elsewhere, every text escaped.
 */
import type { FileCheck } from '../app/check-file';
import { countOf } from '../app/last-check';
import { fileName } from '../app/file-name';
import { isoOf } from '../core/codec/date';
import type { StageStatus } from '../core/check/stage/stage-status';
import type { Issue, Severity } from '../core/issue/issue';
import { cliText, type CliCode, type Language } from '../core/text/cli';
import { issueText } from '../core/text/issue-text';
import { severityLabel } from '../core/text/labels';
import { stageName, stageState } from '../core/text/stage-texts';
import { html, type Markup } from './html';
import { REPORT_STYLE } from './report-style';

/** A workbook that was checked, or the sentence that says why it could not be read. */
export interface ReportedFile {
  readonly file: string;
  readonly outcome: FileCheck | { readonly failure: string };
}

/** A file that begins like this is one of ours. */
export const REPORT_SIGN = '<!doctype html><!-- zhisheng check -->';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const SEVERITIES = ['error', 'warning', 'info'] as const;

type Counts = Readonly<Record<Severity, number>>;

interface Part {
  readonly file: string;
  readonly id: string;
  readonly check: FileCheck | null;
  readonly failure: string;
  readonly counts: Counts;
}

/** `date` as people write it. */
export function reportPage(files: readonly ReportedFile[], date: string, language: Language): string {
  const say = (code: CliCode, params: Readonly<Record<string, string | number>> = {}): string => cliText(language, code, params);
  const parts = files.map(partOf).sort((a, b) => Number(a.check !== null) - Number(b.check !== null) || worse(a.counts, b.counts));
  const total = (severity: Severity): number => parts.reduce((sum, { counts }) => sum + counts[severity], 0);
  const page = html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('report/title')}</title>
<style>${{ html: REPORT_STYLE }}</style>
</head>
<body>
<header>
<h1>${say('report/title')}</h1>
<p>${say('report/about', { date, files: files.length, error: total('error'), warning: total('warning'), info: total('info') })}</p>
</header>
${parts.length > 1 ? overview(parts, say, language) : html``}
${parts.map((part) => fileSection(part, say, language))}
<footer>${say('report/legend')}</footer>
</body>
</html>
`;
  return `${REPORT_SIGN}\n${page.html}`;
}

function partOf({ file, outcome }: ReportedFile, index: number): Part {
  const check = 'failure' in outcome ? null : outcome;
  return { file, id: `f${index + 1}`, check, failure: 'failure' in outcome ? outcome.failure : '', counts: countOf(check?.issues ?? []) };
}

function worse(a: Counts, b: Counts): number {
  return b.error - a.error || b.warning - a.warning || b.info - a.info;
}

type Say = (code: CliCode, params?: Readonly<Record<string, string | number>>) => string;

function overview(parts: readonly Part[], say: Say, language: Language): Markup {
  const steps = parts.find(({ check }) => check !== null)?.check?.stages ?? [];
  return html`<section class="overview">
<table>
<thead><tr><th>${say('report/file')}</th><th>${say('report/enterprise')}</th>${SEVERITIES.map((severity) => html`<th class="count">${severityLabel(severity, language)}</th>`)}${steps.map(({ key }) => html`<th class="step" title="${stageName(key, language)}">${key}</th>`)}</tr></thead>
<tbody>
${parts.map(({ file, id, check, failure, counts }) => check === null
    ? html`<tr><td><a href="#${id}">${fileName(file)}</a></td><td colspan="${SEVERITIES.length + steps.length + 1}" class="failure">${failure}</td></tr>`
    : html`<tr><td><a href="#${id}">${fileName(file)}</a></td><td>${check.enterprise}</td>${SEVERITIES.map((severity) => html`<td class="count ${counts[severity] > 0 ? severity : 'none'}">${counts[severity]}</td>`)}${check.stages.map((stage) => html`<td class="step ${stage.state}">${stageMark(stage)}</td>`)}</tr>`)}
</tbody>
</table>
<p class="note">${say('report/marks')}</p>
</section>`;
}

/** ✓ done, – not in the workbook, otherwise how much is to do. */
function stageMark({ state, missingCount }: StageStatus): string {
  return state === 'done' ? '✓' : state === 'absent' ? '–' : String(missingCount);
}

function fileSection({ file, id, check, failure, counts }: Part, say: Say, language: Language): Markup {
  if (check === null) return html`<section class="file" id="${id}"><h2>${file}</h2><p class="failure">${failure}</p></section>`;
  const about = [check.enterprise, check.asOf === null ? '' : say('report/as-of', { date: isoOf(check.asOf) })].filter((text) => text !== '').join(' · ');
  return html`<section class="file" id="${id}">
<h2>${file}</h2>
<p class="about">${about}</p>
<p class="counts">${SEVERITIES.map((severity) => html`<span class="${counts[severity] > 0 ? severity : 'none'}">${severityLabel(severity, language)} ${counts[severity]}</span>`)}</p>
<table class="steps"><tbody>${check.stages.map((stage) => html`<tr class="${stage.state}"><td>${stage.key} ${stageName(stage.key, language)}</td><td>${stageState(stage, language)}</td><td class="count">${stage.state === 'absent' ? '' : `${stage.done}/${stage.total}`}</td></tr>`)}</tbody></table>
${check.issues.length === 0 ? html`<p>${say('report/clean')}</p>` : sheetsOf(check.issues).map((sheet) => sheetSection(sheet, say, language))}
</section>`;
}

interface SheetIssues {
  readonly sheet: string;
  readonly issues: readonly Issue[];
  readonly counts: Counts;
}

/** The worst first; what concerns the whole workbook last. In a sheet errors first, from the top. */
function sheetsOf(issues: readonly Issue[]): readonly SheetIssues[] {
  const bySheet = new Map<string, Issue[]>();
  for (const issue of issues) bySheet.set(issue.sheet, [...(bySheet.get(issue.sheet) ?? []), issue]);
  return [...bySheet]
    .map(([sheet, list]): SheetIssues => ({ sheet, issues: [...list].sort((a, b) => RANK[a.severity] - RANK[b.severity]), counts: countOf(list) }))
    .sort((a, b) => Number(a.sheet === '') - Number(b.sheet === '') || worse(a.counts, b.counts));
}

function sheetSection({ sheet, issues, counts }: SheetIssues, say: Say, language: Language): Markup {
  const said = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${severityLabel(severity, language)} ${counts[severity]}`);
  return html`<table class="issues">
<caption>${sheet === '' ? say('report/whole') : sheet} <small>${said.join(' · ')}</small></caption>
<thead><tr><th class="level">${say('check/head-severity')}</th><th class="cell">${say('report/cell')}</th><th>${say('check/head-message')}</th><th>${say('report/repair')}</th><th class="clause">${say('report/clause')}</th></tr></thead>
<tbody>
${sameTold(issues, language).map(({ severity, clause, cells, message, repair }) =>
    html`<tr class="${severity}"><td class="level">${severityLabel(severity, language)}</td><td class="cell">${cellList(cells)}</td><td>${message}${cells.length > 1 ? say('report/times', { count: cells.length }) : ''}</td><td>${repair}</td><td class="clause">${clause}</td></tr>`)}
</tbody>
</table>`;
}

interface Told {
  readonly severity: Severity;
  readonly clause: string;
  readonly cells: string[];
  readonly message: string;
  readonly repair: string;
}

/** What is said of many cells in the same words is said once. */
function sameTold(issues: readonly Issue[], language: Language): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { severity, clause, cell, ...issue } of issues) {
    const { message, repair } = issueText({ severity, clause, cell, ...issue }, language);
    const key = [severity, clause, message, repair].join('\u0000');
    const known = told.get(key);
    if (known === undefined) told.set(key, { severity, clause, cells: [cell], message, repair });
    else known.cells.push(cell);
  }
  return [...told.values()];
}

/** `C5:C9, C12`: cells under each other as one range. */
function cellList(cells: readonly string[]): string {
  const runs: { column: string; first: number; last: number }[] = [];
  for (const cell of cells) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
    const run = runs.at(-1);
    if (column !== '' && run?.column === column && run.last + 1 === Number(row)) run.last++;
    else runs.push(column === '' ? { column: cell, first: 0, last: 0 } : { column, first: Number(row), last: Number(row) });
  }
  return runs.map(({ column, first, last }) => (first === 0 ? column : first === last ? `${column}${first}` : `${column}${first}:${column}${last}`)).join(', ');
}
