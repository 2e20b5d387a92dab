/**
 * Stage gates of clause 6: what each step has, what it lacks, and which step waits for it. A step is done when every cell that
 * it requires is filled and no error, nor a warning that gates, stands in its sheets. Steps without a chosen form are absent
 * and hold nobody up.
 */
import type { Issue, Severity } from '../../issue/issue';
import { address } from '../../model/address';
import type { WorkbookContent } from '../../model/content';
import type { FieldPlace } from '../../model/form';
import type { FormDef } from '../../model/form-def';
import type { RawSheetDef } from '../../model/raw-sheet';
import { requiredCells } from '../../model/required-cells';
import { isOfStage, STAGES, type StageDef } from '../../model/stages';
import { unlisted } from '../cap-total';
import { checkIssues } from '../codes';
import { consistencyIssues } from '../consistency/codes';
import { stageIssues } from './codes';
import { DATA_STAGE, GATING_WARNINGS, OF_NAMED_SHEET, OF_NAMED_STAGE } from './gating';

/** `blocked`: not done, and the step before is not done either. */
export type StageState = 'done' | 'open' | 'blocked' | 'absent';

export interface StageStatus {
  /** Clause number: 7.1 to 7.8. */
  readonly key: string;
  readonly clause: string;
  readonly state: StageState;
  /** Cells that the step requires now, and those of them that are filled. */
  readonly total: number;
  readonly done: number;
  /** What keeps the step from being done, each with its place: blank cells first. At most `perStage` are listed. */
  readonly missing: readonly Issue[];
  /** All of them, listed or not. */
  readonly missingCount: number;
  /** Steps that it waits for, and steps that wait for it. */
  readonly blockedBy: readonly string[];
  readonly blocks: readonly string[];
}

export interface StageInput {
  readonly content: Pick<WorkbookContent, 'chosen' | 'entries'>;
  readonly forms: readonly Pick<FormDef, 'key' | 'sheet' | 'stage'>[];
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly rawSheets: readonly Pick<RawSheetDef, 'sheet'>[];
  /** Everything that checking the workbook found. */
  readonly issues: readonly Issue[];
}

export interface StageLimits {
  readonly perStage: number;
}

export const STAGE_LIMITS: StageLimits = { perStage: 200 };

const HOME_KEY = 'home';
/** 汇总填报 stands in for rows. */
const SUMMARY_KEY = 'summary';

/** Issues that say that a required cell is blank. */
const BLANK_CODES: ReadonlySet<string> = new Set(['cell/required', 'cell/blank-text', 'period/missing']);

interface Work {
  readonly def: StageDef;
  readonly total: number;
  readonly done: number;
  readonly missing: readonly Issue[];
  readonly absent: boolean;
}

export function stageStatus(input: StageInput, { perStage }: StageLimits = STAGE_LIMITS): readonly StageStatus[] {
  if (!(Number.isSafeInteger(perStage) && perStage > 0)) throw new RangeError(`${perStage} is not a limit`);
  const gating = gatingIssues(input);
  const works = STAGES.map((def) => workOf(def, input, gating.get(def.key) ?? []));
  const waitsFor = ({ def, absent, missing }: Work): readonly string[] => {
    const before = absent || missing.length === 0 ? undefined : predecessor(def, works);
    return before === undefined || before.missing.length === 0 ? [] : [before.def.key];
  };
  return works.map((work): StageStatus => {
    const { def, total, done, missing, absent } = work;
    const blockedBy = waitsFor(work);
    return {
      key: def.key, clause: def.key, total, done,
      state: absent ? 'absent' : missing.length === 0 ? 'done' : blockedBy.length > 0 ? 'blocked' : 'open',
      missing: missing.slice(0, perStage), missingCount: missing.length,
      blockedBy,
      blocks: works.filter((other) => waitsFor(other).includes(def.key)).map((other) => other.def.key),
    };
  });
}

/** The nearest step before that has a form. */
function predecessor({ after }: StageDef, works: readonly Work[]): Work | undefined {
  const before = works.find(({ def }) => def.key === after);
  return before?.absent === true ? predecessor(before.def, works) : before;
}

