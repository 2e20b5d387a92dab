/**
 * Cell rules and conditional formats of a sheet. Excel tells which cells have a rule and what the rule of a range is, but
 * lists none: ranges with several rules are halved until each has one.
 */
import { address } from '../../../core/model/address';
import { areaOf, cellsIn, refOf, type Area } from '../../../core/model/area';
import type { ValidationSpec } from '../../../core/model/sheet-spec';
import type { FoundConditionalFormat, FoundValidation } from '../../../core/model/sheet-structure';
import type { Context, SheetApi, ValidationApi } from '../api';
import type { RawValidation } from '../write/rules';
import { areaOfRange } from './read-area';

/** Ranges that one question may ask after. */
const PER_SYNC = 500;

export interface ValidationAt {
  readonly area: Area;
  readonly validation: Pick<FoundValidation, 'rule' | 'severity'>;
  readonly raw: RawValidation;
}

/** Every rule with the rectangles that it holds for, of the cells of `within` (all without it). */
export async function readValidations(context: Context, sheet: SheetApi, within?: string): Promise<readonly ValidationAt[]> {
  const cells = sheet.getRange(within).getSpecialCellsOrNullObject('DataValidations');
  cells.load('areaCount');
  await context.sync();
  if (cells.isNullObject) return [];
  cells.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  await context.sync();
  let waiting: readonly Area[] = cells.areas.items.map(areaOfRange);
  const found: ValidationAt[] = [];
  while (waiting.length > 0) {
    const asked = waiting.slice(0, PER_SYNC).map((area) => ({ area, rule: sheet.getRange(refOf(area)).dataValidation }));
    for (const { rule } of asked) rule.load('type,rule,errorAlert,prompt,ignoreBlanks');
    await context.sync();
    const mixed = asked.filter(({ rule }) => rule.type === 'Inconsistent' || rule.type === 'MixedCriteria' || rule.rule === null);
    for (const one of asked) if (!mixed.includes(one)) found.push({ area: one.area, validation: validationOf(one.rule), raw: { rule: one.rule.rule, errorAlert: one.rule.errorAlert, prompt: one.rule.prompt, ignoreBlanks: one.rule.ignoreBlanks } });
    waiting = [...mixed.flatMap(({ area }) => halves(area)), ...waiting.slice(PER_SYNC)];
  }
  return joined(found);
}

/** Columns first, as rules mostly hold for columns. */
function halves(area: Area): readonly Area[] {
  const { top, left, bottom, right } = area;
  if (left < right) {
    const middle = (left + right) >> 1;
    return [{ ...area, right: middle }, { ...area, left: middle + 1 }];
  }
  if (top === bottom) return [];
  const middle = (top + bottom) >> 1;
  return [{ ...area, bottom: middle }, { ...area, top: middle + 1 }];
}

/** Pieces of one rule that stand under each other, then beside each other, are one again. */
function joined(pieces: readonly ValidationAt[]): readonly ValidationAt[] {
  const key = ({ raw }: ValidationAt): string => JSON.stringify(raw);
  const byPlace = [...pieces];
  byPlace.sort((a, b) => a.area.left - b.area.left || a.area.top - b.area.top);
  const columns: ValidationAt[] = [];
  for (const piece of byPlace) {
    const last = columns.at(-1);
    const under = last !== undefined && last.area.left === piece.area.left && last.area.right === piece.area.right && last.area.bottom + 1 === piece.area.top && key(last) === key(piece);
    if (under) columns[columns.length - 1] = { ...last, area: { ...last.area, bottom: piece.area.bottom } };
    else columns.push(piece);
  }
  columns.sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  const all: ValidationAt[] = [];
  for (const piece of columns) {
    const last = all.at(-1);
    const beside = last !== undefined && last.area.top === piece.area.top && last.area.bottom === piece.area.bottom && last.area.right + 1 === piece.area.left && key(last) === key(piece);
    if (beside) all[all.length - 1] = { ...last, area: { ...last.area, right: piece.area.right } };
    else all.push(piece);
  }
  return all;
}

const TYPES: Readonly<Record<string, 'date' | 'decimal' | 'whole' | 'textLength'>> = { date: 'date', decimal: 'decimal', wholeNumber: 'whole', textLength: 'textLength' };

function validationOf({ rule, errorAlert }: ValidationApi): ValidationAt['validation'] {
  const [kind = '', bounds] = Object.entries(rule)[0] ?? [];
  const part = (name: string): unknown => (typeof bounds === 'object' && bounds !== null ? Object.entries(bounds).find(([key]) => key === name)?.[1] : undefined);
  const style = errorAlert['style'];
  const severity = errorAlert['showAlert'] === false || style === 'Information' ? 'none' : style === 'Warning' ? 'warning' : 'stop';
  if (kind === '') return { rule: { type: 'any' }, severity: 'none' };
  if (kind === 'list') return { rule: { type: 'list', source: textOf(part('source')) }, severity };
  if (kind === 'custom') return { rule: { type: 'custom', formula: textOf(part('formula')) }, severity };
  return { rule: boundsOf(TYPES[kind], String(part('operator')), numberOf(part('formula1')), numberOf(part('formula2'))), severity };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/^=/, '') : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : textOf(value) === '' ? NaN : Number(textOf(value)));

function boundsOf(type: 'date' | 'decimal' | 'whole' | 'textLength' | undefined, operator: string, low: number, high: number): ValidationSpec['rule'] | null {
  if (type === undefined || !Number.isFinite(low)) return null;
  if (operator === 'Between' && Number.isFinite(high)) return { type, min: low, max: high };
  if (operator === 'GreaterThanOrEqualTo') return { type, min: low };
  if (operator === 'LessThanOrEqualTo') return { type, max: low };
  return null;
}

export interface ConditionalAt extends FoundConditionalFormat {
  readonly id: string;
}

/** Conditional formats by formula, with the ranges that they hold for. */
export async function readConditionalFormats(context: Context, sheet: SheetApi): Promise<readonly ConditionalAt[]> {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  await context.sync();
  const custom = formats.items.filter(({ type }) => type === 'Custom').map((format) => ({ format, areas: format.getRanges().areas }));
  for (const { format, areas } of custom) {
    format.custom.rule.load('formula');
    areas.load('items/address');
  }
  if (custom.length > 0) await context.sync();
  return custom.map(({ format, areas }) => ({ id: format.id, formula: format.custom.rule.formula.replace(/^=/, ''), refs: areas.items.map(({ address: ref }) => localRef(ref)) }));
}

/** `表!A1:B2` -> `A1:B2`; whole columns and rows as cells. */
export function localRef(ref: string): string {
  const bare = ref.slice(ref.lastIndexOf('!') + 1).replaceAll('$', '');
  const area = areaOf(bare);
  return area === null ? bare : cellsIn(area) === 1 ? address(area.top, area.left) : refOf(area);
}
