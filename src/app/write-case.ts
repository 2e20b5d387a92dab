/**
 * Use case: 附录F of a workbook as a Word file. What cannot be handed in is refused, or, as a draft, written with its faults on
 * it. The workbook is only read.
 */
import { caseChart, chartedFigures } from '../core/case/case-chart';
import { chosenFigures } from '../core/case/case-choice';
import { caseFigures, caseProblems } from '../core/case/case-facts';
import { caseGate, type CaseGate } from '../core/case/case-gate';
import { createWorkbookFacts } from '../core/check/consistency/workbook-facts';
import { shown } from '../core/codec/codec';
import { HOME_KEY } from '../core/form/form-context';
import type { Issue } from '../core/issue/issue';
import type { WorkbookContent } from '../core/model/content';
import { CASE_WORDS, chartDescription, chartTitle } from '../core/text/case-text';
import { caseDocument, type CasePicture } from './case-document';
import { checkWorkbook } from './check-workbook';
import { InputError } from './input-error';
import { loadWorkbook } from './load-workbook';
import { measure, type Measurement } from './measure';
import type { ChartPicture, Files, Rasterizer, WordFormat, WorkbookFormat } from './ports';
import type { CaseFigure, CaseProblem } from '../core/model/case-facts';
import type { Standard } from './standard';

/** Each is made when it is first needed: they load large libraries. */
export interface CaseMakers {
  readonly word: WordFormat;
  readonly charts: () => Promise<ChartPicture>;
  readonly rasterizer: Rasterizer;
}

export interface CaseRequest {
  readonly file: string;
  readonly out: string;
  /** Write it even so, marked as a draft. */
  readonly draft: boolean;
  /** Sentence of an issue, for the draft. */
  readonly say: (issue: Issue) => string;
}

export interface CaseOutcome {
  readonly gate: CaseGate;
  readonly written: boolean;
  /** Written with the mark of a draft. */
  readonly marked: boolean;
  readonly figures: number;
  readonly problems: number;
  readonly pictures: number;
}

/** Throws `HostError`, and `InputError` (`case/no-form`) for a workbook without 附录F. */
export async function writeCase(request: CaseRequest, host: CaseMakers & { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard): Promise<CaseOutcome> {
  const { content, issues, places, signed, workbook } = await loadWorkbook(request.file, host, standard);
  const measurement = measure(content);
  const check = checkWorkbook({ content, readIssues: issues, places, sheetNames: workbook.sheetNames, signed, results: measurement.results, changes: measurement.changes }, standard);
  return writeCaseOf(content, measurement, check.issues, request, host, standard);
}

/** The same of what was read and checked already. */
export async function writeCaseOf(
  content: WorkbookContent,
  measurement: Measurement,
  issues: readonly Issue[],
  { out, draft, say }: Omit<CaseRequest, 'file'>,
  host: CaseMakers & { readonly files: Pick<Files, 'replace'> },
  standard: Standard,
): Promise<CaseOutcome> {
  const workbook = createWorkbookFacts({ content, fields: standard.fields, results: measurement.results, changes: measurement.changes });
  const gate = caseGate(workbook, issues);
  const form = workbook.form('F');
  if (gate === null || form === null) throw new InputError('case/no-form');
  const all = caseFigures(workbook, measurement.changes);
  const problems = caseProblems(workbook, all);
  const figures = chosenFigures(all, problems, workbook);
  const marked = gate.stops.length > 0;
  if (marked && !draft) return { gate, written: false, marked, figures: figures.length, problems: problems.length, pictures: 0 };
  const picture = await pictureOf(figures, problems, host);
  const document = caseDocument({
    form, periods: content.periods, figures, problems, picture,
    enterprise: shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null),
    faults: gate.stops.map(say),
  });
  await host.files.replace(out, await host.word.write(document));
  return { gate, written: true, marked, figures: figures.length, problems: problems.length, pictures: picture === null ? 0 : 1 };
}

/** CSS pixels, and millimetres as printed. */
const SIZE = { width: 760, height: 380 };
const PRINTED = { width: 152, height: 76 };
const SCALE = 2.5;

async function pictureOf(figures: readonly CaseFigure[], problems: readonly CaseProblem[], { charts, rasterizer }: CaseMakers): Promise<CasePicture | null> {
  const charted = chartedFigures(figures, new Set(problems.flatMap(({ figure }) => figure?.key ?? [])));
  if (charted.length === 0) return null;
  const words = { title: chartTitle(charted), description: chartDescription(charted), before: CASE_WORDS.before, after: CASE_WORDS.after };
  const svg = (await charts()).svg(caseChart(charted, words), SIZE);
  return { ...PRINTED, png: await rasterizer.png(svg, SCALE), description: words.description };
}
