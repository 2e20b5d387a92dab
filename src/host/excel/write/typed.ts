/** Values as they are handed to Excel, which reads texts as if they were typed: what would become something else gets an apostrophe. */
import { HostError } from '../../../app/ports';
import { isCellError, type CellValue } from '../../../core/model/cell';
import type { Raw } from '../api';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;
const ERRORS = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);
/** Only of what numbers, dates, times, percentages and amounts are written with. */
const COUNTABLE = /^[\s\d.,:/\\%+\-()$€£¥￥eE年月日时分秒点上下午中旬時號号AaPpMm]+$/;
const MONTHS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

export interface CellName {
  readonly sheet: string;
  readonly cell: string;
}

/** `format` is that of the cell: in cells of texts only a leading apostrophe is taken for something else. */
export function typedText(text: string, format: string): string {
  if (text === '') return text;
  if (text.startsWith("'")) return `'${text}`;
  if (format === '@') return text.startsWith('=') ? `'${text}` : text;
  return looksLikeMore(text) ? `'${text}` : text;
}

function looksLikeMore(text: string): boolean {
  if (/^[=+\-@#]/.test(text) || /^(true|false)$/i.test(text.trim())) return true;
  if (!/\d/.test(text)) return false;
  return COUNTABLE.test(text) || MONTHS.test(text);
}

/** Throws HostError `xlsx/text-too-long`, `xlsx/not-finite`. */
export function typedValue(value: CellValue, format: string, name: CellName): Raw {
  if (value === null) return '';
  if (isCellError(value)) return ERRORS.has(value.error) ? value.error : `'${value.error}`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new HostError('xlsx/not-finite', { ...name });
    return value === 0 ? 0 : value;
  }
  if (typeof value === 'boolean') return value;
  if (value.length > MAX_TEXT) throw new HostError('xlsx/text-too-long', { ...name, length: value.length, limit: MAX_TEXT });
  return typedText(value, format);
}

/** Throws HostError `xlsx/formula-too-long`. */
export function typedFormula(formula: string, name: CellName): string {
  if (formula.length > MAX_FORMULA) throw new HostError('xlsx/formula-too-long', { ...name, length: formula.length, limit: MAX_FORMULA });
  return `=${formula}`;
}

/** What was read from a cell, so that writing it gives the same cell again. */
export function retyped(value: Raw | undefined, formula: Raw | undefined, format: string): Raw {
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return formula;
  return typeof value === 'string' && !ERRORS.has(value) ? typedText(value, format) : value ?? '';
}
