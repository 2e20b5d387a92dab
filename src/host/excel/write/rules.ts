/** Cell rules and conditional formats put on ranges. */
import type { ConditionalFormatSpec, ValidationSpec } from '../../../core/model/sheet-spec';
import { CONDITIONAL_LOOKS } from '../../../core/model/style';
import type { ConditionalFormatsApi, ValidationApi } from '../api';

/** Characters that Excel keeps of what a rule says. */
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ERROR = 225;

const WIDEST = { date: [1, 2_958_465], decimal: [-1e307, 1e307], whole: [-2_147_483_648, 2_147_483_647], textLength: [0, 32_767] } as const;
const KINDS = { date: 'date', decimal: 'decimal', whole: 'wholeNumber', textLength: 'textLength' } as const;

function ruleOf(rule: ValidationSpec['rule']): Readonly<Record<string, unknown>> | null {
  if (rule.type === 'any') return null;
  if (rule.type === 'list') return { list: { inCellDropDown: true, source: `=${rule.source}` } };
  if (rule.type === 'custom') return { custom: { formula: `=${rule.formula}` } };
  const { type, min, max } = rule;
  const bound = (value: number): number | string => (type === 'date' ? `=${value}` : value);
  if (min !== undefined && max === undefined) return { [KINDS[type]]: { operator: 'GreaterThanOrEqualTo', formula1: bound(min) } };
  if (max !== undefined && min === undefined) return { [KINDS[type]]: { operator: 'LessThanOrEqualTo', formula1: bound(max) } };
  return { [KINDS[type]]: { operator: 'Between', formula1: bound(min ?? WIDEST[type][0]), formula2: bound(max ?? WIDEST[type][1]) } };
}

/** A rule as Excel gave it. */
export interface RawValidation {
  readonly rule: unknown;
  readonly errorAlert: unknown;
  readonly prompt: unknown;
  readonly ignoreBlanks: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export function restoreValidation(target: ValidationApi, { rule, errorAlert, prompt, ignoreBlanks }: RawValidation): void {
  if (isRecord(rule) && Object.keys(rule).length > 0) {
    target.rule = rule;
    target.ignoreBlanks = ignoreBlanks;
    if (isRecord(errorAlert)) target.errorAlert = errorAlert;
  }
  if (isRecord(prompt)) target.prompt = prompt;
}

/** Takes the place of whatever rule the cells have. */
export function setValidation(target: ValidationApi, spec: ValidationSpec): void {
  target.clear();
  const rule = ruleOf(spec.rule);
  if (rule !== null) {
    target.rule = rule;
    target.ignoreBlanks = spec.allowBlank;
    target.errorAlert = { showAlert: true, style: spec.severity === 'warning' ? 'Warning' : 'Stop', title: (spec.errorTitle ?? '').slice(0, MAX_TITLE), message: (spec.error ?? '').slice(0, MAX_ERROR) };
  }
  if (spec.prompt !== undefined || spec.promptTitle !== undefined) target.prompt = { showPrompt: true, title: (spec.promptTitle ?? '').slice(0, MAX_TITLE), message: (spec.prompt ?? '').slice(0, MAX_PROMPT) };
}

export function addConditionalFormat(target: ConditionalFormatsApi, { formula, look }: Pick<ConditionalFormatSpec, 'formula' | 'look'>): void {
  const { fontColour, fill, bold, borders } = CONDITIONAL_LOOKS[look];
  const { custom } = target.add('Custom');
  custom.rule.formula = `=${formula}`;
  if (fontColour !== undefined) custom.format.font.color = `#${fontColour}`;
  if (bold !== undefined) custom.format.font.bold = bold;
  if (fill !== undefined) custom.format.fill.color = `#${fill}`;
  for (const [index, side] of [['EdgeTop', borders?.top], ['EdgeBottom', borders?.bottom], ['EdgeLeft', borders?.left], ['EdgeRight', borders?.right]] as const) {
    if (side === undefined) continue;
    const border = custom.format.borders.getItem(index);
    border.style = 'Continuous';
    border.color = `#${side.colour}`;
  }
}
