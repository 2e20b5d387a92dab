/** The forms as they ship, with a list of metrics made from the keys that they name. */
import { formReference } from '../../../src/core/form/reference';
import { fieldsContext, type Standard } from '../../../src/core/form/workbook';
import { formFields } from '../../../src/core/form/form';
import { divisions } from '../../../src/core/reference/industry';
import { qualityTools } from '../../../src/core/reference/quality-tools';
import { readFormLibrary } from '../../../src/core/template/form-template';
import { readRawSheetDefs } from '../../../src/core/template/raw-sheet';
import { readEnterpriseSize } from '../../../src/core/template/reference';
import type { CellValue } from '../../../src/core/model/cell';
import type { ComputedCells, MetricLabel } from '../../../src/core/model/computed-cells';
import type { WorkbookContent } from '../../../src/core/model/content';
import type { FieldPlace } from '../../../src/core/model/form';
import { formTemplates, listsTemplate, wordingTemplate } from '../../../templates/forms/index';
import { rawTemplates } from '../../../templates/index';
import sizes from '../../../templates/reference/enterprise-size.json';

export const library = readFormLibrary({ forms: formTemplates, lists: listsTemplate, wording: wordingTemplate });

const keys = new Set(library.forms.flatMap((form) => form.sections.flatMap((section) => (section.type === 'rows' ? (section.items ?? []).flatMap((item) => item.metrics ?? []) : []))));

const metrics: readonly MetricLabel[] = [...keys].map((key, i) => ({
  key,
  item: `${i + 1}.1`,
  name: `指标${i + 1}`,
  unit: 'ratio',
  better: i % 2 === 0 ? 'higher' : 'lower',
  numerator: '合格数',
  denominator: '总数',
}));

export const standard: Standard = {
  library,
  rawSheets: readRawSheetDefs(rawTemplates),
  reference: formReference({ divisions, sizes: readEnterpriseSize('enterprise-size.json', sizes).rows, tools: qualityTools }),
  metrics,
};

export const fields = fieldsContext(standard);

export function placesOf(key: string): readonly FieldPlace[] {
  const form = library.forms.find((f) => f.key === key);
  if (form === undefined) throw new Error(key);
  return formFields(form, fields);
}

/** Metrics that are all 95 %, as a formula. */
export const allEqual: ComputedCells = {
  named: (reference, name) => ({ formula: `IF(${reference}="","",0.95)`, value: (name ?? '') === '' ? '' : 0.95 }),
  cell: (_, part) => (part === 'verdict' ? { formula: '"▲"&" 改善"', value: '▲ 改善' } : { formula: '19/20', value: 0.95, format: '0.00%' }),
};

export function contentOf(more: Partial<WorkbookContent> = {}): WorkbookContent {
  return { chosen: [...library.forms.map((f) => f.key), ...standard.rawSheets.map((s) => s.key)], periods: null, entries: {}, rows: {}, side: {}, summaries: {}, ...more };
}

/** Something fitting in every field that `wanted` takes. */
export function fill(wanted: (place: FieldPlace) => boolean): Readonly<Record<string, Readonly<Record<string, CellValue>>>> {
  return Object.fromEntries(library.forms.map((form) => [form.key, Object.fromEntries(placesOf(form.key).filter(wanted).map((place, i) => [place.key, sample(place, i)]))]));
}

function sample(place: FieldPlace, i: number): CellValue {
  if (place.choices !== undefined) return place.choices[i % place.choices.length] ?? null;
  switch (place.kind) {
    case 'date':
      return 45_000 + i;
    case 'count':
    case 'number':
    case 'money':
      return i + 0.25 * Number(place.kind !== 'count');
    case 'uscc':
      return '91350100M000100Y43';
    case 'industry':
      return '34';
    default:
      return `${place.label} 第 ${i} 项\n　二`;
  }
}
