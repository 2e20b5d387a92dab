/** What is open on the desk, in a few words: what the frame of the pane shows, and what decides which pages there are. */
import { shown } from '../../core/codec/codec';
import { HOME_KEY } from '../../core/form/form-context';
import { filledRows } from '../../core/import/filled-rows';
import type { Periods } from '../../core/model/period';
import { headerText } from '../../core/model/raw-sheet';
import { standingProposals } from '../../core/plan/decide';
import type { Standard } from '../standard';
import type { Version } from './version';

/** What a change was, for the sentence on undoing it. */
export interface ChangeWords {
  readonly code: 'edit' | 'import' | 'restore' | 'plan' | 'accept' | 'dismiss' | 'review' | 'sign' | 'merge' | 'seal';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface FormSummary {
  readonly key: string;
  readonly sheet: string;
  readonly clause: string;
  readonly title: string;
  readonly stage: string | null;
}

export interface RawSheetSummary {
  readonly key: string;
  readonly sheet: string;
  readonly feeds: string;
  readonly howTo: string;
  /** Filled rows. */
  readonly rows: number;
  /** Headers as printed. */
  readonly columns: readonly { readonly key: string; readonly header: string; readonly required: boolean }[];
}

export interface DeskState {
  /** Another number after every change, undone ones too: what was asked for at one number holds as long as it stays. */
  readonly revision: number;
  readonly name: string;
  /** Changed since it was opened or saved. */
  readonly dirty: boolean;
  readonly undo: ChangeWords | null;
  readonly redo: ChangeWords | null;
  /** As typed on 首页; '' when it is not. */
  readonly enterprise: string;
  readonly periods: Periods | null;
  /** Proposals of the plan that nobody has decided on. */
  readonly proposals: number;
  /** Those that the workbook has and shows. */
  readonly forms: readonly FormSummary[];
  readonly rawSheets: readonly RawSheetSummary[];
}

type Told = Pick<DeskState, 'revision' | 'name' | 'dirty' | 'undo' | 'redo'>;

export function describeDesk({ reading: { content } }: Pick<Version, 'reading'>, standard: Standard, told: Told): DeskState {
  const chosen = new Set(content.chosen);
  return {
    ...told,
    enterprise: shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null),
    periods: content.periods,
    proposals: chosen.has('E') ? standingProposals(content.entries, standard.fields).length : 0,
    forms: standard.library.forms.filter(({ key, hidden }) => chosen.has(key) && hidden !== true).map(({ key, sheet, clause, title, stage = null }) => ({ key, sheet, clause, title, stage })),
    rawSheets: standard.rawSheets.filter(({ key }) => chosen.has(key)).map(({ key, sheet, feeds, howTo, columns }) => ({
      key, sheet, feeds, howTo,
      rows: filledRows(content.rows[key] ?? []),
      columns: columns.map((column) => ({ key: column.key, header: headerText(column), required: column.required })),
    })),
  };
}
