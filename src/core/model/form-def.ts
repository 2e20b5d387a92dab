/**
 * A form of the standard as its template declares it: printed tables, cells to fill, repeated rows. Declarative; the
 * layout (`core/form`) gives every cell its row, the columns are those of the sheet (1 = A).
 */
import type { ComputedPart } from './computed-cells';
import type { ValueKind } from './raw-sheet';
import type { StyleName } from './sheet-spec';

/** A list of values to choose from, laid out on the hidden sheet under the name `列表_<name>`. */
export interface ListDef {
  readonly key: string;
  /** Last part of the defined name, Chinese. */
  readonly name: string;
  readonly clause?: string;
  readonly values: readonly string[];
}

/** A cell to fill. */
export interface FieldDef {
  readonly kind: ValueKind;
  /** What people call it; in repeated rows the column's header unless given. */
  readonly label?: string;
  readonly required?: boolean | 'row';
  /** What `row` requires is not required while another field of the row holds this value. */
  readonly unless?: { readonly field: string; readonly value: string };
  readonly clause?: string;
  /** Key of a list. */
  readonly list?: string;
  /** True when other values than the list's are fine. */
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Defined name of the cell. */
  readonly name?: string;
  /** Shown when the cell is selected: the standard's own prompt where it has one. */
  readonly prompt?: string;
  readonly format?: string;
  /** Shown like the metric that this field of the block names; `row` for the metric of the row itself. */
  readonly like?: string;
}

/** Words of `effect-state`, by what was found. */
export type EffectWords = Readonly<Record<'own' | 'noTarget' | 'noFigure' | 'missed' | 'worse' | 'unproven' | 'byProgram' | 'proven', string>>;

export interface ProposalMarkDef {
  readonly rule: 'proposal-mark';
  /** Fields of the row or block, and what they are called; no label holds another. */
  readonly fields: readonly string[];
  readonly labels: readonly string[];
  /** Stands before the labels. */
  readonly prefix: string;
  readonly kept: ProposalsKept;
}

/**
 * Where 建议 keeps the texts: by the number of the row or block, in one of its lists; one by one under this beginning of their
 * keys (`cells`); or by the metric of the row (`metrics`).
 */
export type ProposalsKept = { readonly in: 'lines'; readonly list?: string } | { readonly in: 'cells'; readonly under: string } | { readonly in: 'metrics' };

