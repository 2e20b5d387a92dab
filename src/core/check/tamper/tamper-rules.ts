/** The rules over the sheet itself, in the order in which they are asked. */
import { formats } from './rule/formats';
import { formulas } from './rule/formulas';
import { hidden } from './rule/hidden';
import { marks } from './rule/marks';
import { merges } from './rule/merges';
import { insertedColumns, outsideTable } from './rule/raw-shape';
import { validations } from './rule/validations';
import type { TamperRule } from './tamper-rule';

export const tamperRules: readonly TamperRule[] = [formulas, merges, insertedColumns, formats, validations, marks, hidden, outsideTable];