function workOf(def: StageDef, input: StageInput, gating: readonly Issue[]): Work {
  const forms = chosenForms(input).filter(({ stage }) => stage === def.key);
  const home = (input.fields[HOME_KEY] ?? []).filter(({ key }) => isOfStage(key, def));
  const parts = [...(forms.length === 0 ? [] : [requiredCells(home, input.content.entries[HOME_KEY] ?? {})]), ...forms.map(({ key }) => requiredCells(input.fields[key] ?? [], input.content.entries[key] ?? {}))];
  const blank = parts.flatMap(({ missing }) => missing).map(blankIssue);
  const said = new Set(blank.map(placeOf));
  return {
    def,
    total: parts.reduce((sum, { total }) => sum + total, 0),
    done: parts.reduce((sum, { filled }) => sum + filled, 0),
    missing: forms.length === 0 ? [] : [...blank, ...gating.filter((issue) => !(BLANK_CODES.has(issue.code) && said.has(placeOf(issue))))],
    absent: forms.length === 0,
  };
}

function chosenForms({ forms, content }: StageInput): StageInput['forms'] {
  const chosen = new Set(content.chosen);
  return forms.filter(({ key }) => chosen.has(key));
}

const placeOf = ({ sheet, cell }: Issue): string => `${sheet}!${cell}`;

function blankIssue({ sheet, row, column, clause, label }: FieldPlace): Issue {
  return { code: 'cell/required', severity: 'error', sheet, cell: address(row, column), clause, params: { column: label } };
}

/** How many errors an issue of a raw-data sheet stands for: a note of what is not listed stands for many. */
function errorsIn(issue: Issue): number {
  const { rule } = issue.params;
  if (issue.severity === 'error') return 1;
  if (issue.code !== 'check/capped' || typeof rule !== 'string') return 0;
  const known: Readonly<Record<string, { readonly severity: Severity }>> = { ...checkIssues, ...consistencyIssues };
  return (known[rule]?.severity ?? 'error') === 'error' ? unlisted(issue) : 0;
}

/** What gates, by step. Errors of raw rows are counted per sheet: their list is the check's. */
function gatingIssues(input: StageInput): ReadonlyMap<string, readonly Issue[]> {
  const stageOfSheet = new Map(chosenForms(input).map(({ key, sheet, stage }) => [sheet, key === SUMMARY_KEY ? DATA_STAGE : stage]));
  const home = input.fields[HOME_KEY] ?? [];
  const stageOfHome = ({ sheet, cell }: Issue): string | undefined => {
    const field = home.find((place) => place.sheet === sheet && address(place.row, place.column) === cell);
    return field === undefined ? undefined : STAGES.find((stage) => isOfStage(field.key, stage))?.key;
  };
  const raw = new Map(input.rawSheets.map(({ sheet }) => [sheet, 0]));
  const byStage = new Map<string, Issue[]>();
  const add = (stage: string, issue: Issue): void => void byStage.set(stage, [...(byStage.get(stage) ?? []), issue]);
  for (const issue of input.issues) {
    const forced = Object.hasOwn(GATING_WARNINGS, issue.code) ? GATING_WARNINGS[issue.code] : undefined;
    const errors = raw.get(issue.sheet);
    if (errors !== undefined) raw.set(issue.sheet, errors + errorsIn(issue));
    if (errors !== undefined || (issue.severity !== 'error' && forced === undefined)) continue;
    const sheet = OF_NAMED_SHEET.has(issue.code) ? String(issue.params['form']) : issue.sheet;
    const stage = OF_NAMED_STAGE.has(issue.code) ? String(issue.params['stage']) : forced || (stageOfSheet.get(sheet) ?? (raw.has(sheet) ? DATA_STAGE : stageOfHome(issue)));
    if (stage !== undefined) add(stage, issue);
  }
  for (const [sheet, count] of raw) {
    if (count > 0) add(DATA_STAGE, { code: 'stage/data-errors', severity: stageIssues['stage/data-errors'].severity, sheet, cell: '', clause: DATA_STAGE, params: { count } });
  }
  return byStage;
}