/** A cell that the workbook computes. Words are what the formula prints. */
export type ComputedDef =
  | { readonly rule: 'metric'; readonly part: ComputedPart }
  /** The typed value where there is one, else that of the metric which the field names. */
  | { readonly rule: 'metric-of'; readonly metric: string; readonly typed: string; readonly part: 'baseline' | 'current' }
  | { readonly rule: 'target-met'; readonly target: string; readonly words: { readonly met: string; readonly missed: string } }
  | { readonly rule: 'length'; readonly fields: readonly string[] }
  | { readonly rule: 'share'; readonly field: string; readonly of: readonly string[] }
  | { readonly rule: 'length-limit'; readonly fields: readonly string[]; readonly max: number; readonly words: { readonly within: string; readonly over: string } }
  | { readonly rule: 'mirror'; readonly form: string; readonly field: string }
  /** A field of the first row of a list whose number is that of the own row or block. */
  | { readonly rule: 'listed'; readonly form: string; readonly list: string; readonly field: string; readonly number: string }
  /** What the `of` field holds (or what is listed), put between words; '' while it is blank, or is what the field `until` holds. */
  | { readonly rule: 'asked'; readonly of: string | { readonly form: string; readonly list: string; readonly field: string; readonly number: string }; readonly before: string; readonly after: string; readonly until?: string }
  /** What 指标计算 has of the metric that the field names. */
  | { readonly rule: 'named-metric'; readonly metric: string; readonly part: 'baseline' | 'current' | 'verdict' }
  /** Whether the texts of the fields quote the figures of the metric that the field names. */
  | { readonly rule: 'quoted-figures'; readonly metric: string; readonly fields: readonly string[]; readonly words: { readonly both: string; readonly differs: string; readonly none: string } }
  | { readonly rule: 'change'; readonly before: string; readonly after: string }
  | { readonly rule: 'uscc'; readonly words: { readonly ok: string; readonly number: string; readonly length: string; readonly letters: string; readonly check: string } }
  | {
      readonly rule: 'size-class';
      readonly words: {
        readonly classes: readonly [large: string, medium: string, small: string, micro: string];
        readonly unlisted: string;
        readonly missing: string;
      };
    }
  | { readonly rule: 'size-industry' }
  | { readonly rule: 'industry-name' }
  | { readonly rule: 'as-of-current' }
  | { readonly rule: 'as-of-baseline' }
  | { readonly rule: 'last-check' }
  /** Which cells of the row still hold what the program proposed; see `ProposalMarkDef`. */
  | ProposalMarkDef
  /** Why it was proposed, while any of the cells still holds the proposal; `why` is the column of 建议 that says so. */
  | (Omit<ProposalMarkDef, 'rule' | 'labels' | 'prefix'> & { readonly rule: 'proposal-why'; readonly why: string })
  /** What 附录E says in the line whose number stands in the field `number`; `{i}` is the index of the own row. */
  | { readonly rule: 'plan-line'; readonly number: string; readonly part: 'number' | 'problem' | 'metric' | 'target' | 'current' | 'start' | 'end' }
  /** How a line of the plan stands on the as-of date. */
  | {
      readonly rule: 'progress-state';
      readonly number: string;
      readonly done: string;
      readonly words: { readonly unplanned: string; readonly waiting: string; readonly running: string; readonly inTime: string; readonly late: string; readonly overdue: string; readonly done: string };
    }
  /** Whether the effect of a line is shown by its metric. */
  | { readonly rule: 'effect-state'; readonly number: string; readonly words: EffectWords }
  /** Adopted opinions of 7.5.6 for the line of the own block; '' without any. `{n}` stands for their number. */
  | { readonly rule: 'adopted'; readonly number: string; readonly text: string }
  /** What the last check said of the signatures of the row's step. */
  | { readonly rule: 'signoff' }
  | {
      readonly rule: 'stage';
      /** `gate` is what the last check said, written beside the counts. */
      readonly part: 'filled' | 'total' | 'share' | 'bar' | 'state' | 'gate';
      readonly words?: { readonly absent: string; readonly open: string; readonly started: string; readonly done: string };
    };

interface CellFrame {
  /** First column and number of columns. */
  readonly column: number;
  readonly span?: number;
  /** Number of grid rows; 1 unless given. */
  readonly rows?: number;
  readonly style?: StyleName;
}

export type GridCell = CellFrame & {
  readonly text?: string;
  /** Key of the field, unique in the form (in the block, where the grid is repeated). */
  readonly key?: string;
  readonly field?: FieldDef;
  readonly computed?: ComputedDef;
  /** Defined name of a computed cell; a field's name is the field's. */
  readonly name?: string;
};

export interface GridRow {
  /** Points; at least what the printed text needs when left out. */
  readonly height?: number;
  readonly cells: readonly GridCell[];
}

/** A printed table, once or as `repeat.count` blocks whose fields are `<key>[i].<field>`. */
export interface GridSection {
  readonly type: 'grid';
  readonly key?: string;
  readonly repeat?: { readonly count: number; readonly perPage: number; readonly heading: string };
  readonly rows: readonly GridRow[];
}

export interface RowsColumn extends CellFrame {
  readonly key: string;
  readonly header: string;
  readonly headerStyle?: StyleName;
  /** Equal texts of rows one below the other share a merged cell. */
  readonly merge?: boolean;
  /** The row's number, 1, 2, 3 ... */
  readonly numbered?: boolean;
  readonly field?: FieldDef;
  readonly computed?: ComputedDef;
}

