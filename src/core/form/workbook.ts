/** All sheets of a workbook but those of the metrics, in the order of the tabs, and its defined names. */
import type { CellValue } from '../model/cell';
import type { ComputedCells, MetricLabel } from '../model/computed-cells';
import type { WorkbookContent } from '../model/content';
import type { FormDef, FormLibrary, FormReference, ListDef } from '../model/form-def';
import { NO_CHECK, type LastCheck } from '../model/last-check';
import type { PeriodKey } from '../model/period';
import type { RawSheetDef } from '../model/raw-sheet';
import type { NameSpec, SheetSpec } from '../model/sheet-spec';
import { absolute, quoteSheet } from '../model/address';
import { formFields, formNames, formSheet, type FieldsContext } from './form';
import { HOME_KEY, type Entries, type FilledForm, type FormContext } from './form-context';
import type { SheetLink } from './layout-sink';
import { listsSheet } from './lists-sheet';
import { rawNames, summaryName } from './names';
import { rawSheet } from './raw-sheet';

/** The standard as data. */
export interface Standard {
  readonly library: FormLibrary;
  readonly rawSheets: readonly RawSheetDef[];
  readonly reference: FormReference;
  /** The metrics that this workbook computes. */
  readonly metrics: readonly MetricLabel[];
}

/** A sheet made elsewhere (指标计算 ...): it stands before 审核记录 or behind a form, and 首页 links to it. */
export interface ExtraSheet {
  readonly name: string;
  readonly clause: string;
  readonly purpose: string;
  /** Left out when the caller puts the sheet in by itself. */
  readonly spec?: SheetSpec;
  /** Key of the form behind which it stands, where the workbook has that form. */
  readonly after?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
}

export const SUMMARY_KEY = 'summary';
/** Extra sheets stand before this form. */
const REVIEW_KEY = 'review';

/** Lists of the templates, and those made of the metrics and the reference data. */
export function formLists(standard: Standard): readonly ListDef[] {
  return [
    ...standard.library.lists,
    { key: 'metrics', name: '指标', values: standard.metrics.map((metric) => metric.name) },
    { key: 'tools', name: '质量工具', clause: '7.4 d', values: standard.reference.tools },
    { key: 'sheets', name: '表名', values: [...standard.library.forms.filter(({ hidden }) => hidden !== true), ...standard.rawSheets].map(({ sheet }) => sheet) },
  ];
}

/** What `formFields` needs. */
export function fieldsContext(standard: Standard): FieldsContext {
  return { wording: standard.library.wording, lists: formLists(standard), metrics: standard.metrics };
}

/** Only what is chosen is laid out; 首页 and 参数 always. */
export function formWorkbookParts(
  standard: Standard,
  content: WorkbookContent,
  computed: ComputedCells,
  extraSheets: readonly ExtraSheet[],
  lastCheck: LastCheck = NO_CHECK,
): WorkbookParts {
  const { library, reference, metrics } = standard;
  const fields = fieldsContext(standard);
  const chosen = new Set([HOME_KEY, ...content.chosen]);
  const forms = library.forms.filter((form) => chosen.has(form.key));
  const rawSheets = standard.rawSheets.filter((def) => chosen.has(def.key));
  const filled = new Map(forms.map((def): [string, FilledForm] => [def.key, { def, places: formFields(def, fields), entries: entriesOf(def, content) }]));
  const homeSheet = filled.get(HOME_KEY)?.def.sheet ?? '';
  const context: FormContext = { ...fields, reference, computed, homeSheet, sheets: links(forms, rawSheets, extraSheets), forms: filled, lastCheck };

  const sheets: SheetSpec[] = [];
  const standsBehind = (form: FormDef): readonly ExtraSheet[] => extraSheets.filter(({ after }) => after === form.key);
  const specs = (some: readonly ExtraSheet[]): readonly SheetSpec[] => some.flatMap((extra) => (extra.spec === undefined ? [] : [extra.spec]));
  const extras = specs(extraSheets.filter(({ after }) => !forms.some(({ key }) => key === after)));
  const before = forms.findIndex((form) => form.key === REVIEW_KEY || form.key === SUMMARY_KEY);
  forms.forEach((form, index) => {
    if (index === before) sheets.push(...extras);
    sheets.push(formSheet(form, context), ...specs(standsBehind(form)));
  });
  if (before < 0) sheets.push(...extras);
  for (const def of rawSheets) {
    sheets.push(rawSheet(def, { blocks: content.rows[def.key] ?? [], side: content.side[def.key] ?? [] }, { wording: library.wording, homeSheet }));
  }
  const home = filled.get(HOME_KEY)?.entries ?? {};
  const lists = listsSheet({ lists: fields.lists, rawSheets, rows: content.rows, reference, home: (key) => home[key] ?? null, wording: library.wording });
  sheets.push(lists.sheet);
  const names = [...lists.names, ...forms.flatMap((form) => formNames(form, fields)), ...summaryNames(filled.get(SUMMARY_KEY), metrics), ...rawNames(rawSheets)];
  return { sheets, names };
}

