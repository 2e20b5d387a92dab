/** The same thing that does not agree, in every line, level, kind, requirement, record and figure that there is. */
import { figuresIn } from '../../src/core/check/consistency/text-figures';
import { shown } from '../../src/core/codec/codec';
import type { CellValue } from '../../src/core/model/cell';
import { baseText, placeOf } from '../core/check/consistency/base-content';
import type { Corruption } from './corruption';

/** One cell changed; `code` is found there, or at `at` of the same form. */
interface Change {
  readonly form: string;
  readonly key: string;
  readonly value: CellValue;
  readonly code: string;
  readonly at?: readonly [form: string, key: string];
}

const NUMBERS = ['W1', 'W2', 'W3', 'W4'];

const lines = NUMBERS.flatMap((_, i): readonly Change[] => {
  const line = (key: string, value: CellValue, code: string, at?: Change['at']): Change => ({ form: 'E', key: `lines[${i}].${key}`, value, code, ...(at === undefined ? {} : { at }) });
  return [
    line('number', `X${i}`, 'plan-number-unknown'),
    line('number', `X${i}`, 'problem-unanswered', ['D', `problems[${i}].number`]),
    line('problem', '别的问题', 'plan-problem'),
    line('cause', '别的原因', 'plan-cause'),
    line('cause', '不详', 'says-nothing'),
    line('method', '待补', 'says-nothing'),
    line('tools', '/', 'says-nothing'),
    line('owner', '李不在', 'person-unknown'),
    line('metric', '本厂自定的指标', 'plan-baseline-missing', ['E', `lines[${i}].baseline`]),
    line('baseline', 0.333, 'plan-baseline'),
    line('baseline', 33.3, 'percent-scale'),
    line('target', 97.5, 'percent-scale'),
    line('target', 0.01, 'target-direction'),
    line('metric', '产品合格率', 'plan-metric'),
    line('start', 45_000, 'plan-outside'),
    line('start', 47_000, 'plan-reversed', ['E', `lines[${i}].end`]),
    line('end', 47_000, 'plan-outside'),
  ];
});

const problems = NUMBERS.flatMap((_, i): readonly Change[] => {
  const key = (column: string): string => `problems[${i}].${column}`;
  const other = (i + 1) % NUMBERS.length;
  return [
    { form: 'D', key: key('number'), value: 'Y1', code: 'problem-unanswered' },
    { form: 'D', key: key('number'), value: NUMBERS[other] ?? '', code: 'number-twice', at: ['D', `problems[${Math.max(i, other)}].number`] },
    { form: 'D', key: key('cause'), value: baseText('D', key('problem')), code: 'cause-repeats' },
    { form: 'D', key: key('cause'), value: '别的原因', code: 'plan-cause', at: ['E', `lines[${i}].cause`] },
    { form: 'D', key: key('opinion'), value: '略', code: 'says-nothing' },
  ];
});

const REQUIREMENTS = [...[1, 2, 3].map((n) => `enterprise.${n}`), ...[1, 2, 3, 4].map((n) => `agency.${n}`), ...[1, 2, 3, 4, 5, 6].map((n) => `personnel.${n}`)];
const requirements = REQUIREMENTS.flatMap((item): readonly Change[] => [
  { form: 'requirements', key: `${item}.result`, value: '不符合', code: 'not-eligible' },
  { form: 'requirements', key: `${item}.result`, value: '待核实', code: 'eligibility-open' },
  { form: 'requirements', key: `${item}.evidence`, value: null, code: 'eligibility-evidence' },
]);

const records = ['talks', 'checkup', 'diagnosis', 'plan', 'results'].flatMap((record): readonly Change[] => [
  { form: 'records', key: `records.${record}.state`, value: '未形成', code: 'record-missing' },
  { form: 'records', key: `records.${record}.when`, value: 45_000, code: 'record-early' },
]);

const steps = ['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '7.8'].map((step): Change => ({ form: 'workPlan', key: `plan.${step}.end`, value: 45_000, code: 'plan-reversed' }));
const levels = ['leaders', 'system', 'staff'].map((level): Change => ({ form: 'implementation', key: `training.${level}.people`, value: 0, code: 'training-nobody' }));
const gaps = ['system', 'resources', 'development', 'purchasing', 'inspection'].flatMap((item): readonly Change[] => [
  { form: 'C', key: `${item}.problems`, value: null, code: 'gap-unlinked' },
  { form: 'C', key: `${item}.problems`, value: 'W1、W8', code: 'gap-unknown' },
]);
const kinds = ['a', 'b', 'c', 'd', 'e'].map((kind): Change => ({ form: 'results', key: `kinds.${kind}.evidence`, value: ' ', code: 'kind-evidence' }));

const CHANGES = [...lines, ...problems, ...requirements, ...records, ...steps, ...levels, ...gaps, ...kinds];

/** The text with its figure number `index` one higher in its last digit. */
function oneHigher(text: string, index: number): string {
  const figure = figuresIn(text)[index];
  if (figure === undefined) throw new RangeError(`no figure ${index}`);
  const decimals = figure.number.split('.')[1]?.length ?? 0;
  const changed = (Number(figure.number) + 10 ** -decimals).toFixed(decimals);
  return text.slice(0, figure.start) + figure.text.replace(figure.number, changed) + text.slice(figure.end);
}

/** Figures of rows that the case sums up in words (三项, 一项) name no metric. */
const judged = (['problems', 'results'] as const).flatMap((part) => {
  const text = baseText('F', part).replaceAll(' ', '');
  return figuresIn(text).flatMap((figure, index) => (/[%分起]$/u.test(figure.text) ? [{ part, text, index, figure: figure.text }] : []));
});

export const eachLine: readonly Corruption[] = CHANGES.map(({ form, key, value, code, at }) => ({
  name: `${form} ${key} ${shown(value)}`, code: `consistency/${code}`, at: placeOf(...(at ?? [form, key])), corrupted: { changes: { [form]: { [key]: value } } },
}));

export const eachFigure: readonly Corruption[] = judged.map(({ part, text, index, figure }) => ({
  name: `${part} ${index} ${figure}, one more in its last digit`, code: 'consistency/case-figure', at: placeOf('F', part), corrupted: { changes: { F: { [part]: oneHigher(text, index) } } },
}));
