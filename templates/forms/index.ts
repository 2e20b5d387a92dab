/** The forms of the standard in the order of the tabs, their lists and wording, as JSON with the file's name for errors. Nothing here is checked: `core/template` does. */
import a from './A.json';
import b from './B.json';
import c from './C.json';
import causes from './causes.json';
import d from './D.json';
import e from './E.json';
import f from './F.json';
import home from './home.json';
import implementation from './implementation.json';
import lists from './lists.json';
import proposals from './proposals.json';
import records from './records.json';
import requirements from './requirements.json';
import results from './results.json';
import review from './review.json';
import summary from './summary.json';
import wording from './wording.json';
import workPlan from './workPlan.json';

interface TemplateSource {
  readonly file: string;
  readonly json: unknown;
}

export const formTemplates: readonly TemplateSource[] = [
  { file: 'templates/forms/home.json', json: home },
  { file: 'templates/forms/requirements.json', json: requirements },
  { file: 'templates/forms/workPlan.json', json: workPlan },
  { file: 'templates/forms/A.json', json: a },
  { file: 'templates/forms/B.json', json: b },
  { file: 'templates/forms/C.json', json: c },
  { file: 'templates/forms/D.json', json: d },
  { file: 'templates/forms/causes.json', json: causes },
  { file: 'templates/forms/E.json', json: e },
  { file: 'templates/forms/implementation.json', json: implementation },
  { file: 'templates/forms/results.json', json: results },
  { file: 'templates/forms/F.json', json: f },
  { file: 'templates/forms/records.json', json: records },
  { file: 'templates/forms/review.json', json: review },
  { file: 'templates/forms/summary.json', json: summary },
  { file: 'templates/forms/proposals.json', json: proposals },
];

export const listsTemplate: TemplateSource = { file: 'templates/forms/lists.json', json: lists };
export const wordingTemplate: TemplateSource = { file: 'templates/forms/wording.json', json: wording };