function links(forms: readonly FormDef[], rawSheets: readonly RawSheetDef[], extras: readonly ExtraSheet[]): readonly SheetLink[] {
  const linkTo = (extra: ExtraSheet): SheetLink => link(extra.name, extra.purpose, false);
  const ofForms = forms.filter((form) => form.key !== HOME_KEY && form.hidden !== true).flatMap((form) =>
    [link(form.sheet, form.purpose, false), ...extras.filter(({ after }) => after === form.key).map(linkTo)].map((one) => ({ key: form.key, link: one })));
  const others = extras.filter(({ after }) => !forms.some(({ key }) => key === after));
  const before = ofForms.findIndex(({ key }) => key === REVIEW_KEY || key === SUMMARY_KEY);
  const at = before < 0 ? ofForms.length : before;
  return [
    ...ofForms.slice(0, at).map((form) => form.link),
    ...others.map(linkTo),
    ...ofForms.slice(at).map((form) => form.link),
    ...rawSheets.map((def) => link(def.sheet, def.feeds, true)),
  ];
}

function link(name: string, about: string, data: boolean): SheetLink {
  return { name, about, data };
}

/** What was typed; the periods also count as typed on 首页, and 汇总填报 on its sheet. */
function entriesOf(def: FormDef, content: WorkbookContent): Entries {
  const typed = content.entries[def.key] ?? {};
  if (def.key === HOME_KEY) return { ...periodEntries(content), ...typed };
  return def.key === SUMMARY_KEY ? { ...summaryEntries(content), ...typed } : typed;
}

function periodEntries({ periods }: WorkbookContent): Entries {
  if (periods === null) return {};
  return {
    'periods.baseline.start': periods.baseline.start,
    'periods.baseline.end': periods.baseline.end,
    'periods.current.start': periods.current.start,
    'periods.current.end': periods.current.end,
    asOf: periods.asOf,
  };
}

/** Key of a cell of 汇总填报. */
export function summaryKey(metric: string, period: PeriodKey, part: 'numerator' | 'denominator' | 'evidence'): string {
  return `metrics.${metric}.${period}.${part}`;
}

function summaryEntries({ summaries }: WorkbookContent): Entries {
  const entries: Record<string, CellValue> = {};
  for (const [metric, byPeriod] of Object.entries(summaries)) {
    for (const period of ['baseline', 'current'] as const) {
      const summary = byPeriod[period];
      if (summary === undefined) continue;
      entries[summaryKey(metric, period, 'numerator')] = summary.numerator;
      entries[summaryKey(metric, period, 'denominator')] = summary.denominator;
      entries[summaryKey(metric, period, 'evidence')] = summary.evidence;
    }
  }
  return entries;
}

function summaryNames(form: FilledForm | undefined, metrics: readonly MetricLabel[]): readonly NameSpec[] {
  if (form === undefined) return [];
  return metrics.flatMap((metric) =>
    (['baseline', 'current'] as const).flatMap((period) =>
      (['numerator', 'denominator'] as const).flatMap((part) => {
        const place = form.places.find((p) => p.key === summaryKey(metric.key, period, part));
        return place === undefined ? [] : [{ name: summaryName(metric.item, period, part), refersTo: `${quoteSheet(place.sheet)}!${absolute(place.row, place.column)}` }];
      }),
    ),
  );
}
