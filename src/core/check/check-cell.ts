/** Checks one cell: blank where it must not be, refused by its codec, or not stored as formulas need it. */
import { codecs } from '../codec/codecs';
import type { CellValue } from '../model/cell';
import { cellRules } from './cell-rules';
import type { CellDef, Finding } from './cell-rule';

export type CellCheck = (value: CellValue) => Finding | null;

/** The check of a column or field, made once and asked for each of its cells. */
export function createCellCheck(def: CellDef): CellCheck {
  const codec = codecs[def.kind];
  const rules = cellRules.filter((rule) => rule.kinds.has(def.kind));
  const named = ({ code, params }: Finding): Finding => ({ code, params: { column: def.label, ...params } });
  return (value) => {
    if (value === null || value === '') return def.required ? named({ code: 'cell/required', params: {} }) : null;
    const decoded = codec.decode(typeof value === 'string' ? value : { value }, def);
    if ('problem' in decoded) return named(decoded.problem);
    for (const rule of rules) {
      const finding = rule.find({ value, read: decoded.value }, def);
      if (finding !== null) return named(finding);
    }
    return null;
  };
}
