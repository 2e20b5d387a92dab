/** The plan as the pane shows it, and what assembling it would do; nothing is changed. */
import { planView, type PlanCell, type PlanLineView } from '../../core/plan/plan-view';
import type { WorkbookContent } from '../../core/model/content';
import type { MetricLabel } from '../../core/model/computed-cells';
import type { Measurement } from '../measure';
import { planContent } from '../plan-content';
import { planWords } from '../plan-words';
import type { Standard } from '../standard';
import type { PlanLineReport, PlanReport, PlanText } from './plan-data';
import { storedText } from './stored-text';

/** Throws `InputError` (`plan/no-form`, `plan/too-many-lines`). */
export function planReport(content: WorkbookContent, measurement: Measurement, standard: Standard): PlanReport {
  const { cells, notes, offers } = planContent(content, standard, { measurement }).assembly;
  const view = planView({ content, fields: standard.fields, metrics: standard.metrics, results: measurement.results, words: planWords });
  const lines = view.lines.map((line) => lineReport(line, standard));
  const page = view.page.map((cell) => textOf(cell, null));
  return {
    sheet: standard.library.forms.find(({ key }) => key === 'E')?.sheet ?? '',
    lines, page,
    proposals: [...page, ...lines.flatMap(({ fields }) => Object.values(fields))].filter(({ proposed }) => proposed).length,
    pending: { proposed: cells.filter(({ act }) => act === 'proposed').length, updated: cells.filter(({ act }) => act === 'updated').length, notes, offers },
  };
}

function lineReport({ number, cells, baseline, state }: PlanLineView, { metrics }: Standard): PlanLineReport {
  const metric = metrics.find(({ name }) => name === cells.metric.value) ?? null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the cells
  const fields = Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, textOf(cell, field === 'target' ? metric : null)])) as PlanLineReport['fields'];
  return { number, fields, baseline, state };
}

/** A target reads as its metric does. */
function textOf({ key, place, at, value, proposed, why }: PlanCell, metric: MetricLabel | null): PlanText {
  const figure = metric !== null && typeof value === 'number' ? planWords.figure(value, metric) : null;
  const percent = figure?.endsWith('%') === true;
  const text = storedText(place, value);
  return {
    key, label: place.label, at, proposed, why,
    text: percent && figure !== null && typeof value === 'number' ? `${Number((value * 100).toPrecision(12))}%` : text,
    shown: figure ?? text,
    choices: place.choices ?? [], open: place.open === true,
  };
}
