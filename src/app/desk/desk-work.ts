/** What is done with the workbook on a desk, wherever it is open: asked of the version that is there, changed by a patch that the bench applies. */
import type { WorkbookContent } from '../../core/model/content';
import { buildWorkbook } from '../build-workbook';
import { checkWorkbook } from '../check-workbook';
import { countOf, lastCheckOf } from '../last-check';
import { MEASURED_FORMS, measure, type Measurement } from '../measure';
import type { Call } from '../ports';
import { restoreWorkbook, type Restoration } from '../restore-workbook';
import { reviseWorkbook } from '../revise-workbook';
import type { Standard } from '../standard';
import type { Desk } from './desk';
import type { Bench } from './bench';
import type { ChangeWords, DeskState } from './desk-state';
import { editedContent, formView } from './form-view';
import { createImports } from './imports';
import { metricReports } from './metric-reports';
import { rulesInForce } from '../../core/chart/rule-cells';
import { chosenRules } from '../chosen-rules';
import { monthChart } from './month-chart';
import { createPlans } from './plans';
import { createReviews } from './reviews';
import { createTravels, type Travels } from './travels';
import { rowsBehind } from './rows-behind';
import { sheetWindow } from './sheet-window';
import type { SourceHost, Version } from './version';

export type DeskWork = Pick<Desk, 'check' | 'measure' | 'rowsBehind' | 'monthChart' | 'sheet' | 'form' | 'edit' | 'previewImport' | 'importRows' | 'plan' | 'assemble' | 'decide' | 'review' | 'changeReview' | keyof Travels | 'previewRestore' | 'restore'>;

const NEVER: Call = {};

export function createWork(host: SourceHost, standard: Standard, bench: Bench): DeskWork {
  /** New entries into the workbook; `measurement` is that of the content. */
  async function revise(words: ChangeWords, content: WorkbookContent, measurement: Measurement, call: Call): Promise<DeskState> {
    const version = bench.now();
    const { workbook, reading } = version;
    const check = checkWorkbook({ content, readIssues: reading.issues, places: reading.places, sheetNames: workbook.sheetNames, signed: reading.signed, results: measurement.results, changes: measurement.changes }, standard);
    const { patch, left } = await reviseWorkbook(workbook, reading.content, content, [], standard, { base: buildWorkbook(reading.content, standard, version.measurement()), measurement, lastCheck: lastCheckOf(check) });
    return bench.apply(words, { patch, content: left.length === 0 ? content : null, measurement }, call);
  }

  const restoration = async (version: Version): Promise<Restoration> =>
    restoreWorkbook(version.workbook, version.reading, standard, buildWorkbook(version.reading.content, standard, version.measurement()));

  return {
    check: async (_, call = NEVER) => {
      const { issues, stages } = await bench.now().check(call);
      return { issues, counts: countOf(issues), stages };
    },
    measure: async (_, { progress } = NEVER) => {
      progress?.report('measure', 0, 0);
      return metricReports(bench.now().measurement(), standard);
    },
    rowsBehind: async (query) => rowsBehind(query, bench.now().reading.content, standard),
    monthChart: async ({ metric, language }) => {
      const version = bench.now();
      return monthChart(metric, language, version.measurement(), rulesInForce(chosenRules(version.reading.content, standard)));
    },
    sheet: async (query, call) => sheetWindow(bench.now().workbook, query, call),
    form: async ({ key }) => formView(key, bench.now().reading.content, standard),
    edit: (edit, call = NEVER) => bench.inTurn(async () => {
      const version = bench.now();
      const { content, problems } = editedContent(version.reading.content, edit, standard);
      if (problems.length > 0) return { state: bench.state(), problems };
      const form = standard.library.forms.find(({ key }) => key === edit.form)?.sheet ?? edit.form;
      const state = await revise({ code: 'edit', params: { sheet: form, count: Object.keys(edit.entries).length } }, content, MEASURED_FORMS.has(edit.form) ? measure(content) : version.measurement(), call);
      return { state, problems: [] };
    }),
    ...createImports(host, standard, { now: () => ({ version: bench.now(), name: bench.name() }), inTurn: (work) => bench.inTurn(work), apply: (words, change, call) => bench.apply(words, change, call) }),
    ...createPlans(standard, { now: () => bench.now(), state: () => bench.state(), inTurn: (work) => bench.inTurn(work), revise: (words, content, call) => revise(words, content, bench.now().measurement(), call) }),
    ...createReviews(host, standard, bench),
    ...createTravels(host, standard, bench),
    previewRestore: async () => {
      const { restored, left } = await restoration(bench.now());
      return { restored, left };
    },
    restore: (_, call = NEVER) => bench.inTurn(async () => {
      call.progress?.report('check', 0, 0);
      const { patch, restored } = await restoration(bench.now());
      if (restored.length === 0) return bench.state();
      return bench.apply({ code: 'restore', params: { count: restored.length } }, { patch, content: null }, call);
    }),
  };
}
