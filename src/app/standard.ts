/** The standard as data, read once: raw-data sheets, forms, lists, wording, reference tables, metrics. */
import { formFields } from '../core/form/form';
import { formReference } from '../core/form/reference';
import { fieldsContext, type Standard as FormStandard } from '../core/form/workbook';
import type { FieldPlace } from '../core/model/form';
import { divisions } from '../core/reference/industry';
import { qualityTools } from '../core/reference/quality-tools';
import { readFormLibrary } from '../core/template/form-template';
import { readRawSheetDefs } from '../core/template/raw-sheet';
import { readEnterpriseSize } from '../core/template/reference';
import { formTemplates, listsTemplate, wordingTemplate } from '../../templates/forms/index';
import { rawTemplates, referenceTemplates } from '../../templates/index';
import { metricLabels } from './metric-labels';

export interface Standard extends FormStandard {
  /** Form key -> where its entries stand, in reading order. */
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
}

let loaded: Standard | null = null;

/** Throws `TemplateError` when a template is not of its shape: a fault of ours. */
export function loadStandard(): Standard {
  loaded ??= readStandard();
  return loaded;
}

function readStandard(): Standard {
  const sizes = referenceTemplates.find(({ file }) => file.endsWith('/enterprise-size.json'));
  const standard: FormStandard = {
    library: readFormLibrary({ forms: formTemplates, lists: listsTemplate, wording: wordingTemplate }),
    rawSheets: readRawSheetDefs(rawTemplates),
    reference: formReference({ divisions, sizes: readEnterpriseSize(sizes?.file ?? '', sizes?.json).rows, tools: qualityTools }),
    metrics: metricLabels,
  };
  const context = fieldsContext(standard);
  return { ...standard, fields: Object.fromEntries(standard.library.forms.map((form) => [form.key, formFields(form, context)])) };
}
