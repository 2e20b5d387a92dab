/**
 * A patch applied to the workbook that is open in Excel. All is read and checked first; then it is changed, in steps that
 * are taken back where one fails; sheets are deleted last.
 */
import { HostError, type ApplyOptions, type Omission } from '../../../app/ports';
import type { ChartSpec } from '../../../core/model/chart-spec';
import type { SheetPatch, WorkbookPatch } from '../../../core/model/workbook-patch';
import type { Excel } from '../api';
import { inExcel } from '../in-excel';
import { chartSteps } from '../write/chart-steps';
import { sheetSteps } from '../write/sheet-steps';
import { JOURNAL_SHEET, repairWorkbook, type Last } from '../write/journal';
import { carryOut } from '../write/steps';
import type { Step } from '../write/step';
import { cellSteps } from './edit-cells';
import { heightSteps } from './edit-heights';
import { listChange } from './edit-list';
import { ruleSteps } from './edit-rules';
import { addStep, replaceSheet, showStep } from './edit-sheets';
import { nameSteps, propertySteps } from './edit-workbook';
import { guardsOf, type Guards } from './protection';
import { surveyWorkbook, type Survey } from './survey';

/** What was done without. Throws HostError, as `LiveWorkbook.apply` says. */
export async function applyPatch(excel: Excel, patch: WorkbookPatch, options: ApplyOptions = {}): Promise<readonly Omission[]> {
  const { signal } = options;
  signal?.throwIfAborted();
  let survey = await inExcel(excel, (context) => surveyWorkbook(excel, context, patch));
  if (survey.tabs.some(({ name }) => name === JOURNAL_SHEET)) {
    await repairWorkbook(excel);
    survey = await inExcel(excel, (context) => surveyWorkbook(excel, context, patch));
  }
  const { remove = [], replace = [], add = [], sheets = [], names = [], properties = {}, enterpriseName = '' } = patch;
  const left: Omission[] = [];
  const steps: Step[] = addSteps(survey, add);
  const last: Last[] = [];
  const [open, close]: [Step[], Step[]] = [[], []];
  steps.push(...nameSteps(names, survey));
  for (const spec of replace) {
    const sheet = survey.sheets.get(spec.name);
    if (sheet === undefined) throw new HostError('xlsx/sheet-missing', { sheet: spec.name });
    const replaced = await replaceSheet(excel, sheet, spec, enterpriseName, new Set(survey.tabs.map(({ name }) => name.toLowerCase())), signal);
    steps.push(...replaced.steps);
    open.push(...replaced.open);
    close.push(...replaced.close);
    left.push(...replaced.left);
    last.push({ what: 'remove-sheet', sheet: replaced.backup });
  }
  for (const { spec } of add) {
    const built = sheetSteps(excel, spec, enterpriseName);
    steps.push(...built.steps);
    left.push(...built.left);
  }
  for (const each of sheets) {
    const changed = await patchedSheet(excel, each, survey, add.some(({ spec }) => spec.name === each.sheet), signal);
    steps.push(...changed.steps);
    open.push(...changed.open);
    close.push(...changed.close);
    last.push(...changed.last);
    left.push(...changed.left);
  }
  steps.push(...propertySteps(properties, survey));
  const shown = add.find(({ spec }) => (spec.state ?? 'visible') === 'visible');
  if (shown !== undefined) steps.push(showStep(shown.spec));
  for (const name of remove) last.push({ what: 'remove-sheet', sheet: name });
  await carryOut(excel, [...waitedFor(open), ...steps, ...close], last, options);
  return left;
}

const waitedFor = (open: readonly Step[]): readonly Step[] => open.map((step, i) => (i === open.length - 1 ? { ...step, waitsFor: true } : step));

function addSteps({ tabs }: Survey, add: NonNullable<WorkbookPatch['add']>): Step[] {
  const order = tabs.map(({ name }) => name.toLowerCase());
  return add.map(({ spec, before }) => {
    const at = before === undefined ? -1 : order.indexOf(before.toLowerCase());
    order.splice(at < 0 ? order.length : at, 0, spec.name.toLowerCase());
    return addStep(spec, at < 0 ? null : at);
  });
}

async function patchedSheet(excel: Excel, patch: SheetPatch, survey: Survey, fresh: boolean, signal: AbortSignal | undefined): Promise<Guards & { readonly steps: readonly Step[]; readonly last: readonly Last[]; readonly left: readonly Omission[] }> {
  const { sheet: name, list, cells = [], rules, charts = [] } = patch;
  const sheet = survey.sheets.get(name);
  if (fresh && list !== undefined) throw new RangeError(`${name}: rows of a new sheet belong to its spec`);
  const changed = sheet === undefined || list === undefined ? { steps: [], left: [] } : await listChange(excel, sheet, list, signal);
  const edits = cells.length === 0 ? [] : await cellSteps(excel, name, cells, sheet?.merges ?? [], fresh, signal);
  const heights = await heightSteps(excel, name, cells, fresh);
  const ruled = rules === undefined ? [] : await ruleSteps(excel, name, rules, signal);
  const drawn = charts.length === 0 ? { steps: [], last: [] } : await replacedCharts(excel, name, charts, fresh);
  const steps = [...changed.steps, ...edits, ...heights, ...ruled, ...drawn.steps];
  // Cells to type in can be written as they are; unprotecting would cut the list of what can be undone.
  const typing = changed.steps.length + heights.length + ruled.length + drawn.steps.length === 0 && cells.every(({ look, date }) => look === undefined && date !== true) && sheet?.open === true;
  const guards = sheet === undefined || typing || steps.length === 0 ? { open: [], close: [] } : guardsOf(sheet);
  return { steps, ...guards, last: drawn.last, left: changed.left };
}

/** A chart of the same name stands until the new one does, which then takes its name. */
async function replacedCharts(excel: Excel, sheet: string, charts: readonly ChartSpec[], fresh: boolean): Promise<{ readonly steps: readonly Step[]; readonly last: readonly Last[] }> {
  if (fresh) return { steps: chartSteps(sheet, charts), last: [] };
  const there = await inExcel(excel, async (context) => {
    const all = context.workbook.worksheets.getItem(sheet).charts;
    all.load('items/name');
    await context.sync();
    return new Set(all.items.map(({ name }) => name));
  }, { sheet });
  const waiting = ({ name }: ChartSpec): string => (there.has(name) ? `${name}~1` : name);
  return {
    steps: chartSteps(sheet, charts, waiting),
    last: charts.filter(({ name }) => there.has(name)).map((spec): Last => ({ what: 'swap-chart', sheet, name: spec.name, waiting: waiting(spec) })),
  };
}
