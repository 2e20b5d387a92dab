/**
 * Use case: a workbook that is checked while people type. It is checked once as a whole; from then on each edit costs the work
 * of what was edited: the rows and those that belong together with them, the form of a field. What agrees between the sheets is
 * held together anew when it is asked for, which costs the work of the forms. `check` then says what `checkWorkbook` would.
 */
import { LiveRows } from '../core/check/live-rows';
import { checkSide } from '../core/check/check-side';
import { checkConsistency } from '../core/check/consistency/check-consistency';
import { rawFactsOf, SheetFactsIndex } from '../core/check/consistency/raw-facts';
import type { Issue } from '../core/issue/issue';
import type { Block } from '../core/model/block';
import type { CellValue } from '../core/model/cell';
import type { WorkbookContent } from '../core/model/content';
import type { MetricResult } from '../core/model/metric-result';
import type { RawSheetDef } from '../core/model/raw-sheet';
import { NO_STATES, signatureStates, signoffIssues } from '../core/review/check-signoffs';
import { checkForm } from './check-form';
import { absentColumns, type CheckInput } from './check-workbook';
import { composeCheck, WORKBOOK_LIMITS, type CheckedStandard, type WorkbookCheck, type WorkbookLimits } from './compose-check';
import { makeContent } from './make-content';

/** What a sheet says now where it was edited: these issues take the place of all earlier ones of these rows. */
export interface RowsRecheck {
  readonly sheet: string;
  /** Edited rows, and rows that belong together with them, from the top. */
  readonly rows: readonly number[];
  readonly issues: readonly Issue[];
}

interface LiveSheet {
  readonly def: RawSheetDef;
  /** As they were taken in, for a new as-of date. */
  readonly blocks: readonly Block[];
  readonly live: LiveRows;
  readonly editedRows: Set<number>;
  facts: SheetFactsIndex;
  side: readonly Issue[];
}

/** A live resource. Inserted or deleted rows and columns, renamed headers and sheets: take the workbook in anew. */
export class LiveCheck {
  readonly #input: CheckInput;
  readonly #standard: CheckedStandard;
  readonly #limits: WorkbookLimits;
  readonly #sheets: ReadonlyMap<string, LiveSheet>;
  readonly #forms = new Map<string, readonly Issue[]>();
  #content: WorkbookContent;

  constructor(input: CheckInput, standard: CheckedStandard, limits: WorkbookLimits = WORKBOOK_LIMITS) {
    const { content, readIssues, places = {} } = input;
    this.#input = input;
    this.#standard = standard;
    this.#limits = limits;
    this.#content = content;
    const chosen = new Set(content.chosen);
    this.#sheets = new Map(standard.rawSheets.filter(({ key }) => chosen.has(key)).map((def): [string, LiveSheet] => {
      const [found, blocks] = [places[def.key], content.rows[def.key] ?? []];
      const live = new LiveRows(def, blocks, { absent: absentColumns(def, readIssues), ...(found === undefined ? {} : { places: found }) });
      return [def.key, { def, blocks, live, editedRows: new Set(), facts: this.#factsOf(def, blocks), side: checkSide(def, content.side[def.key] ?? []) }];
    }));
    for (const form of Object.keys(standard.fields)) if (chosen.has(form)) this.#checkForm(form);
  }

  /** Whole rows of a raw-data sheet as they are now. Throws `RangeError` for a sheet that was not chosen. */
  editRows(sheetKey: string, block: Block): RowsRecheck {
    const { def, live, facts, editedRows } = this.#sheet(sheetKey);
    for (let index = 0; index < block.length; index++) {
      const before = live.at(block.firstRow + index);
      if (before !== null) facts.remove(before.block, before.index);
      facts.add(block, index);
      editedRows.add(block.firstRow + index);
    }
    const rows = live.edit(block);
    return { sheet: def.sheet, rows, issues: live.issuesOf(rows) };
  }

  /** The table beside the rows, whole. Gives back its issues. */
  editSide(sheetKey: string, rows: WorkbookContent['side'][string]): readonly Issue[] {
    const sheet = this.#sheet(sheetKey);
    sheet.side = checkSide(sheet.def, rows);
    return sheet.side;
  }

  /** Fields of a form by key, as they are now; null for one that was cleared. Gives back every issue of the form. */
  editFields(form: string, entries: Readonly<Record<string, CellValue>>): readonly Issue[] {
    const { chosen, rows, side, entries: all, periods } = this.#content;
    const filled = Object.fromEntries(Object.entries({ ...all[form], ...entries }).filter(([, value]) => value !== null && value !== ''));
    this.#content = makeContent({ chosen, rows, side, entries: { ...all, [form]: filled } });
    if (this.#content.periods?.asOf !== periods?.asOf) this.#takeFactsAnew();
    return this.#checkForm(form);
  }

  /** What the whole check says now. `results` are the figures of the rows as they are now, as far as they are known. */
  check(results: readonly MetricResult[], changes: CheckInput['changes']): WorkbookCheck {
    const { readIssues, sheetNames, signed = NO_STATES } = this.#input;
    const sheets = [...this.#sheets.values()];
    const within = [...this.#forms.values()].flat().concat(sheets.flatMap(({ live, side }) => [...live.issues(this.#limits), ...side]));
    const raw = rawFactsOf(sheets.filter(({ def, blocks, editedRows }) => blocks.length > 0 || editedRows.size > 0 || this.#content.rows[def.key] !== undefined).map(({ facts }) => facts));
    const between = checkConsistency({ content: this.#content, fields: this.#standard.fields, results, changes, raw, ...(sheetNames === undefined ? {} : { sheetNames }) }, this.#limits);
    const signatures = signatureStates(this.#content, signed, this.#standard);
    return composeCheck([...readIssues, ...within, ...between, ...signoffIssues(signatures, this.#standard)], this.#content, this.#standard, this.#limits, signatures);
  }

  #sheet(key: string): LiveSheet {
    const sheet = this.#sheets.get(key);
    if (sheet === undefined) throw new RangeError(`no raw-data sheet ${key}`);
    return sheet;
  }

  #checkForm(form: string): readonly Issue[] {
    const issues = checkForm(this.#standard.fields[form] ?? [], this.#content.entries[form] ?? {});
    this.#forms.set(form, issues);
    return issues;
  }

  /** Every row is held against another as-of date. */
  #takeFactsAnew(): void {
    for (const sheet of this.#sheets.values()) {
      const { def, blocks, live, editedRows } = sheet;
      sheet.facts = this.#factsOf(def, blocks, editedRows);
      for (const row of editedRows) {
        const at = live.at(row);
        if (at !== null) sheet.facts.add(at.block, at.index);
      }
    }
  }

  #factsOf(def: RawSheetDef, blocks: readonly Block[], except: ReadonlySet<number> = new Set()): SheetFactsIndex {
    const facts = new SheetFactsIndex(def, this.#content.periods?.asOf ?? null, this.#input.places?.[def.key]);
    for (const block of blocks) for (let i = 0; i < block.length; i++) if (!except.has(block.firstRow + i)) facts.add(block, i);
    return facts;
  }
}
