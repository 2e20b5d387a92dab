/** Cell rules and conditional formats of a range. */
import { common, meets, refOf, withoutAll, type Area } from '../../../src/core/model/area';
import type { Book, Conditional, Sheet, Validation } from './model';
import { Refusal } from './model';
import { colour } from './object-format';
import { Breach, oneOf, record, text, type WireObject } from './wire-object';

const KINDS: Readonly<Record<string, string>> = { list: 'List', date: 'Date', decimal: 'Decimal', wholeNumber: 'WholeNumber', textLength: 'TextLength', custom: 'Custom', time: 'Time' };
const OPERATORS = ['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqualTo', 'LessThanOrEqualTo'];

const typeOf = ({ rule }: Validation): string => KINDS[Object.keys(rule)[0] ?? ''] ?? 'None';
/** Excel keeps bounds as formulas. */
const shown = (rule: Validation['rule']): Validation['rule'] => Object.fromEntries(Object.entries(rule).map(([kind, value]) => [
  kind,
  typeof value !== 'object' || value === null ? value : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key.startsWith('formula') && typeof one === 'number' ? `=${one}` : one])),
]));

function checkedRule(value: unknown): Validation['rule'] {
  const rule = record(value, Object.keys(KINDS), 'a rule');
  const [kind, ...more] = Object.keys(rule);
  if (kind === undefined || more.length > 0) throw new Breach('InvalidArgument', `a rule of ${Object.keys(rule).length} kinds`);
  if (kind === 'list') {
    const list = record(rule[kind], ['inCellDropDown', 'source'], 'a list');
    if (typeof list['source'] !== 'string' || list['source'].length > 255) throw new Refusal('InvalidArgument', 'the source of a list');
  } else if (kind === 'custom') {
    const { formula } = record(rule[kind], ['formula'], 'a custom rule');
    if (!text(formula, 'the formula of a rule').startsWith('=') || text(formula, '').length > 256) throw new Refusal('InvalidArgument', 'the formula of a rule');
  } else {
    const { operator, formula1 } = record(rule[kind], ['operator', 'formula1', 'formula2'], 'bounds');
    oneOf(operator, OPERATORS, 'an operator');
    if (formula1 === undefined) throw new Breach('InvalidArgument', 'bounds without one');
  }
  return shown(rule);
}

/** Takes rules away from cells; what they hold for others stays. */
export function cutValidations(sheet: Sheet, areas: readonly Area[]): void {
  for (const one of sheet.validations) one.areas = withoutAll(one.areas, areas);
  sheet.validations = sheet.validations.filter((one) => one.areas.length > 0);
}