/** A row whose texts the standard gives; the rest of its columns are filled in. */
export interface RowsItem {
  readonly key: string;
  /** By column key. */
  readonly texts: Readonly<Record<string, string>>;
  /** Metrics whose values the row shows, one line each. */
  readonly metrics?: readonly string[];
  /** Stage of clause 6 (clause number) that the row shows. */
  readonly stage?: string;
  /** Input prompt of a column, by column key. */
  readonly prompts?: Readonly<Record<string, string>>;
}

/** A table of rows: those of the standard (or one per metric), then free ones `<key>[i].<column>`. */
export interface RowsSection {
  readonly type: 'rows';
  readonly key: string;
  readonly columns: readonly RowsColumn[];
  readonly headerHeight?: number;
  readonly rowHeight?: number;
  readonly items?: readonly RowsItem[];
  /** One row per metric of the workbook but these; texts `item`, `name`, `numerator`, `denominator`. */
  readonly metricsExcept?: readonly string[];
  readonly free?: number;
  /** True when the header is repeated on every printed page. */
  readonly repeatHeader?: boolean;
}

export interface HeadingSection {
  readonly type: 'heading';
  readonly text: string;
  readonly breakBefore?: boolean;
}

/** Lines across the printed width. */
export interface TextSection {
  readonly type: 'text';
  readonly style: StyleName;
  readonly lines: readonly string[];
}

/** Links to every sheet of the workbook, in two columns. */
export interface ContentsSection {
  readonly type: 'contents';
  readonly headings: { readonly forms: string; readonly data: string };
}

export type FormSection = GridSection | RowsSection | HeadingSection | TextSection | ContentsSection;

export interface FormDef {
  readonly key: string;
  readonly sheet: string;
  /** Printed title, e.g. `表 B.1 企业交流座谈表`. */
  readonly title: string;
  /** Clause as the standard counts it, e.g. `附录 B`, `7.1.3`. */
  readonly clause: string;
  /** Stages of clause 6 that the form belongs to. */
  readonly stage?: string;
  readonly purpose: string;
  readonly howTo: string;
  readonly orientation: 'portrait' | 'landscape';
  /** The program's own: nobody fills it in, no link leads there, no rule judges it. */
  readonly hidden?: boolean;
  /** Widths in characters of all columns. */
  readonly columns: readonly number[];
  /** True when link, title and help are repeated on every printed page. */
  readonly repeatTitle?: boolean;
  /** Columns that are printed; what stands to the right is for work on the screen. */
  readonly printColumns: number;
  readonly sections: readonly FormSection[];
}

/** What the layout says by itself, and what the cell rules say per kind of value. */
export interface FormWording {
  readonly standard: string;
  readonly backHome: string;
  readonly promptTitle: string;
  readonly required: string;
  readonly listPrompt: string;
  readonly listError: string;
  readonly errorTitle: string;
  readonly kinds: Readonly<Record<ValueKind, { readonly prompt: string; readonly error: string }>>;
  /** `{min}` and `{max}` stand for the bounds. */
  readonly between: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly lists: { readonly sheet: string; readonly title: string; readonly howTo: string; readonly lastRow: string; readonly divisions: string; readonly sizes: string };
}

/** Tables of reference data that the forms look things up in. */
export interface FormReference {
  /** GB/T 4754-2017 divisions. */
  readonly divisions: readonly { readonly code: string; readonly name: string }[];
  /** Thresholds of 2017 by industry code; a bound of 0 where the indicator does not apply. */
  readonly sizes: readonly SizeBounds[];
  readonly tools: readonly string[];
}

/** Lower bounds [large, medium, small] (inclusive) of one industry, for the codes (two to four digits) it covers. */
export interface SizeBounds {
  readonly code: string;
  readonly industry: string;
  readonly employees: readonly [number, number, number];
  readonly revenue: readonly [number, number, number];
  readonly assets: readonly [number, number, number];
}

/** Everything about forms that is data. */
export interface FormLibrary {
  readonly forms: readonly FormDef[];
  readonly lists: readonly ListDef[];
  readonly wording: FormWording;
}