export function validationOf(sheet: Sheet, areas: readonly Area[], guard: () => void): WireObject {
  const found = (): readonly Validation[] => sheet.validations.filter((one) => one.areas.some((area) => areas.some((own) => meets(area, own))));
  const covers = (one: Validation): boolean => withoutAll(areas, one.areas).length === 0;
  /** The rule that holds for all cells; undefined where there are several, null where there is none. */
  const single = (): Validation | null | undefined => {
    const [first, ...more] = found();
    if (first === undefined) return null;
    return more.length === 0 && covers(first) ? first : undefined;
  };
  const change = (part: Partial<Pick<Validation, 'rule' | 'errorAlert' | 'prompt' | 'ignoreBlanks'>>): void => {
    guard();
    const old = single() ?? { areas, rule: {}, errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' }, prompt: { showPrompt: true, title: '', message: '' }, ignoreBlanks: true };
    cutValidations(sheet, areas);
    sheet.validations.push({ ...old, areas, ...part });
  };
  const words = (value: unknown, names: readonly string[], title: number, message: number): Readonly<Record<string, unknown>> => {
    const given = record(value, names, 'a message');
    if (text(given['title'], 'a title').length > title || text(given['message'], 'a message').length > message) throw new Refusal('InvalidArgument', 'a message that is too long');
    return given;
  };
  return {
    type: 'dataValidation',
    get: {
      type: () => {
        const one = single();
        if (one === undefined) return new Set(found().map(typeOf)).size === 1 && withoutAll(areas, found().flatMap((each) => each.areas)).length === 0 ? 'MixedCriteria' : 'Inconsistent';
        return one === null ? 'None' : typeOf(one);
      },
      rule: () => { const one = single(); return one === undefined ? null : one?.rule ?? {}; },
      errorAlert: () => single()?.errorAlert ?? null,
      prompt: () => single()?.prompt ?? null,
      ignoreBlanks: () => single()?.ignoreBlanks ?? null,
    },
    set: {
      rule: (value) => change({ rule: checkedRule(value) }),
      errorAlert: (value) => {
        oneOf(record(value, ['showAlert', 'style', 'title', 'message'], 'an alert')['style'], ['Stop', 'Warning', 'Information'], 'a style');
        change({ errorAlert: words(value, ['showAlert', 'style', 'title', 'message'], 32, 225) });
      },
      prompt: (value) => change({ prompt: words(value, ['showPrompt', 'title', 'message'], 32, 255) }),
      ignoreBlanks: (value) => change({ ignoreBlanks: value === true }),
    },
    call: {
      clear: () => {
        guard();
        cutValidations(sheet, areas);
      },
    },
  };
}

/** The cells of the area that have a rule, as Excel would answer them: in pieces. */
export function validatedCells(sheet: Sheet, within: Area): readonly Area[] {
  const areas: Area[] = [];
  for (const one of sheet.validations) for (const area of one.areas) {
    const cut = common(area, within);
    if (cut !== null) areas.push(...withoutAll([cut], areas));
  }
  return areas.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** A conditional format as the client sees it; `rangesOf` makes the object of several ranges. */
export function conditionalsOf(book: Book, sheet: Sheet, areas: readonly Area[], guard: () => void, rangesOf: (areas: readonly Area[]) => WireObject): WireObject {
  const one = (rule: Conditional): WireObject => {
    const at = (path: string, check: (value: unknown) => unknown = (value) => value) => (value: unknown): void => {
      guard();
      rule.format.set(path, check(value));
    };
    return {
      type: 'conditionalFormat', id: rule.id,
      get: { id: () => rule.id, type: () => rule.type },
      call: { delete: () => { guard(); sheet.conditionals = sheet.conditionals.filter((each) => each !== rule); } },
      to: {
        getRanges: () => rangesOf(rule.areas),
        custom: () => ({
          type: 'custom',
          to: {
            rule: () => ({
              type: 'rule', get: { formula: () => rule.formula },
              set: { formula: (value) => { guard(); if (!text(value, 'a formula').startsWith('=')) throw new Refusal('InvalidArgument', 'a formula without ='); rule.formula = text(value, 'a formula'); } },
            }),
            format: () => ({
              type: 'conditional format', to: {
                font: () => ({ type: 'font', set: { color: at('font.color', colour), bold: at('font.bold') } }),
                fill: () => ({ type: 'fill', set: { color: at('fill.color', colour) } }),
                borders: () => ({ type: 'borders', to: {}, item: (edge) => ({ type: 'border', set: { style: at(`${String(edge)}.style`, (value) => oneOf(value, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'], 'a line')), color: at(`${String(edge)}.color`, colour) } }) }),
              },
            }),
          },
        }),
      },
    };
  };
  const found = (): readonly Conditional[] => sheet.conditionals.filter((rule) => rule.areas.some((area) => areas.some((own) => meets(area, own))));
  return {
    type: 'conditionalFormats',
    items: () => found().map(one),
    item: (key) => {
      const rule = sheet.conditionals.find(({ id }) => id === key);
      if (rule === undefined) throw new Refusal('ItemNotFound', `a conditional format ${String(key)}`);
      return one(rule);
    },
    call: { clearAll: () => { guard(); for (const rule of sheet.conditionals) rule.areas = withoutAll(rule.areas, areas); sheet.conditionals = sheet.conditionals.filter((rule) => rule.areas.length > 0); } },
    to: {
      add: (kind) => {
        guard();
        oneOf(kind, ['Custom'], 'a kind');
        const rule: Conditional = { id: `cf${book.nextId++}`, areas, type: 'Custom', formula: '', format: new Map() };
        sheet.conditionals.push(rule);
        return one(rule);
      },
    },
  };
}

export function describeRule(rule: Conditional): string {
  return `${rule.areas.map(refOf).join(' ')} ${rule.formula} ${JSON.stringify([...rule.format])}`;
}
